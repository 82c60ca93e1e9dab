import { describe, expect, it } from 'vitest';
import { civilCalendar, type CivilCalendar } from '#core/hours/calendar.ts';
import { parseIsoDate, type CivilDay } from '#core/hours/civil-date.ts';
import { scheduleReader, type DayOpenings } from '#core/hours/day-openings.ts';
import type { SchoolZone } from '#domain/calendar.ts';
import type { OpeningSchedule, Weekday } from '#domain/opening-schedule.ts';
import { parseFrenchHours } from '#io/hours/hours-french.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';
import { hoursFromDayRows } from '#io/hours/hours-rows.ts';
import { hoursFromWeekCells } from '#io/hours/hours-week-cells.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';

// What libraries publish, in each form of input that can say it: the openings of every day of 2026 and around are the same.

const day = (date: string) => parseIsoDate(date) as CivilDay;
const [FIRST, LAST] = [day('2025-12-15'), day('2027-01-31')];
const place = (zone: SchoolZone, departement: string) => civilCalendar({ school: schoolCalendar(zone), departement });
const PLACES = [place('B', '57'), place('B', '59'), place('Corse', '2A')];

function days(schedule: OpeningSchedule, calendar: CivilCalendar): DayOpenings[] {
	const reader = scheduleReader(schedule);
	return Array.from({ length: LAST - FIRST }, (_, rank) => reader.day((FIRST + rank) as CivilDay, calendar));
}

function osm(text: string): OpeningSchedule {
	const parsed = parseOsmHours(text);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
	return parsed.schedule;
}
function french(text: string): OpeningSchedule {
	const parsed = parseFrenchHours(text);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
	return parsed.schedule;
}
function columns(cells: Partial<Record<Weekday, string>>): OpeningSchedule {
	const told = Object.entries(cells).map(([weekday, cell]) => [Number(weekday) as Weekday, cell] as const);
	const { schedule } = hoursFromWeekCells(new Map(told));
	if (schedule === null) throw new Error('no schedule');
	return schedule;
}
const NAMES = ['jour', 'ouverture_am', 'fermeture_am', 'ouverture_pm', 'fermeture_pm', 'periode'];
/** "mardi 10:00 12:00 - - été": a dash is a blank cell. */
function rows(...lines: string[]): OpeningSchedule {
	const read = lines.map((line, rank) => {
		const cells = line.split(' ').map((cell) => (cell === '-' ? '' : cell.replaceAll('_', ' ')));
		return { row: rank + 2, cells: new Map(NAMES.map((name, at) => [name, cells[at] ?? ''])) };
	});
	const { schedule, rejected } = hoursFromDayRows('Site', read, 'horaires.csv');
	if (schedule === null || rejected.length > 0) throw new Error(JSON.stringify(rejected));
	return schedule;
}

