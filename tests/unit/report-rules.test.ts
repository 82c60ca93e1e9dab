import { describe, expect, it } from 'vitest';
import { toldCutoffs, type FigureId } from '#domain/diagnostic.ts';
import { cividis, swatchOf, type Rgb } from '#domain/palette.ts';
import { areaWords } from '../../src/lib/report/area-words.ts';
import type { ReportBlock, ReportDocument } from '../../src/lib/report/document.ts';
import { namesTogether } from '../../src/lib/report/names-together.ts';
import { INK } from '../../src/lib/report/pictures/ink.ts';
import { keyColumns, printedDocument } from '../../src/lib/report/printed.ts';
import { beforeStop, plainWords, wordsText } from '../../src/lib/report/words.ts';
import { testData } from '../fixtures/diagnostic.ts';

describe('the name of an area in a sentence', () => {
	it.each([
		['CC Le Grésivaudan', 'la CC Le Grésivaudan', 'one'],
		['CC Les Balcons du Dauphiné', 'la CC Les Balcons du Dauphiné', 'one'],
		['CA du Pays Voironnais', 'la CA du Pays Voironnais', 'one'],
		['Métropole Européenne de Lille', 'la Métropole Européenne de Lille', 'one'],
		['Eurométropole de Metz', 'l’Eurométropole de Metz', 'one'],
		['Pays de Gex', 'le Pays de Gex', 'one'],
		['Les deux rives', 'Les deux rives', 'many'],
		['Lestrem', 'Lestrem', 'one'],
		['Cambrai', 'Cambrai', 'one'],
		['Grenoble-Alpes-Métropole', 'Grenoble-Alpes-Métropole', 'one'],
		['', '', 'one']
	])('%s', (name, area, areaIs) => {
		expect(areaWords(name, 'fr')).toMatchObject({ area, areaIs });
	});

	it('begins a sentence by a capital, and has no article in English', () => {
		expect(areaWords('CC Le Grésivaudan', 'fr').Area).toBe('La CC Le Grésivaudan');
		expect(areaWords('CC Le Grésivaudan', 'en').Area).toBe('CC Le Grésivaudan');
	});
});

describe('times that coverage is told at', () => {
	it.each([
		[5, [5, 10, 15, 20]],
		[15, [10, 15, 20]],
		[30, [10, 15, 20, 30]]
	] as const)('hold the one asked: %i min', (cutoffMinutes, told) => {
		expect(toldCutoffs({ cutoffMinutes })).toEqual(told);
	});
});

describe('the document on paper and in files', () => {
	const heading = (text: string): ReportBlock => ({ kind: 'heading', text });
	const own = (text: string): ReportBlock => ({ kind: 'own', slot: text, prompt: 'À écrire', text });
	const said: ReportBlock = { kind: 'note', words: plainWords('Dit.') };
	const printed = (blocks: readonly ReportBlock[]) => {
		const document: ReportDocument = {
			locale: 'fr',
			title: '',
			subtitle: '',
			stamps: [],
			imprint: '',
			sections: [{ id: 'frame', title: 'Cadre', blocks }]
		};
		return printedDocument(document).sections.flatMap((section) => section.blocks);
	};

	it('has no place for words that were not written, nor a heading or a section with nothing under it', () => {
		expect(printed([own(' \n'), heading('a'), own(''), heading('b'), own('Écrit'), said, heading('c')])).toEqual([
			heading('b'),
			own('Écrit'),
			said
		]);
		expect(printed([heading('a'), own('')])).toEqual([]);
	});

	it('leaves no key figure alone in the last line, of four figures or more', () => {
		for (let figures = 4; figures <= 12; figures++) expect(figures % keyColumns(figures), `${figures}`).not.toBe(1);
	});
});

describe('more said of a sentence', () => {
	it('stands before its stop', () => {
		expect(wordsText(beforeStop(plainWords('La surface est de 12 m².'), ' (3 lieux)'))).toBe(
			'La surface est de 12 m² (3 lieux).'
		);
		expect(beforeStop([], ' (3 lieux)')).toEqual([]);
	});
});

describe('names of many figures', () => {
	it('are told by their family from three on, each name once', () => {
		const ids: FigureId[] = ['population.ages.0-10.share', 'population.ages.11-17.share', 'population.ages.65+.share'];
		expect(namesTogether(['communes', ...ids], testData(), 'fr')).toEqual([
			'communes',
			'part des habitants de chaque âge'
		]);
		expect(namesTogether(ids.slice(0, 2), testData(), 'fr')).toEqual(['part des 0-10 ans', 'part des 11-17 ans']);
	});
});

/** Grey that a printer without colours makes, 0 … 255 (ITU-R BT.601). */
const grey = ([red, green, blue]: Rgb) => 0.299 * red + 0.587 * green + 0.114 * blue;

describe('classes in black and white', () => {
	/** Levels of grey that an eye tells apart side by side on paper. */
	const LEAST_STEP = 12;

	it('are each darker than the next, and the palest darker than the paper', () => {
		for (let classes = 2; classes <= 7; classes++) {
			const scale = { indicator: 'usable-hours', unit: 'hours', count: classes } as const;
			const greys = Array.from({ length: classes }, (_, mark) => grey(swatchOf(mark, scale, 'light').rgb));
			for (let rank = 1; rank < classes; rank++) expect(greys[rank] - greys[rank - 1]).toBeGreaterThan(LEAST_STEP);
			expect(grey(hexRgb(INK.paper)) - Math.max(...greys)).toBeGreaterThan(LEAST_STEP);
		}
	});

	it('of the week grow darker with people', () => {
		for (let rank = 1; rank < 5; rank++)
			expect(grey(cividis(1 - (rank - 1) / 4)) - grey(cividis(1 - rank / 4))).toBeGreaterThan(LEAST_STEP);
	});
});

function hexRgb(colour: string): Rgb {
	const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
	return [red, green, blue];
}
