import { describe, expect, it } from 'vitest';
import { importPlaces } from '#io/tables/places-csv.ts';
import { readPlaces } from '#workers/jobs/scenario/read-places.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const imported = (text: string) => {
	const all = importPlaces(bytesOf(text), 'lieux.csv');
	expect(all.rowsRead).toBe(all.rowsKept + all.rejected.length);
	return all;
};
const gare = { name: 'Ancienne gare', position: [5.25, 44.5] };
const mairie = { name: 'Mairie', position: [5, 45] };

describe('a list of places', () => {
	it('is read as typed, with decimal commas between semicolons, tabs or bars, and points between commas', () => {
		for (const text of [
			'Ancienne gare ; 5,25 ; 44,5\nMairie ; 5 ; 45',
			'Ancienne gare\t5,25\t44,5\r\nMairie\t5\t45\r\n',
			'\n"Ancienne gare"|5,25|44,5\n\nMairie|5|45',
			'Ancienne gare,5.25,44.5\nMairie,5,45'
		]) {
			expect(imported(text)).toMatchObject({ value: [gare, mairie], notes: [] });
		}
		expect(imported('Gare, quai 2, hangar;5,25;44,5').value).toEqual([{ ...gare, name: 'Gare, quai 2, hangar' }]);
	});

	it('is read under its headings, in any order, the name rather than the identifier', () => {
		const { value, notes } = imported('lat;id;Nom;LON;note\n44,5;12;Ancienne gare;5,25;à louer\n45;13;Mairie;5;\n');
		expect([value, notes]).toEqual([[gare, mairie], []]);
		expect(imported('sep=;\nnom;lon;lat\nMairie;5;45').value).toEqual([mairie]);
	});

	it('leaves out a line that cannot be read, says its number as typed, what was read and why, once, and goes on', () => {
		const { value, rejected, notes } = imported(
			'à définir;est;nord\nMairie;5;45\n\nSalle 5.1 44.2\n;5;44\nMairie;6;44\nTrop;5;44;1\nPôle;5;95\nAncienne gare;5,25;44,5'
		);
		expect(value).toEqual([mairie, gare]);
		expect(rejected.map(({ note }) => [note.row, note.read, note.message.code])).toEqual([
			[1, 'à définir | est | nord', 'note_point_coordinate'],
			[4, 'Salle 5.1 44.2', 'note_point_coordinate'],
			[5, '5 | 44', 'note_place_without_name'],
			[6, 'Mairie | 6 | 44', 'note_place_name_taken'],
			[7, 'Trop | 5 | 44 | 1', 'note_place_cells'],
			[8, 'Pôle | 5 | 95', 'note_point_coordinate']
		]);
		expect(notes).toEqual(rejected.map(({ note }) => note));
	});

	it('never takes half a decimal number for a coordinate', () => {
		expect(imported('Ancienne gare,5,25,44,5').value).toEqual([]);
		const { value, rejected } = imported('nom,lon,lat\nAncienne gare,5,25,44,5\nMairie,5,45');
		expect(value).toEqual([mairie]);
		expect(rejected.map(({ note }) => [note.row, note.read, note.message])).toEqual([
			[2, 'Ancienne gare | 5 | 25 | 44 | 5', { code: 'note_place_cells', params: { found: 5, expected: 3 } }]
		]);
	});

	it('may hold any name', () => {
		const { value } = imported('__proto__;5;45\n<b>;5;45\nconstructor;5;45');
		expect(value.map(({ name }) => name)).toEqual(['__proto__', '<b>', 'constructor']);
	});
});

describe('the reading of a list', () => {
	it('gives back the text of a file, whichever its encoding, to be corrected', () => {
		const bytes = Uint8Array.from('Médiathèque;5;45', (letter) => letter.charCodeAt(0));
		const { text, places, notes } = readPlaces({ bytes, file: 'lieux.csv' });
		expect([text, places]).toEqual(['Médiathèque;5;45', [{ name: 'Médiathèque', position: [5, 45] }]]);
		expect(notes.map(({ severity }) => severity)).not.toContain('rejected');
	});

	it('answers with the reason where nothing can be read', () => {
		const codes = (text: string) => readPlaces({ text }).notes.map(({ message }) => message.code);
		expect(codes('')).toEqual(['error_table_empty']);
		expect(codes('nom;lon;lat')).toEqual(['error_table_no_rows']);
		expect(codes('nom;longitude\nMairie;5')).toEqual(['error_points_columns']);
		const sheet = readPlaces({ bytes: bytesOf('PK\u0003\u0004 xl/'), file: 'lieux.xlsx' });
		expect([sheet.text, sheet.places]).toEqual([null, []]);
		expect(sheet.notes.map(({ message }) => message.code)).toEqual(['error_workbook_damaged']);
	});
});
