import { withinCutoff } from './decay.ts';
import { gravityAccess } from './gravity.ts';
import type { AccessPairs } from './pairs.ts';

/**
 * Cumulative opportunities: the capacity of the places at most `cutoff` (inclusive) away, whole and not shared.
 * @param capacity ≥ 0, one per supply place; NaN (not given) counts for nothing
 * @param cutoff in the unit of the pairs
 * @returns one value per demand point, in the unit of the capacity
 */
export function cumulativeAccess(pairs: AccessPairs, capacity: Float64Array, cutoff: number): Float64Array {
	return gravityAccess(pairs, capacity, withinCutoff(cutoff));
}
