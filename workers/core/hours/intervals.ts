/**
 * Intervals of whole minutes: flat pairs [start, end, start, end, …], sorted, disjoint and not touching, each with
 * start < end. Minutes are those of a day or of a week (0 Monday 00:00 … 10080), as the function says.
 */
export type Intervals = readonly number[];

/** Total minutes. */
export function totalMinutes(intervals: Intervals | Uint16Array): number {
	let minutes = 0;
	for (let at = 0; at < intervals.length; at += 2) minutes += intervals[at + 1] - intervals[at];
	return minutes;
}

/** Sorted disjoint intervals out of any pairs, overlapping or touching; empty pairs vanish. */
export function normalizeIntervals(pairs: Intervals): Intervals {
	const spans: [number, number][] = [];
	for (let at = 0; at < pairs.length; at += 2) {
		const [start, end] = [pairs[at], pairs[at + 1]];
		if (start < end) spans.push([start, end]);
	}
	spans.sort((one, other) => one[0] - other[0]);
	const merged: number[] = [];
	for (const [start, end] of spans) {
		const last = merged.at(-1);
		if (last !== undefined && start <= last) merged[merged.length - 1] = Math.max(last, end);
		else merged.push(start, end);
	}
	return merged;
}

/** The minutes in any of the lists. */
export function unionIntervals(lists: readonly Intervals[]): Intervals {
	return normalizeIntervals(lists.flat());
}

/** How many minutes are in at least one of the lists. */
export function unionMinutes(lists: readonly Intervals[]): number {
	return totalMinutes(unionIntervals(lists));
}

/** The minutes in both. */
export function intersectIntervals(one: Intervals, other: Intervals): Intervals {
	const common: number[] = [];
	let [at, beside] = [0, 0];
	while (at < one.length && beside < other.length) {
		const start = Math.max(one[at], other[beside]);
		const [end, otherEnd] = [one[at + 1], other[beside + 1]];
		if (start < Math.min(end, otherEnd)) common.push(start, Math.min(end, otherEnd));
		if (end <= otherEnd) at += 2;
		else beside += 2;
	}
	return common;
}

/** The part within [from, to), moved by `shift`. */
export function clipIntervals(intervals: Intervals, from: number, to: number, shift = 0): Intervals {
	return intersectIntervals(intervals, [from, to]).map((minute) => minute + shift);
}

/** Whether both hold the same minutes. */
export function sameIntervals(one: Intervals, other: Intervals): boolean {
	return one.length === other.length && one.every((minute, at) => minute === other[at]);
}

/** Whether the door is open at a minute: `start` is in, `end` is out. */
export function openAt(intervals: Intervals | Uint16Array, minute: number): boolean {
	for (let at = 0; at < intervals.length; at += 2) {
		if (intervals[at] > minute) return false;
		if (minute < intervals[at + 1]) return true;
	}
	return false;
}
