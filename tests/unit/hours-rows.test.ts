import { describe, expect, it } from 'vitest';
import { civilCalendar } from '#core/hours/calendar.ts';
import { weeklyMinutes } from '#core/hours/reference-week.ts';
import { writeOsmHours } from '#io/hours/hours-osm.ts';
import { parseClock, parsePeriod, parseWeekday } from '#io/hours/hours-rows-cells.ts';
import type { HoursFromRows } from '#io/hours/hours-rows.ts';
import { hoursFromDayRows } from '#io/hours/hours-rows.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';

type Cells = Partial<
	Record<'jour' | 'ouverture_am' | 'fermeture_am' | 'ouverture_pm' | 'fermeture_pm' | 'periode' | 'categorie', string>
>;

function read(...rows: Cells[]): HoursFromRows {
	const given = rows.map((cells, rank) => ({ row: rank + 2, cells: new Map(Object.entries(cells)) }));
	const result = hoursFromDayRows('Médiathèque', given, 'horaires.csv');
	expect(result.rowsKept + result.rejected.length).toBe(rows.length);
	return result;
}
const hours = (...rows: Cells[]) => {
	const { schedule } = read(...rows);
	return schedule === null ? null : writeOsmHours(schedule);
};
const tuesday = (cells: Cells): Cells => ({ jour: 'mardi', ...cells });

describe('cells', () => {
	it('hold times as tables write them', () => {
		for (const text of ['9:30', '09:30', '09:30:00', '9h30', '9 h 30', '9H30', '9.30', '9h30min'])
			expect(parseClock(text)).toBe(570);
		expect(['9h', '9', '09h', '9 h'].map(parseClock)).toEqual([540, 540, 540, 540]);
		expect(parseClock('24:00')).toBe(1440);
		for (const text of ['25:61', '24:01', '10:60', '10h7', '-1', 'midi', '10:00-12:00', '1'.repeat(99)]) {
			expect(parseClock(text), text).toBeNull();
		}
	});

	it('hold days in French, English or numbers from Monday', () => {
		expect(['lundi', 'Mar.', 'MERCREDI', 'jeu', 'Fr', 'Saturday', '7'].map(parseWeekday)).toEqual([
			0, 1, 2, 3, 4, 5, 6
		]);
		expect(['0', '8', 'férié', '', '__proto__'].map(parseWeekday)).toEqual([null, null, null, null, null]);
	});

	it('hold periods', () => {
		expect(['', undefined, 'NA', 'Année', 'Toute l’année', 'hors été'].map(parsePeriod)).toEqual(Array(6).fill('year'));
		expect(['été', 'Horaires d’été', 'juillet-août'].map(parsePeriod)).toEqual(['summer', 'summer', 'july-august']);
		expect(['vacances', 'Vacances scolaires', 'petites vacances'].map(parsePeriod)).toEqual([
			'holidays',
			'holidays',
			'small-holidays'
		]);
		expect(['scolaire', 'période scolaire', 'hors vacances scolaires'].map(parsePeriod)).toEqual([
			'term',
			'term',
			'term'
		]);
		expect(parsePeriod('bibliothèque')).toBeNull();
	});
});

