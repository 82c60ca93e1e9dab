import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { sampleFile } from '#io/intake/sample.ts';
import { recognise } from '#io/intake/recognise.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { importSites } from '#io/sites/sites-import.ts';
import { readTable } from '#io/tables/table.ts';
import { inlineRows, workbook } from '../fixtures/workbook.ts';

const read = (bytes: Uint8Array) => readTable(bytes, 'f.xlsx');
const cells = (bytes: Uint8Array) => read(bytes).rows.map((row) => row.cells);
const codes = (bytes: Uint8Array) => read(bytes).notes.map(({ message }) => message.code);
const refusal = (bytes: Uint8Array) => {
	try {
		read(bytes);
	} catch (error) {
		if (error instanceof MaillageError) return error.detail.code;
		throw error;
	}
	return null;
};
const noSql = () => Promise.reject(new Error('not asked for'));
const one = (rows: string, more = {}) => workbook([{ name: 'Feuil1', rows }], more);

describe('a workbook is read as the table that its sheet is', () => {
	it('strings shared, in runs, in the cell, of a formula; what is pronounced is left out', () => {
		const strings =
			'<si><t>nom</t></si><si><r><t>Médiathèque </t></r><r><t>Jean &amp; Jeanne</t></r><rPh sb="0" eb="1"><t>mé</t></rPh></si><si><t>a_x000D_b</t></si>';
		const rows =
			'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>note</t></is></c><c r="C1" t="str"><f>A1</f><v>vu</v></c></row>' +
			'<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="b"><v>1</v></c></row>';
		const table = read(one(rows, { strings }));
		expect(table.headings).toEqual(['nom', 'note', 'vu']);
		expect(table.rows).toEqual([{ row: 2, cells: ['Médiathèque Jean & Jeanne', 'a\rb', 'true'] }]);
	});

	it('rows keep the numbers that the sheet shows; blank rows and cells that are left out stay blank', () => {
		const rows =
			'<row r="2"><c r="A2" t="str"><v>a</v></c><c r="C2" t="str"><v>c</v></c><c r="D2" t="str"><v>d</v></c></row>' +
			'<row r="3"><c r="A3" s="0"/></row><row r="7"><c r="C7"><v>5</v></c></row><row><c><v>6</v></c></row>';
		const { headings, rows: found, notes } = read(one(rows));
		expect(headings).toEqual(['a', 'colonne 2', 'c', 'd']);
		expect(found).toEqual([
			{ row: 7, cells: ['', '', '5', ''] },
			{ row: 8, cells: ['6', '', '', ''] }
		]);
		// Sheets leave blanks out: a row that ends early is no odd row.
		expect(notes.map(({ message }) => message.code)).toEqual(['note_heading_empty']);
	});

	it('dates, hours and numbers are written as a CSV would have them', () => {
		const styles =
			'<numFmts><numFmt numFmtId="164" formatCode="hh&quot; h &quot;mm"/><numFmt numFmtId="165" formatCode="[$-40C]d mmmm yyyy"/><numFmt numFmtId="166" formatCode="00000"/>' +
			'<numFmt numFmtId="167" formatCode="#,##0.00\\ &quot;hab.&quot;"/><numFmt numFmtId="168" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
			`<cellXfs>${[0, 14, 20, 22, 10, 164, 165, 166, 167, 168].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
		const values = [
			'48.850000000000001',
			'46348',
			'0.604166666666666',
			'46348.4375',
			'0.125',
			'0.75',
			'46348',
			'1001',
			'12.5',
			'1.5'
		];
		const row = values.map((value, style) => `<c s="${style}"><v>${value}</v></c>`).join('');
		const header = values.map((_, column) => `<c t="str"><v>c${column}</v></c>`).join('');
		const rows = `<row r="1">${header}</row><row r="2">${row}</row>`;
		const [written] = cells(one(rows, { styles }));
		// 46348: 22 November 2026 in the calendar of 1900, four years and a day later in that of 1904.
		expect(written).toEqual([
			'48.85',
			'2026-11-22',
			'14:30',
			'2026-11-22 10:30',
			'12.5%',
			'18:00',
			'2026-11-22',
			'1001',
			'12.5',
			'36:00'
		]);
		expect(cells(one(rows, { styles, date1904: true }))[0][1]).toBe('2030-11-23');
	});

	it('of several sheets the first shown that has rows, and it is said', () => {
		const data = inlineRows([
			['nom', 'ville'],
			['A', 'Lille']
		]);
		const several = workbook([
			{ name: 'Cachée', rows: inlineRows([['x'], ['1']]), state: 'hidden' },
			{ name: 'Lisez-moi', rows: inlineRows([['Enquête 2025']]) },
			{ name: 'Lieux', rows: data },
			{ name: 'Budgets', rows: data }
		]);
		expect(cells(several)).toEqual([['A', 'Lille']]);
		expect(read(several).notes[0].message).toEqual({
			code: 'note_workbook_sheet',
			params: { sheet: 'Lieux', others: 'Lisez-moi, Budgets' }
		});
		expect(codes(workbook([{ name: 'Lieux', rows: data }]))).toEqual([]);
	});

	it('any table comes back, cell by cell', () => {
		const cell = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'é', ' ', ';', '"', '1') });
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
				const bytes = one(inlineRows([['un', 'deux', 'trois'], ...rows.map((row) => [...row])]));
				expect(cells(bytes)).toEqual(rows);
			}),
			{ numRuns: 60 }
		);
	});

	it('is recognised as libraries, and gives them', async () => {
		const bytes = one(
			inlineRows([
				['identifiant', 'nom_etablissement', 'code_insee_commune', 'latitude', 'longitude', 'horaires'],
				['1', 'Médiathèque A', '59350', '50.63', '3.06', 'samedi 10h-12h'],
				['2', 'Bibliothèque B', '59350', '50.64', '3.07', ''],
				['3', 'Bibliothèque C', '59350', 'nord', '3.07', '']
			])
		);
		const sample = await sampleFile(bytesSource('lieux.xlsx', bytes), noSql);
		expect([sample.format, sample.sheets[0].rowCount]).toEqual(['xlsx', 3]);
		expect(recognise(sample).map(({ use, sureness }) => [use, sureness])[0]).toEqual(['sites', 'sure']);
		const { value, rejected } = importSites(bytes, 'lieux.xlsx');
		expect(value.map(({ name }) => name)).toEqual(['Médiathèque A', 'Bibliothèque B']);
		expect(rejected.map(({ note }) => note.row)).toEqual([4]);
	});
});

describe('what is no sound workbook is refused, and never hangs', () => {
	const sound = () =>
		one(
			inlineRows([
				['nom', 'x'],
				['A', '123']
			])
		);
	const patched = (patch: Record<string, string | undefined>) => {
		const parts = Object.entries({ ...unzipSync(sound()), ...patch });
		return zipSync(
			Object.fromEntries(
				parts.flatMap(([name, part]) =>
					part === undefined ? [] : [[name, typeof part === 'string' ? strToU8(part) : part]]
				)
			) as Record<string, Uint8Array>
		);
	};

	it('older formats, other documents, empty sheets', () => {
		expect(refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3))).toBe('error_table_is_spreadsheet');
		expect(refusal(patched({ 'xl/workbook.xml': undefined }))).toBe('error_table_is_spreadsheet');
		expect(refusal(one(''))).toBe('error_table_empty');
		expect(refusal(one(inlineRows([['nom', 'x']])))).toBe('error_table_no_rows');
	});

	it('parts that are missing, cut, or no XML', () => {
		expect(refusal(patched({ 'xl/worksheets/sheet1.xml': undefined }))).toBe('error_workbook_damaged');
		expect(refusal(patched({ 'xl/worksheets/sheet1.xml': '<worksheet><row>' }))).toBe('error_workbook_damaged');
		const whole = sound();
		for (const at of [31, 60, whole.length >> 1, whole.length - 1])
			expect(refusal(whole.subarray(0, at))).toMatch(/^error_(workbook_damaged|table_is_(zip|spreadsheet))$/);
	});

	it('an altered byte gives the same table or a refusal: no other figure', () => {
		const whole = sound();
		const expected = JSON.stringify(cells(whole));
		for (let at = 0; at < whole.length; at++) {
			const altered = whole.slice();
			altered[at] ^= 0x15;
			let found: string;
			try {
				found = JSON.stringify(cells(altered));
			} catch (error) {
				expect(error).toBeInstanceOf(MaillageError);
				continue;
			}
			expect([at, found]).toEqual([at, expected]);
		}
	});

	it('cells of no column, and strings that are not there, are refused; an odd number of a row is the next one', () => {
		const header = '<row r="1"><c t="str"><v>a</v></c></row>';
		expect(refusal(one(`${header}<row r="2"><c r="XFE2"><v>1</v></c></row>`))).toBe('error_workbook_damaged');
		expect(refusal(one(`${header}<row r="2"><c r="A2" t="s"><v>7</v></c></row>`))).toBe('error_workbook_damaged');
		expect(read(one(`${header}<row r="douze"><c><v>1</v></c></row>`)).rows[0].row).toBe(2);
	});

	it('a sheet whose text is harmed, and whose sums are right again, is read or refused', () => {
		const sheet = new TextDecoder().decode(unzipSync(sound())['xl/worksheets/sheet1.xml']);
		const harm = fc.tuple(
			fc.nat(sheet.length),
			fc.nat(12),
			fc.constantFrom('', '<', '"', 'r="0"', '</c>', '&amp;', '\u0000', '9e9')
		);
		fc.assert(
			fc.property(fc.array(harm, { minLength: 1, maxLength: 3 }), (harms) => {
				const harmed = harms.reduce(
					(text, [at, count, put]) => text.slice(0, at) + put + text.slice(at + count),
					sheet
				);
				const code = refusal(patched({ 'xl/worksheets/sheet1.xml': harmed }));
				if (code !== null) expect(code).toMatch(/^error_(workbook_damaged|table_(empty|no_rows))$/);
			}),
			{ numRuns: 300 }
		);
	});

	it('a part that says it is enormous is not decompressed', () => {
		const bomb = sound();
		const view = new DataView(bomb.buffer, bomb.byteOffset);
		for (let at = 0; at < bomb.length - 4; at++)
			if (view.getUint32(at, true) === 0x0201_4b50) view.setUint32(at + 24, 0xf000_0000, true);
		expect(refusal(bomb)).toBe('error_workbook_large');
	});
});
