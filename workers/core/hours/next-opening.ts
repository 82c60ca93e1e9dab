import { MINUTES_PER_WEEK } from '#domain/units.ts';
import type { Intervals } from './intervals.ts';

/**
 * The minute of the week at which a door next opens after `minute`, going round the week: the only opening of a week, while it lasts, is
 * followed by itself. Null when it never opens, or never shuts. Midnight between Sunday and Monday opens nothing that was open before it.
 * @param intervals of a week, pairs [start, end), sorted and disjoint
 */
export function nextOpening(intervals: Intervals | Uint16Array, minute: number): number | null {
	const openOverSunday = intervals[0] === 0 && intervals[intervals.length - 1] === MINUTES_PER_WEEK;
	let firstOfWeek: number | null = null;
	for (let at = openOverSunday ? 2 : 0; at < intervals.length; at += 2) {
		if (intervals[at] > minute) return intervals[at];
		firstOfWeek ??= intervals[at];
	}
	return firstOfWeek;
}
