import type { Weekday } from '#domain/opening-schedule.ts';
import type { Shortcut } from '#domain/shortcuts.ts';
import { WEEKDAYS } from '#domain/week-grid.ts';
import { MINUTES_PER_DAY } from '#domain/units.ts';
import type { GridDay, GridSlot } from '#domain/week-grid-content.ts';

export const QUARTER = 15;
const HOUR = 60;

/** A quarter of an hour of the grid: its first minute after midnight. */
export interface GridCursor {
	readonly day: Weekday;
	readonly minute: number;
}

/** Minutes of the day that are drawn, whole hours. */
export interface DrawnHours {
	readonly from: number;
	readonly to: number;
}

/** The same hours of days that follow each other. */
export interface Stretch {
	readonly days: readonly Weekday[];
	readonly start: number;
	readonly end: number;
}

/** 7 h to 22 h, wider where hours need it. */
export function drawnHours(days: readonly GridDay[]): DrawnHours {
	const slots = days.flatMap((day) => day.slots);
	const first = Math.min(7 * HOUR, ...slots.map(({ start }) => Math.floor(start / HOUR) * HOUR));
	const last = Math.max(22 * HOUR, ...slots.map(({ end }) => Math.ceil(end / HOUR) * HOUR));
	return { from: Math.max(0, first), to: Math.min(MINUTES_PER_DAY, last) };
}

/** Per cent of the drawn hours that lie before a minute. */
export function placedAt(minute: number, { from, to }: DrawnHours): number {
	return ((minute - from) / (to - from)) * 100;
}

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** Where a shortcut of the grid takes the cursor; null where it takes it nowhere. */
export function cursorAfter(
	asked: Shortcut<'grid'> | null,
	{ day, minute }: GridCursor,
	{ from, to }: DrawnHours
): GridCursor | null {
	const at = (days: number, minutes: number): GridCursor => ({
		day: within(day + days, 0, 6) as Weekday,
		minute: within(minute + minutes, from, to - QUARTER)
	});
	switch (asked) {
		case 'earlier':
			return at(0, -QUARTER);
		case 'later':
			return at(0, QUARTER);
		case 'dayBefore':
			return at(-1, 0);
		case 'dayAfter':
			return at(1, 0);
		case 'hourEarlier':
			return at(0, -HOUR);
		case 'hourLater':
			return at(0, HOUR);
		case 'dayStart':
			return at(0, -MINUTES_PER_DAY);
		case 'dayEnd':
			return at(0, MINUTES_PER_DAY);
		default:
			return null;
	}
}

/** All quarters between two, both included, on all days between theirs. */
export function stretchBetween(one: GridCursor, other: GridCursor): Stretch {
	const [first, last] = [Math.min(one.day, other.day), Math.max(one.day, other.day)];
	return {
		days: WEEKDAYS.filter((day) => first <= day && day <= last),
		start: Math.min(one.minute, other.minute),
		end: Math.max(one.minute, other.minute) + QUARTER
	};
}

/** The slot that a quarter shows, if only a part of the quarter is in it. */
export function slotOfQuarter({ slots }: GridDay, minute: number): GridSlot | null {
	return slots.find(({ start, end }) => start < minute + QUARTER && end > minute) ?? null;
}

/** A day as it is drawn from top to bottom: its slots, and what lies between them. */
export interface Segment {
	readonly start: number;
	readonly end: number;
	readonly slot: GridSlot | null;
}

/** The day in segments that fill the drawn hours. */
export function segmentsOf({ slots }: GridDay, { from, to }: DrawnHours): readonly Segment[] {
	const segments: Segment[] = [];
	let at = from;
	for (const slot of slots) {
		const [start, end] = [within(slot.start, from, to), within(slot.end, from, to)];
		if (start >= end) continue;
		if (start > at) segments.push({ start: at, end: start, slot: null });
		segments.push({ start, end, slot });
		at = end;
	}
	if (at < to) segments.push({ start: at, end: to, slot: null });
	return segments;
}
