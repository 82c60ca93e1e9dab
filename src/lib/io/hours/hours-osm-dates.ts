import type { CalendarDay, DateRange, WeekRange, YearRange } from '#domain/opening-schedule.ts';
import { readOffsetDays } from './hours-osm-days.ts';
import type { HoursReader } from './hours-osm-reader.ts';
import { MONTH_WORDS, WEEK_PARITY_WORDS, WEEK_WORDS } from './hours-words.ts';

export interface DateSelectors {
	readonly years: readonly YearRange[];
	readonly dates: readonly DateRange[];
	readonly weeks: readonly WeekRange[];
}

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function readStep(reader: HoursReader): number {
	return reader.takeSymbol('/') ? reader.takeNumber('error_hours_step', 1, 53) : 1;
}

function readYear(reader: HoursReader): YearRange {
	const from = reader.takeNumber('error_hours_year', 1900, 2999);
	if (reader.takeSymbol('+')) return { from, to: null, every: 1 };
	const to = reader.takeSymbol('-') ? reader.takeNumber('error_hours_year', from, 2999) : from;
	return { from, to, every: readStep(reader) };
}

function readYears(reader: HoursReader): YearRange[] {
	const years: YearRange[] = [];
	if (!reader.isYearAhead()) return years;
	years.push(readYear(reader));
	while (reader.isSymbol(',') && reader.isYearAhead(1)) {
		reader.take();
		years.push(readYear(reader));
	}
	return years;
}

/** A day of the month, as opposed to a time: "Jan 5", not "Jan 10:00-12:00". */
function dayOfMonthAhead(reader: HoursReader, ahead: number): boolean {
	return reader.number(ahead, 2) !== null && !reader.isTimeAhead(ahead);
}

function readDayOfMonth(reader: HoursReader, month: number | 'easter'): number {
	return reader.takeNumber('error_hours_day_of_month', 1, month === 'easter' ? 0 : DAYS_OF_MONTH[month - 1]);
}

function dateAhead(reader: HoursReader, ahead = 0): boolean {
	const start = reader.isYearAhead(ahead) ? ahead + 1 : ahead;
	if (reader.word(MONTH_WORDS, start) !== null) return true;
	return dayOfMonthAhead(reader, start) && reader.word(MONTH_WORDS, start + 1) !== null;
}

/** "2026 Jul 5", "Jul 5", "Jul", "5 juillet", "easter", each with its offset in days. */
function readCalendarDay(reader: HoursReader): CalendarDay {
	const year = reader.isYearAhead() ? reader.takeNumber('error_hours_year', 1900, 2999) : null;
	const dayFirst = dayOfMonthAhead(reader, 0) ? reader.take() : null;
	const month = reader.takeWord(MONTH_WORDS) ?? reader.fail('error_hours_month_expected');
	let day: number | null = null;
	if (dayFirst !== null) {
		day = Number(dayFirst.text);
		const last = month === 'easter' ? 0 : DAYS_OF_MONTH[month - 1];
		if (day < 1 || day > last) reader.fail('error_hours_day_of_month', { min: 1, max: last }, dayFirst);
		reader.note('note_hours_day_before_month');
	} else if (month !== 'easter' && dayOfMonthAhead(reader, 0)) {
		day = readDayOfMonth(reader, month);
	}
	return { year, month, day, offsetDays: readOffsetDays(reader) };
}

function readRangeEnd(reader: HoursReader, from: CalendarDay): CalendarDay {
	if (dateAhead(reader)) return readCalendarDay(reader);
	if (from.day === null) return reader.fail('error_hours_month_expected');
	return { year: null, month: from.month, day: readDayOfMonth(reader, from.month), offsetDays: readOffsetDays(reader) };
}

function readDateRange(reader: HoursReader, from: CalendarDay): DateRange {
	if (reader.takeSymbol('+')) return { from, to: null, openEnd: true };
	return { from, to: reader.takeSymbol('-') ? readRangeEnd(reader, from) : null, openEnd: false };
}

