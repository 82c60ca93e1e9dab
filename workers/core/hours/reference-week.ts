import type { ReferenceWeek, SchoolDayKind } from '#domain/calendar.ts';
import type { Message } from '#domain/notes.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '#domain/units.ts';
import type { CivilCalendar, HolidayCalendar } from './calendar.ts';
import type { CivilDay } from './civil-date.ts';
import { addDays, civilDay, mondayOfIsoWeek, weekdayOf } from './civil-date.ts';
import type { DayOpenings } from './day-openings.ts';
import { scheduleReader, statesReservedHours, unknownReasons } from './day-openings.ts';
import { livedMinutes } from './clock-change.ts';
import type { Intervals } from './intervals.ts';
import { clipIntervals, normalizeIntervals } from './intervals.ts';
import { isDated } from './rule-match.ts';

interface ReadDay extends DayOpenings {
	/** Minutes the day gains or loses to the change of clocks; none in an abstract week. */
	readonly clockChange: -60 | 0 | 60;
}

/**
 * What an abstract week is made of. A schedule whose rules name weekdays and kinds of days alone holds the same every
 * such week, so one week of each weekday says all, with no calendar. A dated one ("Sa[1]", odd weeks, "Jul-Aug",
 * closures) is read on every date of that kind in the year, public holidays taken as ordinary days.
 */
interface WeekBasis {
	/** The days read, by weekday. */
	readonly days: readonly (readonly ReadDay[])[];
	/** Last date of the year whose kind is known, where some later date of the year is not; null otherwise. */
	readonly knownUntil: CivilDay | null;
}

export interface CompiledWeek {
	/** Minutes of the week, 0 Monday 00:00 … 10080, sorted disjoint pairs: open to the public for certain. */
	readonly intervals: Uint16Array;
	/** Why something of the week is not known; empty when all of it is. */
	readonly reasons: readonly Message[];
}

export interface WeeklyMinutes {
	/** Public minutes of the week; null when something of it is not known (`reasons`). */
	readonly minutes: number | null;
	/** What is certain. */
	readonly atLeastMinutes: number;
	/** By appointment, classes: shown, never counted; null when such openings do not say their hours. */
	readonly restrictedMinutes: number | null;
	readonly reasons: readonly Message[];
	/** Where the mean is over a part of the year only: its last date. */
	readonly knownUntil: CivilDay | null;
}

type AbstractWeek = Exclude<ReferenceWeek, { kind: 'civil' }>;

/** In an abstract week there is no public holiday, and school holidays are what the week's kind says. */
function abstractHolidays(kind: AbstractWeek['kind']): HolidayCalendar {
	return { isPublicHoliday: () => false, isSchoolHoliday: () => kind !== 'term' };
}

function datesOfKind(year: number, kind: SchoolDayKind, calendar: CivilCalendar): CivilDay[] {
	const days: CivilDay[] = [];
	for (let day = civilDay(year, 1, 1); day < civilDay(year + 1, 1, 1); day = addDays(day, 1)) {
		if (calendar.dayKind(day).school === kind) days.push(day);
	}
	return days;
}

function lastKnownDay(year: number, calendar: CivilCalendar): CivilDay | null {
	const [first, last] = [civilDay(year, 1, 1), civilDay(year, 12, 31)];
	const known = calendar.schoolKnown;
	if (known === null || known.to < first || known.from > last) return addDays(first, -1);
	return known.to < last ? known.to : null;
}

function abstractBasis(schedule: OpeningSchedule, week: AbstractWeek, calendar: CivilCalendar): WeekBasis {
	const reader = scheduleReader(schedule);
	const holidays = abstractHolidays(week.kind);
	const dated = schedule.rules.some(isDated);
	const monday = mondayOfIsoWeek(week.year, 2);
	const dates = dated
		? datesOfKind(week.year, week.kind, calendar)
		: Array.from({ length: 7 }, (_, rank) => addDays(monday, rank));
	const days: ReadDay[][] = Array.from({ length: 7 }, () => []);
	for (const date of dates) days[weekdayOf(date)].push({ ...reader.day(date, holidays), clockChange: 0 });
	return { days, knownUntil: dated ? lastKnownDay(week.year, calendar) : null };
}

function civilBasis(
	schedule: OpeningSchedule,
	week: Extract<ReferenceWeek, { kind: 'civil' }>,
	calendar: CivilCalendar
): WeekBasis {
	const reader = scheduleReader(schedule);
	const monday = mondayOfIsoWeek(week.isoYear, week.isoWeek);
	const days = Array.from({ length: 7 }, (_, rank) => {
		const day = addDays(monday, rank);
		return [{ ...reader.day(day, calendar), clockChange: calendar.clockChange(day) }];
	});
	return { days, knownUntil: null };
}

