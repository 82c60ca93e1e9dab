import type { IsoDate } from '#domain/calendar.ts';
import type { Weekday } from '#domain/opening-schedule.ts';

/**
 * Civil dates as whole numbers: days since 1970-01-01 in the Gregorian calendar. No `Date`, hence no time zone: a day
 * is a day. Formulas after H. Hinnant, "chrono-compatible low-level date algorithms" (days_from_civil, civil_from_days).
 */
declare const civil: unique symbol;
export type CivilDay = number & { readonly [civil]: 'civil-day' };

export interface CivilDate {
	readonly year: number;
	/** 1 … 12. */
	readonly month: number;
	/** 1 … 31. */
	readonly dayOfMonth: number;
}

const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a date. A day beyond the month's end runs into the next month (Feb 29 of a common year is Mar 1). */
export function civilDay(year: number, month: number, dayOfMonth: number): CivilDay {
	const shifted = month <= 2 ? year - 1 : year;
	const era = Math.floor(shifted / 400);
	const yearOfEra = shifted - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return (era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT) as CivilDay;
}

/** Year, month and day of the month of a day. */
export function civilDate(day: CivilDay): CivilDate {
	const shifted = day + EPOCH_SHIFT;
	const era = Math.floor(shifted / DAYS_PER_ERA);
	const dayOfEra = shifted - era * DAYS_PER_ERA;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

/** The day `days` later (earlier when negative). */
export function addDays(day: CivilDay, days: number): CivilDay {
	return (day + days) as CivilDay;
}

/** 0 Monday … 6 Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: CivilDay): Weekday {
	return ((((day + 3) % 7) + 7) % 7) as Weekday;
}

/** 28 … 31. */
export function daysInMonth(year: number, month: number): number {
	const next = month === 12 ? civilDay(year + 1, 1, 1) : civilDay(year, month + 1, 1);
	return next - civilDay(year, month, 1);
}

/** The day written "2026-07-04", or null where it is no date. */
export function parseIsoDate(text: string): CivilDay | null {
	const parts = ISO_DATE.exec(text);
	if (parts === null) return null;
	const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
	if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
	return civilDay(year, month, dayOfMonth);
}

/** "2026-07-04", for years 0 … 9999. */
export function isoDateOf(day: CivilDay): IsoDate {
	const { year, month, dayOfMonth } = civilDate(day);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}` as IsoDate;
}

export interface IsoWeek {
	readonly isoYear: number;
	/** 1 … 53. */
	readonly isoWeek: number;
}

/** The Monday of an ISO 8601 week: week 1 holds January 4. */
export function mondayOfIsoWeek(isoYear: number, isoWeek: number): CivilDay {
	const fourth = civilDay(isoYear, 1, 4);
	return addDays(fourth, -weekdayOf(fourth) + (isoWeek - 1) * 7);
}

/** The ISO 8601 week of a day; the first days of January may belong to the year before, the last of December to the next. */
export function isoWeekOf(day: CivilDay): IsoWeek {
	const thursday = addDays(day, 3 - weekdayOf(day));
	const isoYear = civilDate(thursday).year;
	return { isoYear, isoWeek: Math.floor((thursday - civilDay(isoYear, 1, 1)) / 7) + 1 };
}

/** 52 or 53. After a 53rd week, an odd one, week 1 follows: two odd weeks in a row. */
export function isoWeeksInYear(isoYear: number): number {
	return isoWeekOf(civilDay(isoYear, 12, 28)).isoWeek;
}

/** Easter Sunday, Gregorian (anonymous computus, Meeus, "Astronomical Algorithms", ch. 8). */
export function easterSunday(year: number): CivilDay {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const e = b % 4;
	const g = Math.floor((8 * b + 13) / 25);
	const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
	const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 19 * l) / 433);
	const month = Math.floor((h + l - 7 * m + 90) / 25);
	return civilDay(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** The last Sunday of a month. */
export function lastSundayOf(year: number, month: number): CivilDay {
	const last = civilDay(year, month, daysInMonth(year, month));
	return addDays(last, -((weekdayOf(last) + 1) % 7));
}
