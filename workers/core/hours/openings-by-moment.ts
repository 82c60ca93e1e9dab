import { intersectIntervals } from './intervals.ts';
import { MOMENT_NAMES, MOMENTS } from './moments.ts';
import { packOpenings, unionOfOpenings, type PackedOpenings, type ReachableSites } from './openings-kernel.ts';

/**
 * Minutes of each moment of the week during which at least one of the sites within the cutoff (inclusive) of a demand point is open: of
 * moment m (`MOMENT_NAMES`) and point p at m × demandCount + p. The moments of a point add up to its minutes in `unionOfOpenings`, whose
 * parameters and errors these are.
 */
export function unionOfOpeningsByMoment(
	reach: ReachableSites,
	cutoffSeconds: number,
	{ first, minutes }: PackedOpenings
): Uint32Array {
	const weeks = Array.from({ length: first.length - 1 }, (_, site) =>
		Array.from(minutes.subarray(first[site], first[site + 1]))
	);
	const byMoment = new Uint32Array(MOMENT_NAMES.length * reach.demandCount);
	MOMENT_NAMES.forEach((name, moment) => {
		const clipped = weeks.map((week) => Uint16Array.from(intersectIntervals(week, MOMENTS[name])));
		byMoment.set(unionOfOpenings(reach, cutoffSeconds, packOpenings(clipped)), moment * reach.demandCount);
	});
	return byMoment;
}
