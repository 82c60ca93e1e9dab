import { describe, expect, it } from 'vitest';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readBdTopoRoads } from '#io/roads/bdtopo-roads.ts';
import { collection, section } from '../fixtures/bdtopo-sections.ts';

const basemapOf = async (sections: unknown[]) =>
	(await readBdTopoRoads(bytesSource('troncons.geojson', new TextEncoder().encode(collection(sections))))).basemap;

describe('the base map of BD TOPO', () => {
	it.each([
		['Type autoroutier', '1', 'motorway'],
		['Type autoroutier', '2', 'motorway'],
		['Bretelle', '1', 'motorway'],
		['Bretelle', '3', 'secondary'],
		['Route à 2 chaussées', '1', 'trunk'],
		['Route à 1 chaussée', '2', 'primary'],
		['Rond-point', '3', 'secondary'],
		['Route à 1 chaussée', '4', 'tertiary'],
		['Route à 1 chaussée', '5', null],
		['Route à 1 chaussée', 'constructor', null],
		['Sentier', '4', null],
		['Bac ou liaison maritime', '2', null]
	])('draws a section of nature %s and importance %s as %s', async (nature, importance, expected) => {
		const line = [
			[5.38, 43.3],
			[5.4, 43.3]
		];
		const { roads } = await basemapOf([section(line, { nature, importance })]);
		expect(roads).toEqual(expected === null ? [] : [{ roadClass: expected, line }]);
	});

	it('joins sections end to end, and has neither waters nor places', async () => {
		const piece = (from: number, to: number) =>
			section(
				[
					[from, 43.3],
					[to, 43.3]
				],
				{ importance: '3' }
			);
		expect(await basemapOf([piece(5.3, 5.31), piece(5.32, 5.31), piece(5.32, 5.33)])).toEqual({
			roads: [
				{
					roadClass: 'secondary',
					line: [
						[5.3, 43.3],
						[5.33, 43.3]
					]
				}
			],
			waterLines: [],
			waterAreas: [],
			places: []
		});
	});
});
