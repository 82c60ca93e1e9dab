import type { Population } from '#domain/population.ts';
import { pointCauses } from '#core/sectors/cause.ts';
import { pointStates, shortfalls } from '#core/sectors/deficit.ts';
import { groupSectors, smoothedDeficit, type SectorGroups } from '#core/sectors/sectors.ts';
import { DEFAULT_LOW_SUPPLY_SHARE, freezeThreshold, type SectorThreshold } from '#core/sectors/threshold.ts';
import type { Contiguities } from './contiguities.ts';
import type { SectorsEvidence } from './evidence.ts';

/** The sectors of a territory as ranks and bytes, one entry per demand point. */
export interface SectorsFound {
	readonly threshold: SectorThreshold;
	/** From `pointStates`. */
	readonly states: Uint8Array;
	/** From `pointCauses`. */
	readonly causes: Uint8Array;
	/** From `shortfalls`. */
	readonly shortfall: Float64Array;
	readonly smoothed: Uint8Array;
	readonly groups: SectorGroups;
}

/** The threshold of the evidence's terms, frozen on that evidence: that of the baseline. */
export function baselineThreshold(
	{ terms, usableSeconds, supply, attached }: SectorsEvidence,
	{ people }: Population
): SectorThreshold {
	const choice = {
		cutoffSeconds: terms.cutoffSeconds,
		minimumUsableSeconds: usableSeconds === null ? null : terms.minimumUsableSeconds,
		lowSupplyShare: DEFAULT_LOW_SUPPLY_SHARE
	};
	return freezeThreshold(
		choice,
		supply,
		people.map((each, point) => (attached[point] === 1 ? each : 0))
	);
}

/**
 * Finds the under-served sectors of a baseline or of a scenario, below a threshold frozen on the baseline.
 * Throws `RangeError` when the evidence was gathered at another cutoff.
 */
export function findSectors(
	evidence: SectorsEvidence,
	threshold: SectorThreshold,
	{ people }: Population,
	{ joining, around }: Contiguities
): SectorsFound {
	const { cutoffSeconds, minimumPeople } = evidence.terms;
	if (cutoffSeconds !== threshold.cutoffSeconds) {
		throw new RangeError(`Evidence at ${cutoffSeconds} s, expected the ${threshold.cutoffSeconds} s asked`);
	}
	const states = pointStates(evidence, threshold);
	const smoothed = smoothedDeficit(states, people, around);
	return {
		threshold,
		states,
		causes: pointCauses({ ...evidence, states }, threshold),
		shortfall: shortfalls(states, evidence, threshold),
		smoothed,
		groups: groupSectors(smoothed, people, joining, minimumPeople)
	};
}
