import { UNREACHABLE } from '#domain/travel.ts';
import type { GrowingUnion, RoundTrips } from './growing-union.ts';
import { addSites, checkSameSites, clearUnion, emptyUnion } from './growing-union.ts';
import { MOMENT_NAMES, MOMENTS } from './moments.ts';
import type { PossibleVisits } from './visits.ts';

/**
 * Usable seconds of the week, exact: travel times are whole seconds and hours whole minutes, so nothing is rounded before
 * `wholeMinutes` rounds once, on output. Demand points off the network reach nothing and hold 0: theirs are the caller's to leave out.
 */
export interface UsableHours {
	readonly taskCount: number;
	readonly cutoffCount: number;
	readonly pointCount: number;
	/** Of point p, task t and cutoff c at (t × cutoffCount + c) × pointCount + p. */
	readonly seconds: Uint32Array;
}

function checkCutoffs(cutoffs: readonly number[]): void {
	if (cutoffs.some((cutoff, rank) => !(cutoff >= 0) || (rank > 0 && cutoff <= cutoffs[rank - 1]))) {
		throw new RangeError(`Cutoffs of ${cutoffs.join(', ')} seconds, expected rising seconds`);
	}
}

/** The first of a point's entries, from `entry` on, whose site is beyond the cutoff. */
function firstBeyond({ toSite }: RoundTrips, entry: number, end: number, cutoffSeconds: number): number {
	while (entry < end && toSite[entry] <= cutoffSeconds) entry++;
	return entry;
}

/** Writes what a union holds for each task, `step` apart from `at` on. */
function writeTasks(visits: PossibleVisits, union: GrowingUnion, into: Uint32Array, at: number, step: number): void {
	const { taskCount, taskFirst, taskSlot } = visits;
	for (let task = 0; task < taskCount; task++) {
		let seconds = 0;
		for (let rank = taskFirst[task]; rank < taskFirst[task + 1]; rank++) seconds += union.seconds[taskSlot[rank]];
		into[at + task * step] = seconds;
	}
}

/**
 * Usable hours of some demand points, exactly those that `usableHours` gives them: after one site's hours change, only the points of
 * `pointsInReach` of that site can differ. Parameters and errors as those of `usableHours`.
 * @param points ranks of demand points; row p of the answer is that of points[p]
 */
export function usableHoursOfTouched(
	reach: RoundTrips,
	visits: PossibleVisits,
	cutoffs: readonly number[],
	points: Uint32Array
): UsableHours {
	checkSameSites(reach, visits);
	checkCutoffs(cutoffs);
	const [pointCount, cutoffCount] = [points.length, cutoffs.length];
	const seconds = new Uint32Array(visits.taskCount * cutoffCount * pointCount);
	const union = emptyUnion(reach, visits);
	for (let row = 0; row < pointCount; row++) {
		const end = reach.first[points[row] + 1];
		let entry = reach.first[points[row]];
		clearUnion(union);
		// Cutoffs are nested: the union of the next one grows out of that of the one before.
		for (let cutoff = 0; cutoff < cutoffCount; cutoff++) {
			const beyond = firstBeyond(reach, entry, end, cutoffs[cutoff]);
			addSites(union, visits, reach, entry, beyond);
			entry = beyond;
			writeTasks(visits, union, seconds, cutoff * pointCount + row, cutoffCount * pointCount);
		}
	}
	return { taskCount: visits.taskCount, cutoffCount, pointCount, seconds };
}

/**
 * Usable hours (space-time accessibility, after Delafontaine, Neutens, Schwanen, Van de Weghe 2011): for a free window [s, e], a site open
 * [o, c] whose way there takes t_go ≤ cutoff and the way back t_back, the visit is [max(o, s + t_go), min(c, e − t_back)], kept if it lasts
 * the minimum; the measure of the union over windows and sites. A site without a known way back (UNREACHABLE) is not usable:
 * `sitesWithoutWayBack` counts them. Throws `RangeError` when openings are not of the sites of the travel times or cutoffs do not rise.
 * @param cutoffs seconds, strictly rising, inclusive
 */
export function usableHours(reach: RoundTrips, visits: PossibleVisits, cutoffs: readonly number[]): UsableHours {
	return usableHoursOfTouched(reach, visits, cutoffs, everyPoint(reach));
}

function everyPoint({ demandCount }: RoundTrips): Uint32Array {
	const points = new Uint32Array(demandCount);
	for (let point = 0; point < demandCount; point++) points[point] = point;
	return points;
}

