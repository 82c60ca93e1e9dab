import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { plainSpaces, runCli, runCliWell } from '../cli.ts';
import { prepareThreeWell } from '../prepare-run.ts';
import { readCsv, temporaryFolder } from '../territories.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const X = 'Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30';
const of2025 = ['--zone', 'B', '--dept', '59', '--year', '2025'];
interface Figures {
	readonly weekly_hours: number | null;
	readonly yearly_hours: number | null;
	readonly yearly_by_period: { readonly term: number; readonly small_holidays: number; readonly summer: number } | null;
}
async function told<Answer>(...args: string[]): Promise<Answer> {
	return JSON.parse(plainSpaces((await runCliWell('hours', ...args)).stdout)) as Answer;
}
async function ofFile(name: string, text: string) {
	const path = join(folder.path, name);
	writeFileSync(path, text);
	const run = await runCliWell('hours', '--file', path, ...of2025);
	return {
		places: JSON.parse(plainSpaces(run.stdout)) as {
			readonly id: string | null;
			readonly name: string | null;
			readonly read: string | null;
			readonly says: readonly string[];
			readonly figures: Figures | null;
		}[],
		stderr: plainSpaces(run.stderr)
	};
}

describe('hours in one column a day, in the files of a territory', () => {
	it('are prepared, kept with what was read, and diagnosed', async () => {
		const week = 'lun.;mar.;mer.;jeu.;ven.;sam.;dim.';
		const content = [
			`nom;latitude;longitude;${week}`,
			'Haut;45.96;5.33;;16h-18h;10h-12h / 14h-18h;;;sur rdv;',
			'Bas;45.96;5.39;;;;;;;',
			'Loin;45.96;5.45;fermé;voir affiche;;;;10-12;',
			''
		].join('\n');
		const run = await prepareThreeWell(join(folder.path, 'week'), { sites: { file: 'lieux.csv', content } });
		const codes = run.notes.filter(({ file }) => file === 'lieux.csv').map(({ row, message }) => [row, message.code]);
		expect(codes).toEqual(
			expect.arrayContaining([
				[null, 'note_hours_week_columns'],
				[2, 'note_hours_week_blank_closed'],
				[3, 'note_hours_rows_empty'],
				[4, 'note_hours_french_unknown']
			])
		);
		expect(run.manifest.inputs.sites).toMatchObject({ rows_read: 3, rows_kept: 3, rows_rejected: 0 });
		const results = `${run.out}-results`;
		await runCliWell('diagnose', run.out, '--out', results);
		const kept = readCsv(join(results, 'sites.csv')).map(({ name, weekly_hours_term }) => [name, weekly_hours_term]);
		// Tuesday of "Loin" is not known: its week is not either.
		expect(kept).toEqual([
			['Haut', '8'],
			['Bas', ''],
			['Loin', '']
		]);
	});
});

describe('the hours command', () => {
	it('says what it understood beside the text, then the week, the periods and the year', async () => {
		const year = ['--zone', 'B', '--dept', '59', '--year', '2026'];
		expect(await told('--expr', X, ...year)).toMatchObject({
			read: X,
			says: ['mardi et jeudi 16 h–18 h 30', 'mercredi 10 h–12 h et 14 h–18 h', 'samedi 10 h–12 h 30'],
			understood: X,
			weekly_hours: 13.5,
			yearly_hours: 704.5,
			periods: { term: 13.5, small_holidays: 13.5, summer: 13.5 }
		});
		expect(await told('--expr', `${X}; PH off`, ...year)).toMatchObject({ yearly_hours: 688.5 });
		// Holidays are published to 2026-08-30: no total of the year is made of a guess.
		expect(await told('--expr', `${X}; SH off`, ...year)).toMatchObject({
			yearly_hours: null,
			known: { to: '2026-08-30', hours: 289.5 }
		});
	});

	it('reads French, in either language of the answer', async () => {
		const french = 'mardi 16h-18h30, 1er samedi du mois 10h-12h ; fermé en août';
		expect(await told('--expr', french, ...of2025)).toMatchObject({
			read: french,
			says: ['mardi 16 h–18 h 30', '1er samedi du mois 10 h–12 h', 'en août : fermé'],
			understood: 'Tu 16:00-18:30; Sa[1] 10:00-12:00; Aug off'
		});
		expect(await told('--expr', french, ...of2025, '--lang', 'en')).toMatchObject({
			says: ['Tuesday 16:00–18:30', 'the first Saturday of the month 10:00–12:00', 'in August: closed']
		});
	});

	it('tells each place of a file, hours in a column of text', async () => {
		const rows = ['L1;Centre;"Tu 10:00-12:00; SH off"', 'L2;Nord;mardi 10h-12h', 'L3;Sud;', 'L4;Est;Tu 10:00-'];
		const { places, stderr } = await ofFile('texte.csv', `id;nom;horaires\n${rows.join('\n')}\n`);
		expect(places.map(({ id, read, says }) => [id, read, says.length])).toEqual([
			['L1', 'Tu 10:00-12:00; SH off', 2],
			['L2', 'mardi 10h-12h', 1],
			['L3', null, 0],
			['L4', null, 0]
		]);
		const figures = places.map((place) => place.figures);
		// 52 Tuesdays in 2025; those of the year are shared out whole among term, small holidays and summer.
		expect(figures[1]).toMatchObject({ weekly_hours: 2, yearly_hours: 104 });
		const shared = figures[1]?.yearly_by_period;
		expect(shared && shared.term + shared.small_holidays + shared.summer).toBe(104);
		expect(figures[0]).toMatchObject({
			yearly_hours: shared?.term,
			yearly_by_period: { term: shared?.term, small_holidays: 0, summer: 0 }
		});
		expect(figures.slice(2)).toEqual([null, null]);
		expect(stderr).toContain('Tu 10:00-');
	});

	it('tells each place of a file, hours in one column a day or one row a day', async () => {
		const { places, stderr } = await ofFile(
			'semaine.csv',
			'nom;Lundi;Mardi;Mercredi;Jeudi;Vendredi;Samedi;Dimanche\nCentre;;16h-18h30;10h-12h / 14h-18h;16h-18h30;;10h-12h30;\n'
		);
		expect(places[0]).toMatchObject({
			name: 'Centre',
			read: 'mardi : 16h-18h30 ; mercredi : 10h-12h / 14h-18h ; jeudi : 16h-18h30 ; samedi : 10h-12h30',
			figures: { understood: X, weekly_hours: 13.5 }
		});
		expect(stderr).toContain('Cellules vides à côté d’horaires : Lundi, Vendredi, Dimanche');
		const rows = await ofFile(
			'jours.csv',
			'nom;jour;ouverture_am;fermeture_am;ouverture_pm;fermeture_pm\nCentre;mardi;10:00;12:00;;\nNord;lundi;9:00;10:00;;\nCentre;mercredi;;;14:00;18:00\n'
		);
		expect(rows.places.map(({ name, figures }) => [name, figures?.weekly_hours])).toEqual([
			['Centre', 6],
			['Nord', 1]
		]);
	});

	it('asks for a text or a file, and a file of hours', async () => {
		for (const asked of [[], ['--expr', X, '--file', 'lieux.csv']]) {
			const run = await runCli('hours', ...asked, ...of2025);
			expect([run.code, run.stdout]).toEqual([2, '']);
			expect(plainSpaces(run.stderr)).toContain('l’un des deux, et un seul');
		}
		const path = join(folder.path, 'sans.csv');
		writeFileSync(path, 'nom;ville\nCentre;Lille\n');
		expect((await runCli('hours', '--file', path, ...of2025)).code).toBe(1);
	});
});
