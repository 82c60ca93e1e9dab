import type { Slot } from './addable-slots.ts';
import { STEP_MINUTES } from './addable-slots.ts';
import type { HoursCase } from './hours-case.ts';
import type { UsableWeek } from './usable-week.ts';

/** Near the ends of a free window, where each way to a library leaves another part of it, bins are as short as this. */
const FINE_SECONDS = 300;

/** Bins from … to − 1. */
export type BinRange = readonly [from: number, to: number];

/** The free time of a week cut in bins, so that a slot, or an opening of a site that may have slots, holds each bin wholly or not at all. */
export interface Bins {
	readonly count: number;
	/** Seconds of the week, rising within each audience. */
	readonly start: Float64Array;
	readonly end: Float64Array;
	readonly audience: Uint8Array;
	/** Bins of window w: firstOfWindow[w] … firstOfWindow[w + 1]. */
	readonly firstOfWindow: Uint32Array;
	readonly ofAudience: readonly BinRange[];
}

export function binsOf(hours: HoursCase, slots: readonly Slot[]): Bins {
	const { windowStart, windowEnd, windowAudience, openings, byPoint } = hours;
	const farthestSeconds = Math.max(longest(byPoint.goSeconds), longest(byPoint.backSeconds));
	const slotEdges = new Set(slots.flatMap(({ start, end, site }) => [start, end, ...openings[site]]));
	const cuts = [...slotEdges].map((minute) => minute * 60);
	const [starts, ends, audiences, firstOfWindow]: number[][] = [[], [], [], [0]];
	windowStart.forEach((from, window) => {
		const to = windowEnd[window];
		const edges = new Set([from, to, ...cuts]);
		for (let near = FINE_SECONDS; near < farthestSeconds + FINE_SECONDS; near += FINE_SECONDS) {
			edges.add(from + near);
			edges.add(to - near);
		}
		const step = STEP_MINUTES * 60;
		for (let edge = Math.ceil(from / step) * step; edge < to; edge += step) edges.add(edge);
		const inside = [...edges].filter((edge) => edge >= from && edge <= to).sort((one, other) => one - other);
		for (let at = 0; at + 1 < inside.length; at++) {
			starts.push(inside[at]);
			ends.push(inside[at + 1]);
			audiences.push(windowAudience[window]);
		}
		firstOfWindow.push(starts.length);
	});
	return {
		count: starts.length,
		start: Float64Array.from(starts),
		end: Float64Array.from(ends),
		audience: Uint8Array.from(audiences),
		firstOfWindow: Uint32Array.from(firstOfWindow),
		ofAudience: Array.from({ length: hours.audienceCount }, (_, audience) => [
			firstFrom(audiences, audience, 0, audiences.length),
			firstFrom(audiences, audience + 1, 0, audiences.length)
		])
	};
}

const longest = (seconds: Uint32Array) => seconds.reduce((most, each) => Math.max(most, each), 0);

/** Bins of each audience that a slot holds, with the openings that it touches. */
export function binsOfSlot({ start, ofAudience }: Bins, { joinedStart, joinedEnd }: Slot): BinRange[] {
	return ofAudience.map(([from, to]) => [
		firstFrom(start, joinedStart * 60, from, to),
		firstFrom(start, joinedEnd * 60, from, to)
	]);
}

/** Rank of the first of rising values that is this one or more, between two ranks; the latter where none is. */
function firstFrom(values: ArrayLike<number>, least: number, from: number, to: number): number {
	let [low, high] = [from, to];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (values[middle] < least) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** What of each bin a point could gain at most, whatever is added, in seconds: point × bins; nothing of those of an audience not there. */
export function gainableSeconds(hours: HoursCase, now: UsableWeek, bins: Bins, mayChange: Uint8Array): Float32Array {
	const { pointCount, byPoint, windowStart, windowEnd, windowAudience, weighedPeople, minimumSeconds } = hours;
	const seconds = new Float32Array(pointCount * bins.count);
	for (let point = 0; point < pointCount; point++) {
		let [go, back] = [Infinity, Infinity];
		for (let trip = byPoint.first[point]; trip < byPoint.first[point + 1]; trip++) {
			if (mayChange[byPoint.other[trip]] === 0) continue;
			go = Math.min(go, byPoint.goSeconds[trip]);
			back = Math.min(back, byPoint.backSeconds[trip]);
		}
		for (let window = 0; window < windowStart.length; window++) {
			const [from, to] = [windowStart[window] + go, windowEnd[window] - back];
			if (!(to - from >= minimumSeconds[window])) continue;
			if (weighedPeople[point * hours.audienceCount + windowAudience[window]] === 0) continue;
			const spans = now.spans(point, window);
			for (let bin = bins.firstOfWindow[window]; bin < bins.firstOfWindow[window + 1]; bin++) {
				const [start, end] = [Math.max(bins.start[bin], from), Math.min(bins.end[bin], to)];
				if (start >= end) continue;
				let free = bins.end[bin] - bins.start[bin];
				for (let at = 0; at < spans.length; at += 2) {
					free -= Math.max(0, Math.min(spans[at + 1], bins.end[bin]) - Math.max(spans[at], bins.start[bin]));
				}
				seconds[point * bins.count + bin] = Math.min(free, end - start);
			}
		}
	}
	return seconds;
}
