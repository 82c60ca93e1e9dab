import { MINUTES_PER_QUARTER, QUARTERS_PER_WEEK } from '#domain/question.ts';
import { addSites, checkSameSites, clearUnion, emptyUnion, type RoundTrips } from '#core/hours/growing-union.ts';
import type { PossibleVisits } from '#core/hours/visits.ts';

const SECONDS_PER_QUARTER = MINUTES_PER_QUARTER * 60;

/**
 * People who could be in an open library as each quarter of an hour of the week begins, in their free time, there and back: whose possible
 * visits hold its first second. 672 values; people of a quarter are added in the order of the demand points.
 * Throws `RangeError` when openings are not of the sites of the travel times.
 * @param visits of one task
 * @param people one weight per demand point; NaN (not given) counts for nothing
 * @param included one byte per demand point; 0 is left out
 */
export function usableByQuarter(
	reach: RoundTrips,
	visits: PossibleVisits,
	cutoffSeconds: number,
	people: Float64Array,
	included: Uint8Array
): Float64Array {
	checkSameSites(reach, visits);
	const { demandCount, first, toSite } = reach;
	const sum = new Float64Array(QUARTERS_PER_WEEK);
	const union = emptyUnion(reach, visits);
	for (let point = 0; point < demandCount; point++) {
		const weight = people[point];
		if (included[point] === 0 || !(weight > 0)) continue;
		clearUnion(union);
		let beyond = first[point];
		while (beyond < first[point + 1] && toSite[beyond] <= cutoffSeconds) beyond++;
		addSites(union, visits, reach, first[point], beyond);
		// Slots of one task are windows apart: no quarter is in two of them.
		for (let slot = 0; slot < visits.slotCount; slot++) {
			const start = visits.slotStart[slot];
			const last = union.first[slot] + 2 * union.count[slot];
			for (let at = union.first[slot]; at < last; at += 2) {
				const end = Math.ceil((start + union.spans[at + 1]) / SECONDS_PER_QUARTER);
				for (let quarter = Math.ceil((start + union.spans[at]) / SECONDS_PER_QUARTER); quarter < end; quarter++) {
					sum[quarter] += weight;
				}
			}
		}
	}
	return sum;
}
