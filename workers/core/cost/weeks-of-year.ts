import { WEEK_KINDS, type WeekKind } from '#domain/audience-profile.ts';
import type { CivilCalendar } from '../hours/calendar.ts';
import { addDays, civilDay } from '../hours/civil-date.ts';

/** Weeks of each kind in a civil year, its days ÷ 7; null where what some day is for schools is not known. */
export function weeksOfYear(year: number, calendar: CivilCalendar): Readonly<Record<WeekKind, number>> | null {
	const days = new Map<string, number>();
	for (let day = civilDay(year, 1, 1); day < civilDay(year + 1, 1, 1); day = addDays(day, 1)) {
		const { school } = calendar.dayKind(day);
		days.set(school, (days.get(school) ?? 0) + 1);
	}
	if (days.has('unknown')) return null;
	return Object.fromEntries(WEEK_KINDS.map((kind) => [kind, (days.get(kind) ?? 0) / 7])) as Record<WeekKind, number>;
}
