import { UNREACHABLE } from '#domain/travel.ts';
import type { RoundTrips } from '#core/hours/growing-union.ts';
import type { Intervals } from '#core/hours/intervals.ts';

/** Trips of demand points to sites and back, gathered by point or by site. Seconds. */
interface Trips {
	/** Offsets, one more than there are points (or sites). */
	readonly first: Uint32Array;
	/** The site (or the point) at the other end. */
	readonly other: Uint32Array;
	readonly goSeconds: Uint32Array;
	readonly backSeconds: Uint32Array;
}

/** The people of one profile, when they are free, and how much each of their hours counts. */
export interface Audience {
	/** At each demand point; NaN (not given) is nobody. */
	readonly people: Float64Array;
	/** Above 0. */
	readonly weight: number;
	/** Pairs in minutes of the week. */
	readonly windows: Intervals;
	readonly minimumVisitMinutes: number;
}

/**
 * Who could use which hours: the people of one profile or of several, the sites within their reach and the hours these have. Points without
 * people, out of the scope or that reach nothing are not in it; neither are trips without a known way back. Each free window is of one
 * audience: those of two may overlap.
 */
export interface HoursCase {
	readonly pointCount: number;
	readonly siteCount: number;
	readonly audienceCount: number;
	/** Of point p and audience a at p × audiences + a: 0 or more. */
	readonly people: Float64Array;
	/** The same times the weight of the audience. */
	readonly weighedPeople: Float64Array;
	readonly byPoint: Trips;
	readonly bySite: Trips;
	/** Free windows, in seconds of the week: those of the first audience, rising, then those of the next. */
	readonly windowStart: readonly number[];
	readonly windowEnd: readonly number[];
	readonly windowAudience: readonly number[];
	/** Of each window: at least 1. */
	readonly minimumSeconds: readonly number[];
	/** Of each site, minutes of the week; empty where its hours are not known or it does not count. */
	readonly openings: readonly Intervals[];
}

/** @param audiences one at least; points where none has people are left out */
export function hoursCase(
	reach: RoundTrips,
	audiences: readonly Audience[],
	cutoffSeconds: number,
	openings: readonly Intervals[],
	sites: Uint8Array
): HoursCase {
	const [kept, starts, entries]: number[][] = [[], [0], []];
	for (let point = 0; point < reach.demandCount; point++) {
		if (!audiences.some(({ people }) => people[point] > 0)) continue;
		const before = entries.length;
		for (let entry = reach.first[point]; entry < reach.first[point + 1]; entry++) {
			if (reach.toSite[entry] > cutoffSeconds) break;
			if (sites[reach.site[entry]] === 1 && reach.fromSite[entry] !== UNREACHABLE) entries.push(entry);
		}
		if (entries.length === before) continue;
		kept.push(point);
		starts.push(entries.length);
	}
	const byPoint: Trips = {
		first: Uint32Array.from(starts),
		other: Uint32Array.from(entries, (entry) => reach.site[entry]),
		goSeconds: Uint32Array.from(entries, (entry) => reach.toSite[entry]),
		backSeconds: Uint32Array.from(entries, (entry) => reach.fromSite[entry])
	};
	const people = Float64Array.from(
		kept.flatMap((point) => audiences.map((one) => (one.people[point] > 0 ? one.people[point] : 0)))
	);
	const free = audiences.flatMap(({ windows, minimumVisitMinutes }, audience) => {
		const minimum = Math.max(1, Math.ceil(minimumVisitMinutes * 60));
		return windows.flatMap((minute, at) =>
			at % 2 === 0 ? [{ start: minute * 60, end: windows[at + 1] * 60, audience, minimum }] : []
		);
	});
	return {
		pointCount: kept.length,
		siteCount: reach.siteCount,
		audienceCount: audiences.length,
		people,
		weighedPeople: people.map((one, at) => one * audiences[at % audiences.length].weight),
		byPoint,
		bySite: turned(byPoint, reach.siteCount),
		windowStart: free.map(({ start }) => start),
		windowEnd: free.map(({ end }) => end),
		windowAudience: free.map(({ audience }) => audience),
		minimumSeconds: free.map(({ minimum }) => minimum),
		openings
	};
}

/** The same trips, gathered by what is at their other end; points of a site rise. */
function turned({ first, other, goSeconds, backSeconds }: Trips, count: number): Trips {
	const starts = new Uint32Array(count + 1);
	for (const end of other) starts[end + 1]++;
	for (let end = 0; end < count; end++) starts[end + 1] += starts[end];
	const next = starts.slice(0, count);
	const [points, go, back] = [other, other, other].map(({ length }) => new Uint32Array(length));
	for (let point = 0; point + 1 < first.length; point++) {
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			const at = next[other[entry]]++;
			points[at] = point;
			go[at] = goSeconds[entry];
			back[at] = backSeconds[entry];
		}
	}
	return { first: starts, other: points, goSeconds: go, backSeconds: back };
}
