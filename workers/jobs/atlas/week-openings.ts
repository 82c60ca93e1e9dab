import type { WeekOpening } from '#domain/cards.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import type { SiteWeeks } from './session.ts';

/** Pairs of minutes of the week, sorted and disjoint, as openings. */
export function weekOpenings(week: readonly number[] | Uint16Array): WeekOpening[] {
	return Array.from({ length: week.length / 2 }, (_, rank) => ({
		from: week[2 * rank] as MinuteOfWeek,
		to: week[2 * rank + 1] as MinuteOfWeek
	}));
}

/** The openings of one site; null where its hours are not known. */
export function openingsOf({ known, intervals }: SiteWeeks, site: number): WeekOpening[] | null {
	return known[site] === 0 ? null : weekOpenings(intervals[site]);
}
