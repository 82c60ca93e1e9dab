import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { cellsRecord, columnIndex, readTable } from '#io/tables/table.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => new Uint8Array(values);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const cellsOf = (text: string) => readTable(utf8(text), 'f.csv').rows.map(({ cells }) => cells);
const codes = (table: { notes: readonly { message: { code: string } }[] }) =>
	table.notes.map((note) => note.message.code);
const failure = (content: Uint8Array) => {
	try {
		readTable(content, 'f.csv');
	} catch (error) {
		if (error instanceof MaillageError) return { code: error.detail.code, file: error.file };
		throw error;
	}
	return null;
};

describe('delimiter', () => {
	it('is found in the header line, whatever decimal commas follow', () => {
		expect(cellsOf('nom;x\nA;1,5')).toEqual([['A', '1,5']]);
		expect(cellsOf('nom,x\nA,1.5')).toEqual([['A', '1.5']]);
		expect(cellsOf('nom\tx\nA;B\t1,5')).toEqual([['A;B', '1,5']]);
		expect(cellsOf('nom|x\nA,B;C|1')).toEqual([['A,B;C', '1']]);
	});
	it('is not looked for inside quoted headings', () => {
		expect(readTable(utf8('"a,b,c";d\n1;2'), 'f.csv').headings).toEqual(['a,b,c', 'd']);
	});
	it('is not invented for a single column', () => {
		expect(cellsOf('adresse\n"1, rue du Puits; fond de cour"\n2, place Verte')).toEqual([
			['1, rue du Puits; fond de cour'],
			['2, place Verte']
		]);
	});
	it('is taken from the first line "sep=" that Excel writes', () => {
		const table = readTable(utf8('sep=;\nnom;a,b,c\nA;1'), 'f.csv');
		expect(table.headings).toEqual(['nom', 'a,b,c']);
		expect(table.rows[0]).toEqual({ row: 3, cells: ['A', '1'] });
	});
});

describe('lines', () => {
	it.each([
		['LF', '\n'],
		['CRLF', '\r\n'],
		['CR', '\r']
	])('end with %s', (_name, end) => {
		expect(cellsOf(['a;b', '1;2', '"3\n4";5', ''].join(end))).toEqual([
			['1', '2'],
			['3\n4', '5']
		]);
	});
	it('without anything are left out and keep their number', () => {
		const table = readTable(utf8('\na;b\n1;2\n\n;;\n3;4\n\n'), 'f.csv');
		expect(table.rows).toEqual([
			{ row: 3, cells: ['1', '2'] },
			{ row: 6, cells: ['3', '4'] }
		]);
	});
	it('that are too short or too long are kept, with a note on their row', () => {
		const table = readTable(utf8('a;b;c\n1;2\n1;2;3;4\n1;2;3;\n'), 'f.csv');
		expect(table.rows.map(({ cells }) => cells)).toEqual([
			['1', '2', ''],
			['1', '2', '3'],
			['1', '2', '3']
		]);
		expect(table.notes.map(({ row, message, read }) => [row, message.code, read])).toEqual([
			[2, 'note_row_too_short', null],
			[3, 'note_row_too_long', '4']
		]);
	});
});

describe('quotes', () => {
	it('left open cost nothing of the rows after them', () => {
		const table = readTable(utf8('a;b\n1;"x\n2;y\n3;"z"\n'), 'f.csv');
		expect(table.rows.map(({ row }) => row)).toEqual([2, 3, 4]);
		expect(table.rows[2]?.cells).toEqual(['3', 'z']);
		expect(codes(table)).toContain('note_odd_quote');
	});
	it('left open in very many rows are read in bounded time and lose no row', () => {
		const rows = Array.from({ length: 20_000 }, (_, i) => `${i};"open`).join('\n');
		const table = readTable(utf8(`a;b\n${rows}`), 'f.csv');
		expect(table.rows.length).toBe(20_000);
	});
	it('left open after a cell of two lines lose neither line', () => {
		const table = readTable(utf8('a;b;c\n1;"x\ny";"z\n2;3;4'), 'f.csv');
		expect(table.rows.at(-1)?.cells).toEqual(['2', '3', '4']);
		expect(table.rows.flatMap(({ cells }) => cells).join('')).toContain('x');
	});
	it('hold delimiters, doubled quotes and line ends', () => {
		expect(cellsOf('a,b\n"x, ""y""\nz",2')).toEqual([['x, "y"\nz', '2']]);
	});
});

