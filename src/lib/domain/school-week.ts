import type { IsoDate, SchoolCalendar, SchoolDayKind } from './calendar.ts';
import { civilWeekOf, mondayOf, type CivilWeek } from './week-choice.ts';

/** What a date is for the schools of a zone; "unknown" out of the dates that its calendar states, and without a calendar. */
export function schoolDayKind(date: IsoDate, school: SchoolCalendar | null): SchoolDayKind {
	if (school === null || date < school.knownFrom || date > school.knownTo) return 'unknown';
	// ISO dates of four digits compare as texts.
	const holiday = school.holidays.find(({ from, to }) => from <= date && date <= to);
	if (holiday === undefined) return 'term';
	return holiday.summer ? 'summer' : 'small-holidays';
}

const DAY_MS = 86_400_000;
const isoDate = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10) as IsoDate;

/** The seven dates of a civil week, Monday first. */
export function datesOfWeek(week: CivilWeek): readonly IsoDate[] {
	const monday = Date.parse(mondayOf(week));
	return [0, 1, 2, 3, 4, 5, 6].map((day) => isoDate(monday + day * DAY_MS));
}

/** The civil week that many weeks after another; before it where negative. */
export function weeksLater(week: CivilWeek, weeks: number): CivilWeek {
	return civilWeekOf(isoDate(Date.parse(mondayOf(week)) + 7 * weeks * DAY_MS));
}

/** What the days of a civil week are for schools, each kind once, in the order in which they come. */
export function schoolWeekKinds(week: CivilWeek, school: SchoolCalendar | null): readonly SchoolDayKind[] {
	return [...new Set(datesOfWeek(week).map((date) => schoolDayKind(date, school)))];
}
