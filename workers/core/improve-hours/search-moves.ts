import { lengthOf, type Slot } from './addable-slots.ts';
import { ChosenSlots, type Limits } from './chosen-slots.ts';
import type { ChosenCuts } from './chosen-cuts.ts';
import type { HoursCase } from './hours-case.ts';
import { withoutCut, type Cut } from './removable-cuts.ts';
import { searchAdditions, type Time } from './search-additions.ts';
import { searchRemovals } from './search-removals.ts';
import type { UsableWeek } from './usable-week.ts';

/** Hours moved, in person-seconds gained; nothing is moved where that would gain nothing. */
export interface FoundMoves {
	readonly added: ChosenSlots;
	readonly removed: ChosenCuts | null;
	readonly gain: number;
	/** No hours moved within the limits gain more: the bound of those added, what is taken away taking nothing. */
	readonly bound: number;
}

/**
 * Hours to move: the best to add, as many taken away with least loss once they are, then fewer of both, as long as it gains more. What is
 * taken away is at least as long as what is added, and is not open again: added slots stand where sites were closed. A generator: each
 * step is a place to pause.
 */
export function* searchMoves(
	hours: HoursCase,
	before: UsableWeek,
	slots: readonly Slot[],
	cuts: readonly Cut[],
	limits: Limits,
	time: Time
): Generator<void, FoundMoves> {
	const half: Time = { isPast: (share) => time.isPast(share / 2) };
	const whole: Time = { isPast: (share) => time.isPast(share) };
	const additions = yield* searchAdditions(hours, before, slots, limits, half);
	const nothing = new ChosenSlots(before, slots, limits);
	let best: Omit<FoundMoves, 'bound'> = { added: nothing, removed: null, gain: 0 };
	let ranks = [...additions.chosen.ranks];
	while (ranks.length > 0) {
		const added = new ChosenSlots(before, slots, limits, ranks);
		const minutes = ranks.reduce((sum, rank) => sum + lengthOf(slots[rank]), 0);
		const { chosen } = yield* searchRemovals(hours, added.week, cuts, { ...limits, minutes }, whole);
		const gain = chosen === null ? 0 : chosen.week.personSeconds - before.personSeconds;
		if (chosen !== null && gain > best.gain) best = { added, removed: chosen, gain };
		time.reached?.({ week: best.removed?.week ?? before, bound: Math.max(additions.bound, best.gain) });
		if (time.isPast(1)) break;
		const least = leastUseful(added.week, slots, ranks);
		ranks = ranks.filter((rank) => rank !== least);
		yield;
	}
	return { ...best, bound: Math.max(additions.bound, best.gain) };
}

/** Of slots, the one whose end would take least a minute. */
function leastUseful(week: UsableWeek, slots: readonly Slot[], ranks: readonly number[]): number {
	const lossOf = (rank: number) => {
		const slot = slots[rank];
		return week.loss(slot.site, withoutCut(week.openings(slot.site), slot)) / lengthOf(slot);
	};
	return ranks.reduce((least, rank) => (lossOf(rank) < lossOf(least) ? rank : least));
}