describe('hours one row a day', () => {
	it('are morning, afternoon, both, or the day without a break', () => {
		expect(hours(tuesday({ ouverture_am: '10:00', fermeture_am: '12:00' }))).toBe('Tu 10:00-12:00');
		expect(hours(tuesday({ ouverture_pm: '14h', fermeture_pm: '18h30' }))).toBe('Tu 14:00-18:30');
		expect(
			hours(
				tuesday({
					ouverture_am: '10:00:00',
					fermeture_am: '12:00:00',
					ouverture_pm: '14:00:00',
					fermeture_pm: '18:00:00'
				})
			)
		).toBe('Tu 10:00-12:00,14:00-18:00');
		expect(hours(tuesday({ ouverture_am: '10:00', fermeture_am: 'NA', ouverture_pm: '', fermeture_pm: '18:00' }))).toBe(
			'Tu 10:00-18:00'
		);
		expect(hours(tuesday({ ouverture_pm: '20:00', fermeture_pm: '00:00' }))).toBe('Tu 20:00-24:00');
	});

	it('put together the days that share them', () => {
		const morning = { ouverture_am: '10:00', fermeture_am: '12:00' };
		const days = ['mardi', 'mercredi', 'jeudi', 'samedi'].map((jour) => ({ jour, ...morning }));
		expect(hours(...days, { jour: 'lundi', ouverture_am: 'NA' })).toBe('Tu-Th,Sa 10:00-12:00');
	});

	it('keep summer and holidays apart from the term', () => {
		const morning = { ouverture_am: '10:00', fermeture_am: '12:00' };
		expect(hours(tuesday(morning), { jour: 'jeudi', ...morning, categorie: 'été' })).toBe(
			'Tu 10:00-12:00; Jul-Aug SH off; Jul-Aug SH Th 10:00-12:00'
		);
		expect(hours(tuesday(morning), { jour: 'jeudi', ...morning, periode: 'vacances' })).toBe(
			'Tu 10:00-12:00; SH off; SH Th 10:00-12:00'
		);
		expect(hours(tuesday(morning), { jour: 'jeudi', ...morning, periode: 'petites vacances' })).toBe(
			'Tu 10:00-12:00; Oct-Jun SH off; Oct-Jun SH Th 10:00-12:00'
		);
	});

	it('leave the term week as its rows say, whatever the summer’s', () => {
		const morning = { ouverture_am: '10:00', fermeture_am: '12:00' };
		const { schedule } = read(
			tuesday(morning),
			{ jour: 'jeudi', ...morning, categorie: 'été' },
			{ jour: 'samedi', ...morning }
		);
		const calendar = civilCalendar({ school: schoolCalendar('B'), departement: '59' });
		const minutes = (kind: 'term' | 'small-holidays' | 'summer') =>
			schedule && weeklyMinutes(schedule, { kind, year: 2026 }, calendar).minutes;
		expect([minutes('term'), minutes('small-holidays'), minutes('summer')]).toEqual([240, 240, 120]);
	});

	it('do not invent what no row tells', () => {
		const morning = { ouverture_am: '10:00', fermeture_am: '12:00' };
		expect(hours(tuesday({ ...morning, periode: 'scolaire' }))).toBe('Tu 10:00-12:00; SH unknown');
		expect(hours(tuesday({ ...morning, periode: 'été' }))).toBe('unknown; Jul-Aug SH off; Jul-Aug SH Tu 10:00-12:00');
		const none = read({ jour: 'mardi', ouverture_am: 'NA' }, { jour: 'mercredi' });
		expect(none.schedule).toBeNull();
		expect(none.notes.map((note) => note.message.code)).toEqual(['note_hours_rows_empty']);
	});

	it('reject a row that cannot be read, with its reason, and keep the others', () => {
		const { schedule, rejected } = read(
			tuesday({ ouverture_am: '10:00', fermeture_am: '12:00' }),
			{ jour: 'demain', ouverture_am: '10:00', fermeture_am: '12:00' },
			{ jour: 'jeudi', ouverture_am: '25:61', fermeture_am: '12:00' },
			{ jour: 'jeudi', ouverture_am: '12:00', fermeture_am: '10:00' },
			{ jour: 'jeudi', ouverture_am: '10:00' },
			{ jour: 'jeudi', ouverture_am: '10:00', fermeture_am: '12:00', categorie: 'Noël' }
		);
		expect(schedule && writeOsmHours(schedule)).toBe('Tu 10:00-12:00');
		expect(rejected.map(({ note }) => [note.row, note.message.code, note.column, note.read])).toEqual([
			[3, 'note_hours_row_day', 'jour', 'demain'],
			[4, 'note_hours_row_time', 'ouverture_am', '25:61'],
			[5, 'note_hours_row_reversed', 'fermeture_am', '12:00 – 10:00'],
			[6, 'note_hours_row_incomplete', null, '10:00 |  |  | '],
			[7, 'note_hours_row_period', 'categorie', 'Noël']
		]);
		expect(rejected[0].cells).toEqual({ jour: 'demain', ouverture_am: '10:00', fermeture_am: '12:00' });
	});

	it('say that hours overlap or that a day comes twice, and add them up', () => {
		const { schedule, notes } = read(
			tuesday({ ouverture_am: '10:00', fermeture_am: '13:00', ouverture_pm: '12:00', fermeture_pm: '18:00' }),
			tuesday({ ouverture_am: '20:00', fermeture_am: '21:00' })
		);
		expect(schedule && writeOsmHours(schedule)).toBe('Tu 10:00-13:00,12:00-18:00,20:00-21:00');
		expect(notes.map((note) => [note.severity, note.message.code])).toEqual([
			['changed', 'note_hours_row_overlap'],
			['changed', 'note_hours_row_same_day']
		]);
	});

	it('keep what was read beside what was understood', () => {
		const { schedule } = read(tuesday({ ouverture_am: '10h', fermeture_am: '12h', ouverture_pm: '' }));
		expect(schedule).toMatchObject({ sourceText: 'mardi 10h 12h', syntax: 'rows' });
	});

	it('no row at all is no schedule', () => {
		expect(read()).toEqual({ schedule: null, notes: [], rejected: [], rowsKept: 0 });
	});
});
