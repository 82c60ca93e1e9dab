import type { TravelTimes } from '#domain/travel.ts';
import type { ReachableSites } from '#core/hours/openings-kernel.ts';

/**
 * People of the demand points at most `cutoffSeconds` (inclusive) from each site: its catchment. Catchments overlap,
 * so their sum is not a number of people.
 * @param people one weight per demand point; NaN counts for nothing
 * @returns one value per site
 */
export function peopleInReach(times: TravelTimes, people: Float64Array, cutoffSeconds: number): Float64Array {
	const { demandCount, siteCount, first, site, toSite } = times;
	const reach = new Float64Array(siteCount);
	for (let point = 0; point < demandCount; point++) {
		if (Number.isNaN(people[point])) continue;
		// Sites stand by rising time: none after the cutoff is within it.
		for (let entry = first[point]; entry < first[point + 1] && toSite[entry] <= cutoffSeconds; entry++) {
			reach[site[entry]] += people[point];
		}
	}
	return reach;
}

/**
 * How many kept sites each demand point has within the cutoff (cumulative opportunities).
 * @param kept one byte per site
 */
export function sitesInReach(
	{ demandCount, first, site, toSite }: ReachableSites,
	kept: Uint8Array,
	cutoffSeconds: number
): Uint32Array {
	const count = new Uint32Array(demandCount);
	for (let point = 0; point < demandCount; point++) {
		for (let entry = first[point]; entry < first[point + 1] && toSite[entry] <= cutoffSeconds; entry++) {
			count[point] += kept[site[entry]];
		}
	}
	return count;
}
