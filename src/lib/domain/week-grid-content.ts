import type { OpeningRule, RuleState, Weekday } from './opening-schedule.ts';
import { MINUTES_PER_DAY } from './units.ts';
import { holdsOn, mayInterfere, settlesDay, type RulePart } from './week-grid-parts.ts';

export type SlotState = Exclude<RuleState, 'closed'>;

/** A slot of a day; minutes after its midnight, `end` above 1440 runs into the next day. */
export interface GridSlot {
	readonly start: number;
	readonly end: number;
	/** What is not `open` is shown and never counted. */
	readonly state: SlotState;
	readonly comment: string | null;
}

/** What a weekday of a period holds: slots in order that share no minute, before what is said of the whole day without hours. */
export interface GridDay {
	readonly slots: readonly GridSlot[];
	/** "Sur rendez-vous", "hours not stated": on all of the day that is in no slot. */
	readonly wholeDay: { readonly state: 'restricted' | 'unknown'; readonly comment: string | null } | null;
}

export const CLOSED_DAY: GridDay = { slots: [], wholeDay: null };

const TIMELINE_MINUTES = 2 * MINUTES_PER_DAY;

/** What stands on a timeline: 0 is closed, n the n-th of these. */
interface Ink {
	readonly state: SlotState;
	readonly comment: string | null;
	readonly wholeDay: boolean;
}

/** The number of an ink, added where it is new. */
function inkNumber(inks: Ink[], ink: Ink): number {
	const known = inks.findIndex(
		({ state, comment, wholeDay }) => state === ink.state && comment === ink.comment && wholeDay === ink.wholeDay
	);
	return known >= 0 ? known + 1 : inks.push(ink);
}

/** As workers/core/hours reads a day: overrides clear, closings cut, an end not stated leaves the rest of the day unknown. */
function paintRule(timeline: Uint8Array, { joins, state, times, comment }: OpeningRule, inks: Ink[]): void {
	if (joins === 'override' && state !== 'closed') timeline.fill(0);
	const wholeDay = times.length === 0 && state !== 'open';
	const number = state === 'closed' ? 0 : inkNumber(inks, { state, comment, wholeDay });
	if (times.length === 0) timeline.fill(number, 0, state === 'closed' ? TIMELINE_MINUTES : MINUTES_PER_DAY);
	for (const { start, end, openEnd } of times) {
		timeline.fill(number, start, end);
		if (openEnd) {
			const unsure = inkNumber(inks, { state: 'unknown', comment, wholeDay: false });
			timeline.fill(unsure, end, Math.max(end, MINUTES_PER_DAY));
		}
	}
}

function dayOf(timeline: Uint8Array, inks: readonly Ink[]): GridDay {
	const background = inks.findIndex(({ wholeDay }, rank) => wholeDay && timeline.includes(rank + 1));
	const behind = background >= 0 && !timeline.subarray(0, MINUTES_PER_DAY).includes(0) ? background + 1 : -1;
	const slots: GridSlot[] = [];
	for (let start = 0; start < TIMELINE_MINUTES;) {
		const number = timeline[start];
		let end = start + 1;
		while (end < TIMELINE_MINUTES && timeline[end] === number) end++;
		if (number > 0 && number !== behind) {
			const { state, comment } = inks[number - 1];
			slots.push({ start, end, state, comment });
		}
		start = end;
	}
	if (behind < 0) return { slots, wholeDay: null };
	const { state, comment } = inks[behind - 1];
	return { slots, wholeDay: { state: state === 'restricted' ? state : 'unknown', comment } };
}

/** What the parts of the week among the first ones say of a weekday of a kind of days. @param until how many parts are read */
export function contentOf(
	parts: readonly RulePart[],
	weekday: Weekday,
	dayClass: number,
	until: number = parts.length
): GridDay {
	const timeline = new Uint8Array(TIMELINE_MINUTES);
	const inks: Ink[] = [];
	for (let at = 0; at < until; at++)
		if (holdsOn(parts[at], weekday, dayClass)) paintRule(timeline, parts[at].rule, inks);
	return dayOf(timeline, inks);
}

export const sameDay = (one: GridDay, other: GridDay) =>
	one === other ||
	(one.wholeDay?.state === other.wholeDay?.state &&
		one.wholeDay?.comment === other.wholeDay?.comment &&
		one.slots.length === other.slots.length &&
		one.slots.every(({ start, end, state, comment }, rank) => {
			const beside = other.slots[rank];
			return start === beside.start && end === beside.end && state === beside.state && comment === beside.comment;
		}));

/** Index of the last part before `until` that settles a weekday of a kind of days; −1: closed until somebody says otherwise. */
export function settledAt(
	parts: readonly RulePart[],
	weekday: Weekday,
	dayClass: number,
	until: number = parts.length
): number {
	for (let at = until - 1; at >= 0; at--) if (holdsOn(parts[at], weekday, dayClass) && settlesDay(parts[at])) return at;
	return -1;
}

/** Whether a part that the week does not show, strictly between two places, may hold on a weekday. */
export function interferes(parts: readonly RulePart[], weekday: Weekday, after: number, before: number): boolean {
	for (let at = after + 1; at < before; at++) if (mayInterfere(parts[at], weekday)) return true;
	return false;
}

const SAID = { joins: 'override', times: [], state: 'open', comment: null } satisfies Partial<OpeningRule>;

/** The rules that say a day where `selectors` hold, whatever was said before. */
export function rulesOfDay(
	{ slots, wholeDay }: GridDay,
	selectors: Omit<OpeningRule, keyof typeof SAID>
): OpeningRule[] {
	const groups = new Map<string, OpeningRule>();
	if (wholeDay !== null) groups.set('', { ...selectors, ...SAID, ...wholeDay });
	for (const { start, end, state, comment } of slots) {
		const key = JSON.stringify([state, comment]);
		const times = [...(groups.get(key)?.times ?? []), { start, end, openEnd: false }];
		groups.set(key, { ...selectors, ...SAID, state, comment, times });
	}
	if (groups.size === 0) return [{ ...selectors, ...SAID, state: 'closed' }];
	return [...groups.values()].map((rule, rank) => (rank === 0 ? rule : { ...rule, joins: 'add' }));
}
