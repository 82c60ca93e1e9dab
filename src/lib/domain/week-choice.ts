import type { IsoDate, ReferenceWeek } from './calendar.ts';
import type { WeekKind } from './audience-profile.ts';

/** A civil week by its ISO 8601 name, "2026-W53". */
export type CivilWeek = `${number}-W${string}`;

/** The civil week that a text names; null where it names none (2025 has no week 53). */
export function parseCivilWeek(text: string): CivilWeek | null {
	const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
	if (year === undefined || Number(week) < 1 || Number(week) > isoWeeksOf(Number(year))) return null;
	return `${Number(year)}-W${week}`;
}

/** Name of an ISO week. @param isoWeek 1 … 53 */
export function civilWeek(isoYear: number, isoWeek: number): CivilWeek {
	return `${isoYear}-W${String(isoWeek).padStart(2, '0')}`;
}

/** 53 where 1 January or 31 December is a Thursday, else 52 (ISO 8601). */
export function isoWeeksOf(isoYear: number): 52 | 53 {
	const isThursday = (month: number, day: number) => new Date(Date.UTC(isoYear, month - 1, day)).getUTCDay() === 4;
	return isThursday(1, 1) || isThursday(12, 31) ? 53 : 52;
}

export function isCivilWeek(week: WeekKind | CivilWeek): week is CivilWeek {
	return week.includes('-W');
}

/** The Monday that a civil week begins with. */
export function mondayOf(week: CivilWeek): IsoDate {
	const [isoYear, isoWeek] = week.split('-W').map(Number);
	// 4 January is always in week 1 (ISO 8601).
	const fourth = new Date(Date.UTC(isoYear, 0, 4));
	const daysSinceMonday = (fourth.getUTCDay() + 6) % 7;
	return new Date(Date.UTC(isoYear, 0, 4 - daysSinceMonday + 7 * (isoWeek - 1))).toISOString().slice(0, 10) as IsoDate;
}

/** The civil week that holds a date. */
export function civilWeekOf(date: IsoDate): CivilWeek {
	const day = new Date(`${date}T00:00:00Z`);
	// The week belongs to the year of its Thursday (ISO 8601).
	day.setUTCDate(day.getUTCDate() + 3 - ((day.getUTCDay() + 6) % 7));
	const first = Date.UTC(day.getUTCFullYear(), 0, 1);
	return civilWeek(day.getUTCFullYear(), 1 + Math.floor((day.getTime() - first) / (7 * 86_400_000)));
}

/** The week to read hours on. @param year of whose dates the abstract weeks are made */
export function referenceWeek(week: WeekKind | CivilWeek, year: number): ReferenceWeek {
	if (!isCivilWeek(week)) return { kind: week, year };
	const [isoYear, isoWeek] = week.split('-W').map(Number);
	return { kind: 'civil', isoYear, isoWeek };
}
