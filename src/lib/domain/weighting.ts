import type { DefaultProfileId } from './default-profiles.ts';

/** How much the usable hours of the people of a profile count beside those of others: 0 or more, in any unit. */
export interface ProfileWeight {
	readonly profile: DefaultProfileId;
	readonly weight: number;
}

export interface ProfileShare {
	readonly profile: DefaultProfileId;
	/** Above 0; all make 1. */
	readonly share: number;
}

/** Whether weights can be counted by: each profile once, none below 0, one at least above. */
export function areWeights(weights: readonly ProfileWeight[]): boolean {
	const isWeight = ({ weight }: ProfileWeight) => Number.isFinite(weight) && weight >= 0;
	const isDistinct = new Set(weights.map(({ profile }) => profile)).size === weights.length;
	return isDistinct && weights.every(isWeight) && weights.some(({ weight }) => weight > 0);
}

/** The part of all weights that each profile has; those of no weight are left out, and one alone has exactly 1. */
export function sharesOf(weights: readonly ProfileWeight[]): ProfileShare[] {
	const counted = weights.filter(({ weight }) => weight > 0);
	// Divided by the largest first: the sum of very large ones would be none.
	const largest = Math.max(...counted.map(({ weight }) => weight));
	const sum = counted.reduce((all, { weight }) => all + weight / largest, 0);
	return counted.map(({ profile, weight }) => ({ profile, share: weight / largest / sum }));
}