function readDates(reader: HoursReader): DateRange[] {
	const dates: DateRange[] = [];
	if (!dateAhead(reader)) return dates;
	dates.push(readDateRange(reader, readCalendarDay(reader)));
	for (;;) {
		const last = dates.at(-1)?.from;
		if (!reader.isSymbol(',')) return dates;
		if (dateAhead(reader, 1)) {
			reader.take();
			dates.push(readDateRange(reader, readCalendarDay(reader)));
		} else if (last !== undefined && last.day !== null && dayOfMonthAhead(reader, 1)) {
			// "Dec 24,31": days of the same month.
			reader.take();
			const day = readDayOfMonth(reader, last.month);
			dates.push(readDateRange(reader, { year: null, month: last.month, day, offsetDays: readOffsetDays(reader) }));
		} else {
			return dates;
		}
	}
}

function runsBackwards(range: DateRange): boolean {
	const { from, to } = range;
	if (to === null || from.day === null || to.day === null || from.month === 'easter' || to.month === 'easter')
		return false;
	return to.month < from.month || (to.month === from.month && to.day < from.day);
}

/** States the year on both ends of a range of which the leading or the last year holds. */
function withYear(range: DateRange, year: number, reader: HoursReader): DateRange {
	const startYear = range.from.year ?? year;
	const from = { ...range.from, year: startYear };
	if (range.openEnd) return { from, to: null, openEnd: true };
	const to = range.to ?? range.from;
	if (to.year !== null) return { from, to, openEnd: false };
	if (runsBackwards(range))
		reader.note('note_hours_year_wrap', { year: String(startYear), next: String(startYear + 1) });
	return { from, to: { ...to, year: runsBackwards(range) ? startYear + 1 : startYear }, openEnd: false };
}

/**
 * "2026 Jul-Aug" is the year and the months; "2026 Dec 20-2027 Jan 4", "2026 Dec 20-Jan 4" and "2026 Sep 1+" are dates
 * that carry their years, and then all dates of the rule do, each that of the one before it unless it states its own.
 */
function settleYears(
	reader: HoursReader,
	years: YearRange[],
	dates: DateRange[],
	single: boolean
): Pick<DateSelectors, 'years' | 'dates'> {
	const dated = dates.some((range) => range.from.year !== null || (range.to !== null && range.to.year !== null));
	const impliedByOne = single && dates.some((range) => range.openEnd || runsBackwards(range));
	if (!dated && !impliedByOne) return { years, dates };
	let year = single ? years[0].from : dates[0].from.year;
	if (year === null || (years.length > 0 && !single)) return reader.fail('error_hours_years_mixed');
	const settled: DateRange[] = [];
	for (const range of dates) {
		const next = withYear(range, year, reader);
		year = next.to?.year ?? next.from.year ?? year;
		settled.push(next);
	}
	return { years: [], dates: settled };
}

function readWeekRange(reader: HoursReader): WeekRange {
	const from = reader.takeNumber('error_hours_week', 1, 53);
	const to = reader.takeSymbol('-') ? reader.takeNumber('error_hours_week', 1, 53) : from;
	const every = readStep(reader);
	if (to < from && every > 1) reader.fail('error_hours_week_wrap_step');
	return { from, to, every };
}

function readWeeks(reader: HoursReader): WeekRange[] {
	if (reader.takeWord(WEEK_WORDS) === null) return [];
	const parity = reader.takeWord(WEEK_PARITY_WORDS);
	if (parity !== null) return [parity === 'odd' ? { from: 1, to: 53, every: 2 } : { from: 2, to: 52, every: 2 }];
	const weeks = [readWeekRange(reader)];
	while (reader.isSymbol(',') && reader.number(1, 2) !== null && !reader.isTimeAhead(1)) {
		reader.take();
		weeks.push(readWeekRange(reader));
	}
	return weeks;
}

/** Years, dates and ISO weeks of one rule, in that order; empty where none follows. */
export function readDateSelectors(reader: HoursReader): DateSelectors {
	// "2026-2026 Sep 1+" keeps the year apart from the dates.
	const alone = reader.isYearAhead() && !['-', '+', '/'].some((sign) => reader.isSymbol(sign, 1));
	const years = readYears(reader);
	const dates = readDates(reader);
	const settled = settleYears(reader, years, dates, alone && years.length === 1);
	return { ...settled, weeks: readWeeks(reader) };
}
