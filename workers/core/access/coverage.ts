import { UNREACHABLE, type TravelTimes } from '#domain/travel.ts';

/**
 * Seconds from each demand point to the nearest site of those kept.
 * @param kept one byte per site, 1 where the site counts
 * @returns one value per demand point; UNREACHABLE where no kept site is within the cap of `times`
 */
export function nearestSeconds(times: TravelTimes, kept: Uint8Array): Uint32Array {
	const { demandCount, first, site, toSite } = times;
	const nearest = new Uint32Array(demandCount).fill(UNREACHABLE);
	if (!kept.includes(1)) return nearest;
	for (let point = 0; point < demandCount; point++) {
		const end = first[point + 1];
		let entry = first[point];
		// Sites stand by rising time: the first that is kept is the nearest.
		while (entry < end && kept[site[entry]] !== 1) entry++;
		if (entry < end) nearest[point] = toSite[entry];
	}
	return nearest;
}

/** People of each group within and in all, attached demand points only. */
export interface GroupCoverage {
	readonly within: Float64Array;
	/** People of the group's attached demand points: what a share is a share of. */
	readonly attached: Float64Array;
}

/**
 * People at most `cutoffSeconds` (inclusive) from a kept site, by group of demand points (commune, EPCI, or one group for all).
 * @param nearest from nearestSeconds
 * @param people one weight per demand point: all people, an age band, poor households; NaN (not given) is left out of both sums
 * @param attached one byte per demand point; 0 is counted in neither sum
 * @param group index of each demand point's group, −1 for none
 */
export function coverageByGroup(
	nearest: Uint32Array,
	people: Float64Array,
	attached: Uint8Array,
	group: Int32Array,
	groupCount: number,
	cutoffSeconds: number
): GroupCoverage {
	const within = new Float64Array(groupCount);
	const all = new Float64Array(groupCount);
	for (let point = 0; point < nearest.length; point++) {
		const to = group[point];
		const weight = people[point];
		if (to < 0 || attached[point] === 0 || Number.isNaN(weight)) continue;
		all[to] += weight;
		if (nearest[point] <= cutoffSeconds) within[to] += weight;
	}
	return { within, attached: all };
}

/** People of each group whose demand point is not attached; NaN (not given) is left out. Parameters as those of `coverageByGroup`. */
export function unattachedByGroup(
	people: Float64Array,
	attached: Uint8Array,
	group: Int32Array,
	groupCount: number
): Float64Array {
	const unattached = new Float64Array(groupCount);
	for (let point = 0; point < people.length; point++) {
		const to = group[point];
		if (to >= 0 && attached[point] === 0 && !Number.isNaN(people[point])) unattached[to] += people[point];
	}
	return unattached;
}
