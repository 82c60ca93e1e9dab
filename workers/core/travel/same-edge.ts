import { CLOSED } from '../roads/edges.ts';
import type { RoadGraph } from '../roads/road-graph.ts';
import { accessDeciseconds, decisecondsBefore, type AccessLeg } from './attachments.ts';
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
	const originsByEdge = new Map<number, number[]>();
	for (let origin = 0; origin < origins.count; origin++) {
		const edge = origins.edge[origin];
		if (edge === UNATTACHED) continue;
		const list = originsByEdge.get(edge);
		if (list === undefined) originsByEdge.set(edge, [origin]);
		else list.push(origin);
	}
	const originAccess = accessDeciseconds(graph, origins, accessLeg);
	const destinationAccess = accessDeciseconds(graph, destinations, accessLeg);
	const pairs: SameEdgePair[] = [];
	for (let destination = 0; destination < destinations.count; destination++) {
		for (const origin of originsByEdge.get(destinations.edge[destination]) ?? []) {
			const between = alongEdge(graph, origins, origin, destinations, destination);
			if (between === null) continue;
			pairs.push({
				origin,
				destination,
				deciseconds: originAccess[origin] + between + destinationAccess[destination]
			});
		}
	}
	return pairs;
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
