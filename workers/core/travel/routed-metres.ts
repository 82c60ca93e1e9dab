import { edgeMetres, metresAtShare } from '../roads/edge-metres.ts';
import type { RoadGraph } from '../roads/road-graph.ts';
import { arrivals, decisecondsBefore, departures, edgeDeciseconds } from './attachments.ts';
import { arcTail, BucketDijkstra } from './dijkstra.ts';
import { sameEdgePairs } from './same-edge.ts';
import { FAR, type Attachments } from './search-graph.ts';
import { UNATTACHED, type Snaps } from './snap.ts';

/**
 * Metres driven on the fastest routes, origin by origin: entry o × destinations.count + d, NaN where no way leads there.
 * From the foot of the one to the foot of the other: access legs are not driven. For few points, to check and to explain.
 */
export function routedMetres(graph: RoadGraph, origins: Snaps, destinations: Snaps): Float64Array {
	const metres = new Float64Array(origins.count * destinations.count).fill(NaN);
	const within = new Map<number, number>();
	for (const { origin, destination, deciseconds } of sameEdgePairs(graph, origins, destinations, 'free')) {
		within.set(origin * destinations.count + destination, deciseconds);
	}
	const leaving = departures(graph, origins, 'free');
	const coming = arrivals(graph, destinations, 'free');
	const search = new BucketDijkstra(graph.search, true);
	for (let origin = 0; origin < origins.count; origin++) {
		const [start, end] = [leaving.first[origin], leaving.first[origin + 1]];
		search.run(leaving.node.subarray(start, end), leaving.deciseconds.subarray(start, end), Infinity);
		const from = { graph, search, snaps: origins, point: origin };
		for (let destination = 0; destination < destinations.count; destination++) {
			const entry = origin * destinations.count + destination;
			const last = quickestArrival(search.deciseconds, coming, destination);
			const to = { graph, search, snaps: destinations, point: destination };
			if ((within.get(entry) ?? FAR) < last.time) metres[entry] = Math.abs(metresBefore(to) - metresBefore(from));
			else if (last.time < FAR) metres[entry] = routeMetres(from, to, last);
		}
	}
	return metres;
}

/** A point of a route and the search that found it. */
interface RouteEnd {
	readonly graph: RoadGraph;
	readonly search: BucketDijkstra;
	readonly snaps: Snaps;
	readonly point: number;
}

/** The last node of a route before the destination's edge, and the time from there on. */
interface Arrival {
	readonly time: number;
	readonly node: number;
	readonly rest: number;
}

function quickestArrival(reached: Uint32Array, { first, node, deciseconds }: Attachments, point: number): Arrival {
	let best: Arrival = { time: FAR, node: -1, rest: 0 };
	for (let entry = first[point]; entry < first[point + 1]; entry++) {
		const time = reached[node[entry]] + deciseconds[entry];
		if (time < best.time) best = { time, node: node[entry], rest: deciseconds[entry] };
	}
	return best;
}

function routeMetres(from: RouteEnd, to: RouteEnd, last: Arrival): number {
	const { graph, search } = from;
	const arcs = search.routeTo(last.node);
	const start = arcs.length === 0 ? last.node : arcTail(graph.search, arcs[0]);
	const whole = arcs.reduce((sum, arc) => sum + edgeMetres(graph.edges, graph.arcEdge[arc] >> 1), 0);
	const first = leavesForward(from, start) ? metresAfter(from) : metresBefore(from);
	return first + whole + (comesForward(to, last) ? metresBefore(to) : metresAfter(to));
}

function leavesForward({ graph, search, snaps, point }: RouteEnd, start: number): boolean {
	const forward = 2 * snaps.edge[point];
	return (
		graph.endState[forward] === start && search.deciseconds[start] === decisecondsAfter(graph, snaps, point, forward)
	);
}

function comesForward({ graph, snaps, point }: RouteEnd, { node, rest }: Arrival): boolean {
	const forward = 2 * snaps.edge[point];
	const { first, weight } = graph.search;
	const after = decisecondsAfter(graph, snaps, point, forward);
	for (let arc = first[node]; arc < first[node + 1]; arc++) {
		if (graph.arcEdge[arc] === forward && weight[arc] - after === rest) return true;
	}
	return false;
}

function decisecondsAfter(graph: RoadGraph, snaps: Snaps, point: number, directed: number): number {
	return edgeDeciseconds(graph, directed) - decisecondsBefore(graph, snaps, point, directed);
}

function metresBefore({ graph, snaps, point }: RouteEnd): number {
	const edge = snaps.edge[point];
	return edge === UNATTACHED ? NaN : metresAtShare(graph.edges, edge, snaps.share[point]);
}

function metresAfter(end: RouteEnd): number {
	return edgeMetres(end.graph.edges, end.snaps.edge[end.point]) - metresBefore(end);
}
