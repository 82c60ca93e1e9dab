import { describe, expect, it } from 'vitest';
import type { Weekday } from '#domain/opening-schedule.ts';
import { writeOsmHours } from '#io/hours/hours-osm.ts';
import { hoursFromWeekCells } from '#io/hours/hours-week-cells.ts';
import { importHours } from '#io/sites/sites-hours.ts';
import { importSites } from '#io/sites/sites-import.ts';

const WEEK = 'Lundi;mardi;Mercredi;jeudi;vendredi;Samedi;dimanche';
const encode = (text: string) => new TextEncoder().encode(text);
const imported = (headings: string, ...rows: string[]) =>
	importSites(
		encode([`nom;lat;lon;${headings}`, ...rows.map((row, rank) => `B${rank + 1};50.6;3.06;${row}`)].join('\n')),
		'lieux.csv'
	);
function read(headings: string, row: string) {
	const { value, notes, rejected, rowsRead, rowsKept } = imported(headings, row);
	expect([rowsRead, rowsKept, rejected.length]).toEqual([1, 1, 0]);
	const { schedule } = value[0];
	return {
		schedule,
		understood: schedule && writeOsmHours(schedule),
		notes: notes.map(({ severity, message: { code }, row: at, column }) => [severity, code, at, column]),
		params: Object.fromEntries(notes.map(({ message }) => [message.code, message.params]))
	};
}
const cells = (told: Partial<Record<Weekday, string>>) =>
	hoursFromWeekCells(new Map(Object.entries(told).map(([day, cell]) => [Number(day) as Weekday, cell])));
const understood = (told: Partial<Record<Weekday, string>>) => {
	const { schedule } = cells(told);
	return schedule && writeOsmHours(schedule);
};

describe('columns of days that are chosen by hand', () => {
	const file = encode('nom;lat;lon;L;M1;M2;sam\nB;50.6;3.06;;14h-18h;10h-12h;9h-12h');
	const hoursOf = (columns: Record<string, string>) => {
		const [{ schedule }] = importSites(file, 'lieux.csv', { mapping: columns }).value;
		return schedule && writeOsmHours(schedule);
	};
	it('are read whatever their headings, though fewer than three', () => {
		expect(hoursOf({})).toBeNull();
		expect(hoursOf({ tuesday: 'M1' })).toBe('Tu 14:00-18:00');
		expect(hoursOf({ tuesday: 'M1', wednesday: 'm2' })).toBe('Tu 14:00-18:00; We 10:00-12:00; Sa 09:00-12:00');
	});
	it('are the only ones of their day, and must be there', () => {
		expect(hoursOf({ monday: 'M1', tuesday: 'M2', saturday: 'L' })).toBe('Mo 14:00-18:00; Tu 10:00-12:00');
		expect(() => hoursOf({ sunday: 'dim' })).toThrow('error_mapping_column_missing');
	});
});

describe('hours in one column of text', () => {
	it('are read in the OpenStreetMap syntax or in French, each with its own text', () => {
		const { value } = imported(
			'horaires',
			'Tu,Th 16:00-18:30',
			'"mardi et jeudi 16h-18h30 ; fermé en août"',
			'sur rendez-vous',
			''
		);
		expect(value.map(({ schedule }) => schedule && [writeOsmHours(schedule), schedule.sourceText])).toEqual([
			['Tu,Th 16:00-18:30', 'Tu,Th 16:00-18:30'],
			['Tu,Th 16:00-18:30; Aug off', 'mardi et jeudi 16h-18h30 ; fermé en août'],
			['"sur rendez-vous"', 'sur rendez-vous'],
			null
		]);
	});

	it('come before columns of days, which tell those without a text', () => {
		const { value } = imported(`horaires;${WEEK}`, 'Mo 9:00-10:00;;10h-12h;;;;;', ';;10h-12h;;;;;');
		expect(value.map(({ schedule }) => schedule && writeOsmHours(schedule))).toEqual([
			'Mo 09:00-10:00',
			'Tu 10:00-12:00'
		]);
	});
});

