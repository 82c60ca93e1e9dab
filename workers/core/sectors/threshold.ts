import { weightedQuantile } from '../access/weighted.ts';

/** What a user states of the threshold. */
interface ThresholdChoice {
	/** Longest time to a site, inclusive. */
	readonly cutoffSeconds: number;
	/** Fewest usable seconds a week of the profile; null when no hours are known, so that distance alone decides. */
	readonly minimumUsableSeconds: number | null;
	/** Supply is low under this share of what half of the people have; 0 … 1. */
	readonly lowSupplyShare: number;
}

/** A threshold in absolute figures: worked out on the baseline and kept for its scenarios, so that they compare. */
export interface SectorThreshold {
	readonly cutoffSeconds: number;
	readonly minimumUsableSeconds: number | null;
	/** Capacity a person (E2SFCA) under which supply is low; null when it is not known. */
	readonly lowSupply: number | null;
}

/** Half the median, as poverty is told by a share of the median income: a convention of this project, no norm of reading. */
export const DEFAULT_LOW_SUPPLY_SHARE = 0.5;

/**
 * Freezes a threshold on a baseline: what is relative (low supply) becomes a figure, which scenarios are held against as it stands.
 * @param supply E2SFCA access of each demand point on the baseline (`twoStepAccess`); null when no capacity is known
 * @param people one weight per demand point; those without weight are left out of the median
 */
export function freezeThreshold(
	{ cutoffSeconds, minimumUsableSeconds, lowSupplyShare }: ThresholdChoice,
	supply: Float64Array | null,
	people: Float64Array
): SectorThreshold {
	const median = supply === null ? null : weightedQuantile(supply, people, 0.5);
	const lowSupply = median === null ? null : lowSupplyShare * median;
	return Object.freeze({ cutoffSeconds, minimumUsableSeconds, lowSupply });
}
