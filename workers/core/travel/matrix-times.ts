import type { TimeMatrix } from '#domain/time-matrix.ts';
import type { Mode, TravelTimes } from '#domain/travel.ts';
import { UNREACHABLE } from '#domain/travel.ts';

/**
 * Travel times between demand points and sites, out of a matrix between named places.
 * @param demandIds the matrix's name of each demand point (its commune, its cell)
 * @param siteIds the matrix's name of each site: several sites may share one, that of their commune; null where it has none
 * @param capSeconds times above are not stored
 *
 * A demand point is attached when the matrix has a row for it, a site when it is a destination there. A pair that the
 * matrix does not hold cannot be travelled; the way back is UNREACHABLE where the matrix holds only the way out.
 */
export function travelTimesFromMatrix(
	matrix: TimeMatrix,
	demandIds: readonly string[],
	siteIds: readonly (string | null)[],
	capSeconds: number,
	mode: Mode
): TravelTimes {
	const fromRanks = ranksOf(matrix.fromIds);
	const toRanks = ranksOf(matrix.toIds);
	const siteTo = Int32Array.from(siteIds, (id) => (id === null ? -1 : (toRanks.get(id) ?? -1)));
	const siteFrom = Int32Array.from(siteIds, (id) => (id === null ? -1 : (fromRanks.get(id) ?? -1)));
	const demandFrom = Int32Array.from(demandIds, (id) => fromRanks.get(id) ?? -1);
	const demandTo = Int32Array.from(demandIds, (id) => toRanks.get(id) ?? -1);
	const sitesAt = groupByRank(siteTo, matrix.toIds.length);

	const first = new Uint32Array(demandIds.length + 1);
	forEachPair(matrix, demandFrom, sitesAt, capSeconds, (i) => {
		first[i + 1]++;
	});
	for (let i = 0; i < demandIds.length; i++) first[i + 1] += first[i];
	const site = new Uint32Array(first[demandIds.length]);
	const toSite = new Uint32Array(site.length);
	let filled = 0;
	forEachPair(matrix, demandFrom, sitesAt, capSeconds, (_, j, seconds) => {
		site[filled] = j;
		toSite[filled++] = seconds;
	});
	sortRows(first, site, toSite);

	const fromSite = new Uint32Array(site.length).fill(UNREACHABLE);
	for (let i = 0; i < demandIds.length; i++) {
		if (demandTo[i] === -1) continue;
		for (let e = first[i]; e < first[i + 1]; e++) {
			const row = siteFrom[site[e]];
			if (row !== -1) fromSite[e] = secondsBetween(matrix, row, demandTo[i]);
		}
	}
	return {
		mode,
		origin: 'matrix',
		demandCount: demandIds.length,
		siteCount: siteIds.length,
		capSeconds,
		first,
		site,
		toSite,
		fromSite,
		attached: Uint8Array.from(demandFrom, (rank) => (rank === -1 ? 0 : 1)),
		siteAttached: Uint8Array.from(siteTo, (rank) => (rank === -1 ? 0 : 1))
	};
}

function ranksOf(ids: readonly string[]): Map<string, number> {
	return new Map(ids.map((id, rank) => [id, rank]));
}

interface SitesAt {
	readonly first: Uint32Array;
	readonly site: Uint32Array;
}

/** Sites by the rank of the place they are at; those of rank −1 are nowhere. */
function groupByRank(ranks: Int32Array, rankCount: number): SitesAt {
	const first = new Uint32Array(rankCount + 1);
	for (const rank of ranks) if (rank !== -1) first[rank + 1]++;
	for (let rank = 0; rank < rankCount; rank++) first[rank + 1] += first[rank];
	const next = first.slice();
	const site = new Uint32Array(first[rankCount]);
	ranks.forEach((rank, j) => {
		if (rank !== -1) site[next[rank]++] = j;
	});
	return { first, site };
}

function forEachPair(
	matrix: TimeMatrix,
	demandFrom: Int32Array,
	sitesAt: SitesAt,
	capSeconds: number,
	visit: (demand: number, site: number, seconds: number) => void
): void {
	for (let i = 0; i < demandFrom.length; i++) {
		const row = demandFrom[i];
		if (row === -1) continue;
		for (let e = matrix.first[row]; e < matrix.first[row + 1]; e++) {
			const seconds = matrix.seconds[e];
			if (seconds > capSeconds) continue;
			const place = matrix.to[e];
			for (let s = sitesAt.first[place]; s < sitesAt.first[place + 1]; s++) visit(i, sitesAt.site[s], seconds);
		}
	}
}

/** Each row by rising time, equal times by rising site. */
function sortRows(first: Uint32Array, site: Uint32Array, toSite: Uint32Array): void {
	for (let i = 0; i + 1 < first.length; i++) {
		const sites = site.slice(first[i], first[i + 1]);
		const seconds = toSite.slice(first[i], first[i + 1]);
		const order = Array.from(sites.keys()).sort((a, b) => seconds[a] - seconds[b] || sites[a] - sites[b]);
		order.forEach((entry, rank) => {
			site[first[i] + rank] = sites[entry];
			toSite[first[i] + rank] = seconds[entry];
		});
	}
}

/** The matrix's time from a row to a place, by bisection; UNREACHABLE where it has none. */
function secondsBetween({ first, to, seconds }: TimeMatrix, row: number, place: number): number {
	let low = first[row];
	let high = first[row + 1];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (to[middle] < place) low = middle + 1;
		else high = middle;
	}
	return low < first[row + 1] && to[low] === place ? seconds[low] : UNREACHABLE;
}
