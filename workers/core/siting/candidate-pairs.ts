import type { AccessPairs } from '../access/pairs.ts';

/**
 * Costs by candidate: of candidate c, entries first[c] … first[c+1] − 1 name the demand points it serves, each once and in any order. A pair
 * that is not there cannot be travelled.
 */
export interface CandidateRows {
	readonly demandCount: number;
	readonly candidateCount: number;
	/** candidateCount + 1 offsets. */
	readonly first: Uint32Array;
	/** Index of the demand point. */
	readonly point: Uint32Array;
	/** Cost from the demand point to the candidate, finite and ≥ 0; in any one unit, seconds for instance. */
	readonly cost: Float64Array | Uint32Array;
}

/** The same costs by demand point, as a choice of sites takes them: of each point, candidates rising. */
export function pairsFromCandidates({ demandCount, candidateCount, first, point, cost }: CandidateRows): AccessPairs {
	const start = new Uint32Array(demandCount + 1);
	for (const one of point) start[one + 1]++;
	for (let one = 0; one < demandCount; one++) start[one + 1] += start[one];
	const next = start.slice();
	const column = new Uint32Array(point.length);
	const value = new Float64Array(point.length);
	for (let candidate = 0; candidate < candidateCount; candidate++) {
		for (let entry = first[candidate]; entry < first[candidate + 1]; entry++) {
			const at = next[point[entry]]++;
			column[at] = candidate;
			value[at] = cost[entry];
		}
	}
	return { demandCount, supplyCount: candidateCount, first: start, column, value };
}
