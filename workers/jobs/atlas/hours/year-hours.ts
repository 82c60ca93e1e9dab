import type { YearHours } from '#domain/hours-answers.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { isCivilWeek, referenceWeek } from '#domain/week-choice.ts';
import type { Question } from '#domain/question.ts';
import type { CivilCalendar } from '#core/hours/calendar.ts';
import { yearMinutes } from '#core/hours/year-hours.ts';
import type { AtlasSession } from '../session.ts';

/** By calendar, schedule and year: a year is 365 dates to read, and the schedules that a correction leaves alone are the same objects. */
const keptOf = new WeakMap<CivilCalendar, WeakMap<OpeningSchedule, Map<number, YearHours>>>();

/** The civil year that a question's hours are told of: that of the abstract weeks, or the ISO year of the civil week asked. */
export function yearAsked({ year }: Pick<AtlasSession, 'year'>, { week }: Question): number {
	const asked = referenceWeek(week, year);
	return isCivilWeek(week) && asked.kind === 'civil' ? asked.isoYear : year;
}

/** Hours of a schedule over a civil year; kept for as long as the schedule is. */
export function yearHoursOf(schedule: OpeningSchedule, year: number, calendar: CivilCalendar): YearHours {
	const schedules = keptOf.get(calendar) ?? new WeakMap<OpeningSchedule, Map<number, YearHours>>();
	keptOf.set(calendar, schedules);
	const years = schedules.get(schedule) ?? new Map<number, YearHours>();
	schedules.set(schedule, years);
	const hours = years.get(year) ?? readYear(schedule, year, calendar);
	years.set(year, hours);
	return hours;
}

function readYear(schedule: OpeningSchedule, year: number, calendar: CivilCalendar): YearHours {
	const { minutes, byKind, known, reasons } = yearMinutes(schedule, year, calendar);
	return {
		year,
		hours: minutes === null ? null : minutes / 60,
		term: byKind === null ? null : byKind.term / 60,
		smallHolidays: byKind === null ? null : byKind['small-holidays'] / 60,
		summer: byKind === null ? null : byKind.summer / 60,
		knownTo: known === null ? null : known.to,
		hoursKnown: known === null ? null : known.minutes / 60,
		reasons
	};
}
