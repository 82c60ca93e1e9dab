import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { importHours } from '#io/sites/sites-hours.ts';
import { importSites } from '#io/sites/sites-import.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const { value: sites } = importSites(
	bytes(
		'id,nom,ville,lat,lon,opening_hours\nL1,Médiathèque St-Exupéry,Lille,50.63,3.06,\nL2,Bibliothèque,Hem,50.65,3.19,Mo 10:00-12:00\nL3,Bibliothèque,Lys,50.67,3.21,'
	),
	'lieux.csv'
);
const read = (text: string, mapping = {}) => importHours(bytes(text), 'horaires.csv', sites, { mapping });
const told = (value: typeof sites) => value.map(({ schedule }) => schedule?.sourceText ?? null);

describe('a file of hours', () => {
	it('gives its hours by identifier, else by name: accents, case and “St” do not count', () => {
		const { value, rowsRead, rowsKept } = read(
			'id,nom,horaires\nL3,Autre nom,Tu 10:00-12:00\n,MEDIATHEQUE SAINT EXUPERY,We 14:00-18:00'
		);
		expect(told(value)).toEqual(['We 14:00-18:00', 'Mo 10:00-12:00', 'Tu 10:00-12:00']);
		expect([rowsRead, rowsKept]).toEqual([2, 2]);
	});

	it('leaves a row out once, though its text is wrong in both readings, and tells both', () => {
		const text = 'Mardi et jeudi : 10h;12h, 14h-18h ; samedi : 10h-17h sauf juillet';
		const { value, rejected, notes, rowsRead, rowsKept } = read(`id,horaires\nL1,"${text}"\nL3,Tu 10:00-12:00`);
		expect(told(value)).toEqual([null, 'Mo 10:00-12:00', 'Tu 10:00-12:00']);
		expect([rowsRead, rowsKept, rejected.length]).toEqual([2, 1, 1]);
		expect(notes.filter(({ message }) => message.code.startsWith('error_')).map(({ severity }) => severity)).toEqual([
			'rejected',
			'info'
		]);
	});

	it('tells namesakes apart by their commune or their position, and guesses nothing', () => {
		expect(told(read('nom,ville,horaires\nBibliothèque,LYS,Tu 10:00-12:00').value)).toEqual([
			null,
			'Mo 10:00-12:00',
			'Tu 10:00-12:00'
		]);
		expect(told(read('nom,lat,lon,horaires\nBibliothèque,50.67,3.21,Tu 10:00-12:00').value)).toEqual([
			null,
			'Mo 10:00-12:00',
			'Tu 10:00-12:00'
		]);
		const { value, rejected, rowsRead, rowsKept } = read(
			'nom,ville,horaires\nBibliothèque,,Tu 10:00-12:00\nBibliothèque,Croix,Tu 10:00-12:00\nLudothèque,Lys,Tu 10:00-12:00'
		);
		expect(told(value)).toEqual([null, 'Mo 10:00-12:00', null]);
		expect(rejected.map(({ note, cells }) => [note.row, note.read, note.message.code, cells.nom])).toEqual([
			[2, 'Bibliothèque', 'note_hours_site_ambiguous', 'Bibliothèque'],
			[3, 'Bibliothèque', 'note_hours_site_elsewhere', 'Bibliothèque'],
			[4, 'Ludothèque', 'note_hours_site_unknown', 'Ludothèque']
		]);
		expect(rowsRead).toBe(rowsKept + rejected.length);
	});

	it('has one row a site and day, under headings that may be named', () => {
		const text =
			'lieu;quand;de;a\nMédiathèque St-Exupéry;mardi;14:00:00;18:00:00\nMédiathèque St-Exupéry;samedi;10:00:00;12:00:00';
		const { value, notes } = read(text, { name: 'lieu', day: 'quand', openAfternoon: 'de', closeAfternoon: 'a' });
		expect(value[0].schedule).toMatchObject({
			syntax: 'rows',
			rules: [{ times: [{ start: 840, end: 1080 }] }, { times: [{ start: 600, end: 720 }] }]
		});
		expect(notes.at(-1)?.message).toEqual({ code: 'note_hours_sites_without', params: { count: 1 } });
	});

	it('replaces hours already known, and says so', () => {
		const { value, notes } = read('id,horaires\nL2,Fr 16:00-18:00');
		expect(told(value)).toEqual([null, 'Fr 16:00-18:00', null]);
		expect(notes.map(({ message }) => message)).toEqual([
			{ code: 'note_hours_replaced', params: { count: 1 } },
			{ code: 'note_hours_sites_without', params: { count: 2 } }
		]);
	});

	it('rejects an expression that it cannot read, and the second one of a site', () => {
		const { value, rejected, rowsKept } = read('id,horaires\nL1,Tu 10:00-\nL2,Tu 9:00-12:00\nL2,We 9:00-12:00');
		expect(told(value)).toEqual([null, 'Tu 9:00-12:00', null]);
		expect(rejected.map(({ note }) => [note.row, note.column, note.read])).toEqual([
			[2, 'horaires', 'Tu 10:00-'],
			[4, 'horaires', 'We 9:00-12:00']
		]);
		expect(rowsKept).toBe(1);
	});

	it('may be the file of the sites itself', () => {
		const text = bytes(
			'id;nom;ville;jour;ouverture_pm;fermeture_pm;lat;lon\n383;Bernard Monge;Allauch;mardi;14:00;18:00;43.33;5.48\n383;Municipale;Alleins;mardi;15:00;19:00;43.33;5.48'
		);
		const first = importSites(text, 'f.csv');
		const { value, rejected } = importHours(text, 'f.csv', first.value);
		expect(rejected).toEqual([]);
		expect(value).toEqual(first.value);
	});

	it('says what it lacks', () => {
		const failure = (text: string) => {
			try {
				read(text);
			} catch (problem) {
				if (problem instanceof MaillageError) return problem.detail;
			}
			return null;
		};
		expect(failure('nom,adresse\nA,B')).toEqual({ code: 'error_hours_columns', params: { columns: 'nom, adresse' } });
		expect(failure('jour,ouverture_am\nmardi,10:00')?.code).toBe('error_hours_columns');
	});
});
