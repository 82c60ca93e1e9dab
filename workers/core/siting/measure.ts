import type { AccessPairs } from '../access/pairs.ts';

/** What a set of open sites gives to everybody, from the pairs as they were given. */
export interface SitesMeasure {
	/** Σ people × value to the nearest open site, over the points that reach one. */
	readonly peopleTimesValue: number;
	/** Largest value to the nearest open site; −Infinity where no point reaches one. */
	readonly farthest: number;
	/** People with an open site at the cutoff or nearer. */
	readonly coveredPeople: number;
	/** Points with no open site at the cutoff or nearer. */
	readonly uncoveredPoints: number;
}

/**
 * Measures a set of sites, however it was found.
 * @param people by demand point
 * @param sites candidates open
 * @param cutoff inclusive; Infinity: any site that can be reached
 */
export function measureSites(
	{ demandCount, supplyCount, first, column, value }: AccessPairs,
	people: Float64Array,
	sites: readonly number[],
	cutoff: number
): SitesMeasure {
	const isOpen = new Uint8Array(supplyCount);
	for (const site of sites) isOpen[site] = 1;
	let [peopleTimesValue, farthest, coveredPeople, uncoveredPoints] = [0, -Infinity, 0, 0];
	for (let point = 0; point < demandCount; point++) {
		let nearest = Infinity;
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			if (isOpen[column[entry]] === 1 && value[entry] < nearest) nearest = value[entry];
		}
		if (nearest < Infinity) {
			peopleTimesValue += people[point] * nearest;
			farthest = Math.max(farthest, nearest);
		}
		if (nearest <= cutoff && nearest < Infinity) coveredPeople += people[point];
		else uncoveredPoints++;
	}
	return { peopleTimesValue, farthest, coveredPeople, uncoveredPoints };
}