describe('hours in one column a day', () => {
	it('are those of each cell; the text of the row is kept and what was understood is said', () => {
		const told = read(WEEK, 'fermé;16h-18h30;10h-12h / 14h-18h;16h00 - 18h30;;1er samedi du mois 10h-12h;sur rdv');
		expect(told.understood).toBe(
			'Mo off; Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa[1] 10:00-12:00; Su "sur rdv"'
		);
		expect(told.schedule?.sourceText).toBe(
			'lundi : fermé ; mardi : 16h-18h30 ; mercredi : 10h-12h / 14h-18h ; jeudi : 16h00 - 18h30 ; samedi : 1er samedi du mois 10h-12h ; dimanche : sur rdv'
		);
		expect(told.params).toMatchObject({
			note_hours_week_columns: { columns: 'Lundi, mardi, Mercredi, jeudi, vendredi, Samedi, dimanche' },
			note_hours_french_read: { understood: told.understood },
			note_hours_week_blank_closed: { columns: 'vendredi' }
		});
		expect(told.notes).toContainEqual(['info', 'note_hours_french_restricted', 2, 'dimanche']);
	});

	it.each([
		['Horaires lundi;Horaires mardi;Horaires mercredi;h4;h5;h6;h7'],
		['lun.;mar.;mer.;h4;h5;h6;h7'],
		['LUNDI ;Horaires du mardi;heures_mercredi;h4;h5;h6;h7'],
		['Monday;Tuesday hours;Wednesday;h4;h5;h6;h7'],
		['ouverture_lundi;ouverture_mardi;ouverture_mercredi;h4;h5;h6;h7']
	])('are known by their headings: %s', (headings) => {
		const { understood: said, params } = read(headings, '10h-12h;14h-18h;;x;y;z;');
		expect(said).toBe('Mo 10:00-12:00; Tu 14:00-18:00');
		expect(params).toHaveProperty('note_hours_week_columns_some');
	});

	it('morning and afternoon of a day are put together, in that order', () => {
		const told = read('mardi après-midi;mardi matin;jeudi_matin;samedi am;samedi pm', '14h-18h;10h-12h;;9h-12h;');
		expect(told.understood).toBe('Tu 10:00-12:00,14:00-18:00; Sa 09:00-12:00');
	});

	it('columns that say more than a day are left, and named', () => {
		const told = read(`${WEEK};Mardi vacances;samedi été`, ';16h-18h;;;;;;10h-18h;9h-12h');
		expect(told.understood).toBe('Tu 16:00-18:00');
		expect(told.params.note_hours_week_columns_left).toEqual({ columns: 'Mardi vacances, samedi été' });
	});

	it('two headings of days are no week', () => {
		expect(read('Sa;Me', '10h-12h;14h-18h').schedule).toBeNull();
	});

	it('give its hours to a site, in a file of hours', () => {
		const { value } = imported('horaires', '');
		const told = importHours(encode(`nom;${WEEK}\nB1;;10h-12h;;;;;\nB1;;9h-12h;;;;;\nC;;;;;;;`), 'h.csv', value);
		expect(told.value[0].schedule?.sourceText).toBe('mardi : 10h-12h');
		expect(told.rejected.map(({ note }) => [note.row, note.message.code])).toEqual([
			[4, 'note_hours_site_unknown'],
			[3, 'note_hours_site_again']
		]);
		expect(told.rowsRead).toBe(told.rowsKept + told.rejected.length);
	});
});

describe('empty cells', () => {
	it('seven of them are unknown, and said', () => {
		for (const row of [';;;;;;', '-;;NA;;;;']) {
			const told = read(WEEK, row);
			expect(told.schedule).toBeNull();
			expect(told.notes.at(-1)).toEqual(['info', 'note_hours_rows_empty', 2, null]);
		}
	});

	it('are closed beside hours, unknown beside days that have none for the public', () => {
		expect(understood({ 1: '10h-12h' })).toBe('Tu 10:00-12:00');
		expect(understood({ 1: 'fermé' })).toBe('Tu off; Mo,We-Su unknown');
		expect(understood({ 1: 'off' })).toBe('Tu off; Mo,We-Su unknown');
		expect(understood({ 1: 'sur rdv' })).toBe('Tu "sur rdv"; Mo,We-Su unknown');
		expect(read(WEEK, ';fermé;;;;;').params.note_hours_week_blank_unknown).toEqual({
			columns: 'Lundi, Mercredi, jeudi, vendredi, Samedi, dimanche'
		});
	});

	it('are none where all seven days say that they are closed', () => {
		const days: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
		expect(understood(Object.fromEntries(days.map((day) => [day, 'fermé'])))).toBe('Mo-Su off');
	});
});

describe('a cell of one day', () => {
	it.each([
		['10-12', 'Tu 10:00-12:00'],
		['9-12 / 14-18', 'Tu 09:00-12:00,14:00-18:00'],
		['9h-12h;14h-18h', 'Tu 09:00-12:00,14:00-18:00'],
		['10:00-12:00,11:00-13:00', 'Tu 10:00-12:00,11:00-13:00'],
		['10h-24h', 'Tu 10:00-24:00'],
		['0h-24h', 'Tu 00:00-24:00'],
		['22h-2h', 'Tu 22:00-26:00'],
		['10h-12h ; le 24 décembre : fermé', 'Tu 10:00-12:00; Dec 24 Tu off'],
		['semaines paires 10h-12h ; semaines impaires 14h-16h', 'week 02-52/2 Tu 10:00-12:00; week 01-53/2 Tu 14:00-16:00'],
		['10h-12h ; classes 14h-16h', 'Tu 10:00-12:00, Tu 14:00-16:00 "classes"'],
		['1er mardi du mois 10h-12h', 'Tu[1] 10:00-12:00'],
		['mardi 10h-12h', 'Tu 10:00-12:00'],
		['10h-12h (semaines paires)', 'week 02-52/2 Tu 10:00-12:00'],
		['10h-12h sauf vacances scolaires', 'Tu 10:00-12:00; SH Tu off'],
		// What closes is held to the day of the column.
		['10h-12h, fermé en août', 'Tu 10:00-12:00; Aug Tu off']
	])('%s is %s', (cell, expected) => {
		expect(understood({ 1: cell })).toBe(expected);
	});

	it.each(['18h-16h', '10h-10h', '?', 'voir le site', 'matin', '12'])('%s is unknown, and said', (cell) => {
		const told = cells({ 1: cell, 2: '14h-18h' });
		expect(told.schedule?.rules.filter(({ state }) => state === 'unknown')).toHaveLength(1);
		expect(told.notes.some(({ weekday }) => weekday === 1)).toBe(true);
		expect(told.schedule && writeOsmHours(told.schedule)).toContain('We 14:00-18:00');
	});

	it.each(['mercredi 10h-12h', 'tous les jours 10h-12h', '10h-12h et lundi 14h-18h'])(
		'that speaks of other days is unknown: %s',
		(cell) => {
			const told = cells({ 1: cell, 3: '16h-18h' });
			expect(told.schedule && writeOsmHours(told.schedule)).toBe('Tu unknown; Th 16:00-18:00');
			expect(told.notes).toContainEqual({
				severity: 'changed',
				message: { code: 'note_hours_cell_not_read', params: {} },
				weekday: 1
			});
		}
	);
});
