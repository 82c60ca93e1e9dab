import type { CivilDay } from './civil-date.ts';
import { civilDate, lastSundayOf } from './civil-date.ts';
import type { Intervals } from './intervals.ts';
import { clipIntervals, totalMinutes } from './intervals.ts';

/** The wall-clock hour that is skipped in March and lived twice in October. */
const CHANGED_FROM_MINUTE = 120;
const CHANGED_TO_MINUTE = 180;

/**
 * Minutes that a civil day gains (+60) or loses (−60) to the change of clocks: the last Sundays of October and March
 * (directive 2000/84/EC), where 02:00–03:00 is lived twice or skipped. None overseas; Saint-Pierre-et-Miquelon's own
 * changes are not held.
 */
export function clockChangeMinutes(day: CivilDay, departement: string | null): -60 | 0 | 60 {
	if (departement !== null && /^9[78]/.test(departement)) return 0;
	const { year, month, dayOfMonth } = civilDate(day);
	if ((month !== 3 && month !== 10) || dayOfMonth < 25 || day !== lastSundayOf(year, month)) return 0;
	return month === 3 ? -60 : 60;
}

/** Minutes really lived in wall-clock intervals of a day: a minute of 02:00–03:00 counts 0 or 2 times where clocks change. */
export function livedMinutes(intervals: Intervals, clockChange: -60 | 0 | 60): number {
	if (clockChange === 0) return totalMinutes(intervals);
	const changed = totalMinutes(clipIntervals(intervals, CHANGED_FROM_MINUTE, CHANGED_TO_MINUTE));
	return totalMinutes(intervals) + Math.sign(clockChange) * changed;
}
