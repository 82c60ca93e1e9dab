import { UNREACHABLE } from '#domain/travel.ts';
import type { RoadGraph } from '../roads/road-graph.ts';
import { arrivals, departures, edgeArcs, type AccessLeg, type EdgeArcs } from './attachments.ts';
import { BucketDijkstra } from './dijkstra.ts';
import { toSeconds } from './many-to-many.ts';
import { sameEdgePairs, type SameEdgePair } from './same-edge.ts';
import { FAR, reverseGraph, type Attachments } from './search-graph.ts';
import { snapsAt, type Snaps } from './snap.ts';
import type { SiteRow } from './site-rows.ts';

export interface SiteSearchOptions {
	/** Demand points further than this from a site are not in its row. */
	readonly capSeconds: number;
	/** Whether the stretch between a point and the road takes time. Default: it does. */
	readonly accessLeg?: AccessLeg;
}

/**
 * The times of one site after another, by one search towards it and one from it. What depends on the roads and the demand
 * points alone is made once: adding or moving a site costs its two searches and nothing else.
 */
export class SiteSearch {
	readonly #graph: RoadGraph;
	readonly #demand: Snaps;
	readonly #options: Required<SiteSearchOptions>;
	readonly #from: BucketDijkstra;
	readonly #to: BucketDijkstra;
	readonly #driving: EdgeArcs;
	readonly #demandLeaves: PointsByNode;
	readonly #demandComes: PointsByNode;
	readonly #toSite: Uint32Array;
	readonly #fromSite: Uint32Array;

	constructor(graph: RoadGraph, demand: Snaps, { capSeconds, accessLeg = 'timed' }: SiteSearchOptions) {
		this.#graph = graph;
		this.#demand = demand;
		this.#options = { capSeconds, accessLeg };
		this.#from = new BucketDijkstra(graph.search);
		this.#to = new BucketDijkstra(reverseGraph(graph.search));
		this.#driving = edgeArcs(graph);
		this.#demandLeaves = pointsByNode(departures(graph, demand, accessLeg), graph.search.nodeCount);
		this.#demandComes = pointsByNode(arrivals(graph, demand, accessLeg, this.#driving), graph.search.nodeCount);
		this.#toSite = new Uint32Array(demand.count);
		this.#fromSite = new Uint32Array(demand.count);
	}

	/** The demand points within the cap of a site, with the times there and back. The way back is given whatever it takes. */
	row(sites: Snaps, rank: number): SiteRow {
		const cap = Math.min(FAR - 1, this.#options.capSeconds * 10 + 4);
		const site = snapsAt(sites, [rank]);
		const { accessLeg } = this.#options;
		const comes = arrivals(this.#graph, site, accessLeg, this.#driving);
		search(this.#to, comes, this.#demandLeaves, cap, this.#toSite);
		mend(this.#toSite, sameEdgePairs(this.#graph, this.#demand, site, accessLeg), 'origin');
		const near = ranksWithin(this.#toSite, cap);
		const leaves = departures(this.#graph, site, accessLeg);
		const within = sameEdgePairs(this.#graph, site, this.#demand, accessLeg);
		// The way back is seldom much longer; where it is, it is searched further, then to the end.
		for (const reach of [cap + 1200, 2 * cap, FAR - 1]) {
			search(this.#from, leaves, this.#demandComes, reach, this.#fromSite);
			mend(this.#fromSite, within, 'destination');
			if (near.every((point) => this.#fromSite[point] < FAR)) break;
		}
		return {
			demand: near,
			toSite: near.map((point) => toSeconds(this.#toSite[point])),
			fromSite: near.map((point) => (this.#fromSite[point] >= FAR ? UNREACHABLE : toSeconds(this.#fromSite[point])))
		};
	}
}

/** Attachments turned round: which points hang on each node. */
interface PointsByNode {
	/** nodeCount + 1 offsets. */
	readonly first: Uint32Array;
	readonly point: Uint32Array;
	readonly deciseconds: Uint32Array;
}

function pointsByNode({ first, node, deciseconds }: Attachments, nodeCount: number): PointsByNode {
	const offsets = new Uint32Array(nodeCount + 1);
	for (const at of node) offsets[at + 1]++;
	for (let at = 0; at < nodeCount; at++) offsets[at + 1] += offsets[at];
	const cursor = offsets.slice();
	const turned = {
		first: offsets,
		point: new Uint32Array(node.length),
		deciseconds: new Uint32Array(node.length)
	};
	for (let point = 0; point + 1 < first.length; point++) {
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			const slot = cursor[node[entry]]++;
			turned.point[slot] = point;
			turned.deciseconds[slot] = deciseconds[entry];
		}
	}
	return turned;
}

/** Searches from `starts` and leaves in `times` the least time at each point: only nodes reached are looked at. */
function search(
	dijkstra: BucketDijkstra,
	starts: Attachments,
	ends: PointsByNode,
	cap: number,
	times: Uint32Array
): void {
	dijkstra.run(starts.node, starts.deciseconds, cap);
	times.fill(FAR);
	for (const node of dijkstra.reached) {
		for (let i = ends.first[node]; i < ends.first[node + 1]; i++) {
			const time = dijkstra.deciseconds[node] + ends.deciseconds[i];
			if (time < times[ends.point[i]]) times[ends.point[i]] = time;
		}
	}
}

function mend(times: Uint32Array, pairs: readonly SameEdgePair[], demandIs: 'origin' | 'destination'): void {
	for (const pair of pairs) times[pair[demandIs]] = Math.min(times[pair[demandIs]], pair.deciseconds);
}

function ranksWithin(times: Uint32Array, cap: number): Uint32Array {
	let count = 0;
	for (const time of times) if (time <= cap) count++;
	const ranks = new Uint32Array(count);
	let next = 0;
	for (let rank = 0; rank < times.length; rank++) if (times[rank] <= cap) ranks[next++] = rank;
	return ranks;
}
