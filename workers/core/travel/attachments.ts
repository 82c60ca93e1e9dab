import type { Mode } from '#domain/travel.ts';
import { CLOSED } from '../roads/edges.ts';
import type { RoadGraph } from '../roads/road-graph.ts';
import type { Attachments } from './search-graph.ts';
import { UNATTACHED, type Snaps } from './snap.ts';

/**
 * Speed between a point and its foot on the road, km/h, in a straight line: walking, or for a car the pace of a yard
 * (OSRM's speed for ways of no class).
 */
const ACCESS_KMH: Readonly<Record<Mode, number>> = { car: 10, bike: 10, foot: 4.8 };

/** How the stretch between a point and the road counts. */
export type AccessLeg = 'timed' | 'free';

/** Deciseconds between each point and its foot on the road. */
export function accessDeciseconds(graph: RoadGraph, snaps: Snaps, accessLeg: AccessLeg): Uint32Array {
	return Uint32Array.from({ length: snaps.count }, (_, point) => accessOf(graph, snaps, point, accessLeg));
}

/** Deciseconds between one point and its foot on the road; 0 for a point without one. */
export function accessOf(graph: RoadGraph, snaps: Snaps, point: number, accessLeg: AccessLeg): number {
	const metres = snaps.metres[point];
	return accessLeg === 'free' || Number.isNaN(metres) ? 0 : Math.round((metres * 36) / ACCESS_KMH[graph.mode]);
}

/** Deciseconds to drive a whole directed edge, without the turn into it; CLOSED where it may not be taken. */
export function edgeDeciseconds(graph: RoadGraph, directed: number): number {
	const moving = graph.edges.moving[directed];
	return moving === CLOSED ? CLOSED : moving + graph.edges.fixed[directed >> 1];
}

/** Deciseconds from the start of a directed edge to the foot of a point on it. */
export function decisecondsBefore(graph: RoadGraph, snaps: Snaps, point: number, directed: number): number {
	const share = (directed & 1) === 0 ? snaps.share[point] : 1 - snaps.share[point];
	return Math.round(share * edgeDeciseconds(graph, directed));
}

/**
 * How journeys leave the points: for each direction of its road, the state at the end of it and the time until there,
 * access leg included.
 */
export function departures(graph: RoadGraph, snaps: Snaps, accessLeg: AccessLeg = 'timed'): Attachments {
	const access = accessDeciseconds(graph, snaps, accessLeg);
	return collect(snaps, (point, add) => {
		for (const directed of directionsOf(graph, snaps, point)) {
			const rest = edgeDeciseconds(graph, directed) - decisecondsBefore(graph, snaps, point, directed);
			add(graph.endState[directed], access[point] + rest);
		}
	});
}

/**
 * How journeys come to the points: for each arc that drives its road, the state it comes from and the time from there to the
 * foot of the point, turn and access leg included. A journey within one edge is not among them: see same-edge.ts.
 * @param driving the arcs of each edge, to be made once where many points come one after another
 */
export function arrivals(
	graph: RoadGraph,
	snaps: Snaps,
	accessLeg: AccessLeg = 'timed',
	driving: EdgeArcs = edgeArcs(graph)
): Attachments {
	const access = accessDeciseconds(graph, snaps, accessLeg);
	return collect(snaps, (point, add) => {
		for (const directed of directionsOf(graph, snaps, point)) {
			const rest = edgeDeciseconds(graph, directed) - decisecondsBefore(graph, snaps, point, directed);
			for (let i = driving.first[directed]; i < driving.first[directed + 1]; i++) {
				add(driving.tail[i], graph.search.weight[driving.arc[i]] - rest + access[point]);
			}
		}
	});
}

/** The arcs that drive each directed edge, and the states they come from. */
export interface EdgeArcs {
	/** One offset more than directed edges. */
	readonly first: Uint32Array;
	readonly arc: Uint32Array;
	readonly tail: Uint32Array;
}

/** Sorts the arcs of a graph by the directed edge they drive. */
export function edgeArcs({ arcEdge, search, edges }: RoadGraph): EdgeArcs {
	const first = new Uint32Array(2 * edges.edgeCount + 1);
	for (const edge of arcEdge) first[edge + 1]++;
	for (let edge = 0; edge < 2 * edges.edgeCount; edge++) first[edge + 1] += first[edge];
	const cursor = first.slice();
	const sorted = { first, arc: new Uint32Array(arcEdge.length), tail: new Uint32Array(arcEdge.length) };
	for (let tail = 0; tail < search.nodeCount; tail++) {
		for (let arc = search.first[tail]; arc < search.first[tail + 1]; arc++) {
			const slot = cursor[arcEdge[arc]]++;
			sorted.arc[slot] = arc;
			sorted.tail[slot] = tail;
		}
	}
	return sorted;
}

function directionsOf(graph: RoadGraph, snaps: Snaps, point: number): number[] {
	const edge = snaps.edge[point];
	if (edge === UNATTACHED) return [];
	return [2 * edge, 2 * edge + 1].filter((directed) => graph.edges.moving[directed] !== CLOSED);
}

type Add = (node: number, deciseconds: number) => void;

function collect(snaps: Snaps, entriesOf: (point: number, add: Add) => void): Attachments {
	const first = new Uint32Array(snaps.count + 1);
	const node: number[] = [];
	const deciseconds: number[] = [];
	const add: Add = (entryNode, entryDeciseconds) => {
		node.push(entryNode);
		deciseconds.push(entryDeciseconds);
	};
	for (let point = 0; point < snaps.count; point++) {
		entriesOf(point, add);
		first[point + 1] = node.length;
	}
	return { first, node: Uint32Array.from(node), deciseconds: Uint32Array.from(deciseconds) };
}
