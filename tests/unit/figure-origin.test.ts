import { expect, it } from 'vitest';
import type { Source } from '#domain/source.ts';
import { originSources } from '../../src/lib/report/figure-origin.ts';

const source = (title: string, licence: string | null): Source => ({
	title,
	publisher: null,
	licence,
	attribution: null,
	vintage: null,
	file: 'f.csv'
});

it('announces a licence by the word, unless its name has it', () => {
	const stated = [source('Adresses', 'Licence Ouverte 2.0'), source('Routes', 'ODbL'), source('communes', null)];
	expect(originSources(stated, 'fr').map(({ text }) => text)).toEqual([
		'Adresses, Licence Ouverte 2.0',
		'Routes, licence ODbL',
		'communes'
	]);
	expect(originSources(stated.slice(0, 1), 'en')[0].text).toBe('Adresses, Licence Ouverte 2.0');
});
