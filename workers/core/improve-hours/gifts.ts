import type { Slot } from './addable-slots.ts';
import type { HoursCase } from './hours-case.ts';
import { binsOfSlot, type BinRange, type Bins } from './relaxed-bins.ts';

/** What sites with slots could give to bins of free time. Values of site s and bin b stand at s × bins + b. */
export interface Gifts {
	readonly bins: Bins;
	/** 1 where the site has slots. */
	readonly mayChange: Uint8Array;
	/** Bins of each audience that each slot holds, with the openings that it touches: [from, to). */
	readonly ranges: readonly (readonly BinRange[])[];
	/** 1 where a slot of the site holds the bin, 2 where an opening that slots touch does, else 0. */
	readonly use: Uint8Array;
	/** Seconds at which that opening begins and ends. */
	readonly openFrom: Float64Array;
	readonly openTo: Float64Array;
}

const IN_OPENING = 2;

export function giftsOf(hours: HoursCase, slots: readonly Slot[], bins: Bins): Gifts {
	const room = hours.siteCount * bins.count;
	const mayChange = new Uint8Array(hours.siteCount);
	const [use, openFrom, openTo] = [new Uint8Array(room), new Float64Array(room), new Float64Array(room)];
	const ranges = slots.map((slot) => binsOfSlot(bins, slot));
	slots.forEach(({ site, start, end, joinedStart, joinedEnd }, rank) => {
		mayChange[site] = 1;
		for (const [from, to] of ranges[rank]) {
			for (let bin = from; bin < to; bin++) {
				const at = site * bins.count + bin;
				const second = bins.start[bin];
				const isBefore = second < start * 60;
				if (!isBefore && second < end * 60) {
					use[at] = 1;
					continue;
				}
				use[at] = IN_OPENING;
				openFrom[at] = (isBefore ? joinedStart : end) * 60;
				openTo[at] = (isBefore ? start : joinedEnd) * 60;
			}
		}
	});
	return { bins, mayChange, ranges, use, openFrom, openTo };
}

/**
 * Seconds of a bin that a point could spend at a site, were it open in it; 0 in an opening whose visit is possible as it is.
 * @param at of the site and the bin
 * @param from seconds of the week between which the point can be there
 */
export function giftSeconds(
	{ bins, use, openFrom, openTo }: Gifts,
	at: number,
	bin: number,
	from: number,
	to: number,
	minimumSeconds: number
): number {
	if (use[at] === 0) return 0;
	const seconds = Math.min(bins.end[bin], to) - Math.max(bins.start[bin], from);
	if (seconds <= 0) return 0;
	const isPossible =
		use[at] === IN_OPENING && Math.min(openTo[at], to) - Math.max(openFrom[at], from) >= minimumSeconds;
	return isPossible ? 0 : seconds;
}