const FORMS: readonly (readonly [string, OpeningSchedule, Readonly<Record<string, OpeningSchedule>>])[] = [
	[
		'a week',
		osm('Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30'),
		{
			french: french('Mardi et jeudi 16h-18h30, mercredi 10h-12h / 14h-18h, samedi 10h-12h30'),
			columns: columns({ 1: '16h-18h30', 2: '10h-12h / 14h-18h', 3: '16h00-18h30', 5: '10-12h30' }),
			rows: rows(
				'mardi - - 16:00 18:30',
				'mercredi 10:00 12:00 14:00 18:00',
				'jeudi - - 16:00 18:30',
				'samedi 10:00 12:30'
			)
		}
	],
	[
		'term alone',
		osm('Tu 16:00-18:00; SH off'),
		{
			french: french('mardi 16h-18h, fermé pendant les vacances scolaires'),
			columns: columns({ 1: '16h-18h hors vacances scolaires' }),
			rows: rows('mardi - - 16:00 18:00 scolaire', 'mardi - - - - vacances')
		}
	],
	[
		'term, small holidays and summer',
		// School holidays that are neither small nor the summer's are told by nobody.
		osm(
			'Tu 16:00-18:00; SH unknown; Oct-Jun SH off; Oct-Jun SH Tu 14:00-18:00; Jul-Aug SH off; Jul-Aug SH Tu 10:00-12:00'
		),
		{
			rows: rows(
				'mardi - - 16:00 18:00 scolaire',
				'mardi - - 14:00 18:00 petites_vacances',
				'mardi 10:00 12:00 - - été'
			)
		}
	],
	[
		'a day in term, in small holidays and in summer',
		osm(
			'Tu 16:00-18:00; SH Tu unknown; Oct-Jun SH off; Oct-Jun SH Tu 14:00-18:00; Jul-Aug SH off; Jul-Aug SH Tu 10:00-12:00'
		),
		{
			french: french('En période scolaire : mardi 16h-18h. Petites vacances : mardi 14h-18h. Été : mardi 10h-12h.'),
			columns: columns({ 1: 'période scolaire 16h-18h ; petites vacances 14h-18h ; été 10h-12h' })
		}
	],
	[
		'public holidays',
		osm('Fr,Sa 10:00-12:00; PH off'),
		{
			french: french('vendredi et samedi 10h-12h sauf jours fériés'),
			columns: columns({ 4: '10h-12h sauf jours fériés', 5: '10h-12h (fermé les jours fériés)' })
		}
	],
	[
		'alternate weeks',
		osm('week 1-53/2 Sa 10:00-12:00; week 2-52/2 We 14:00-18:00'),
		{
			french: french('semaines impaires : samedi 10h-12h ; semaines paires : mercredi 14h-18h'),
			columns: columns({ 2: '14h-18h (semaines paires)', 5: 'semaines impaires 10h-12h' })
		}
	],
	[
		'ranks in the month',
		osm('Sa[1] 10:00-12:00; We[-1] 14:00-16:00'),
		{
			french: french('1er samedi du mois 10h-12h, dernier mercredi du mois 14h-16h'),
			columns: columns({ 2: 'dernier mercredi du mois 14h-16h', 5: '1er samedi du mois 10h-12h' })
		}
	],
	[
		'dated closures',
		osm('Tu 10:00-12:00; 2026 Jul 20-2026 Aug 9 off; Dec 24-Jan 2 off'),
		{
			french: french('mardi 10h-12h. Fermé du 20 juillet au 9 août 2026. Fermé du 24 décembre au 2 janvier.'),
			columns: columns({ 1: '10h-12h. Fermé du 20 juillet au 9 août 2026. Fermé du 24 décembre au 2 janvier' })
		}
	],
	[
		'seasons',
		osm('Oct-Mar Tu 14:00-17:00; Apr-Sep Tu 15:00-19:00'),
		{
			french: french('d’octobre à mars : mardi 14h-17h ; d’avril à septembre : mardi 15h-19h'),
			columns: columns({ 1: 'd’octobre à mars : 14h-17h ; d’avril à septembre : 15h-19h' })
		}
	],
	[
		'by appointment, classes and crèches',
		osm('Tu 16:00-18:00; Th 09:00-11:00 "sur rendez-vous"; Fr 09:00-11:00 "classes et crèches"'),
		{
			french: french('mardi 16h-18h ; jeudi 9h-11h sur rendez-vous ; vendredi 9h-11h (classes et crèches)'),
			columns: columns({ 1: '16h-18h', 3: '9h-11h sur rendez-vous', 4: '9h-11h (classes et crèches)' })
		}
	],
	[
		'nights and whole days',
		osm('Fr 22:00-26:00; Sa 00:00-24:00'),
		{ french: french('vendredi 22h-2h, samedi 0h-24h'), columns: columns({ 4: '22h-2h', 5: '0h-24h' }) }
	],
	[
		'overlaps',
		osm('Tu 10:00-13:00'),
		{
			osm: osm('Tu 10:00-12:00,11:00-13:00'),
			french: french('mardi 10h-12h et 11h-13h'),
			columns: columns({ 1: '10h-12h / 11h-13h' }),
			rows: rows('mardi 10:00 12:00 11:00 13:00')
		}
	],
	[
		'a day not known among others that are',
		osm('Tu 10:00-12:00; Sa unknown'),
		{ french: french('mardi 10h-12h, samedi'), columns: columns({ 1: '10h-12h', 5: '?' }) }
	]
];

describe.each(FORMS)('%s', (_, reference, forms) => {
	it.each(Object.entries(forms))('%s', (_name, schedule) => {
		for (const calendar of PLACES) expect(days(schedule, calendar)).toEqual(days(reference, calendar));
	});
});

describe('the calendar decides, whatever the form', () => {
	const at = (schedule: OpeningSchedule, date: string, calendar: CivilCalendar) =>
		days(schedule, calendar)[day(date) - FIRST];
	const formsOf = (name: string) => {
		const [, reference, forms] = FORMS.find(([of]) => of === name) ?? FORMS[0];
		return [reference, ...Object.values(forms)];
	};

	it('Good Friday and 26 December are public holidays in 57, 67 and 68, and nowhere else', () => {
		for (const schedule of formsOf('public holidays')) {
			for (const [departement, open] of [
				['57', []],
				['67', []],
				['68', []],
				['54', [600, 720]],
				['88', [600, 720]],
				['90', [600, 720]],
				['59', [600, 720]],
				['2A', [600, 720]],
				['974', [600, 720]]
			] as const) {
				for (const date of ['2026-04-03', '2026-12-26'])
					expect(at(schedule, date, place('B', departement)).open, `${departement} ${date}`).toEqual(open);
			}
		}
	});

	it('odd weeks 53 of 2026 and 1 of 2027 follow each other, and no even week stands between', () => {
		const saturdays = ['2026-12-19', '2026-12-26', '2027-01-02', '2027-01-09', '2027-01-16'];
		for (const schedule of formsOf('alternate weeks')) {
			const open = saturdays.map((date) => at(schedule, date, PLACES[1]).open.length > 0);
			expect(open).toEqual([true, false, true, true, false]);
		}
	});

	it('what hangs on school holidays is not known in Corse nor after 2026-08-30, and is never term', () => {
		// A Tuesday of term, one of winter holidays in zone B, one beyond the published calendar.
		for (const schedule of formsOf('term alone')) {
			expect(at(schedule, '2026-03-10', PLACES[1])).toMatchObject({ open: [960, 1080], undetermined: false });
			expect(at(schedule, '2026-02-17', PLACES[1])).toMatchObject({ open: [], undetermined: false });
			expect(at(schedule, '2026-10-20', PLACES[1])).toMatchObject({ open: [], undetermined: true });
			expect(at(schedule, '2026-03-10', PLACES[2])).toMatchObject({ open: [], undetermined: true });
		}
	});
});
