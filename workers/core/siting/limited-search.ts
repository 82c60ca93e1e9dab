import type { MedianCase } from './median-case.ts';
import { nearestTwo, totalCost, type NearestTwo } from './nearest-two.ts';
import { fitsCounts, fitsMinimum, isAffordable, isNew, type SiteLimits } from './site-limits.ts';
import { scoreSwaps, type SwapScores } from './swap.ts';

/** A site opened, and the one closed in its place if any. */
interface Move {
	readonly entering: number;
	/** −1: none. */
	readonly leaving: number;
	/** What orders the moves, the highest first. */
	readonly merit: number;
}

/** How a search orders the sites to open: by what they save, or by what they save for their cost. */
export type OpeningOrder = 'saving' | 'saving-by-cost';

/** Moves tried against the minimum of people, at most, before a search is over. */
const MOST_TRIES = 200;
const ROUNDING = 1e-12;

/**
 * Opens sites one at a time, then opens and swaps, the move that lowers the sum most among those that the limits allow, until none does.
 * @param start sites that keep to the limits
 * @param stop asked between moves; true ends the search
 */
export function limitedSearch(
	median: MedianCase,
	limits: SiteLimits,
	start: readonly number[],
	order: OpeningOrder,
	stop: () => boolean
): NearestTwo {
	let state = nearestTwo(median, start);
	for (const canSwap of [false, true]) {
		while (!stop()) {
			const after = bestMove(median, limits, state, canSwap ? 'saving' : order, canSwap);
			if (after === null) break;
			state = after;
		}
	}
	return state;
}

function bestMove(
	median: MedianCase,
	limits: SiteLimits,
	state: NearestTwo,
	order: OpeningOrder,
	canSwap: boolean
): NearestTwo | null {
	const scores: SwapScores = {
		gain: new Float64Array(median.siteCount),
		loss: new Float64Array(state.open.length),
		shared: new Float64Array(median.siteCount * state.open.length)
	};
	scoreSwaps(median, state, scores);
	const total = totalCost(state);
	const moves = affordableMoves(limits, state, scores, total * ROUNDING, order, canSwap);
	moves.sort((a, b) => b.merit - a.merit || a.entering - b.entering || a.leaving - b.leaving);
	for (const { entering, leaving } of moves.slice(0, MOST_TRIES)) {
		const open = state.open.filter((site) => site !== leaving).concat(entering);
		if (!fitsMinimum(limits, median, open)) continue;
		const after = nearestTwo(median, open);
		// Rounding must not make two solutions swap for ever.
		if (totalCost(after) < total) return after;
	}
	return null;
}

/** The moves that save more than `least` and keep to number, budget and closures. */
function affordableMoves(
	limits: SiteLimits,
	{ open, rank }: NearestTwo,
	{ gain, loss, shared }: SwapScores,
	least: number,
	order: OpeningOrder,
	canSwap: boolean
): Move[] {
	const { cost, closable, fixed } = limits;
	let spent = 0;
	let kept = 0;
	let opened = 0;
	for (const site of open) {
		spent += cost[site];
		kept += closable[site];
		opened += isNew(limits, site);
	}
	const moves: Move[] = [];
	for (let entering = 0; entering < gain.length; entering++) {
		if (rank[entering] >= 0) continue;
		const spentThen = spent + cost[entering];
		const keptThen = kept + closable[entering];
		const openedThen = opened + isNew(limits, entering);
		const hasRoom = open.length < limits.most && openedThen <= limits.mostOpened;
		if (hasRoom && gain[entering] > least && isAffordable(limits, spentThen)) {
			const merit = order === 'saving' ? gain[entering] : gain[entering] / Math.max(cost[entering], ROUNDING);
			moves.push({ entering, leaving: -1, merit });
		}
		for (let at = 0; canSwap && at < open.length; at++) {
			const leaving = open[at];
			const saving = gain[entering] - loss[at] + shared[entering * open.length + at];
			if (saving <= least || fixed[leaving] === 1 || keptThen - closable[leaving] < limits.leastKept) continue;
			if (openedThen - isNew(limits, leaving) > limits.mostOpened) continue;
			if (isAffordable(limits, spentThen - cost[leaving])) moves.push({ entering, leaving, merit: saving });
		}
	}
	return moves;
}

/** Sets to start from: all that is open today, and the least of it that may stay, the cheapest; those that keep to the limits. */
export function limitedStarts(median: MedianCase, limits: SiteLimits): (readonly number[])[] {
	const { fixed, closable, cost, leastKept } = limits;
	const all = Array.from(fixed.keys());
	const always = all.filter((site) => fixed[site] === 1);
	const today = all.filter((site) => closable[site] === 1);
	const cheapest = [...today].sort((a, b) => cost[a] - cost[b] || a - b).slice(0, leastKept);
	const starts = today.length > cheapest.length ? [today, cheapest] : [today];
	return starts
		.map((some) => [...always, ...some])
		.filter((open) => fitsCounts(limits, open) && fitsMinimum(limits, median, open));
}
