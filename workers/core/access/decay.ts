/**
 * How much a supply place at a given cost counts. The contract of every decay:
 * - its argument is a cost ≥ 0 in the unit of the pairs it is applied to; parameters are in that unit too (a rate is per unit);
 * - it is monotone: it never rises with the cost;
 * - its value is from 0 (out of reach) to 1 (at hand), save that of `powerDecay` under one unit of cost.
 */
export type Decay = (cost: number) => number;

/** One step of a stepped decay: `weight` up to `cost` (inclusive), from the step before it. */
export interface DecayStep {
	readonly cost: number;
	readonly weight: number;
}

/** 1 up to the cutoff (inclusive), 0 beyond: the catchment of 2SFCA. */
export function withinCutoff(cutoff: number): Decay {
	return (cost) => (cost <= cutoff ? 1 : 0);
}

/**
 * Weights by step of cost, 0 beyond the last: the sub-zones of E2SFCA.
 * @param steps costs strictly rising, weights 0 … 1 never rising
 */
export function stepDecay(steps: readonly DecayStep[]): Decay {
	const costs = Float64Array.from(steps, ({ cost }) => cost);
	const weights = Float64Array.from(steps, ({ weight }) => weight);
	return (cost) => {
		for (let step = 0; step < costs.length; step++) if (cost <= costs[step]) return weights[step];
		return 0;
	};
}

/**
 * e^(−rate × cost).
 * @param rate ≥ 0, per unit of cost
 */
export function exponentialDecay(rate: number): Decay {
	return (cost) => Math.exp(-rate * cost);
}

/**
 * cost^(−exponent), as in the gravity models: above 1 under one unit of cost, and infinite at 0, where it must not be used.
 * @param exponent ≥ 0
 */
export function powerDecay(exponent: number): Decay {
	return (cost) => cost ** -exponent;
}

/** A decay cut to 0 beyond the cutoff (inclusive). */
export function cutBeyond(decay: Decay, cutoff: number): Decay {
	return (cost) => (cost <= cutoff ? decay(cost) : 0);
}

/** Weights by seconds of travel of the E2SFCA, slow decay (Luo & Qi 2009, Health & Place 15, table 1). */
export const E2SFCA_STEPS: readonly DecayStep[] = [
	{ cost: 10 * 60, weight: 1 },
	{ cost: 20 * 60, weight: 0.68 },
	{ cost: 30 * 60, weight: 0.22 }
];
