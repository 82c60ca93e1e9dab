import type { RoadGraph } from '../roads/road-graph.ts';
import { arrivals, departures, type AccessLeg, type EdgeArcs } from './attachments.ts';
import { BucketDijkstra } from './dijkstra.ts';
import { readArrivals } from './many-to-many.ts';
import { sameEdgePairs } from './same-edge.ts';
import { FAR, reverseGraph, type Attachments } from './search-graph.ts';
import { snapsAt, type Snaps } from './snap.ts';

/**
 * Ways from sites to a few demand points, by one search from each point back to all sites: for points that are far round from every
 * site, or that no way enters, where a search from each site would look everywhere.
 */
export class WaysBack {
	readonly #graph: RoadGraph;
	readonly #demand: Snaps;
	readonly #accessLeg: AccessLeg;
	readonly #driving: EdgeArcs;
	readonly #search: BucketDijkstra;

	constructor(graph: RoadGraph, demand: Snaps, accessLeg: AccessLeg, driving: EdgeArcs) {
		this.#graph = graph;
		this.#demand = demand;
		this.#accessLeg = accessLeg;
		this.#driving = driving;
		this.#search = new BucketDijkstra(reverseGraph(graph.search));
	}

	/** How journeys leave sites, for `to`. */
	leaving(sites: Snaps): Attachments {
		return departures(this.#graph, sites, this.#accessLeg);
	}

	/**
	 * Deciseconds from each site to a demand point, whatever they are; FAR where no way leads.
	 * @param leaving of `sites`, by `leaving`
	 */
	to(point: number, sites: Snaps, leaving: Attachments): Uint32Array {
		const destination = snapsAt(this.#demand, [point]);
		const comes = arrivals(this.#graph, destination, this.#accessLeg, this.#driving);
		this.#search.run(comes.node, comes.deciseconds, FAR - 1);
		const times = new Uint32Array(sites.count);
		readArrivals(this.#search.deciseconds, leaving, times);
		for (const { origin, deciseconds } of sameEdgePairs(this.#graph, sites, destination, this.#accessLeg)) {
			times[origin] = Math.min(times[origin], deciseconds);
		}
		return times;
	}
}
