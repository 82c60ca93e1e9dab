import { intersectIntervals, sameIntervals, type Intervals } from '#core/hours/intervals.ts';
import { closedTimes, STEP_MINUTES } from './addable-slots.ts';
import type { HoursCase } from './hours-case.ts';

/** A part of an opening that may close: its beginning, its end, or all of it. Minutes of the week. */
export interface Cut {
	readonly site: number;
	/** Rank among all openings that may be cut: one cut at most is made in each. */
	readonly opening: number;
	readonly start: number;
	readonly end: number;
}

/**
 * Every cut: by half-hours, from one end of an opening, so that a block at least stays open; or the whole of it. By opening.
 * @param allowed of each site that may open less, by rank: times that openings to be cut lie in
 */
export function removableCuts(
	{ openings }: HoursCase,
	allowed: ReadonlyMap<number, Intervals>,
	blockMinutes: number
): Cut[] {
	const cuts: Cut[] = [];
	let opening = 0;
	for (const [site, times] of [...allowed].sort(([one], [other]) => one - other)) {
		for (let at = 0; at < openings[site].length; at += 2, opening++) {
			const [start, end] = [openings[site][at], openings[site][at + 1]];
			if (!sameIntervals(intersectIntervals(times, [start, end]), [start, end])) continue;
			cuts.push({ site, opening, start, end });
			for (let cut = STEP_MINUTES; end - start - cut >= blockMinutes; cut += STEP_MINUTES) {
				cuts.push({ site, opening, start, end: start + cut }, { site, opening, start: end - cut, end });
			}
		}
	}
	return cuts;
}

/** Openings without a cut. */
export function withoutCut(openings: Intervals, { start, end }: Pick<Cut, 'start' | 'end'>): Intervals {
	return intersectIntervals(openings, closedTimes([start, end]));
}
