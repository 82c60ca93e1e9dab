import { CLOSED, FULL_SHARE } from '../roads/edges.ts';
import { NO_STATE } from '../roads/expand.ts';
import type { RoadGraph } from '../roads/road-graph.ts';
import { accessDeciseconds, decisecondsBefore, edgeDeciseconds, type AccessLeg } from './attachments.ts';
import { FAR } from './search-graph.ts';
import { UNATTACHED, type Snaps } from './snap.ts';

/** Which way the journeys of a search go: from its sources to everywhere, or from everywhere to them. */
export type SearchDirection = 'from' | 'to';

/**
 * Deciseconds at every vertex of the roads (indexed as edges.vertexLon), after a search from some points: the quicker of both
 * directions of the road, FAR where neither is reached. Within an edge time runs with the vertex shares, so that it may be
 * drawn between vertices. Vertices of different edges at one junction may differ by the turn between them: the least holds.
 * @param nodeDeciseconds time at each node of graph.search: for 'from', a search from `departures` of the points;
 * for 'to', a search on the reversed graph from their `arrivals`
 * @param points ranks in `snaps` of the points searched from: their own roads are reached before any node is
 */
export function vertexDeciseconds(
	graph: RoadGraph,
	nodeDeciseconds: Uint32Array,
	direction: SearchDirection,
	snaps: Snaps,
	points: readonly number[],
	accessLeg: AccessLeg = 'timed'
): Uint32Array {
	const times = new Uint32Array(graph.edges.vertexLon.length).fill(FAR);
	if (direction === 'from') addRoadsDrivenFrom(graph, nodeDeciseconds, times);
	else addRoadsDrivenTo(graph, nodeDeciseconds, times);
	addOwnRoads(graph, direction, snaps, points, accessLeg, times);
	return times;
}

/** Time at the start of each directed edge, once turned into it, then along it. */
function addRoadsDrivenFrom(graph: RoadGraph, nodeDeciseconds: Uint32Array, times: Uint32Array): void {
	const { first, weight, nodeCount } = graph.search;
	const atStart = new Uint32Array(2 * graph.edges.edgeCount).fill(FAR);
	for (let tail = 0; tail < nodeCount; tail++) {
		if (nodeDeciseconds[tail] >= FAR) continue;
		for (let arc = first[tail]; arc < first[tail + 1]; arc++) {
			const edge = graph.arcEdge[arc];
			const turn = weight[arc] - edgeDeciseconds(graph, edge);
			if (nodeDeciseconds[tail] + turn < atStart[edge]) atStart[edge] = nodeDeciseconds[tail] + turn;
		}
	}
	atStart.forEach((start, edge) => {
		if (start < FAR) addAlong(graph, edge, times, (before) => start + before);
	});
}

/** Time from each vertex on to the end of the edge, and from there. */
function addRoadsDrivenTo(graph: RoadGraph, nodeDeciseconds: Uint32Array, times: Uint32Array): void {
	graph.endState.forEach((state, edge) => {
		if (state === NO_STATE || nodeDeciseconds[state] >= FAR) return;
		const atStart = nodeDeciseconds[state] + edgeDeciseconds(graph, edge);
		addAlong(graph, edge, times, (before) => atStart - before);
	});
}

/** The roads the points themselves hang on: ahead of a departure, behind an arrival. */
function addOwnRoads(
	graph: RoadGraph,
	direction: SearchDirection,
	snaps: Snaps,
	points: readonly number[],
	accessLeg: AccessLeg,
	times: Uint32Array
): void {
	const access = accessDeciseconds(graph, snaps, accessLeg);
	for (const point of points) {
		if (snaps.edge[point] === UNATTACHED) continue;
		for (const edge of [2 * snaps.edge[point], 2 * snaps.edge[point] + 1]) {
			if (graph.edges.moving[edge] === CLOSED) continue;
			const foot = decisecondsBefore(graph, snaps, point, edge);
			addAlong(graph, edge, times, (before) => {
				const ahead = direction === 'from' ? before - foot : foot - before;
				return ahead < 0 ? FAR : access[point] + ahead;
			});
		}
	}
}

/** Offers each vertex of a directed edge a time, from the deciseconds driven along the edge before it. */
function addAlong(graph: RoadGraph, edge: number, times: Uint32Array, timeAt: (before: number) => number): void {
	const { firstVertex, share } = graph.edges;
	const isForward = (edge & 1) === 0;
	const whole = edgeDeciseconds(graph, edge);
	for (let vertex = firstVertex[edge >> 1]; vertex < firstVertex[(edge >> 1) + 1]; vertex++) {
		const before = isForward ? share[vertex] : FULL_SHARE - share[vertex];
		const time = timeAt(Math.round((before / FULL_SHARE) * whole));
		if (time < times[vertex]) times[vertex] = time;
	}
}
