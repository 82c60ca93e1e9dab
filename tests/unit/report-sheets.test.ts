import { describe, expect, it } from 'vitest';
import type { ReportBlock, ReportCell, ReportTable } from '../../src/lib/report/document.ts';
import { blockGroups } from '../../src/lib/report/block-groups.ts';
import { sheetAsRead, withoutUntold } from '../../src/lib/report/site-sheet.ts';
import { rowSpans } from '../../src/lib/report/tables.ts';

const cell = (text: string, value: number | null = null): ReportCell => ({ text, value, figure: null });
const tableOf = (id: string, rows: readonly (readonly ReportCell[])[], once?: number): ReportTable => ({
	kind: 'table',
	id,
	caption: 'Bibliothèque municipale',
	columns: rows[0].map(() => ({ title: '', align: 'start' as const })),
	rows,
	note: 'Une case vide\u00a0: non renseigné.',
	...(once === undefined ? {} : { once })
});
const HOURS = 'mardi 16\u00a0h\u00a030–18\u00a0h\u00a030\u202f; mercredi 10\u00a0h–12\u00a0h';
const sheet = (name: string): ReportTable => ({
	...tableOf('site-a', [
		[cell('Type'), cell('Bibliothèque')],
		[cell('Commune'), cell('Saint-Étienne')],
		[cell('Surface'), cell('')],
		[cell('Horaires'), cell(HOURS)],
		[cell('Entrées par an'), cell('1\u00a0234', 1234)],
		[cell('Places assises'), cell('')]
	]),
	caption: name
});

describe('the sheet of a site, for the eye', () => {
	it('is headed by its commune, tells what is known in rows, its hours and what is not told under them', () => {
		const { caption, rows, note } = sheetAsRead(sheet('Bibliothèque municipale'), 'fr');
		expect(caption).toBe('Bibliothèque municipale (Saint-Étienne)');
		expect(rows.map(([label, value]) => [label.text, value.text])).toEqual([
			['Type', 'Bibliothèque'],
			['Entrées par an', '1\u00a0234']
		]);
		expect(note).toBe(`Horaires\u00a0: ${HOURS}. Non renseigné\u00a0: surface\u202f; places assises.`);
	});

	it('does not tell twice a commune that its name holds', () => {
		expect(sheetAsRead(sheet('Médiathèque de SAINT ETIENNE'), 'fr').caption).toBe('Médiathèque de SAINT ETIENNE');
	});

	it('stands with those that follow it, and alone with nothing else', () => {
		const other = tableOf('kinds', [[cell('a')]]);
		const groups = blockGroups([other, sheet('A'), sheet('B'), other, sheet('C')]);
		expect(groups).toEqual([
			{ kind: 'one', ranks: [0] },
			{ kind: 'sheets', ranks: [1, 2] },
			{ kind: 'one', ranks: [3] },
			{ kind: 'sheets', ranks: [4] }
		]);
	});

	it('leaves what no site tells to one sentence, where there are several', () => {
		const rows = [
			[cell('Type'), cell('Bibliothèque')],
			[cell('Surface'), cell('')],
			[cell('Livres'), cell('')]
		];
		const told = [...rows.slice(0, 2), [cell('Livres'), cell('12', 12)]];
		const { sheets, untold } = withoutUntold([tableOf('site-a', rows), tableOf('site-b', told)]);
		expect(untold).toEqual(['Surface']);
		expect(sheets.map((one) => one.rows.map(([{ text }]) => text))).toEqual([
			['Type', 'Livres'],
			['Type', 'Livres']
		]);
		const alone = [tableOf('site-a', rows)];
		expect(withoutUntold(alone)).toEqual({ sheets: alone, untold: [] });
	});
});

describe('a picture', () => {
	it('stands on one page with the table of its values', () => {
		const picture: ReportBlock = { kind: 'picture', picture: 'moments', caption: '', description: '' };
		const values = tableOf('moments', [[cell('a')]]);
		const other = tableOf('kinds', [[cell('a')]]);
		expect(blockGroups([picture, values, picture, other])).toEqual([
			{ kind: 'drawn', ranks: [0, 1] },
			{ kind: 'one', ranks: [2] },
			{ kind: 'one', ranks: [3] }
		]);
	});
});

describe('first columns that are told once', () => {
	const rows = [
		[cell('ouverture'), cell('10\u00a0h'), cell('x')],
		[cell('ouverture'), cell('10\u00a0h'), cell('x')],
		[cell('ouverture'), cell('11\u00a0h'), cell('y')],
		[cell(''), cell('11\u00a0h'), cell('y')],
		[cell(''), cell('11\u00a0h'), cell('y')]
	];
	it('stand over the rows that have the same, and no row is told of another', () => {
		const table = tableOf('references', rows, 2);
		expect(rows.map((_, rank) => rowSpans(table, rank))).toEqual([
			[3, 2, 1],
			[0, 0, 1],
			[0, 1, 1],
			[1, 1, 1],
			[1, 1, 1]
		]);
	});
	it('are none where the table does not ask for it', () => {
		expect(rowSpans(tableOf('other', rows), 1)).toEqual([1, 1, 1]);
	});
});
