import type { Decay } from './decay.ts';
import type { AccessPairs } from './pairs.ts';

/**
 * Gravity (potential) access: Σ_j S_j w(c_ij) (Hansen 1959, Journal of the American Institute of Planners 25). People do not share the
 * supply: see `twoStepAccess` for that.
 * @param capacity S, ≥ 0, one per supply place; NaN (not given) counts for nothing
 * @param decay finite on every cost of `pairs`
 * @returns one value per demand point, in the unit of the capacity; 0 where nothing is in reach
 */
export function gravityAccess(
	{ demandCount, first, column, value }: AccessPairs,
	capacity: Float64Array,
	decay: Decay
): Float64Array {
	const access = new Float64Array(demandCount);
	for (let point = 0; point < demandCount; point++) {
		let sum = 0;
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			const supply = capacity[column[entry]];
			if (supply > 0) sum += supply * decay(value[entry]);
		}
		access[point] = sum;
	}
	return access;
}
