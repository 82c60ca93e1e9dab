import type { AudienceProfile, WeekKind } from '#domain/audience-profile.ts';
import { WEEK_KINDS } from '#domain/audience-profile.ts';
import type { SchoolDayKind } from '#domain/calendar.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '#domain/units.ts';
import type { Intervals } from './intervals.ts';
import { clipIntervals, normalizeIntervals, sameIntervals } from './intervals.ts';

/**
 * The free time of a profile in an abstract week, sorted; windows that overlap or touch are one, since nobody goes home between them.
 * Throws `RangeError` on a window that is no whole minutes of the week or does not end after it starts.
 */
export function freeWindows(profile: AudienceProfile, kind: WeekKind): Intervals {
	const windows = profile.freeWindows[kind];
	const inWeek = (minute: number) => Number.isInteger(minute) && minute >= 0 && minute <= MINUTES_PER_WEEK;
	for (let at = 0; at < windows.length; at += 2) {
		const [start, end] = [windows[at], windows[at + 1]];
		if (!inWeek(start) || !inWeek(end) || start >= end) {
			throw new RangeError(
				`Free window ${start}–${end} of profile "${profile.id}", expected rising whole minutes of the week`
			);
		}
	}
	return normalizeIntervals(windows);
}

/**
 * The free time of a profile in a civil week, each day from the week of that day's kind; a public holiday changes nothing in it. Null when
 * the kind of some day is unknown and the profile's free time hangs on it: unknown is never taken for term.
 * @param dayKinds what Monday … Sunday are for schools
 */
export function civilFreeWindows(profile: AudienceProfile, dayKinds: readonly SchoolDayKind[]): Intervals | null {
	const pairs: number[] = [];
	for (const [day, kind] of dayKinds.entries()) {
		const start = day * MINUTES_PER_DAY;
		const [term, ...others] = WEEK_KINDS.map((each) =>
			clipIntervals(freeWindows(profile, each), start, start + MINUTES_PER_DAY)
		);
		if (kind === 'unknown') {
			if (others.some((other) => !sameIntervals(other, term))) return null;
			pairs.push(...term);
		} else {
			pairs.push(...clipIntervals(freeWindows(profile, kind), start, start + MINUTES_PER_DAY));
		}
	}
	return normalizeIntervals(pairs);
}
