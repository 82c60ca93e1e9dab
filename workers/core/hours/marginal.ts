import { UNREACHABLE } from '#domain/travel.ts';
import type { RoundTrips } from './growing-union.ts';
import { checkSameSites, mostVisits } from './growing-union.ts';
import type { PackedOpenings } from './openings-kernel.ts';
import type { ProfilePeople } from './profile-weights.ts';
import { OFFER, type PossibleVisits } from './visits.ts';

/** What only one site, or one of its openings, gives to the people of one profile. Never added to another profile's. */
export interface MarginalHours<Id extends string = string> {
	readonly profile: Id;
	/** By opening, in the order of `PackedOpenings.minutes`: person-minutes a week lost if that opening alone went. */
	readonly byOpening: Float64Array;
	/** By site: person-minutes a week lost if the site went. What two sites both give is in neither. */
	readonly bySite: Float64Array;
	/** By opening: people who would lose something, however little, if that opening alone went. */
	readonly peopleByOpening: Float64Array;
}

/** The visits of one demand point, by slot and by rising arrival. */
interface SortedVisits {
	readonly count: Int32Array;
	readonly first: Uint32Array;
	readonly start: Int32Array;
	readonly end: Int32Array;
	readonly opening: Uint32Array;
}

function roomFor(reach: RoundTrips, visits: PossibleVisits): SortedVisits {
	const most = mostVisits(reach, visits);
	const first = new Uint32Array(visits.slotCount);
	for (let slot = 1; slot < first.length; slot++) first[slot] = first[slot - 1] + most[slot - 1];
	const room = most.reduce((sum, each) => sum + each, 0);
	return {
		count: new Int32Array(visits.slotCount),
		first,
		start: new Int32Array(room),
		end: new Int32Array(room),
		opening: new Uint32Array(room)
	};
}

function insert(sorted: SortedVisits, slot: number, arrival: number, departure: number, opening: number): void {
	const { count, first, start, end } = sorted;
	let at = first[slot] + count[slot]++;
	for (; at > first[slot] && start[at - 1] > arrival; at--) {
		start[at] = start[at - 1];
		end[at] = end[at - 1];
		sorted.opening[at] = sorted.opening[at - 1];
	}
	start[at] = arrival;
	end[at] = departure;
	sorted.opening[at] = opening;
}

/** All visits of a point within the cutoff, in the slots of one task. */
function gather(
	sorted: SortedVisits,
	visits: PossibleVisits,
	reach: RoundTrips,
	point: number,
	cutoffSeconds: number
): void {
	const { siteFirst, offers, offerOpening } = visits;
	const { first, site, toSite, fromSite } = reach;
	sorted.count.fill(0);
	for (let entry = first[point]; entry < first[point + 1] && toSite[entry] <= cutoffSeconds; entry++) {
		if (fromSite[entry] === UNREACHABLE) continue;
		const end = siteFirst[site[entry] + 1];
		for (let at = siteFirst[site[entry]]; at < end; at += OFFER) {
			const arrival = Math.max(offers[at + 1], toSite[entry]);
			const departure = Math.min(offers[at + 2], offers[at + 3] - fromSite[entry]);
			if (departure - arrival < offers[at + 4]) continue;
			insert(sorted, offers[at], arrival, departure, offerOpening[at / OFFER]);
		}
	}
}

/** What is added up over the demand points, by opening. */
interface Losses {
	readonly personSeconds: Float64Array;
	readonly people: Float64Array;
	/** The last point whose people are in `people`, so that an opening of several slots counts them once; −1 for none. */
	readonly lastPoint: Int32Array;
}

function noLosses(openingCount: number): Losses {
	return {
		personSeconds: new Float64Array(openingCount),
		people: new Float64Array(openingCount),
		lastPoint: new Int32Array(openingCount).fill(-1)
	};
}

/**
 * Adds to each opening what no other visit of the slot covers. Swept by rising arrival: between two arrivals, only the visit that ends
 * last is alone, from when the one that ends second has ended.
 */
function addAlone(sorted: SortedVisits, slot: number, point: number, people: number, into: Losses): void {
	const { first, start, end, opening } = sorted;
	const last = first[slot] + sorted.count[slot];
	let [longest, longestEnd, secondEnd] = [first[slot], -1, -1];
	for (let at = first[slot]; at <= last; at++) {
		if (at > first[slot]) {
			const until = at === last ? longestEnd : Math.min(longestEnd, start[at]);
			const alone = until - Math.max(start[at - 1], secondEnd);
			if (alone > 0) addLoss(into, opening[longest], point, alone, people);
		}
		if (at === last) break;
		if (end[at] > longestEnd) {
			secondEnd = longestEnd;
			[longest, longestEnd] = [at, end[at]];
		} else if (end[at] > secondEnd) secondEnd = end[at];
	}
}

function addLoss(into: Losses, opening: number, point: number, seconds: number, people: number): void {
	into.personSeconds[opening] += seconds * people;
	if (into.lastPoint[opening] === point) return;
	into.lastPoint[opening] = point;
	into.people[opening] += people;
}

/**
 * What each opening and each site alone gives to the people of a profile: the usable time of the week that would be lost without it, all
 * else kept, times the people who would lose it. Exact. Openings of one site never overlap, so a site's loss is the sum of those of its
 * openings; losses of two sites do not add up to the loss of both.
 * Throws `RangeError` when openings are not of the sites of the travel times, or the task is not the only one of `visits`.
 * @param visits of one task, on `openings`
 * @param openings the week of that task
 * @param people of the profile whose free time the task holds; points that are not known (NaN) count for nothing
 */
export function marginalHours<Id extends string>(
	reach: RoundTrips,
	visits: PossibleVisits,
	openings: PackedOpenings,
	cutoffSeconds: number,
	{ profile, people }: ProfilePeople<Id>
): MarginalHours<Id> {
	checkSameSites(reach, visits);
	if (visits.taskCount !== 1) throw new RangeError(`Visits of ${visits.taskCount} tasks, expected those of one`);
	const sorted = roomFor(reach, visits);
	const losses = noLosses(openings.minutes.length / 2);
	for (let point = 0; point < reach.demandCount; point++) {
		if (!(people[point] > 0)) continue;
		gather(sorted, visits, reach, point, cutoffSeconds);
		for (let slot = 0; slot < visits.slotCount; slot++) addAlone(sorted, slot, point, people[point], losses);
	}
	const byOpening = losses.personSeconds.map((personSeconds) => personSeconds / 60);
	return { profile, byOpening, bySite: sumBySite(openings, byOpening), peopleByOpening: losses.people };
}

/** Openings of one site never overlap: what it alone gives is what they do. */
export function sumBySite({ first }: PackedOpenings, byOpening: Float64Array): Float64Array {
	const bySite = new Float64Array(first.length - 1);
	for (let site = 0; site < bySite.length; site++) {
		for (let opening = first[site] / 2; opening < first[site + 1] / 2; opening++) bySite[site] += byOpening[opening];
	}
	return bySite;
}
