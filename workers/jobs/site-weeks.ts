import type { ReferenceWeek } from '#domain/calendar.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import type { Territory } from '#domain/territory.ts';
import { departementOrNull } from '#io/communes/insee-code.ts';
import { civilCalendar, type CivilCalendar } from '#core/hours/calendar.ts';
import { addDays, civilDate, civilDay } from '#core/hours/civil-date.ts';
import { readWeek } from '#core/hours/reference-week.ts';
import { LeastRecent } from './atlas/least-recent.ts';
import { schoolCalendar } from './school-calendars.ts';

/** What decides the dates of a territory, and the year that its abstract weeks are made of. */
export interface TerritoryCalendar {
	readonly calendar: CivilCalendar;
	readonly year: number;
}

/** One reference week of every site, counted or not. */
export interface SiteWeeks {
	/** Per site, pairs [start, end) of minutes of the week, sorted and disjoint; empty where hours are not known. */
	readonly intervals: readonly Uint16Array[];
	/** 1 where the site's hours are known. */
	readonly known: Uint8Array;
	/** Hours of a civil week, mean hours of an abstract one; null where not known. */
	readonly weeklyHours: readonly (number | null)[];
}

/** Where no school calendar is held (Corse), schedules with dates are not known whatever the year. */
const YEAR_WITHOUT_CALENDAR = 2026;

/**
 * The year whose dates say what an abstract week is made of, for schedules with dates: the last civil year that the
 * school calendar holds from 1 January to 31 December, so that a mean is over all its seasons and not over the part of
 * the last year that is published. Where no year is whole, the last one begun; `weeklyMinutes` then says up to when.
 */
export function yearOfAbstractWeeks(known: CivilCalendar['schoolKnown']): number {
	if (known === null) return YEAR_WITHOUT_CALENDAR;
	const lastEnded = civilDate(addDays(known.to, 1)).year - 1;
	return known.from <= civilDay(lastEnded, 1, 1) ? lastEnded : civilDate(known.to).year;
}

/** The term week of every site, counted or not. */
export function termWeeksOf(territory: Pick<Territory, 'sites' | 'zone' | 'communes'>): SiteWeeks {
	const { calendar, year } = territoryCalendar(territory);
	return siteWeeks(territory, { kind: 'term', year }, calendar);
}

/** The calendar of a territory: its school zone's, and the public holidays of the département of its first commune. */
export function territoryCalendar({ zone, communes }: Pick<Territory, 'zone' | 'communes'>): TerritoryCalendar {
	const departement = communes.length > 0 ? departementOrNull(communes[0].code) : null;
	const calendar = civilCalendar({ school: schoolCalendar(zone), departement });
	return { calendar, year: yearOfAbstractWeeks(calendar.schoolKnown) };
}

/** Compiles the openings of a reference week of every site, counted or not. */
export function siteWeeks(
	{ sites }: Pick<Territory, 'sites'>,
	week: ReferenceWeek,
	calendar: CivilCalendar
): SiteWeeks {
	const weeks = sites.map(({ schedule }) => (schedule === null ? null : weekRead(schedule, week, calendar)));
	return {
		intervals: weeks.map((week) => week?.compiled.intervals ?? new Uint16Array(0)),
		known: Uint8Array.from(weeks, (week) => (week === null ? 0 : 1)),
		weeklyHours: weeks.map((week) => (week === null || week.weekly.minutes === null ? null : week.weekly.minutes / 60))
	};
}

type ReadWeek = ReturnType<typeof readWeek>;

/** Of a schedule: the three abstract weeks, and as many civil ones as a user goes back and forth between. */
const WEEKS_KEPT = 9;
const readOf = new WeakMap<CivilCalendar, WeakMap<OpeningSchedule, LeastRecent<ReadWeek>>>();

/** Kept for as long as the schedule is: territories that differ by some sites share the schedules of all others. */
function weekRead(schedule: OpeningSchedule, week: ReferenceWeek, calendar: CivilCalendar): ReadWeek {
	const ofCalendar = readOf.get(calendar) ?? new WeakMap<OpeningSchedule, LeastRecent<ReadWeek>>();
	readOf.set(calendar, ofCalendar);
	const read = ofCalendar.get(schedule) ?? new LeastRecent<ReadWeek>(WEEKS_KEPT);
	ofCalendar.set(schedule, read);
	return read.get(JSON.stringify(week), () => readWeek(schedule, week, calendar));
}
