import { CLOSED } from '../roads/edges.ts';
import type { RoadGraph } from '../roads/road-graph.ts';
import { accessOf, decisecondsBefore, type AccessLeg } from './attachments.ts';
import { UNATTACHED, type Snaps } from './snap.ts';

/** A journey that stays on one edge, from its origin on to a destination ahead of it. */
export interface SameEdgePair {
	readonly origin: number;
	readonly destination: number;
	readonly deciseconds: number;
}

/**
 * The journeys within one edge, which no arc of the graph drives. Any search over departures and arrivals takes, for these pairs,
 * the lesser of what it found and this.
 */
export function sameEdgePairs(
	graph: RoadGraph,
	origins: Snaps,
	destinations: Snaps,
	accessLeg: AccessLeg = 'timed'
): SameEdgePair[] {
	const pairs: SameEdgePair[] = [];
	const meet = (origin: number, destination: number) => {
		const between = alongEdge(graph, origins, origin, destinations, destination);
		if (between === null) return;
		const legs = accessOf(graph, origins, origin, accessLeg) + accessOf(graph, destinations, destination, accessLeg);
		pairs.push({ origin, destination, deciseconds: legs + between });
	};
	// The fewer points are looked up by edge, the others passed through.
	const originsAreFewer = origins.count <= destinations.count;
	const [few, many] = originsAreFewer ? [origins, destinations] : [destinations, origins];
	const byEdge = pointsByEdge(few);
	for (let point = 0; point < many.count; point++) {
		const met = byEdge.get(many.edge[point]);
		if (met === undefined) continue;
		for (const other of met) meet(originsAreFewer ? other : point, originsAreFewer ? point : other);
	}
	return pairs;
}

function pointsByEdge(snaps: Snaps): Map<number, number[]> {
	const byEdge = new Map<number, number[]>();
	snaps.edge.forEach((edge, point) => {
		if (edge === UNATTACHED) return;
		const points = byEdge.get(edge);
		if (points === undefined) byEdge.set(edge, [point]);
		else points.push(point);
	});
	return byEdge;
}

/** Deciseconds from one foot to the other along their common edge, the quicker direction; null when neither leads there. */
function alongEdge(
	graph: RoadGraph,
	origins: Snaps,
	origin: number,
	destinations: Snaps,
	destination: number
): number | null {
	const edge = origins.edge[origin];
	const times = [2 * edge, 2 * edge + 1]
		.filter((directed) => graph.edges.moving[directed] !== CLOSED)
		.map(
			(directed) =>
				decisecondsBefore(graph, destinations, destination, directed) -
				decisecondsBefore(graph, origins, origin, directed)
		)
		.filter((deciseconds) => deciseconds >= 0);
	return times.length === 0 ? null : Math.min(...times);
}
