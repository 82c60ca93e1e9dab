import type { TravelTimes } from '#domain/travel.ts';

/** The part of `TravelTimes` that says which sites a demand point reaches, nearest first. */
type ReachableSites = Pick<TravelTimes, 'demandCount' | 'siteCount' | 'first' | 'site' | 'toSite'>;

/**
 * For each site, the people within the cutoff (inclusive) of it whom no other counted site serves. Of a counted site: whom its closing
 * would leave without any; these add up to people covered, never more. Of one that does not count: whom it would serve anew.
 * @param counted one byte per site, 1 where it counts in the supply
 * @param weights people asked about, one per demand point; NaN (not given) counts for nothing
 * @param inScope one byte per demand point, 0 where it is left out
 * @returns one value per site
 */
export function peopleOnlyHere(
	{ demandCount, siteCount, first, site, toSite }: ReachableSites,
	counted: Uint8Array,
	weights: Float64Array,
	inScope: Uint8Array,
	cutoffSeconds: number
): Float64Array {
	const only = new Float64Array(siteCount);
	for (let point = 0; point < demandCount; point++) {
		const weight = weights[point];
		if (inScope[point] !== 1 || Number.isNaN(weight)) continue;
		let end = first[point];
		let serving = 0;
		let server = -1;
		for (; end < first[point + 1] && toSite[end] <= cutoffSeconds; end++) {
			if (counted[site[end]] !== 1) continue;
			serving += 1;
			server = site[end];
		}
		if (serving === 1) only[server] += weight;
		if (serving > 0) continue;
		for (let entry = first[point]; entry < end; entry++) only[site[entry]] += weight;
	}
	return only;
}
