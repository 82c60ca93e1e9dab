import type { TravelTimes } from '#domain/travel.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import type { PossibleVisits } from './visits.ts';
import { OFFER } from './visits.ts';

/** The part of `TravelTimes` that usable hours need: sites in reach of a demand point, nearest first, there and back. */
export type RoundTrips = Pick<TravelTimes, 'demandCount' | 'siteCount' | 'first' | 'site' | 'toSite' | 'fromSite'>;

/** The visits one demand point can make, united by slot as sites are added. Seconds from the beginning of each slot's window. */
export interface GrowingUnion {
	/** slotCount: spans held now, and their seconds. */
	readonly count: Int32Array;
	readonly seconds: Int32Array;
	/** slotCount offsets of each slot's spans. */
	readonly first: Uint32Array;
	/** Pairs [start, end), sorted, disjoint and not touching within a slot. */
	readonly spans: Int32Array;
}

/** Throws `RangeError` when openings and travel times are not of the same sites. */
export function checkSameSites(reach: RoundTrips, visits: PossibleVisits): void {
	if (reach.siteCount !== visits.siteCount) {
		throw new RangeError(
			`Openings of ${visits.siteCount} sites, expected those of the ${reach.siteCount} sites of the travel times`
		);
	}
}

/** Sites in reach of the demand point that reaches most. */
function mostInReach({ demandCount, first }: RoundTrips): number {
	let most = 0;
	for (let point = 0; point < demandCount; point++) most = Math.max(most, first[point + 1] - first[point]);
	return most;
}

/** How many visits any demand point can make in each slot, at most. */
export function mostVisits(reach: RoundTrips, visits: PossibleVisits): Uint32Array {
	const sites = mostInReach(reach);
	return visits.slotOpenings.map((openings, slot) => Math.min(openings, sites * visits.slotMostOfOneSite[slot]));
}

/** An empty union with room for whatever a demand point can visit. */
export function emptyUnion(reach: RoundTrips, visits: PossibleVisits): GrowingUnion {
	const first = new Uint32Array(visits.slotCount);
	let room = 0;
	mostVisits(reach, visits).forEach((most, slot) => {
		first[slot] = room;
		room += 2 * most;
	});
	return {
		count: new Int32Array(visits.slotCount),
		seconds: new Int32Array(visits.slotCount),
		first,
		spans: new Int32Array(room)
	};
}

/** Forgets all visits. */
export function clearUnion(union: GrowingUnion): void {
	union.count.fill(0);
	union.seconds.fill(0);
}

/** Adds the visit [start, end), of at least a second, to those of a slot, joining the spans that it overlaps or touches. */
function insertVisit(union: GrowingUnion, slot: number, start: number, end: number): void {
	const { count, seconds, spans } = union;
	let at = union.first[slot];
	const last = at + 2 * count[slot];
	while (at < last && spans[at + 1] < start) at += 2;
	let joined = at;
	let held = 0;
	let to = end;
	for (; joined < last && spans[joined] <= end; joined += 2) {
		held += spans[joined + 1] - spans[joined];
		to = Math.max(to, spans[joined + 1]);
	}
	if (joined === at) {
		for (let moved = last - 1; moved >= at; moved--) spans[moved + 2] = spans[moved];
		spans[at] = start;
		spans[at + 1] = end;
		seconds[slot] += end - start;
		count[slot]++;
		return;
	}
	const merged = (joined - at) >> 1;
	if (merged > 1) for (let moved = joined; moved < last; moved++) spans[moved - joined + at + 2] = spans[moved];
	spans[at] = Math.min(start, spans[at]);
	spans[at + 1] = to;
	seconds[slot] += to - spans[at] - held;
	count[slot] += 1 - merged;
}

/**
 * Adds the visits to the sites of entries `from` … `to` − 1 of the travel times. A site from which no way back is known is not visited:
 * nobody can say how long one could stay.
 */
export function addSites(
	union: GrowingUnion,
	{ siteFirst, offers }: PossibleVisits,
	{ site, toSite, fromSite }: RoundTrips,
	from: number,
	to: number
): void {
	const { first, count, seconds, spans } = union;
	for (let entry = from; entry < to; entry++) {
		let at = siteFirst[site[entry]];
		const end = siteFirst[site[entry] + 1];
		// Of one day's slots most sites have none: their way is not even looked up.
		if (at === end) continue;
		const back = fromSite[entry];
		if (back === UNREACHABLE) continue;
		const go = toSite[entry];
		for (; at < end; at += OFFER) {
			const arrival = Math.max(offers[at + 1], go);
			const departure = Math.min(offers[at + 2], offers[at + 3] - back);
			if (departure - arrival < offers[at + 4]) continue;
			const slot = offers[at];
			const span = first[slot];
			// Most slots hold one span, which most visits overlap: no branch tells those that widen it from those it holds.
			if (count[slot] === 1 && arrival <= spans[span + 1] && departure >= spans[span]) {
				const start = Math.min(spans[span], arrival);
				const until = Math.max(spans[span + 1], departure);
				spans[span] = start;
				spans[span + 1] = until;
				seconds[slot] = until - start;
			} else insertVisit(union, slot, arrival, departure);
		}
	}
}
