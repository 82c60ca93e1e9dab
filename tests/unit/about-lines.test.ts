import { describe, expect, it } from 'vitest';
import { sourceLines } from '../../src/lib/ui/about-lines.ts';
import { summary } from '../summary-fixture.ts';

describe('the sources under a picture or a table', () => {
	const source = (title: string, file: string) => ({
		title,
		publisher: 'Mairie',
		licence: 'Licence Ouverte 2.0',
		attribution: null,
		vintage: '2024',
		file
	});

	it('tell a source once, whatever it gave', () => {
		const sources = {
			communes: source('Contours', 'communes.geojson'),
			sites: source('Lieux et horaires', 'lieux.csv'),
			hours: source('Lieux et horaires', 'horaires.csv')
		};
		expect(sourceLines(summary({ sources }), 'fr')).toEqual([
			'Contours, 2024, Mairie, Licence Ouverte 2.0',
			'Lieux et horaires, 2024, Mairie, Licence Ouverte 2.0'
		]);
	});
});
