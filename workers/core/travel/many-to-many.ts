import { UNREACHABLE } from '#domain/travel.ts';
import type { RoadGraph } from '../roads/road-graph.ts';
import { arrivals, departures, type AccessLeg } from './attachments.ts';
import { BucketDijkstra } from './dijkstra.ts';
import { sameEdgePairs } from './same-edge.ts';
import { FAR, type Attachments } from './search-graph.ts';
import type { Snaps } from './snap.ts';

export interface SearchOptions {
	/** Times above this are not looked for. Default: none. */
	readonly capSeconds?: number;
	/** Whether the stretch between a point and the road takes time. Default: it does. */
	readonly accessLeg?: AccessLeg;
}

/**
 * Exact seconds from each origin to each destination, origin by origin: entry o × destinations.count + d.
 * UNREACHABLE where a point is off the network, no way leads there, or it takes longer than the cap.
 */
export function manyToManySeconds(
	graph: RoadGraph,
	origins: Snaps,
	destinations: Snaps,
	{ capSeconds = Infinity, accessLeg = 'timed' }: SearchOptions = {}
): Uint32Array {
	const capDeciseconds = capSeconds * 10 + 4;
	const leaving = departures(graph, origins, accessLeg);
	const coming = arrivals(graph, destinations, accessLeg);
	const search = new BucketDijkstra(graph.search);
	const deciseconds = new Uint32Array(origins.count * destinations.count).fill(FAR);
	for (let origin = 0; origin < origins.count; origin++) {
		const [from, to] = [leaving.first[origin], leaving.first[origin + 1]];
		if (from === to) continue;
		search.run(leaving.node.subarray(from, to), leaving.deciseconds.subarray(from, to), capDeciseconds);
		const row = deciseconds.subarray(origin * destinations.count, (origin + 1) * destinations.count);
		readArrivals(search.deciseconds, coming, row);
	}
	for (const pair of sameEdgePairs(graph, origins, destinations, accessLeg)) {
		const entry = pair.origin * destinations.count + pair.destination;
		deciseconds[entry] = Math.min(deciseconds[entry], pair.deciseconds);
	}
	return deciseconds.map((time) => (time > capDeciseconds || time >= FAR ? UNREACHABLE : toSeconds(time)));
}

/** The least time at each point over its attachments, into `row`. */
export function readArrivals(nodeDeciseconds: Uint32Array, attachments: Attachments, row: Uint32Array): void {
	for (let point = 0; point < row.length; point++) {
		let least = FAR;
		for (let entry = attachments.first[point]; entry < attachments.first[point + 1]; entry++) {
			const reached = nodeDeciseconds[attachments.node[entry]];
			if (reached < FAR) least = Math.min(least, reached + attachments.deciseconds[entry]);
		}
		row[point] = least;
	}
}

/** Whole seconds, halves up: the one rounding of a travel time. */
export function toSeconds(deciseconds: number): number {
	return Math.floor((deciseconds + 5) / 10);
}
