import { lengthOf, type Slot } from './addable-slots.ts';
import { ChosenSlots, type Limits } from './chosen-slots.ts';
import type { UsableWeek } from './usable-week.ts';

/** What slots are added to, what each would give alone, and when to stop. */
export interface SlotSearch {
	readonly before: UsableWeek;
	readonly slots: readonly Slot[];
	readonly limits: Limits;
	/** Person-seconds of each slot alone. */
	readonly gains: Float64Array;
	isOver(): boolean;
}

/** Best first: by what a slot gives, or by what it gives a minute. */
export type GreedyKey = 'gain' | 'gain-per-minute';

/**
 * Adds the best slot that fits, again and again. What a slot gave before more were added is taken for as much as it may give now, and
 * worked out again only when it comes first (lazy greedy, Minoux 1978); a slot that touches one just added is worked out again at once,
 * since together they may give more than alone.
 * @param kept ranks of slots that are chosen beforehand
 */
export function greedySlots(
	{ before, slots, limits, gains, isOver }: SlotSearch,
	by: GreedyKey,
	kept: readonly number[] = []
): ChosenSlots {
	const chosen = new ChosenSlots(before, slots, limits, kept);
	const atMost = gains.slice();
	const knownAt = new Int32Array(slots.length).fill(-1);
	const weightOf = (rank: number) => (by === 'gain' ? 1 : 1 / lengthOf(slots[rank]));
	let candidates = [...slots.keys()];
	const refresh = (taken: number) => {
		for (const rank of candidates) if (chosen.touches(rank, taken)) atMost[rank] = chosen.gain(rank);
	};
	for (const rank of kept) refresh(rank);
	for (let round = 0; !isOver(); round++) {
		candidates = candidates.filter((rank) => chosen.fits(rank));
		let taken = -1;
		while (taken < 0 && candidates.length > 0) {
			let first = candidates[0];
			for (const rank of candidates) if (atMost[rank] * weightOf(rank) > atMost[first] * weightOf(first)) first = rank;
			if (!(atMost[first] > 0)) break;
			if (knownAt[first] === round) taken = first;
			else {
				atMost[first] = chosen.gain(first);
				knownAt[first] = round;
			}
		}
		if (taken < 0) break;
		chosen.take(taken);
		refresh(taken);
	}
	return chosen;
}

/**
 * Takes slots out one by one, or two by two that follow each other, and fills what they leave, as long as it gives more: what is moved,
 * lengthened, shortened or given to another site is found so. Each step is a place to pause.
 */
export function* improvedSlots(search: SlotSearch, from: ChosenSlots): Generator<void, ChosenSlots> {
	let best = from;
	const refilled = (without: readonly number[]) => {
		const kept = best.ranks.filter((rank) => !without.includes(rank));
		const keys: readonly GreedyKey[] = ['gain', 'gain-per-minute'];
		return keys.map((key) => greedySlots(search, key, kept)).find((one) => isMore(one, best));
	};
	for (let at = 0, tries = 0; tries < best.ranks.length && !search.isOver();) {
		const ranks = best.ranks;
		const rank = ranks[at % ranks.length];
		const next = ranks[(at + 1) % ranks.length];
		const better = refilled([rank]) ?? (ranks.length > 2 ? refilled([rank, next]) : undefined);
		if (better) [best, tries] = [better, 0];
		else tries++;
		at++;
		yield;
	}
	return best;
}

/** Whether one choice gives more than another, by more than sums of people are rounded by. */
export function isMore(one: ChosenSlots, other: ChosenSlots): boolean {
	return one.week.personSeconds > other.week.personSeconds * (1 + 1e-12) + 1e-6;
}
