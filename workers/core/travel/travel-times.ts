import { UNREACHABLE, type TravelTimes } from '#domain/travel.ts';
import type { RoadGraph } from '../roads/road-graph.ts';
import { arrivals, departures } from './attachments.ts';
import { BucketDijkstra } from './dijkstra.ts';
import { readArrivals, toSeconds, type SearchOptions } from './many-to-many.ts';
import { sameEdgePairs } from './same-edge.ts';
import { FAR, reverseGraph, type Attachments } from './search-graph.ts';
import { UNATTACHED, type Snaps } from './snap.ts';

/** Times of one site: to it from every demand point, and from it to every demand point, deciseconds. */
interface SiteTimes {
	readonly toSite: Uint32Array;
	readonly fromSite: Uint32Array;
}

/**
 * Exact times between demand points and sites by one search forward and one backward from each site: for few sites, and what
 * faster ways are held to. A pair is kept when the way to the site is within the cap; the way back is then given whatever it takes.
 * @param onProgress called with the share of the sites done
 */
export function travelTimesToSites(
	graph: RoadGraph,
	demand: Snaps,
	sites: Snaps,
	options: SearchOptions & { readonly capSeconds: number },
	onProgress?: (share: number) => void
): TravelTimes {
	const siteTimes = new SiteSearch(graph, demand, sites, options);
	const perSite: SiteTimes[] = [];
	for (let site = 0; site < sites.count; site++) {
		perSite.push(siteTimes.run(site));
		onProgress?.((site + 1) / sites.count);
	}
	return {
		mode: graph.mode,
		origin: 'roads',
		demandCount: demand.count,
		siteCount: sites.count,
		capSeconds: options.capSeconds,
		...gather(perSite, demand.count, options.capSeconds),
		attached: demand.edge.length === 0 ? new Uint8Array() : Uint8Array.from(demand.edge, isAttached),
		siteAttached: Uint8Array.from(sites.edge, isAttached)
	};
}

function isAttached(edge: number): number {
	return edge === UNATTACHED ? 0 : 1;
}

/** Searches from sites with arrays made once. */
class SiteSearch {
	readonly #forward: BucketDijkstra;
	readonly #backward: BucketDijkstra;
	readonly #demandLeaves: Attachments;
	readonly #demandComes: Attachments;
	readonly #siteLeaves: Attachments;
	readonly #siteComes: Attachments;
	readonly #within: { to: Map<number, [number, number][]>; from: Map<number, [number, number][]> };
	readonly #demandCount: number;
	readonly #capDeciseconds: number;

	constructor(graph: RoadGraph, demand: Snaps, sites: Snaps, options: SearchOptions & { readonly capSeconds: number }) {
		const accessLeg = options.accessLeg ?? 'timed';
		this.#forward = new BucketDijkstra(graph.search);
		this.#backward = new BucketDijkstra(reverseGraph(graph.search));
		this.#demandLeaves = departures(graph, demand, accessLeg);
		this.#demandComes = arrivals(graph, demand, accessLeg);
		this.#siteLeaves = departures(graph, sites, accessLeg);
		this.#siteComes = arrivals(graph, sites, accessLeg);
		this.#demandCount = demand.count;
		this.#capDeciseconds = capDeciseconds(options.capSeconds);
		const to = new Map<number, [number, number][]>();
		const from = new Map<number, [number, number][]>();
		const put = (map: typeof to, site: number, point: number, time: number) =>
			map.set(site, [...(map.get(site) ?? []), [point, time]]);
		for (const pair of sameEdgePairs(graph, demand, sites, accessLeg)) {
			put(to, pair.destination, pair.origin, pair.deciseconds);
		}
		for (const pair of sameEdgePairs(graph, sites, demand, accessLeg)) {
			put(from, pair.origin, pair.destination, pair.deciseconds);
		}
		this.#within = { to, from };
	}

	run(site: number): SiteTimes {
		const cap = this.#capDeciseconds;
		const toSite = this.#search(this.#backward, this.#siteComes, this.#demandLeaves, site, cap);
		mend(toSite, this.#within.to.get(site));
		// The way back is often a little longer than the cap; if that is not enough it is searched to the end.
		let fromSite = this.#search(this.#forward, this.#siteLeaves, this.#demandComes, site, 1.5 * cap + 1200);
		mend(fromSite, this.#within.from.get(site));
		if (toSite.some((time, point) => time <= cap && fromSite[point] >= FAR)) {
			fromSite = this.#search(this.#forward, this.#siteLeaves, this.#demandComes, site, Infinity);
			mend(fromSite, this.#within.from.get(site));
		}
		return { toSite, fromSite };
	}

	#search(search: BucketDijkstra, starts: Attachments, ends: Attachments, site: number, cap: number): Uint32Array {
		const [from, to] = [starts.first[site], starts.first[site + 1]];
		search.run(starts.node.subarray(from, to), starts.deciseconds.subarray(from, to), cap);
		const row = new Uint32Array(this.#demandCount);
		readArrivals(search.deciseconds, ends, row);
		return row;
	}
}

function mend(row: Uint32Array, within: readonly [number, number][] | undefined): void {
	for (const [point, time] of within ?? []) row[point] = Math.min(row[point], time);
}

/** The most deciseconds that still round to the cap. */
function capDeciseconds(capSeconds: number): number {
	return Math.min(FAR - 1, capSeconds * 10 + 4);
}

function gather(
	perSite: readonly SiteTimes[],
	demandCount: number,
	capSeconds: number
): Pick<TravelTimes, 'first' | 'site' | 'toSite' | 'fromSite'> {
	const cap = capDeciseconds(capSeconds);
	const first = new Uint32Array(demandCount + 1);
	for (let point = 0; point < demandCount; point++) {
		let count = 0;
		for (const { toSite } of perSite) if (toSite[point] <= cap) count++;
		first[point + 1] = first[point] + count;
	}
	const site = new Uint32Array(first[demandCount]);
	const toSite = new Uint32Array(first[demandCount]);
	const fromSite = new Uint32Array(first[demandCount]);
	const seconds = (time: number) => (time >= FAR ? UNREACHABLE : toSeconds(time));
	for (let point = 0; point < demandCount; point++) {
		const near = Array.from(perSite.keys()).filter((rank) => perSite[rank].toSite[point] <= cap);
		near.sort((a, b) => perSite[a].toSite[point] - perSite[b].toSite[point] || a - b);
		near.forEach((rank, i) => {
			const entry = first[point] + i;
			site[entry] = rank;
			toSite[entry] = seconds(perSite[rank].toSite[point]);
			fromSite[entry] = seconds(perSite[rank].fromSite[point]);
		});
	}
	return { first, site, toSite, fromSite };
}
