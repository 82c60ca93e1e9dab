import { intersectIntervals, type Intervals } from '#core/hours/intervals.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '#domain/units.ts';
import type { HoursCase } from './hours-case.ts';
import { joined } from './usable-week.ts';

/** Slots begin and end on the half-hour, or where an opening ends or begins, or where slots are allowed to. */
export const STEP_MINUTES = 30;
/** A longer one is made of two that touch. */
const LONGEST_SLOT_MINUTES = 240;

/** A slot of a site in which it is closed. Minutes of the week. */
export interface Slot {
	readonly site: number;
	readonly start: number;
	readonly end: number;
	/** With the openings of the site that it touches. */
	readonly joinedStart: number;
	readonly joinedEnd: number;
}

export const lengthOf = ({ start, end }: Slot): number => end - start;

/**
 * Every slot that may be added: as long as a block at least, in the time allowed, the site closed; by site, then by start, then by end. Slots
 * of no use to the profile (no minute of its free time in them) are left out. Any longer slot on the same edges is made of some that touch.
 * @param allowed of each site that may open more, by rank: pairs of minutes of the week
 */
export function addableSlots(
	{ openings, windowStart, windowEnd }: HoursCase,
	allowed: ReadonlyMap<number, Intervals>,
	blockMinutes: number
): Slot[] {
	const longest = Math.max(LONGEST_SLOT_MINUTES, 2 * blockMinutes);
	const isUseful = (start: number, end: number) =>
		windowStart.some((from, window) => from < end * 60 && windowEnd[window] > start * 60);
	const slots: Slot[] = [];
	for (const [site, times] of [...allowed].sort(([one], [other]) => one - other)) {
		const free = intersectIntervals(byDay(times), closedTimes(openings[site]));
		for (let at = 0; at < free.length; at += 2) {
			const edges = edgesOf(free[at], free[at + 1]);
			for (const start of edges) {
				for (const end of edges) {
					if (end - start < blockMinutes || end - start > longest || !isUseful(start, end)) continue;
					const [joinedStart, joinedEnd] = joined(openings[site], start, end);
					slots.push({ site, start, end, joinedStart, joinedEnd });
				}
			}
		}
	}
	return slots;
}

/** The same minutes cut at midnight: nobody is asked to stay over it. */
function byDay(intervals: Intervals): Intervals {
	const days: number[] = [];
	for (let at = 0; at < intervals.length; at += 2) {
		for (let from = intervals[at]; from < intervals[at + 1];) {
			const to = Math.min(intervals[at + 1], (Math.floor(from / MINUTES_PER_DAY) + 1) * MINUTES_PER_DAY);
			days.push(from, to);
			from = to;
		}
	}
	return days;
}

export function closedTimes(openings: Intervals): Intervals {
	const times = [0, ...openings, MINUTES_PER_WEEK];
	const closed: number[] = [];
	for (let at = 0; at < times.length; at += 2) if (times[at] < times[at + 1]) closed.push(times[at], times[at + 1]);
	return closed;
}

function edgesOf(from: number, to: number): number[] {
	const edges = [from];
	for (let edge = (Math.floor(from / STEP_MINUTES) + 1) * STEP_MINUTES; edge < to; edge += STEP_MINUTES)
		edges.push(edge);
	return [...edges, to];
}
