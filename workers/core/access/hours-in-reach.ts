import type { ReachableSites } from '#core/hours/openings-kernel.ts';

/** What is known of the hours of the counted sites within the cutoff of a demand point; ordered, so that the larger of two is that of both. */
export const NO_SITE_IN_REACH = 0;
export const ONLY_UNKNOWN_HOURS = 1;
export const SOME_KNOWN_HOURS = 2;

/**
 * One byte per demand point: `NO_SITE_IN_REACH`, `ONLY_UNKNOWN_HOURS` or `SOME_KNOWN_HOURS`. Without a site in reach nothing is open for
 * certain; where only sites of unknown hours are, whether one opens is not known, which is not never.
 * @param counted one byte per site, 1 where it counts
 * @param known one byte per site, 1 where its hours are known
 * @param cutoffSeconds inclusive
 */
export function hoursInReach(
	{ demandCount, first, site, toSite }: ReachableSites,
	counted: Uint8Array,
	known: Uint8Array,
	cutoffSeconds: number
): Uint8Array {
	const ofPoints = new Uint8Array(demandCount);
	for (let point = 0; point < demandCount; point++) {
		let most = NO_SITE_IN_REACH;
		for (
			let entry = first[point];
			entry < first[point + 1] && toSite[entry] <= cutoffSeconds && most < SOME_KNOWN_HOURS;
			entry++
		) {
			if (counted[site[entry]] === 0) continue;
			most = known[site[entry]] === 1 ? SOME_KNOWN_HOURS : ONLY_UNKNOWN_HOURS;
		}
		ofPoints[point] = most;
	}
	return ofPoints;
}

/**
 * One byte per demand point, 1 where hours can be told of its people: attached, and not within the cutoff of sites of unknown hours alone.
 * Medians, means and shares of hours are of these people; the others are told beside them.
 * @param attached one byte per demand point
 * @param inReach from hoursInReach
 */
export function toldOfHours(attached: Uint8Array, inReach: Uint8Array): Uint8Array {
	return attached.map((on, point) => (on === 1 && inReach[point] !== ONLY_UNKNOWN_HOURS ? 1 : 0));
}

/** People of each group who are attached and of whom hours cannot be told (`toldOfHours`); NaN (not given) is left out. Parameters as those of `coverageByGroup`. */
export function hoursUnknownByGroup(
	inReach: Uint8Array,
	people: Float64Array,
	attached: Uint8Array,
	group: Int32Array,
	groupCount: number
): Float64Array {
	const unknown = new Float64Array(groupCount);
	for (let point = 0; point < inReach.length; point++) {
		const to = group[point];
		if (to < 0 || attached[point] === 0 || inReach[point] !== ONLY_UNKNOWN_HOURS) continue;
		if (!Number.isNaN(people[point])) unknown[to] += people[point];
	}
	return unknown;
}

/**
 * Whether the hours that each group of people reaches are known: not where somebody of it reaches a counted site and none of those that
 * the group reaches has known hours. A group that reaches none has none open, and that is known.
 * @param inReach from hoursInReach
 * @param people one weight per demand point; NaN (not given) and 0 are nobody
 * @param group index of each demand point's group, −1 for none
 * @returns one byte per group, 1 where known
 */
export function hoursKnownByGroup(
	inReach: Uint8Array,
	people: Float64Array,
	group: Int32Array | Uint32Array,
	groupCount: number
): Uint8Array {
	const most = new Uint8Array(groupCount);
	for (let point = 0; point < inReach.length; point++) {
		const to = group[point];
		if (to >= 0 && people[point] > 0 && inReach[point] > most[to]) most[to] = inReach[point];
	}
	return most.map((one) => (one === ONLY_UNKNOWN_HOURS ? 0 : 1));
}
