import { aloneTime, aloneWithin } from './alone-time.ts';
import { ChosenCuts } from './chosen-cuts.ts';
import type { Limits } from './chosen-slots.ts';
import type { HoursCase } from './hours-case.ts';
import { leastLoss } from './least-loss.ts';
import type { Cut } from './removable-cuts.ts';
import type { Time } from './search-additions.ts';
import type { UsableWeek } from './usable-week.ts';

/** Cuts found, in person-seconds lost. */
export interface FoundCuts {
	/** Null where hours cannot be taken away for as long as asked. */
	readonly chosen: ChosenCuts | null;
	readonly loss: number;
	/** No cuts of as many minutes lose less. */
	readonly bound: number;
}

/** What is cut from, and what each cut loses at least. */
interface CutSearch {
	readonly before: UsableWeek;
	readonly cuts: readonly Cut[];
	readonly limits: Limits;
	readonly losses: Float64Array;
}

/**
 * The hours that go with least loss: as many minutes as `limits.minutes` at least. What a site alone gives is lost whatever else closes, so
 * the least sum of these (`leastLoss`, exact) is a lower bound; its cuts, and those of a greedy search, are measured and improved by
 * exchange. A generator: each step is a place to pause.
 * @param week in force; cuts are parts of its openings
 */
export function* searchRemovals(
	hours: HoursCase,
	week: UsableWeek,
	cuts: readonly Cut[],
	limits: Limits,
	time: Time
): Generator<void, FoundCuts> {
	const alone = aloneTime(hours, week);
	yield;
	const losses = Float64Array.from(cuts, ({ site, start, end }) => aloneWithin(alone, site, start, end));
	const least = leastLoss(cuts, losses, limits.minutes);
	yield;
	const search: CutSearch = { before: week, cuts, limits, losses };
	const proposed = new ChosenCuts(week, cuts, limits);
	for (const rank of least.chosen) if (proposed.fits(rank)) proposed.take(rank);
	let best = yield* greedyCuts(search, []);
	if (isLess(proposed, best)) best = proposed;
	for (let at = 0, tries = 0; best !== null && tries < best.ranks.length && !time.isPast(1); at++, tries++) {
		const without = best.ranks[at % best.ranks.length];
		const other = yield* greedyCuts(
			search,
			best.ranks.filter((rank) => rank !== without)
		);
		if (isLess(other, best)) [best, tries] = [other, -1];
		time.reached?.({ week: best.week, bound: -least.loss });
	}
	const loss = best === null ? 0 : week.personSeconds - best.week.personSeconds;
	return { chosen: best, loss, bound: Math.min(loss, least.loss) };
}

/** Whether cuts are enough and lose less than others. */
function isLess(one: ChosenCuts | null, other: ChosenCuts | null): one is ChosenCuts {
	if (one === null || !one.isEnough) return false;
	return other === null || one.week.personSeconds > other.week.personSeconds * (1 + 1e-12) + 1e-6;
}

/** The cut that loses least a minute, again and again; null where there are not enough. Losses of before are taken for the least of now. */
function* greedyCuts(
	{ before, cuts, limits, losses }: CutSearch,
	kept: readonly number[]
): Generator<void, ChosenCuts | null> {
	const chosen = new ChosenCuts(before, cuts, limits, kept);
	const atLeast = losses.slice();
	const knownAt = new Int32Array(cuts.length).fill(-1);
	let candidates = [...cuts.keys()];
	for (let round = 0; !chosen.isEnough; round++) {
		candidates = candidates.filter((rank) => chosen.fits(rank));
		if (candidates.length === 0) return null;
		const key = (rank: number) => atLeast[rank] / chosen.useful(rank);
		for (let taken = -1; taken < 0;) {
			let first = candidates[0];
			for (const rank of candidates) {
				const less = key(rank) - key(first);
				if (less < 0 || (less === 0 && chosen.useful(rank) > chosen.useful(first))) first = rank;
			}
			if (knownAt[first] === round) {
				taken = first;
				chosen.take(first);
			} else {
				atLeast[first] = chosen.loss(first);
				knownAt[first] = round;
				yield;
			}
		}
	}
	return chosen;
}
