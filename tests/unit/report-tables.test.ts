import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { ReportDocument, ReportTable } from '../../src/lib/report/document.ts';
import { columnWidths } from '../../src/lib/report/outputs/column-widths.ts';
import { writeDocx } from '../../src/lib/report/outputs/docx.ts';

const tableOf = (rows: number): ReportTable => ({
	kind: 'table',
	id: 'kinds',
	caption: 'Lieux par type',
	columns: [
		{ title: 'Type', align: 'start' },
		{ title: 'Lieux', align: 'end' }
	],
	rows: Array.from({ length: rows }, () =>
		['Points au livre', '7'].map((text) => ({ text, value: null, figure: null }))
	),
	note: 'Sous le tableau.'
});
const table = tableOf(1);

/** How many cells of a document of this table stay with what follows them. */
async function cellsHeld(told: ReportTable): Promise<number> {
	const section = { id: 'equipment', title: 'Équipements', blocks: [told] } as const;
	const document: ReportDocument = {
		locale: 'fr',
		title: 'Essai',
		subtitle: '',
		stamps: [],
		imprint: '',
		sections: [section]
	};
	const bytes = await writeDocx(document, {}, () => new Uint8Array());
	const cells = strFromU8(unzipSync(bytes)['word/document.xml']).match(/<w:tc>.*?<\/w:tc>/gsu) ?? [];
	expect(cells).toHaveLength(2 * (told.rows.length + 1));
	return cells.filter((cell) => /<w:keepNext\/>|<w:keepNext w:val="(?:1|true)"/u.test(cell)).length;
}

it('keeps a short table on one page in Word with its note, and lets a long one go on over the page', async () => {
	expect(await cellsHeld(tableOf(8))).toBe(18);
	expect(await cellsHeld(tableOf(9))).toBe(0);
});

it('gives columns of a table all of the room at most, and words their own', () => {
	const widths = columnWidths(table.columns, table.rows, 9000, 100);
	expect(widths.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(9000);
	expect(Math.min(...widths)).toBeGreaterThanOrEqual(600);
});

it('gives words of a table a third more where there is room, for a wider face, and shares what there is where there is none', () => {
	const columns = ['Type', 'Lieux'].map((title) => ({ title, align: 'start' as const }));
	const rows = [['Points au livre', '7'].map((text) => ({ text, value: null, figure: null }))];
	expect(columnWidths(columns, rows, 9000, 100)[1]).toBe(780);
	expect(columnWidths(columns, rows, 1200, 100)).toEqual([600, 600]);
	expect(columnWidths(columns, rows, 600, 100)).toEqual([300, 300]);
});
