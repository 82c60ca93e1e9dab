import type { CoverSets } from './cover-sets.ts';
import { greedySites } from './greedy.ts';
import type { MedianCase } from './median-case.ts';
import type { NearestTwo } from './nearest-two.ts';

/** Opens the candidate that covers most of what is left, until nothing is (Chvátal 1979). */
export function greedyCover(sets: CoverSets): readonly number[] {
	const isAllCovered = ({ cost }: NearestTwo) => cost.every((one) => one === 0);
	return greedySites(asCoverage(sets, sets.siteCount), [], isAllCovered).open;
}

/** Points to cover as a sum to lower: each left uncovered costs 1. */
export function asCoverage({ siteCount, first, site }: CoverSets, p: number): MedianCase {
	const demandCount = first.length - 1;
	return {
		demandCount,
		siteCount,
		first,
		site,
		cost: new Float64Array(site.length),
		outside: new Float64Array(demandCount).fill(1),
		everyoneServed: false,
		fixed: new Uint8Array(siteCount),
		p,
		whole: true,
		budget: null
	};
}

/** Points no two of which share a candidate: each needs a site of its own, so no cover has fewer. Points of few candidates first. */
export function separatePoints({ siteCount, first, site }: CoverSets): number {
	const order = Array.from({ length: first.length - 1 }, (_, point) => point);
	const size = (point: number) => first[point + 1] - first[point];
	order.sort((a, b) => size(a) - size(b) || a - b);
	const isTaken = new Uint8Array(siteCount);
	let count = 0;
	for (const point of order) {
		const own = site.subarray(first[point], first[point + 1]);
		if (own.some((one) => isTaken[one] === 1)) continue;
		count++;
		for (const one of own) isTaken[one] = 1;
	}
	return count;
}