describe('headings', () => {
	it('doubled thousands of times are numbered one after the other', () => {
		const { headings } = readTable(utf8(`${Array(4000).fill('Mo').join(';')}\n1`), 'f.csv');
		expect(headings.slice(0, 3)).toEqual(['Mo', 'Mo (2)', 'Mo (3)']);
		expect(headings.at(-1)).toBe('Mo (4000)');
	});
	it('doubled: the first keeps its name, the second gets a number', () => {
		const table = readTable(utf8('nom;Nom ;x;nom (2)\n1;2;3;4'), 'f.csv');
		expect(table.headings).toEqual(['nom', 'Nom (2)', 'x', 'nom (2) (2)']);
		expect(codes(table)).toEqual(['note_heading_doubled', 'note_heading_doubled']);
		expect(columnIndex(table, ['NOM'])).toBe(0);
	});
	it('empty: named if the column holds something, dropped at the end if not', () => {
		expect(readTable(utf8('a;;c;\n1;2;3;\n'), 'f.csv').headings).toEqual(['a', 'colonne 2', 'c']);
	});
	it('match whatever their case, accents, spaces and underscores, in order of preference', () => {
		const table = readTable(utf8('Code INSEE commune;Région;lat_y\n1;2;3'), 'f.csv');
		expect(columnIndex(table, ['code_insee_commune'])).toBe(0);
		expect(columnIndex(table, ['absent', 'region', 'codeinseecommune'])).toBe(1);
		expect(columnIndex(table, ['latitude'])).toBeNull();
	});
	it('as long as a page are compared as they are: those beside them are found', () => {
		const long = 'É'.repeat(300_000);
		const table = readTable(utf8(`${long};Code INSEE;${long}\n1;2;3`), 'f.csv');
		expect(table.headings).toEqual([long, 'Code INSEE', `${long} (2)`]);
		expect(columnIndex(table, ['code_insee'])).toBe(1);
		expect(columnIndex(table, [long.toLowerCase()])).toBeNull();
	});
	it('called __proto__ are data like others', () => {
		const table = readTable(utf8('__proto__;constructor\nx;y'), 'f.csv');
		const record = cellsRecord(table, table.rows[0] ?? { cells: [] });
		expect(Object.keys(record)).toEqual(['__proto__', 'constructor']);
		expect(Object.getPrototypeOf(record)).toBeNull();
		expect({}).not.toHaveProperty('x');
	});
});

describe('encoding', () => {
	const header = 'médiathèque;prix';
	it('UTF-8 with a byte order mark leaves no trace of it', () => {
		const table = readTable(utf8(`\ufeff${header}\n1;2`), 'f.csv');
		expect(table.headings[0]).toBe('médiathèque');
		expect(table.notes).toEqual([]);
	});
	it('Windows-1252, its euro and its apostrophe included, is read and said', () => {
		const table = readTable(latin1(`${header}\nL\u0092\u00e9t\u00e9;5 \u0080`), 'f.csv');
		expect(table.headings[0]).toBe('médiathèque');
		expect(table.rows[0]?.cells).toEqual(['L’été', '5 €']);
		expect(codes(table)).toEqual(['note_encoding_windows_1252']);
	});
	it('UTF-16 in both orders', () => {
		const units = [...`\ufeff${header}\r\n1;2\r\n`].map((character) => character.charCodeAt(0));
		const little = bytes(...units.flatMap((unit) => [unit & 0xff, unit >> 8]));
		const big = bytes(...units.flatMap((unit) => [unit >> 8, unit & 0xff]));
		for (const content of [little, big]) {
			expect(readTable(content, 'f.csv')).toMatchObject({
				headings: ['médiathèque', 'prix'],
				rows: [{ cells: ['1', '2'] }]
			});
		}
	});
	it('UTF-8 with one damaged byte stays UTF-8', () => {
		const damaged = new Uint8Array([...utf8(`${header}\néé`), 0xe9, 0x3b, 0x31]);
		const table = readTable(damaged, 'f.csv');
		expect(table.headings[0]).toBe('médiathèque');
		expect(codes(table)).toEqual(['note_encoding_damaged']);
	});
});

describe('files that are no table', () => {
	it.each([
		['empty', utf8(''), 'error_table_empty'],
		['blank lines', utf8('\n ; \n\n'), 'error_table_empty'],
		['only a header', utf8('a;b\n'), 'error_table_no_rows'],
		['xlsx, cut', latin1('PK\u0003\u0004..............[Content_Types].xml'), 'error_workbook_damaged'],
		['xls', latin1('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'), 'error_table_is_spreadsheet'],
		['zip', latin1('PK\u0003\u0004..............pop.csv'), 'error_table_is_zip'],
		['gzip', bytes(0x1f, 0x8b, 8, 0), 'error_table_is_gzip'],
		['GeoPackage', latin1('SQLite format 3\u0000'), 'error_table_is_geopackage'],
		['PDF', utf8('%PDF-1.7'), 'error_table_is_pdf'],
		['web page', utf8('<!DOCTYPE html><html>404</html>'), 'error_table_is_web_page'],
		['XML', utf8('<?xml version="1.0"?><kml/>'), 'error_table_is_xml'],
		['GeoJSON', utf8('{"type":"FeatureCollection"}'), 'error_table_is_json'],
		['OSM PBF', latin1('\u0000\u0000\u0000\u000e\n\tOSMHeader'), 'error_table_is_osm_pbf'],
		['other bytes', bytes(1, 0, 2, 0, 3), 'error_table_is_binary']
	])('%s', (_name, content, code) => {
		expect(failure(content)).toEqual({ code, file: 'f.csv' });
	});
});
