import type { AccessPairs } from '../access/pairs.ts';

/** What closing each of the open sites alone would take, by rank among them. */
export interface SiteLosses {
	/** Weight that no other site has at the cutoff or nearer. */
	readonly uncovered: Float64Array;
	/** Σ weight × how much farther the next site is; Infinity where a point that weighs something has no other. */
	readonly farther: Float64Array;
	/** Largest value to the next site, of the points that it is the nearest of; Infinity where one has no other. */
	readonly farthest: Float64Array;
}

/**
 * Measures, in one pass, each open site without which the others would stand.
 * @param weight by demand point
 * @param sites candidates open
 * @param cutoff inclusive
 */
export function siteLosses(
	{ demandCount, supplyCount, first, column, value }: AccessPairs,
	weight: Float64Array,
	sites: readonly number[],
	cutoff: number
): SiteLosses {
	const rankOf = new Int32Array(supplyCount).fill(-1);
	sites.forEach((site, rank) => (rankOf[site] = rank));
	const uncovered = new Float64Array(sites.length);
	const farther = new Float64Array(sites.length);
	const farthest = new Float64Array(sites.length).fill(-Infinity);
	for (let point = 0; point < demandCount; point++) {
		let [nearest, here, next] = [-1, Infinity, Infinity];
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			const rank = rankOf[column[entry]];
			if (rank < 0 || value[entry] >= next) continue;
			if (value[entry] < here) [nearest, here, next] = [rank, value[entry], here];
			else next = value[entry];
		}
		if (nearest < 0) continue;
		if (here <= cutoff && next > cutoff) uncovered[nearest] += weight[point];
		if (weight[point] > 0) farther[nearest] += weight[point] * (next - here);
		farthest[nearest] = Math.max(farthest[nearest], next);
	}
	return { uncovered, farther, farthest };
}
