import { CLOSED } from './edges.ts';
import type { RoadGraph } from './road-graph.ts';
import { IS_FERRY } from './way-uses.ts';

/**
 * The same graph at another hour: moving times multiplied, turns, signals and ferries as they were. Only weights are
 * made anew; roads, states and attachments' shares are the same, so snaps stay valid.
 * @param graph one without a peak factor
 * @param factor 1.3 for journeys that move 30 % slower; above 0, at most 10
 * @throws RangeError when the factor is out of these bounds, or the graph already has one
 */
export function withPeakFactor(graph: RoadGraph, factor: number): RoadGraph {
	if (!(factor > 0 && factor <= 10)) throw new RangeError(`Peak factor above 0 and up to 10 expected, got ${factor}`);
	if (graph.peakFactor !== 1)
		throw new RangeError(`Graph without peak factor expected, got one of ${graph.peakFactor}`);
	const { edges, search, arcEdge } = graph;
	const moving = edges.moving.map((deciseconds, edge) =>
		deciseconds === CLOSED || (edges.traits[edge >> 1] & IS_FERRY) !== 0
			? deciseconds
			: Math.round(deciseconds * factor)
	);
	const weight = search.weight.map(
		(deciseconds, arc) => deciseconds - edges.moving[arcEdge[arc]] + moving[arcEdge[arc]]
	);
	return { ...graph, search: { ...search, weight }, edges: { ...edges, moving }, peakFactor: factor };
}