/**
 * One task's usable seconds at one cutoff, by moment of the week: of moment m (`MOMENT_NAMES`) and point p at m × demandCount + p. The
 * moments of a point add up to its seconds in `usableHours`. A visit that runs over from one moment to the next counts in each for its part.
 */
export function usableSecondsByMoment(
	reach: RoundTrips,
	visits: PossibleVisits,
	cutoffSeconds: number,
	task: number
): Uint32Array {
	checkSameSites(reach, visits);
	const { demandCount, first } = reach;
	const byMoment = new Uint32Array(MOMENT_NAMES.length * demandCount);
	const slots = visits.taskSlot.subarray(visits.taskFirst[task], visits.taskFirst[task + 1]);
	const union = emptyUnion(reach, visits);
	for (let point = 0; point < demandCount; point++) {
		clearUnion(union);
		const beyond = firstBeyond(reach, first[point], first[point + 1], cutoffSeconds);
		addSites(union, visits, reach, first[point], beyond);
		for (let rank = 0; rank < slots.length; rank++) {
			const slot = slots[rank];
			addByMoment(union, slot, visits.slotStart[slot], byMoment, point, demandCount);
		}
	}
	return byMoment;
}

/** The stretches of the week that are each of one moment, in order: together they are the week. Seconds. */
const STRETCHES = MOMENT_NAMES.flatMap((name, moment) =>
	Array.from({ length: MOMENTS[name].length / 2 }, (_, rank) => ({
		moment,
		start: MOMENTS[name][2 * rank] * 60,
		end: MOMENTS[name][2 * rank + 1] * 60
	}))
).sort((one, other) => one.start - other.start);

/** Adds a slot's visits to the seconds of one point by moment. */
function addByMoment(
	{ spans, first, count }: GrowingUnion,
	slot: number,
	slotStart: number,
	byMoment: Uint32Array,
	point: number,
	pointCount: number
): void {
	let stretch = 0;
	for (let at = first[slot]; at < first[slot] + 2 * count[slot]; at += 2) {
		const [from, to] = [spans[at] + slotStart, spans[at + 1] + slotStart];
		// Visits of a slot stand by rising time, so the next one begins in this stretch or after it.
		while (STRETCHES[stretch].end <= from) stretch++;
		for (let later = stretch; later < STRETCHES.length && STRETCHES[later].start < to; later++) {
			const { moment, start, end } = STRETCHES[later];
			byMoment[moment * pointCount + point] += Math.min(to, end) - Math.max(from, start);
		}
	}
}

/** Seconds as whole minutes, the last one only when it is usable to its end: what every output of usable hours shows. */
export function wholeMinutes(seconds: Uint32Array): Uint16Array {
	// A loop: `from` asks an iterator for each value.
	const minutes = new Uint16Array(seconds.length);
	for (let rank = 0; rank < seconds.length; rank++) minutes[rank] = Math.floor(seconds[rank] / 60);
	return minutes;
}

/** Whom each site serves: the demand points from which it is within the cap of the travel times, rising. */
export interface PointsInReach {
	/** siteCount + 1 offsets into `points`. */
	readonly first: Uint32Array;
	readonly points: Uint32Array;
}

/** Travel times read from the side of the sites; built once, it tells which points a change of one site's hours can touch. */
export function pointsInReach({ demandCount, siteCount, first, site }: RoundTrips): PointsInReach {
	const starts = new Uint32Array(siteCount + 1);
	for (let entry = 0; entry < first[demandCount]; entry++) starts[site[entry] + 1]++;
	for (let rank = 0; rank < siteCount; rank++) starts[rank + 1] += starts[rank];
	const next = starts.slice(0, siteCount);
	const points = new Uint32Array(first[demandCount]);
	for (let point = 0; point < demandCount; point++) {
		for (let entry = first[point]; entry < first[point + 1]; entry++) points[next[site[entry]]++] = point;
	}
	return { first: starts, points };
}

/** At each demand point, how many sites within the cutoff (inclusive) count for nothing because no way back is known. */
export function sitesWithoutWayBack(reach: RoundTrips, cutoffSeconds: number): Uint32Array {
	const { demandCount, first, toSite, fromSite } = reach;
	const sites = new Uint32Array(demandCount);
	for (let point = 0; point < demandCount; point++) {
		const beyond = firstBeyond(reach, first[point], first[point + 1], cutoffSeconds);
		for (let entry = first[point]; entry < beyond; entry++) {
			if (toSite[entry] <= cutoffSeconds && fromSite[entry] === UNREACHABLE) sites[point]++;
		}
	}
	return sites;
}
