import { UNREACHABLE } from '#domain/travel.ts';
import type { RoadGraph } from '../../roads/road-graph.ts';
import { arrivals, departures, edgeArcs, type EdgeArcs } from '../attachments.ts';
import type { ContractionOptions } from '../hierarchy/contract.ts';
import { reverseHierarchy, type Hierarchy } from '../hierarchy/hierarchy.ts';
import { toSeconds } from '../many-to-many.ts';
import { sameEdgePairs, type SameEdgePair } from '../same-edge.ts';
import { FAR } from '../search-graph.ts';
import type { SiteRow } from '../site-rows.ts';
import { SiteSearch, type SiteSearchOptions } from '../site-search.ts';
import { snapsAt, type Snaps } from '../snap.ts';
import { WaysBack } from '../ways-back.ts';
import { BEYOND, FARTHEST } from './lanes.ts';
import { sweepLayout } from './layout.ts';
import { ManyToMany } from './many-to-many.ts';
import type { Reach } from './reach.ts';
import type { DirectTimes } from './sources.ts';
import type { TimeTable } from './time-table.ts';

/** Sites swept between two pauses; the table of their times takes two bytes for each of them and each demand point. */
const SITES_A_GROUP = 128;

/**
 * Rows of many sites by sweeps: the same as SiteSearch finds them one by one. What depends on the roads and the demand
 * points alone is made once.
 */
export class SiteSweep {
	readonly #graph: RoadGraph;
	readonly #demand: Snaps;
	readonly #options: Required<SiteSearchOptions>;
	readonly #driving: EdgeArcs;
	readonly #toSites: ManyToMany;
	readonly #fromSites: ManyToMany;
	#search: SiteSearch | null = null;
	#waysBack: WaysBack | null = null;

	/**
	 * Lays out the sweeps of both directions, a second or so each for a million nodes.
	 * @param hierarchy of graph.search
	 * @param steps what is awaited and looked at between the two
	 * @throws the signal's reason once aborted
	 */
	static async create(
		graph: RoadGraph,
		hierarchy: Hierarchy,
		demand: Snaps,
		{ capSeconds, accessLeg = 'timed' }: SiteSearchOptions,
		{ pause, signal }: Pick<ContractionOptions, 'pause' | 'signal'> = {}
	): Promise<SiteSweep> {
		const driving = edgeArcs(graph);
		const backwards = reverseHierarchy(hierarchy);
		const toSites = ManyToMany.create(backwards, sweepLayout(backwards, departures(graph, demand, accessLeg)));
		await pause?.();
		signal?.throwIfAborted();
		const coming = arrivals(graph, demand, accessLeg, driving);
		const fromSites = ManyToMany.create(hierarchy, sweepLayout(hierarchy, coming));
		return new SiteSweep(graph, demand, { capSeconds, accessLeg }, driving, toSites, fromSites);
	}

	private constructor(
		graph: RoadGraph,
		demand: Snaps,
		options: Required<SiteSearchOptions>,
		driving: EdgeArcs,
		toSites: ManyToMany,
		fromSites: ManyToMany
	) {
		this.#graph = graph;
		this.#demand = demand;
		this.#options = options;
		this.#driving = driving;
		this.#toSites = toSites;
		this.#fromSites = fromSites;
	}

