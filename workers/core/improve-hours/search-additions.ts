import type { Slot } from './addable-slots.ts';
import { ChosenSlots, type Limits } from './chosen-slots.ts';
import { greedySlots, improvedSlots, isMore, type SlotSearch } from './greedy-slots.ts';
import type { HoursCase } from './hours-case.ts';
import { Packing } from './packing.ts';
import { Relaxation, type Prices } from './relaxation.ts';
import type { UsableWeek } from './usable-week.ts';

/** Slots found and how good they are, in person-seconds gained. */
export interface FoundSlots {
	readonly chosen: ChosenSlots;
	readonly gain: number;
	/** No slots within the limits give more. */
	readonly bound: number;
}

/** Time that a search may take: shares of it are given to its parts. */
export interface Time {
	/** Whether this share of the time is over. */
	isPast(share: number): boolean;
	/** Told the best so far, and a bound: the most that any would gain, of removal a loss, below 0. */
	reached?(found: { readonly week: UsableWeek; readonly bound: number }): void;
}

/** Sums of people are rounded: by less than this share, two figures are the same. */
const ROUNDING = 1e-9;
const GAINS_AT_ONCE = 32;

/**
 * The slots that give the people most usable time: greedy by gain and by gain a minute, each improved by exchange; then a bound, lowered
 * step by step, whose own slots are tried too; then, as far as time goes, every choice that the bound does not rule out. A generator:
 * each step is a place to pause.
 */
export function* searchAdditions(
	hours: HoursCase,
	before: UsableWeek,
	slots: readonly Slot[],
	limits: Limits,
	time: Time
): Generator<void, FoundSlots> {
	const gains = new Float64Array(slots.length);
	for (const [rank, { site, start, end }] of slots.entries()) {
		gains[rank] = before.gain(site, start, end);
		if (rank % GAINS_AT_ONCE === 0) yield;
	}
	const search: SlotSearch = { before, slots, limits, gains, isOver: () => time.isPast(0.4) };
	let best = new ChosenSlots(before, slots, limits);
	for (const key of ['gain-per-minute', 'gain'] as const) {
		const found = greedySlots(search, key);
		yield;
		const improved = yield* improvedSlots(search, found);
		if (isMore(improved, best)) best = improved;
	}
	const gainOf = (chosen: ChosenSlots) => chosen.week.personSeconds - before.personSeconds;
	const packing = new Packing(slots, limits.minutes, limits.siteMinutes);
	const relaxation = new Relaxation(hours, before, slots, packing);
	yield;
	const isProved = ({ bound }: Prices) => gainOf(best) >= bound * (1 - ROUNDING);
	while (!relaxation.isSettled && !(relaxation.best && (time.isPast(0.75) || isProved(relaxation.best)))) {
		const proposed = fitting(before, slots, limits, yield* relaxation.step(gainOf(best)));
		yield;
		const until = { ...search, isOver: () => time.isPast(0.8) };
		const filled = greedySlots(until, 'gain-per-minute', proposed.ranks);
		if (isMore(filled, best)) best = yield* improvedSlots(until, filled);
		if (relaxation.best !== null) time.reached?.({ week: best.week, bound: relaxation.best.bound });
		yield;
	}
	if (relaxation.best === null || isProved(relaxation.best)) return proved(best, gainOf(best));
	const { bound } = relaxation.best;
	const all = yield* tryEvery(before, slots, limits, packing, relaxation.best, best, time);
	const gain = gainOf(all.best);
	return all.isComplete ? proved(all.best, gain) : { chosen: all.best, gain, bound };
}

const proved = (chosen: ChosenSlots, gain: number): FoundSlots => ({ chosen, gain, bound: gain });

/** Of slots proposed together, those that keep to the limits to the minute. */
function fitting(before: UsableWeek, slots: readonly Slot[], limits: Limits, ranks: readonly number[]): ChosenSlots {
	const chosen = new ChosenSlots(before, slots, limits);
	for (const rank of ranks) if (chosen.fits(rank)) chosen.take(rank);
	return chosen;
}

/** Every choice that may give more than the best one, by the bound's prices. */
function* tryEvery(
	before: UsableWeek,
	slots: readonly Slot[],
	limits: Limits,
	packing: Packing,
	{ values, rest }: Prices,
	from: ChosenSlots,
	time: Time
): Generator<void, { readonly best: ChosenSlots; readonly isComplete: boolean }> {
	let best = from;
	const needed = () => (best.week.personSeconds - before.personSeconds) * (1 + ROUNDING) - rest;
	const tries = (ranks: readonly number[]) => {
		const chosen = new ChosenSlots(before, slots, limits, ranks);
		if (isMore(chosen, best)) best = chosen;
	};
	const isComplete = yield* packing.tryAll(values, needed, tries, () => time.isPast(1));
	return { best, isComplete };
}
