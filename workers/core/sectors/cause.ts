import { POINT_IN_DEFICIT } from './deficit.ts';
import type { SectorThreshold } from './threshold.ts';

/** Cause of a demand point's deficit; 0 where it is in none. */
export const NO_CAUSE = 0;
export const CAUSE_DISTANCE = 1;
export const CAUSE_HOURS = 2;
export const CAUSE_CAPACITY = 3;

/** What the causes are told by; one entry per demand point in every array. */
export interface CauseEvidence {
	/** From `pointStates`. */
	readonly states: Uint8Array;
	/** To the nearest counted site. */
	readonly nearestSeconds: Uint32Array;
	/** Minutes of the week in which some counted site within the cutoff is open (`unionOfOpenings`); null when no hours are known. */
	readonly openMinutes: Uint32Array | null;
	/** Capacity a person within reach (E2SFCA); null when none is known. */
	readonly supply: Float64Array | null;
}

/**
 * The cause of each point's deficit, by what would cure it:
 * - distance: no counted site within the cutoff, whatever its hours; only a closer one cures;
 * - hours: what is in reach opens long enough over the week, at other times than people's own: the same hours, moved, cure. Or it opens too
 *   little, though the supply is not low for its people: more hours at the same place cure;
 * - capacity: what is in reach opens too little for any arrangement of it to do, and too many people share it (supply under `lowSupply`).
 * @returns one of the cause values per point
 */
export function pointCauses(
	{ states, nearestSeconds, openMinutes, supply }: CauseEvidence,
	{ cutoffSeconds, minimumUsableSeconds, lowSupply }: SectorThreshold
): Uint8Array {
	return Uint8Array.from(states, (state, point) => {
		if (state !== POINT_IN_DEFICIT) return NO_CAUSE;
		if (nearestSeconds[point] > cutoffSeconds) return CAUSE_DISTANCE;
		const opensEnough =
			openMinutes === null || minimumUsableSeconds === null || openMinutes[point] * 60 >= minimumUsableSeconds;
		const isLow = supply !== null && lowSupply !== null && supply[point] < lowSupply;
		return opensEnough || !isLow ? CAUSE_HOURS : CAUSE_CAPACITY;
	});
}

/**
 * People of each sector by cause: sector s and cause c at s × 4 + c. Those of `NO_CAUSE` were not below the threshold themselves, and were
 * taken in by smoothing; the four add up to the sector's people.
 */
export function peopleByCause(
	sectorOf: Int32Array,
	sectorCount: number,
	causes: Uint8Array,
	people: Float64Array
): Float64Array {
	const split = new Float64Array(sectorCount * 4);
	for (let point = 0; point < causes.length; point++) {
		if (sectorOf[point] >= 0) split[sectorOf[point] * 4 + causes[point]] += people[point];
	}
	return split;
}