	/**
	 * The demand points within the cap of each site, with the times there and back. The way back is given whatever it takes.
	 * @param steps awaited, looked at and told between groups of sites
	 * @throws the signal's reason once aborted
	 */
	async rows(sites: Snaps, { onProgress, pause, signal }: ContractionOptions = {}): Promise<SiteRow[]> {
		const rows: SiteRow[] = [];
		while (rows.length < sites.count) {
			await pause?.();
			signal?.throwIfAborted();
			const ranks = Array.from(
				{ length: Math.min(SITES_A_GROUP, sites.count - rows.length) },
				(_, i) => rows.length + i
			);
			rows.push(...this.#rowsOf(snapsAt(sites, ranks)));
			onProgress?.(rows.length / sites.count);
		}
		return rows;
	}

	#rowsOf(sites: Snaps): SiteRow[] {
		const { capSeconds, accessLeg } = this.#options;
		const cap = capSeconds * 10 + 4;
		if (cap > FARTHEST) return Array.from({ length: sites.count }, (_, rank) => this.#searchedRow(sites, rank));
		const [graph, demand] = [this.#graph, this.#demand];
		const there = this.#toSites.within({
			sources: {
				attachments: arrivals(graph, sites, accessLeg, this.#driving),
				direct: directTimes(sameEdgePairs(graph, demand, sites, accessLeg), 'destination', sites.count)
			},
			limit: cap
		});
		const back = this.#fromSites.table({
			sources: {
				attachments: departures(graph, sites, accessLeg),
				direct: directTimes(sameEdgePairs(graph, sites, demand, accessLeg), 'origin', sites.count)
			},
			limit: FARTHEST
		});
		const rows = Array.from({ length: sites.count }, (_, site) => rowOf(there, back, site));
		return this.#withWaysBack(rows, sites);
	}

	/**
	 * The same rows with the ways back that the sweep did not find: by searches from their sites, or towards their demand points,
	 * whichever are fewer.
	 */
	#withWaysBack(rows: readonly SiteRow[], sites: Snaps): SiteRow[] {
		const openPoints = new Set<number>();
		const openSites = new Set<number>();
		rows.forEach(({ demand, fromSite }, site) => {
			for (let entry = fromSite.indexOf(UNREACHABLE); entry >= 0; entry = fromSite.indexOf(UNREACHABLE, entry + 1)) {
				openPoints.add(demand[entry]);
				openSites.add(site);
			}
		});
		if (openSites.size <= openPoints.size) {
			return rows.map((row, site) => (openSites.has(site) ? this.#searchedRow(sites, site) : row));
		}
		this.#waysBack ??= new WaysBack(this.#graph, this.#demand, this.#options.accessLeg, this.#driving);
		const leaving = this.#waysBack.leaving(sites);
		for (const point of openPoints) {
			const times = this.#waysBack.to(point, sites, leaving);
			rows.forEach(({ demand, fromSite }, site) => {
				const entry = entryOf(demand, point);
				if (entry >= 0 && times[site] < FAR) fromSite[entry] = toSeconds(times[site]);
			});
		}
		return [...rows];
	}

	#searchedRow(sites: Snaps, rank: number): SiteRow {
		this.#search ??= new SiteSearch(this.#graph, this.#demand, this.#options);
		return this.#search.row(sites, rank);
	}
}

/** A site's row from both sweeps; UNREACHABLE where the way back was not found. */
function rowOf(there: Reach, back: TimeTable, site: number): SiteRow {
	const demand = there.column.slice(there.first[site], there.first[site + 1]);
	const toSite = new Uint32Array(demand.length);
	const fromSite = new Uint32Array(demand.length);
	for (let entry = 0; entry < demand.length; entry++) {
		toSite[entry] = toSeconds(there.deciseconds[there.first[site] + entry]);
		const deciseconds = back.time(site, demand[entry]);
		fromSite[entry] = deciseconds === BEYOND ? UNREACHABLE : toSeconds(deciseconds);
	}
	return { demand, toSite, fromSite };
}

/** Place of a demand point in a row, by bisection; −1 where it is not in it. */
function entryOf(demand: Uint32Array, point: number): number {
	let [low, high] = [0, demand.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (demand[middle] < point) low = middle + 1;
		else high = middle;
	}
	return demand[low] === point ? low : -1;
}

/** Same-edge journeys by site. */
function directTimes(pairs: readonly SameEdgePair[], siteIs: 'origin' | 'destination', siteCount: number): DirectTimes {
	const pointIs = siteIs === 'origin' ? 'destination' : 'origin';
	const sorted = [...pairs].sort((a, b) => a[siteIs] - b[siteIs]);
	const first = new Uint32Array(siteCount + 1);
	for (const pair of sorted) first[pair[siteIs] + 1] += 1;
	for (let site = 0; site < siteCount; site++) first[site + 1] += first[site];
	return {
		first,
		point: Uint32Array.from(sorted, (pair) => pair[pointIs]),
		deciseconds: Uint32Array.from(sorted, (pair) => pair.deciseconds)
	};
}
