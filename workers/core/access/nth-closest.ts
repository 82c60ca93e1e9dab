import type { AccessPairs } from './pairs.ts';

/**
 * Cost to the n-th closest supply place of those kept.
 * @param kept one byte per supply place, 1 where it counts
 * @param n from 1; meant to be small (the n smallest costs are held in order)
 * @returns one value per demand point, in the unit of the pairs; Infinity where fewer than n places can be reached
 */
export function nthClosestCost(
	{ demandCount, first, column, value }: AccessPairs,
	kept: Uint8Array,
	n: number
): Float64Array {
	const cost = new Float64Array(demandCount);
	const closest = new Float64Array(n);
	for (let point = 0; point < demandCount; point++) {
		closest.fill(Infinity);
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			if (kept[column[entry]] !== 1 || value[entry] >= closest[n - 1]) continue;
			let rank = n - 1;
			for (; rank > 0 && closest[rank - 1] > value[entry]; rank--) closest[rank] = closest[rank - 1];
			closest[rank] = value[entry];
		}
		cost[point] = closest[n - 1];
	}
	return cost;
}
