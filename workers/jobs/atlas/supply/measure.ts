import type { SupplyUnit } from '#domain/supply-answers.ts';
import { GRAVITY_DECAY_PER_MINUTE, type SupplyMeasure } from '#domain/supply-measure.ts';
import type { TravelTimes } from '#domain/travel.ts';
import { cumulativeAccess } from '#core/access/cumulative.ts';
import { cutBeyond, E2SFCA_STEPS, exponentialDecay, stepDecay, withinCutoff, type Decay } from '#core/access/decay.ts';
import { gravityAccess } from '#core/access/gravity.ts';
import { nthClosestCost } from '#core/access/nth-closest.ts';
import type { AccessPairs } from '#core/access/pairs.ts';
import { stackedPairs } from '#core/access/travel-pairs.ts';
import { twoStepAccess } from '#core/access/two-step.ts';

/** People and where they go, seconds. */
export interface Demand {
	readonly pairs: AccessPairs;
	readonly people: Float64Array;
}

/** What a measure finds, before it is told. */
export interface Measured {
	/** Per demand point of the territory, in the unit of the measure: 0 is none, Infinity beyond (minutes). */
	readonly values: Float64Array;
	/** Capacity that reaches nobody; null where the measure does not share. */
	readonly capacityReachingNobody: number | null;
	/** Capacity that goes to the demand points of the margin. */
	readonly marginCapacity: number;
}

const PER_1000 = 1000;

/** What one unit of a measure is. */
export function supplyUnit({ method, capacity }: SupplyMeasure): SupplyUnit {
	if (method === 'nearest') return 'minutes-to-nth';
	return `${capacity}-${method === '2sfca' || method === 'e2sfca' ? 'per-1000' : 'in-reach'}`;
}

/** Time beyond which a site does not count in a measure: that of the last step of E2SFCA, the cap of times for `nearest`. */
export function reachSeconds({ method }: SupplyMeasure, { capSeconds }: TravelTimes, cutoffSeconds: number): number {
	if (method === 'e2sfca') return E2SFCA_STEPS[E2SFCA_STEPS.length - 1].cost;
	return method === 'nearest' ? capSeconds : cutoffSeconds;
}

/**
 * Applies a measure.
 * @param capacity per site, NaN where it does not count or is not known: it then offers nothing that is known
 * @param counted one byte per site
 * @param margin people who share too, from beyond the perimeter; null for none
 */
export function measured(
	measure: SupplyMeasure,
	demand: Demand,
	margin: Demand | null,
	counted: Uint8Array,
	capacity: Float64Array,
	cutoffSeconds: number
): Measured {
	const { pairs } = demand;
	const notShared = { capacityReachingNobody: null, marginCapacity: 0 };
	switch (measure.method) {
		case 'nearest':
			return { ...notShared, values: nthClosestCost(pairs, counted, measure.rank).map((seconds) => seconds / 60) };
		case 'cumulative':
			return { ...notShared, values: cumulativeAccess(pairs, capacity, cutoffSeconds) };
		case 'gravity': {
			const decay = cutBeyond(exponentialDecay(GRAVITY_DECAY_PER_MINUTE / 60), cutoffSeconds);
			return { ...notShared, values: gravityAccess(pairs, capacity, decay) };
		}
		case '2sfca':
			return shared(demand, margin, capacity, withinCutoff(cutoffSeconds));
		case 'e2sfca':
			return shared(demand, margin, capacity, stepDecay(E2SFCA_STEPS));
	}
}

function shared(demand: Demand, margin: Demand | null, capacity: Float64Array, decay: Decay): Measured {
	const inside = demand.people.length;
	const { pairs, people } = margin === null ? demand : stacked(demand, margin);
	const { supplyRatio, access } = twoStepAccess(pairs, people, capacity, decay);
	let marginCapacity = 0;
	for (let point = inside; point < access.length; point++) marginCapacity += people[point] * access[point];
	return {
		values: access.subarray(0, inside).map((each) => each * PER_1000),
		capacityReachingNobody: capacity.reduce(
			(sum, each, site) => (each > 0 && supplyRatio[site] === 0 ? sum + each : sum),
			0
		),
		marginCapacity
	};
}

/** The demand points of the territory, then those of the margin. */
function stacked(one: Demand, other: Demand): Demand {
	const people = new Float64Array(one.people.length + other.people.length);
	people.set(one.people);
	people.set(other.people, one.people.length);
	return { pairs: stackedPairs(one.pairs, other.pairs), people };
}
