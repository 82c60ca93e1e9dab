import { CLOSED, LONGEST_EDGE } from './edges.ts';
import { NO_STATE } from './expand.ts';
import { NO_PART } from './parts.ts';
import type { RoadGraph } from './road-graph.ts';

/**
 * Whether the arrays of a graph read from a file hold together, so that no search can leave them: a file can be wrong
 * with a right checksum.
 */
export function checkGraph(graph: RoadGraph): boolean {
	const { search, edges, arcEdge, endState, partOfEdge, report } = graph;
	const directedCount = 2 * edges.edgeCount;
	const arcCount = search.head.length;
	return (
		rises(search.first, arcCount) &&
		rises(edges.firstVertex, edges.vertexLon.length) &&
		everyEdgeHasEnds(edges.firstVertex) &&
		below(search.head, search.nodeCount) &&
		below(arcEdge, directedCount) &&
		arcEdge.every((edge, arc) => isWeightOf(search.weight[arc], edges.moving[edge])) &&
		endState.every((state, edge) => (edges.moving[edge] === CLOSED ? state === NO_STATE : state < search.nodeCount)) &&
		partOfEdge.every((part) => part === NO_PART || part < report.parts.length)
	);
}

function rises(offsets: Uint32Array, total: number): boolean {
	for (let i = 1; i < offsets.length; i++) if (offsets[i] < offsets[i - 1]) return false;
	return offsets[0] === 0 && offsets[offsets.length - 1] === total;
}

/** Whether every edge has two vertices or more, in offsets that do not fall. */
export function everyEdgeHasEnds(firstVertex: Uint32Array): boolean {
	for (let edge = 1; edge < firstVertex.length; edge++) if (firstVertex[edge] - firstVertex[edge - 1] < 2) return false;
	return true;
}

function below(values: Uint32Array, bound: number): boolean {
	return values.every((value) => value < bound);
}

/** Whether an arc can weigh this on an edge: turn, signal and town come on top, far less than an hour. */
function isWeightOf(weight: number, moving: number): boolean {
	return moving !== CLOSED && moving <= LONGEST_EDGE && weight >= moving && weight <= moving + 0xffff + 36_000;
}
