import type { CalendarDay, DateRange, OpeningRule, WeekdayRange } from '#domain/opening-schedule.ts';
import type { CivilDate, CivilDay } from './civil-date.ts';
import { addDays, civilDate, civilDay, daysInMonth, easterSunday, isoWeekOf, weekdayOf } from './civil-date.ts';

/** What decides the days that rules name by PH and SH. */
export interface Holidays {
	isPublicHoliday(day: CivilDay): boolean;
	isSchoolHoliday(day: CivilDay): boolean;
}

/** Whether `value` is in the cycle's range `from` … `to`, which wraps when `to` comes first. */
function inCycle(value: number, from: number, to: number): boolean {
	return from <= to ? from <= value && value <= to : value >= from || value <= to;
}

function yearMatches(rule: OpeningRule, year: number): boolean {
	if (rule.years.length === 0) return true;
	return rule.years.some(
		(range) => year >= range.from && (range.to === null || year <= range.to) && (year - range.from) % range.every === 0
	);
}

/** First day of a month or feast, or the day itself, in `year`; Feb 29 of a common year begins on Mar 1. */
function firstDay(date: CalendarDay, year: number): CivilDay {
	const day = date.month === 'easter' ? easterSunday(year) : civilDay(year, date.month, date.day ?? 1);
	return addDays(day, date.offsetDays);
}

/** Last day of a month or feast, or the day itself, in `year`; Feb 29 of a common year ends on Feb 28. */
function lastDay(date: CalendarDay, year: number): CivilDay {
	if (date.month === 'easter') return firstDay(date, year);
	const inMonth = daysInMonth(year, date.month);
	return addDays(civilDay(year, date.month, Math.min(date.day ?? inMonth, inMonth)), date.offsetDays);
}

/** Whether the range that begins in `year` holds the day. */
function rangeHolds(range: DateRange, year: number, day: CivilDay): boolean {
	const first = firstDay(range.from, year);
	if (day < first) return false;
	if (range.openEnd) return range.from.year !== null || civilDate(day).year === civilDate(first).year;
	const end = range.to ?? range.from;
	let last = lastDay(end, end.year ?? year);
	if (range.to !== null && end.year === null && last < first) last = lastDay(end, year + 1);
	return day <= last;
}

function dateMatches(rule: OpeningRule, day: CivilDay, { year }: CivilDate): boolean {
	if (rule.dates.length === 0) return true;
	return rule.dates.some((range) => {
		if (range.from.year !== null) return rangeHolds(range, range.from.year, day);
		// A range of the year before may reach over the new year, one of the next may begin by its offset in this.
		return [year - 1, year, year + 1].some((start) => rangeHolds(range, start, day));
	});
}

function weekMatches(rule: OpeningRule, day: CivilDay): boolean {
	if (rule.weeks.length === 0) return true;
	const { isoWeek } = isoWeekOf(day);
	return rule.weeks.some(
		(range) =>
			inCycle(isoWeek, range.from, range.to) && (range.every === 1 || (isoWeek - range.from) % range.every === 0)
	);
}

function nthMatches(nth: readonly number[], day: CivilDay): boolean {
	if (nth.length === 0) return true;
	const { year, month, dayOfMonth } = civilDate(day);
	const fromStart = Math.ceil(dayOfMonth / 7);
	const fromEnd = -Math.ceil((daysInMonth(year, month) - dayOfMonth + 1) / 7);
	return nth.includes(fromStart) || nth.includes(fromEnd);
}

function weekdayMatches(ranges: readonly WeekdayRange[], day: CivilDay): boolean {
	return ranges.some((range) => {
		const origin = addDays(day, -range.offsetDays);
		return inCycle(weekdayOf(origin), range.from, range.to) && nthMatches(range.nth, origin);
	});
}

function holidayMatches(rule: OpeningRule, day: CivilDay, holidays: Holidays): boolean {
	return rule.holidays.some(({ kind, offsetDays }) => {
		const origin = addDays(day, -offsetDays);
		return kind === 'PH' ? holidays.isPublicHoliday(origin) : holidays.isSchoolHoliday(origin);
	});
}

/**
 * Whether a rule's days include `day`. Years, dates and weeks must all hold, and a weekday or a holiday (both, where
 * holidays narrow the weekdays).
 */
export function ruleMatches(rule: OpeningRule, day: CivilDay, holidays: Holidays): boolean {
	const date = civilDate(day);
	if (!yearMatches(rule, date.year) || !dateMatches(rule, day, date) || !weekMatches(rule, day)) return false;
	if (rule.weekdays.length === 0 && rule.holidays.length === 0) return true;
	const weekday = weekdayMatches(rule.weekdays, day);
	if (rule.holidaysNarrow) return weekday && holidayMatches(rule, day, holidays);
	return weekday || holidayMatches(rule, day, holidays);
}

/** Whether the days a rule matches hang on the date, and not on the weekday and the kind of day alone. */
export function isDated(rule: OpeningRule): boolean {
	return (
		rule.years.length > 0 ||
		rule.dates.length > 0 ||
		rule.weeks.length > 0 ||
		rule.weekdays.some((range) => range.nth.length > 0)
	);
}
