import type { Decay } from './decay.ts';
import type { AccessPairs } from './pairs.ts';

export interface TwoStepAccess {
	/** R_j, capacity a person of its catchment, by supply place; 0 where the place reaches nobody. */
	readonly supplyRatio: Float64Array;
	/** A_i, capacity within reach of a person, by demand point; 0 where nothing is in reach. */
	readonly access: Float64Array;
}

/**
 * Two-step floating catchment areas: R_j = S_j / Σ_k P_k w(c_kj), then A_i = Σ_j R_j w(c_ij). With `withinCutoff` it is 2SFCA (Luo & Wang
 * 2003, Environment and Planning B 30), with a decay inside the catchment E2SFCA (Luo & Qi 2009, Health & Place 15).
 * Invariant: Σ P_i A_i = Σ S_j over the places that reach somebody, up to rounding.
 * @param people P, ≥ 0, one per demand point; NaN (not given) counts for nobody
 * @param capacity S, ≥ 0, one per supply place; NaN (not given) counts for nothing
 * @param decay finite on every cost of `pairs`
 */
export function twoStepAccess(
	pairs: AccessPairs,
	people: Float64Array,
	capacity: Float64Array,
	decay: Decay
): TwoStepAccess {
	const { demandCount, supplyCount, first, column, value } = pairs;
	const weight = new Float64Array(value.length);
	for (let entry = 0; entry < value.length; entry++) weight[entry] = decay(value[entry]);
	const demand = new Float64Array(supplyCount);
	for (let point = 0; point < demandCount; point++) {
		if (Number.isNaN(people[point])) continue;
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			demand[column[entry]] += people[point] * weight[entry];
		}
	}
	const supplyRatio = demand.map((sum, place) => (sum > 0 && capacity[place] > 0 ? capacity[place] / sum : 0));
	const access = new Float64Array(demandCount);
	for (let point = 0; point < demandCount; point++) {
		let sum = 0;
		for (let entry = first[point]; entry < first[point + 1]; entry++) sum += supplyRatio[column[entry]] * weight[entry];
		access[point] = sum;
	}
	return { supplyRatio, access };
}
