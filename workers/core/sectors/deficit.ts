import type { TravelTimes } from '#domain/travel.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import type { SectorThreshold } from './threshold.ts';

/** What the threshold says of a demand point. */
export const POINT_SERVED = 0;
export const POINT_IN_DEFICIT = 1;
/** Within the cutoff of a site whose hours, or way back, are not known, and not above the threshold without it. */
export const POINT_UNKNOWN = 2;
/** Hangs on no road: counted apart. */
export const POINT_UNATTACHED = 3;

/** What each demand point has; one entry per point in every array. */
export interface PointAccess {
	readonly attached: Uint8Array;
	/** To the nearest counted site (`nearestSeconds`). */
	readonly nearestSeconds: Uint32Array;
	/** Usable seconds a week of the profile at the cutoff (`usableHours`); null when no hours are known. */
	readonly usableSeconds: Uint32Array | null;
	/** From `uncertainPoints` at the same cutoff. */
	readonly uncertain: Uint8Array;
}

/**
 * For each demand point 1 where a counted site within the cutoff (inclusive) gives it usable hours that nobody knows: its hours, or the way
 * back from it, are not known.
 * @param counted one byte per site, 1 where it counts in the supply
 * @param known one byte per site, 1 where its hours are known
 */
export function uncertainPoints(
	{ demandCount, first, site, toSite, fromSite }: TravelTimes,
	counted: Uint8Array,
	known: Uint8Array,
	cutoffSeconds: number
): Uint8Array {
	const uncertain = new Uint8Array(demandCount);
	for (let point = 0; point < demandCount; point++) {
		for (let entry = first[point]; entry < first[point + 1] && toSite[entry] <= cutoffSeconds; entry++) {
			if (counted[site[entry]] === 1 && (known[site[entry]] === 0 || fromSite[entry] === UNREACHABLE))
				uncertain[point] = 1;
		}
	}
	return uncertain;
}

/**
 * Which demand points are below the threshold: no counted site within the cutoff, or fewer usable hours than the threshold asks. What is
 * not known is never below it. A higher threshold (a shorter cutoff, more hours) never takes a point out of deficit.
 * @returns one of the POINT_ values per point
 */
export function pointStates(
	{ attached, nearestSeconds, usableSeconds, uncertain }: PointAccess,
	{ cutoffSeconds, minimumUsableSeconds }: SectorThreshold
): Uint8Array {
	return Uint8Array.from(attached, (on, point) => {
		if (on === 0) return POINT_UNATTACHED;
		if (nearestSeconds[point] > cutoffSeconds) return POINT_IN_DEFICIT;
		if (usableSeconds === null || minimumUsableSeconds === null) return POINT_SERVED;
		if (usableSeconds[point] >= minimumUsableSeconds) return POINT_SERVED;
		return uncertain[point] === 1 ? POINT_UNKNOWN : POINT_IN_DEFICIT;
	});
}

/**
 * The share of the threshold that each demand point in deficit lacks: 1 beyond the cutoff, 1 − usable / asked within it, 0 of a point that
 * is not in deficit.
 */
export function shortfalls(
	states: Uint8Array,
	{ usableSeconds, nearestSeconds }: PointAccess,
	{ cutoffSeconds, minimumUsableSeconds }: SectorThreshold
): Float64Array {
	return Float64Array.from(states, (state, point) => {
		if (state !== POINT_IN_DEFICIT) return 0;
		if (nearestSeconds[point] > cutoffSeconds || usableSeconds === null || minimumUsableSeconds === null) return 1;
		return 1 - usableSeconds[point] / minimumUsableSeconds;
	});
}
