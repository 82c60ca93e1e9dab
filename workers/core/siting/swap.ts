import type { MedianCase } from './median-case.ts';
import { renewNearest, totalCost, type NearestTwo } from './nearest-two.ts';

/** Below this share of the sum, a gain is rounding. */
const ROUNDING = 1e-12;

/**
 * Swaps an open site for a closed one as long as the sum falls, the best swap each time (Teitz and Bart 1968), all swaps being valued in one
 * pass over the pairs nearer than each point's second site: gain of the one opened, loss of the one closed, and what the two share
 * (Resende and Werneck 2007). Fixed sites stay. Of equal swaps, the first.
 * @param stop asked between swaps; true ends the search
 * @returns the sum reached; `state` holds its sites
 */
export function swapSites(median: MedianCase, state: NearestTwo, stop: () => boolean = () => false): number {
	const scores = {
		gain: new Float64Array(median.siteCount),
		loss: new Float64Array(state.open.length),
		shared: new Float64Array(median.siteCount * state.open.length)
	};
	let total = totalCost(state);
	while (!stop()) {
		scoreSwaps(median, state, scores);
		const swap = bestSwap(median, state, scores, total * ROUNDING);
		if (swap === null) break;
		const leaving = state.open[swap.rank];
		state.open[swap.rank] = swap.entering;
		state.rank[leaving] = -1;
		state.rank[swap.entering] = swap.rank;
		renewNearest(median, state);
		const after = totalCost(state);
		// Rounding must not make two solutions swap for ever.
		if (after >= total) break;
		total = after;
	}
	return totalCost(state);
}

/** What swaps are valued with. */
export interface SwapScores {
	/** What opening each candidate takes off the sum. */
	readonly gain: Float64Array;
	/** What closing each open site adds to it. */
	readonly loss: Float64Array;
	/** By candidate × open site: what doing both saves beside. */
	readonly shared: Float64Array;
}

/** Values every site to open, every one to close, and what each two of them share. */
export function scoreSwaps(
	{ demandCount, first, site, cost }: MedianCase,
	{ open, rank, cost: served, next, nearest }: NearestTwo,
	{ gain, loss, shared }: SwapScores
): void {
	gain.fill(0);
	loss.fill(0);
	shared.fill(0);
	const width = open.length;
	for (let point = 0; point < demandCount; point++) {
		const mine = served[point];
		const second = next[point];
		const at = nearest[point] < 0 ? -1 : rank[nearest[point]];
		if (at >= 0) loss[at] += second - mine;
		const limit = at < 0 ? mine : second;
		for (let entry = first[point]; entry < first[point + 1] && cost[entry] < limit; entry++) {
			const candidate = site[entry];
			if (cost[entry] < mine) {
				gain[candidate] += mine - cost[entry];
				if (at >= 0) shared[candidate * width + at] += second - mine;
			} else shared[candidate * width + at] += second - cost[entry];
		}
	}
}

function bestSwap(
	{ siteCount, fixed }: MedianCase,
	{ open, rank }: NearestTwo,
	{ gain, loss, shared }: SwapScores,
	least: number
): { readonly entering: number; readonly rank: number } | null {
	let best = least;
	let swap: { entering: number; rank: number } | null = null;
	for (let entering = 0; entering < siteCount; entering++) {
		if (rank[entering] >= 0) continue;
		for (let leaving = 0; leaving < open.length; leaving++) {
			const saved = gain[entering] - loss[leaving] + shared[entering * open.length + leaving];
			if (saved > best && fixed[open[leaving]] === 0) {
				best = saved;
				swap = { entering, rank: leaving };
			}
		}
	}
	return swap;
}
