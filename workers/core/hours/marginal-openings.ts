import { MINUTES_PER_WEEK } from '#domain/units.ts';
import { sumBySite } from './marginal.ts';
import { checkSites, type PackedOpenings, type ReachableSites } from './openings-kernel.ts';

/** What only one site, or one of its openings, gives to people who are free at any time. */
export interface MarginalOpenings {
	/** By opening, in the order of `PackedOpenings.minutes`: person-minutes a week without any site open in reach if that opening alone went. */
	readonly byOpening: Float64Array;
	/** By site: the same if the site went. What two sites both give is in neither. */
	readonly bySite: Float64Array;
	/** By opening: people who would lose something, however little, if that opening alone went. */
	readonly peopleByOpening: Float64Array;
}

/** The week cut wherever some site opens or closes. */
interface CutWeek {
	/** Rank of the cut at each minute where there is one. */
	readonly cutAt: Uint16Array;
	/** Minutes from each cut to the next; 0 from the last. */
	readonly minutes: Uint16Array;
}

function cutWeek({ minutes: bounds }: PackedOpenings): CutWeek {
	const cuts = [...new Set(bounds)].sort((one, other) => one - other);
	const cutAt = new Uint16Array(MINUTES_PER_WEEK + 1);
	cuts.forEach((minute, rank) => (cutAt[minute] = rank));
	return { cutAt, minutes: Uint16Array.from(cuts, (minute, rank) => (cuts[rank + 1] ?? minute) - minute) };
}

/**
 * What each opening and each site alone gives to people: the part of the union of openings within the cutoff (`unionOfOpenings`) that would
 * be lost without it, all else kept, times the people who would lose it. Exact. Each opening adds one to a count, and its own number to a
 * sum, from the cut where it begins to that where it ends: where the count is one, the sum names the opening that is alone.
 * @param people one weight per demand point; NaN (not given) counts for nothing
 * @param cutoffSeconds inclusive
 * @throws RangeError when the openings are not those of the sites of the travel times
 */
export function marginalOpenings(
	reach: ReachableSites,
	openings: PackedOpenings,
	cutoffSeconds: number,
	people: Float64Array
): MarginalOpenings {
	checkSites(reach, openings);
	const { demandCount, first, site, toSite } = reach;
	const { cutAt, minutes } = cutWeek(openings);
	const openingCount = openings.minutes.length / 2;
	const [byOpening, peopleByOpening] = [new Float64Array(openingCount), new Float64Array(openingCount)];
	const lastPoint = new Int32Array(openingCount).fill(-1);
	const [count, sum] = [new Int32Array(minutes.length), new Float64Array(minutes.length)];
	for (let point = 0; point < demandCount; point++) {
		if (!(people[point] > 0)) continue;
		for (let entry = first[point]; entry < first[point + 1] && toSite[entry] <= cutoffSeconds; entry++) {
			for (let at = openings.first[site[entry]]; at < openings.first[site[entry] + 1]; at += 2) {
				const [from, to] = [cutAt[openings.minutes[at]], cutAt[openings.minutes[at + 1]]];
				count[from]++;
				count[to]--;
				sum[from] += at / 2;
				sum[to] -= at / 2;
			}
		}
		let [open, named] = [0, 0];
		for (let cut = 0; cut < minutes.length; cut++) {
			open += count[cut];
			named += sum[cut];
			count[cut] = 0;
			sum[cut] = 0;
			if (open !== 1) continue;
			byOpening[named] += minutes[cut] * people[point];
			if (lastPoint[named] !== point) peopleByOpening[named] += people[point];
			lastPoint[named] = point;
		}
	}
	return { byOpening, bySite: sumBySite(openings, byOpening), peopleByOpening };
}
