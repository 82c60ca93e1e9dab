import { normalizeIntervals, type Intervals } from './intervals.ts';
import type { PackedOpenings } from './openings-kernel.ts';

/**
 * The windows of free time in which the openings of some site are other than before: what is usable in the others is as it was. Pairs in
 * minutes of the week, sorted and disjoint.
 * @param before of the same sites
 */
export function changedWindows(before: PackedOpenings, now: PackedOpenings, windows: Intervals): number[] {
	const sorted = normalizeIntervals(windows);
	const isChanged = new Uint8Array(sorted.length / 2);
	for (let site = 0; site + 1 < now.first.length; site++) {
		const [was, is] = [weekOf(before, site), weekOf(now, site)];
		if (sameWeek(was, is)) continue;
		for (let rank = 0; rank < isChanged.length; rank++) {
			if (isChanged[rank] === 0 && !sameWithin(was, is, sorted[2 * rank], sorted[2 * rank + 1])) isChanged[rank] = 1;
		}
	}
	return [...sorted].filter((_, at) => isChanged[at >> 1] === 1);
}

const weekOf = ({ first, minutes }: PackedOpenings, site: number) => minutes.subarray(first[site], first[site + 1]);

function sameWeek(one: Uint16Array, other: Uint16Array): boolean {
	return one.length === other.length && one.every((minute, at) => minute === other[at]);
}

/** Whether two weeks have the same openings once cut to a window. */
function sameWithin(one: Uint16Array, other: Uint16Array, start: number, end: number): boolean {
	let [at, beside] = [firstAfter(one, start), firstAfter(other, start)];
	for (; ; at += 2, beside += 2) {
		const [isOver, isOtherOver] = [isBeyond(one, at, end), isBeyond(other, beside, end)];
		if (isOver || isOtherOver) return isOver && isOtherOver;
		const sameStart = Math.max(one[at], start) === Math.max(other[beside], start);
		if (!sameStart || Math.min(one[at + 1], end) !== Math.min(other[beside + 1], end)) return false;
	}
}

const isBeyond = (week: Uint16Array, at: number, end: number) => at >= week.length || week[at] >= end;

function firstAfter(week: Uint16Array, start: number): number {
	let at = 0;
	while (at < week.length && week[at + 1] <= start) at += 2;
	return at;
}
