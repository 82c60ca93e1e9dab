import { describe, expect, it } from 'vitest';
import { figureNumber, figureText } from '../../src/lib/report/figure-text.ts';
import { joinSentences, plainWords, wordsText, writeWords } from '../../src/lib/report/words.ts';
import { testFigure } from '../fixtures/diagnostic.ts';

const people = (value: number) => ({ ...testFigure('population.municipale', 'people', value), value });
const sites = (value: number) => ({ ...testFigure('sites', 'sites', value), value });

describe('text of a figure', () => {
	it('is worded by its unit, as the screens do', () => {
		expect(figureText(0.864, 'share', 'fr')).toBe('86\u00a0%');
		expect(figureText(0.9999, 'share', 'fr')).toBe('99,9\u00a0%');
		expect(figureText(14.5, 'hours', 'fr')).toBe('14\u00a0h\u00a030');
		expect(figureText(10_423.6, 'hours', 'fr')).toBe('10\u00a0424\u00a0h');
		expect(figureText(104_198, 'people', 'fr')).toBe('104\u00a0198');
		expect(figureText(1_850.4, 'square-metres', 'fr')).toBe('1\u00a0850\u00a0m²');
		expect(figureText(0.0684, 'square-metres-per-person', 'fr')).toBe('0,068\u00a0m²');
		expect(figureText(12_400.4, 'euros', 'fr')).toBe('12\u00a0400\u00a0€');
		expect(figureText(0.00099, 'euros', 'fr')).toBe('0,001\u00a0€');
		expect(figureText(0, 'euros', 'fr')).toBe('0\u00a0€');
		expect(figureText(2.09, 'euros-per-person', 'fr')).toBe('2,09\u00a0€');
		expect(figureText(3.25, 'full-time-equivalents', 'fr')).toBe('3,3');
		expect(figureText(20, 'minutes', 'en')).toBe('20\u00a0min');
	});

	it('never says that somebody is nobody, and counts as it reads', () => {
		expect(figureText(0.3, 'people', 'fr')).toBe('1');
		expect(figureNumber(0.3, 'people')).toBe(1);
		expect(figureText(0, 'people', 'fr')).toBe('0');
		expect(figureNumber(1.6, 'people')).toBe(2);
	});
});

describe('words of a message', () => {
	it('hold each figure as a run of its own', () => {
		const words = writeWords('report_territory_municipal_test_absent', {}, 'fr');
		expect(wordsText(words)).toContain('report_territory_municipal_test_absent');
		expect(writeWords('report_frame_population', { population: people(1_234) }, 'fr')).toEqual([
			{ kind: 'text', text: 'La population municipale y est de ' },
			{ kind: 'figure', id: 'population.municipale', text: '1\u00a0234' },
			{ kind: 'text', text: ' habitants.' }
		]);
	});

	it.each([
		[0, 'Aucun lieu de lecture publique n’y est compté dans l’offre.'],
		[1, 'On y compte 1 lieu de lecture publique.'],
		[2, 'On y compte 2 lieux de lecture publique.'],
		[1_000_000, 'On y compte 1\u00a0000\u00a0000 lieux de lecture publique.']
	])('agree with %d', (count, text) => {
		expect(wordsText(writeWords('report_frame_sites', { sites: sites(count) }, 'fr'))).toBe(text);
	});

	it('agree in English too', () => {
		const said = (count: number) => wordsText(writeWords('report_frame_sites', { sites: sites(count) }, 'en'));
		expect(said(0)).toBe('No library site counts as supply there.');
		expect(said(1)).toBe('1 library site counts as supply there.');
		expect(said(2)).toBe('2 library sites count as supply there.');
	});

	it('take the marks of figures out of a text that is data', () => {
		const words = writeWords('report_frame_part', { territory: 'a\uE0000\uE001b' }, 'fr');
		expect(words).toEqual([{ kind: 'text', text: 'Ce périmètre fait partie du territoire «\u00a0a0b\u00a0».' }]);
	});

	it('are joined with one space, those that say nothing left out', () => {
		expect(wordsText(joinSentences([plainWords('Un.'), [], plainWords('Deux.')]))).toBe('Un. Deux.');
	});
});
