import type { MedianCase } from './median-case.ts';

/** What each demand point is served by, and would be next, for a set of open sites. */
export interface NearestTwo {
	/** Sites open, in the order they were opened. */
	readonly open: number[];
	/** Rank in `open` of each candidate, −1 where it is closed. */
	readonly rank: Int32Array;
	/** Cost of each point from its nearest open site, or from outside. */
	readonly cost: Float64Array;
	/** Cost of each point were that site closed. */
	readonly next: Float64Array;
	/** Candidate that serves each point, −1 for the outside. */
	readonly nearest: Int32Array;
}

/** What a set of open sites gives; the arrays are its own. */
export function nearestTwo(median: MedianCase, open: readonly number[]): NearestTwo {
	const state: NearestTwo = {
		open: [...open],
		rank: new Int32Array(median.siteCount).fill(-1),
		cost: new Float64Array(median.demandCount),
		next: new Float64Array(median.demandCount),
		nearest: new Int32Array(median.demandCount)
	};
	open.forEach((site, rank) => (state.rank[site] = rank));
	renewNearest(median, state);
	return state;
}

/** Reads again what serves each point, after `open` and `rank` have changed. Walks each point's candidates up to the second open one. */
export function renewNearest({ demandCount, first, site, cost, outside }: MedianCase, state: NearestTwo): void {
	const { rank, nearest, cost: served, next } = state;
	for (let point = 0; point < demandCount; point++) {
		const end = first[point + 1];
		let entry = first[point];
		while (entry < end && rank[site[entry]] < 0) entry++;
		nearest[point] = entry < end ? site[entry] : -1;
		served[point] = entry < end ? cost[entry] : outside[point];
		entry++;
		while (entry < end && rank[site[entry]] < 0) entry++;
		next[point] = entry < end ? cost[entry] : outside[point];
	}
}

/** Sum of the costs of all points. */
export function totalCost({ cost }: NearestTwo): number {
	let total = 0;
	for (const one of cost) total += one;
	return total;
}

/** Cost of a set of sites, given as one byte per candidate. */
export function costOfSites({ demandCount, first, site, cost, outside }: MedianCase, isOpen: Uint8Array): number {
	let total = 0;
	for (let point = 0; point < demandCount; point++) {
		const end = first[point + 1];
		let entry = first[point];
		while (entry < end && isOpen[site[entry]] === 0) entry++;
		total += entry < end ? cost[entry] : outside[point];
	}
	return total;
}
