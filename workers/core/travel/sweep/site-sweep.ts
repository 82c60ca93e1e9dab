import type { RoadGraph } from '../../roads/road-graph.ts';
import { arrivals, departures } from '../attachments.ts';
import { reverseHierarchy, type Hierarchy } from '../hierarchy/hierarchy.ts';
import { toSeconds } from '../many-to-many.ts';
import { sameEdgePairs, type SameEdgePair } from '../same-edge.ts';
import type { SiteRow } from '../site-rows.ts';
import { SiteSearch, type SiteSearchOptions } from '../site-search.ts';
import { type Snaps } from '../snap.ts';
import { FARTHEST } from './lanes.ts';
import { sweepLayout } from './layout.ts';
import { ManyToMany } from './many-to-many.ts';
import type { Reach } from './reach.ts';
import type { DirectTimes } from './sources.ts';

/**
 * Rows of many sites by sweeps: the same as SiteSearch finds them one by one. What depends on the roads and the demand
 * points alone is made once.
 */
export class SiteSweep {
	readonly #graph: RoadGraph;
	readonly #demand: Snaps;
	readonly #options: SiteSearchOptions;
	readonly #toSites: ManyToMany;
	readonly #fromSites: ManyToMany;
	#search: SiteSearch | null = null;

	/** @param hierarchy of graph.search */
	constructor(graph: RoadGraph, hierarchy: Hierarchy, demand: Snaps, options: SiteSearchOptions) {
		const backwards = reverseHierarchy(hierarchy);
		const leaving = departures(graph, demand, options.accessLeg ?? 'timed');
		const coming = arrivals(graph, demand, options.accessLeg ?? 'timed');
		this.#graph = graph;
		this.#demand = demand;
		this.#options = options;
		this.#toSites = ManyToMany.create(backwards, sweepLayout(backwards, leaving));
		this.#fromSites = ManyToMany.create(hierarchy, sweepLayout(hierarchy, coming));
	}

	/** The demand points within the cap of each site, with the times there and back. The way back is given whatever it takes. */
	rows(sites: Snaps): SiteRow[] {
		const cap = this.#options.capSeconds * 10 + 4;
		const everySite = Array.from({ length: sites.count }, (_, rank) => rank);
		if (cap > FARTHEST) return everySite.map((rank) => this.#searchedRow(sites, rank));
		const { accessLeg = 'timed' } = this.#options;
		const [graph, demand] = [this.#graph, this.#demand];
		const there = this.#toSites.within({
			sources: {
				attachments: arrivals(graph, sites, accessLeg),
				direct: directTimes(sameEdgePairs(graph, demand, sites, accessLeg), 'destination', sites.count)
			},
			limit: cap
		});
		// The way back is seldom much longer; where it is, the site is searched alone.
		const back = this.#fromSites.within({
			sources: {
				attachments: departures(graph, sites, accessLeg),
				direct: directTimes(sameEdgePairs(graph, sites, demand, accessLeg), 'origin', sites.count)
			},
			limit: Math.min(FARTHEST, cap + 1200)
		});
		return everySite.map((rank) => rowOf(there, back, rank) ?? this.#searchedRow(sites, rank));
	}

	#searchedRow(sites: Snaps, rank: number): SiteRow {
		this.#search ??= new SiteSearch(this.#graph, this.#demand, this.#options);
		return this.#search.row(sites, rank);
	}
}

/** A site's row from both sweeps; null where a way back was not found within the sweep's limit. */
function rowOf(there: Reach, back: Reach, site: number): SiteRow | null {
	const [start, end] = [there.first[site], there.first[site + 1]];
	const fromSite = new Uint32Array(end - start);
	let other = back.first[site];
	for (let entry = start; entry < end; entry++) {
		while (other < back.first[site + 1] && back.column[other] < there.column[entry]) other++;
		if (other === back.first[site + 1] || back.column[other] !== there.column[entry]) return null;
		fromSite[entry - start] = toSeconds(back.deciseconds[other]);
	}
	return {
		demand: there.column.slice(start, end),
		toSite: Uint32Array.from(there.deciseconds.subarray(start, end), toSeconds),
		fromSite
	};
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