function basisOf(schedule: OpeningSchedule, week: ReferenceWeek, calendar: CivilCalendar): WeekBasis {
	return week.kind === 'civil' ? civilBasis(schedule, week, calendar) : abstractBasis(schedule, week, calendar);
}

/**
 * The minutes open on more than two thirds of the days; with one day, its own. Half would not do: one week in two is a
 * little more or a little less than half of the dates as the calendar falls (term Saturdays of zone B in 2025: 16 of odd
 * weeks, 15 of even ones), so that one would be taken and its twin left. In no year from 2016 to 2025, zone, kind and
 * weekday are more than two thirds of the dates of odd weeks, or of even ones (at most 8 Sundays of 12): one week in two
 * is never taken. What holds all along but for a bridging closure, or one Saturday a month, is.
 */
function mostlyOpen(days: readonly DayOpenings[]): Intervals {
	const [first] = days;
	if (first === undefined || days.length === 1) return first?.open ?? [];
	const times = new Uint16Array(MINUTES_PER_DAY);
	for (const { open } of days) {
		for (let at = 0; at < open.length; at += 2) {
			for (let minute = open[at]; minute < open[at + 1]; minute++) times[minute]++;
		}
	}
	const pairs: number[] = [];
	for (let minute = 0; minute < MINUTES_PER_DAY; minute++) {
		if (3 * times[minute] > 2 * days.length) pairs.push(minute, minute + 1);
	}
	return normalizeIntervals(pairs);
}

function reasonsOf(week: ReferenceWeek, basis: WeekBasis): Message[] {
	const reasons = unknownReasons(basis.days.flat());
	if (week.kind !== 'civil' && basis.days.some((days) => days.length === 0)) {
		return [{ code: 'reason_no_day_of_kind', params: { year: String(week.year) } }, ...reasons];
	}
	return reasons;
}

/**
 * The openings of a reference week, for the kernels. Civil week: as it is, on the wall clock. Abstract week: each minute
 * that is open on more than two thirds of that weekday's dates of the kind in the year, so what one can count upon in a
 * typical week: "Sa[1]" and one week in two are not in it, though `weeklyMinutes` counts them for their share.
 */
export function compileWeek(schedule: OpeningSchedule, week: ReferenceWeek, calendar: CivilCalendar): CompiledWeek {
	return compiledFrom(basisOf(schedule, week, calendar), week);
}

function compiledFrom(basis: WeekBasis, week: ReferenceWeek): CompiledWeek {
	const pairs = basis.days.flatMap((days, weekday) =>
		clipIntervals(mostlyOpen(days), 0, MINUTES_PER_DAY, weekday * MINUTES_PER_DAY)
	);
	const intervals = clipIntervals(normalizeIntervals(pairs), 0, MINUTES_PER_WEEK);
	return { intervals: Uint16Array.from(intervals), reasons: reasonsOf(week, basis) };
}

function meanMinutes(basis: WeekBasis, openings: 'open' | 'restricted'): number {
	let minutes = 0;
	for (const days of basis.days) {
		if (days.length === 0) continue;
		minutes += days.reduce((sum, day) => sum + livedMinutes(day[openings], day.clockChange), 0) / days.length;
	}
	return minutes;
}

/**
 * Public minutes of a reference week. Civil week: what it holds, public holidays and clock change included (24/7
 * in the week of the March change is 167 h). Abstract week: for each
 * weekday the mean over that weekday's dates of the kind in the year, added up: "Sa[1] 10:00-12:00" counts 2 h times
 * the share of first Saturdays among the Saturdays of term. Exact; the same for every year when no rule is dated.
 */
export function weeklyMinutes(schedule: OpeningSchedule, week: ReferenceWeek, calendar: CivilCalendar): WeeklyMinutes {
	return minutesFrom(basisOf(schedule, week, calendar), week, schedule);
}

function minutesFrom(basis: WeekBasis, week: ReferenceWeek, schedule: OpeningSchedule): WeeklyMinutes {
	const reasons = reasonsOf(week, basis);
	const atLeastMinutes = meanMinutes(basis, 'open');
	return {
		minutes: reasons.length === 0 ? atLeastMinutes : null,
		atLeastMinutes,
		restrictedMinutes: statesReservedHours(schedule) ? meanMinutes(basis, 'restricted') : null,
		reasons,
		knownUntil: basis.knownUntil
	};
}

/** What `compileWeek` and `weeklyMinutes` tell of a reference week, its days read once: reading them is most of the work. */
export function readWeek(
	schedule: OpeningSchedule,
	week: ReferenceWeek,
	calendar: CivilCalendar
): { readonly compiled: CompiledWeek; readonly weekly: WeeklyMinutes } {
	const basis = basisOf(schedule, week, calendar);
	return { compiled: compiledFrom(basis, week), weekly: minutesFrom(basis, week, schedule) };
}
