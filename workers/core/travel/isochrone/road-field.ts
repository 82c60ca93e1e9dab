import type { Bounds } from '#domain/geometry.ts';
import { METRES_PER_DEGREE } from '../../roads/distance.ts';
import { UNITS_PER_DEGREE } from '../../roads/edges.ts';
import { NO_STATE } from '../../roads/expand.ts';
import type { RoadGraph } from '../../roads/road-graph.ts';
import { arrivals, departures, type AccessLeg } from '../attachments.ts';
import { BucketDijkstra } from '../dijkstra.ts';
import { readArrivals } from '../many-to-many.ts';
import { sameEdgePairs } from '../same-edge.ts';
import { FAR, reverseGraph } from '../search-graph.ts';
import { snapPoints, UNATTACHED, type SnapIndex, type Snaps } from '../snap.ts';
import type { TimeFieldSource } from './field.ts';

export interface RoadFieldOptions {
	/** Longest cutoff to be drawn. */
	readonly capSeconds: number;
	/** People going to the sites, or coming back from them. */
	readonly direction: 'to' | 'from';
	/** A point further than this from every usable road is off the network. */
	readonly maxSnapMetres: number;
	/** As in the matrix that the isochrones stand beside. Default: timed. */
	readonly accessLeg?: AccessLeg;
}

/** The search goes on so much beyond the cap, so that the nodes just outside the last isochrone have a time to interpolate to. */
const MARGIN_SECONDS = 600;

/**
 * Times on the roads to, or from, the nearest of some sites. The nodes of a field hang on the roads by the rule that demand
 * points hang by, and their times are put together as in travel-times.ts: a field node on a demand point has its very time.
 */
export class RoadFields {
	readonly #graph: RoadGraph;
	readonly #index: SnapIndex;
	readonly #search: { to: BucketDijkstra | null; from: BucketDijkstra | null } = { to: null, from: null };

	/** @param index of `graph`, by `snapIndex` */
	constructor(graph: RoadGraph, index: SnapIndex) {
		this.#graph = graph;
		this.#index = index;
	}

	/** The field of one site, or of several together: the quickest counts. `sites` are snapped on the same graph. */
	around(
		sites: Snaps,
		{ capSeconds, direction, maxSnapMetres, accessLeg = 'timed' }: RoadFieldOptions
	): TimeFieldSource {
		const graph = this.#graph;
		const starts = direction === 'to' ? arrivals(graph, sites, accessLeg) : departures(graph, sites, accessLeg);
		const search = this.#searchOf(direction);
		search.run(starts.node, starts.deciseconds, (capSeconds + MARGIN_SECONDS) * 10);
		// The next field runs the same search: this one keeps its own times.
		const reached = search.deciseconds.slice();
		const sampler = (lon: Float64Array, lat: Float64Array) => {
			const points = snapPoints(graph, lon, lat, maxSnapMetres, this.#index);
			const ends = direction === 'to' ? departures(graph, points, accessLeg) : arrivals(graph, points, accessLeg);
			const deciseconds = new Uint32Array(points.count);
			readArrivals(reached, ends, deciseconds);
			const [origins, destinations] = direction === 'to' ? [points, sites] : [sites, points];
			for (const pair of sameEdgePairs(graph, origins, destinations, accessLeg)) {
				const point = direction === 'to' ? pair.origin : pair.destination;
				deciseconds[point] = Math.min(deciseconds[point], pair.deciseconds);
			}
			return Float64Array.from(deciseconds, (time) => (time >= FAR ? Infinity : time / 10));
		};
		return {
			sampler,
			bounds: boundsOf(graph, edgesWithin(graph, sites, reached, capSeconds, direction), maxSnapMetres)
		};
	}

	#searchOf(direction: 'to' | 'from'): BucketDijkstra {
		const { search } = this.#graph;
		const made = this.#search[direction] ?? new BucketDijkstra(direction === 'to' ? reverseGraph(search) : search);
		this.#search[direction] = made;
		return made;
	}
}

/** 1 for each edge of which some stretch may be within the cap. */
function edgesWithin(
	graph: RoadGraph,
	sites: Snaps,
	reached: Uint32Array,
	capSeconds: number,
	direction: 'to' | 'from'
): Uint8Array {
	const within = new Uint8Array(graph.edges.edgeCount);
	const cap = capSeconds * 10 + 4;
	for (const edge of sites.edge) if (edge !== UNATTACHED) within[edge] = 1;
	if (direction === 'to') {
		for (const [directed, state] of graph.endState.entries()) {
			if (state !== NO_STATE && reached[state] <= cap) within[directed >> 1] = 1;
		}
		return within;
	}
	const { nodeCount, first } = graph.search;
	for (let tail = 0; tail < nodeCount; tail++) {
		if (reached[tail] > cap) continue;
		for (let arc = first[tail]; arc < first[tail + 1]; arc++) within[graph.arcEdge[arc] >> 1] = 1;
	}
	return within;
}

/** The box of those edges and of all that may hang on them; null for none. */
function boundsOf({ edges }: RoadGraph, within: Uint8Array, maxSnapMetres: number): Bounds | null {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let edge = 0; edge < within.length; edge++) {
		if (within[edge] === 0) continue;
		for (let vertex = edges.firstVertex[edge]; vertex < edges.firstVertex[edge + 1]; vertex++) {
			west = Math.min(west, edges.vertexLon[vertex]);
			east = Math.max(east, edges.vertexLon[vertex]);
			south = Math.min(south, edges.vertexLat[vertex]);
			north = Math.max(north, edges.vertexLat[vertex]);
		}
	}
	if (west > east) return null;
	const dLat = maxSnapMetres / METRES_PER_DEGREE;
	const highest = Math.max(Math.abs(south), Math.abs(north)) / UNITS_PER_DEGREE;
	const dLon = dLat / Math.cos((Math.min(89, highest + dLat) * Math.PI) / 180);
	return [
		west / UNITS_PER_DEGREE - dLon,
		south / UNITS_PER_DEGREE - dLat,
		east / UNITS_PER_DEGREE + dLon,
		north / UNITS_PER_DEGREE + dLat
	];
}
