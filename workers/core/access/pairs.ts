/**
 * Costs between demand points and supply places, sparse and directed: for demand point i, entries first[i] … first[i+1] − 1 name the
 * places it can reach, each once and in any order. A pair that is not there cannot be travelled. Costs are in the unit of the matrix they
 * come from (minutes, seconds, metres), as are the cutoffs and decays they are held against. `TravelTimes` gives one as it stands:
 * { demandCount, supplyCount: siteCount, first, column: site, value: toSite }.
 */
export interface AccessPairs {
	readonly demandCount: number;
	readonly supplyCount: number;
	/** demandCount + 1 offsets. */
	readonly first: Uint32Array;
	/** Index of the supply place. */
	readonly column: Uint32Array;
	/** Cost from the demand point to the place, finite and ≥ 0. */
	readonly value: Float64Array | Uint32Array;
}
