import { CLOSED, FULL_SHARE, UNITS_PER_DEGREE, type RoadEdges } from './edges.ts';
import { NO_STATE } from './expand.ts';
import { everyEdgeHasEnds } from './graph-check.ts';
import type { RoadGraph } from './road-graph.ts';
import { VarintReader, VarintWriter } from './varints.ts';

/** What a graph's file packs, rather than keeps as it lies in memory: all but what searches read, and one byte an edge. */
export interface PackedParts {
	readonly edges: Omit<RoadEdges, 'edgeCount' | 'traits'>;
	readonly endState: Uint32Array;
	readonly arcEdge: Uint32Array;
	readonly weight: Uint32Array;
}

/** What is known of a graph before its packed parts are read. */
export interface PackedCounts {
	readonly edgeCount: number;
	readonly vertexCount: number;
	readonly stateCount: number;
	/** State that each arc leads to. */
	readonly head: Uint32Array;
}

/** Bytes that a vertex takes at the least: a file that tells of more of them is altered. */
export const LEAST_VERTEX_BYTES = 2;

/**
 * The parts of a graph as numbers of variable length, each as its difference from what it is likely to be: a vertex from the one
 * before, the time of a direction from that of the other, the weight of an arc from the time of its edge, the edge of an arc from the one
 * by which its state was last come to.
 * @throws RangeError for an edge whose shares do not go from none to all
 */
export function packGraph({ edges, endState, arcEdge, search }: RoadGraph): Uint8Array {
	const to = new VarintWriter();
	packEdges(edges, to);
	packVertices(edges, to);
	let state = 0;
	for (let edge = 0; edge < endState.length; edge++) {
		if (edges.moving[edge] === CLOSED) continue;
		to.putSigned(endState[edge] - state);
		state = endState[edge];
	}
	const lastEdge = edgesOfStates(endState, search.nodeCount);
	for (let arc = 0; arc < arcEdge.length; arc++) {
		const [edge, head] = [arcEdge[arc], search.head[arc]];
		const beside = search.weight[arc] - edges.moving[edge];
		// The lowest bit tells that the edge is not the likely one, and follows.
		to.put(beside * 2 + (edge === lastEdge[head] ? 0 : 1));
		if (edge !== lastEdge[head]) to.putSigned(edge - lastEdge[head]);
		lastEdge[head] = edge;
	}
	return to.bytes();
}

/** The parts that `packGraph` packed; null when the bytes are not of a graph with these counts. */
export function unpackGraph(bytes: Uint8Array, counts: PackedCounts): PackedParts | null {
	const from = new VarintReader(bytes);
	const { edgeCount, vertexCount, stateCount, head } = counts;
	const times = unpackEdges(from, edgeCount);
	if (times.firstVertex[edgeCount] !== vertexCount || !everyEdgeHasEnds(times.firstVertex)) return null;
	const edges = { ...times, ...unpackVertices(from, times.firstVertex) };
	const endState = new Uint32Array(2 * edgeCount).fill(NO_STATE);
	let state = 0;
	for (let edge = 0; edge < endState.length; edge++) {
		if (edges.moving[edge] !== CLOSED) endState[edge] = state += from.nextSigned();
	}
	const lastEdge = edgesOfStates(endState, stateCount);
	const arcEdge = new Uint32Array(head.length);
	const weight = new Uint32Array(head.length);
	for (let arc = 0; arc < head.length; arc++) {
		const word = from.next();
		const edge = lastEdge[head[arc]] + (word & 1 ? from.nextSigned() : 0);
		if (!(edge >= 0 && edge < 2 * edgeCount)) return null;
		lastEdge[head[arc]] = edge;
		arcEdge[arc] = edge;
		weight[arc] = edges.moving[edge] + (word >>> 1);
	}
	return from.isAtEnd ? { edges, endState, arcEdge, weight } : null;
}

/** An edge that ends in each state, the last one; 0 for a state in which none does. */
function edgesOfStates(endState: Uint32Array, stateCount: number): Uint32Array {
	const edgeOf = new Uint32Array(stateCount);
	endState.forEach((state, edge) => {
		if (state < stateCount) edgeOf[state] = edge;
	});
	return edgeOf;
}

/** Vertices and times of each edge. A direction that is closed is one below none: its time wraps round to 0. */
function packEdges({ edgeCount, firstVertex, moving, fixed }: RoadEdges, to: VarintWriter): void {
	for (let edge = 0; edge < edgeCount; edge++) {
		to.put(firstVertex[edge + 1] - firstVertex[edge]);
		to.put(moving[2 * edge] + 1);
		to.putSigned(moving[2 * edge + 1] - moving[2 * edge]);
		to.put(fixed[edge]);
	}
}

function unpackEdges(from: VarintReader, edgeCount: number): Pick<RoadEdges, 'firstVertex' | 'moving' | 'fixed'> {
	const firstVertex = new Uint32Array(edgeCount + 1);
	const moving = new Uint32Array(2 * edgeCount);
	const fixed = new Uint16Array(edgeCount);
	for (let edge = 0; edge < edgeCount; edge++) {
		firstVertex[edge + 1] = firstVertex[edge] + from.next();
		moving[2 * edge] = from.next() - 1;
		moving[2 * edge + 1] = moving[2 * edge] + from.nextSigned();
		fixed[edge] = from.next();
	}
	return { firstVertex, moving, fixed };
}

function packVertices({ edgeCount, firstVertex, vertexLon, vertexLat, share }: RoadEdges, to: VarintWriter): void {
	let [lon, lat] = [0, 0];
	for (let edge = 0; edge < edgeCount; edge++) {
		const [start, end] = [firstVertex[edge], firstVertex[edge + 1]];
		if (share[start] !== 0 || share[end - 1] !== FULL_SHARE) throw new RangeError(`Shares of edge ${edge}`);
		for (let vertex = start; vertex < end; vertex++) {
			to.putSigned(vertexLon[vertex] - lon);
			to.putSigned(vertexLat[vertex] - lat);
			[lon, lat] = [vertexLon[vertex], vertexLat[vertex]];
		}
		const likely = likelyShares(vertexLon, vertexLat, start, end);
		for (let vertex = start + 1; vertex < end - 1; vertex++) to.putSigned(share[vertex] - likely[vertex - start]);
	}
}

function unpackVertices(
	from: VarintReader,
	firstVertex: Uint32Array
): Pick<RoadEdges, 'vertexLon' | 'vertexLat' | 'share'> {
	const edgeCount = firstVertex.length - 1;
	const vertexCount = firstVertex[edgeCount];
	const vertexLon = new Int32Array(vertexCount);
	const vertexLat = new Int32Array(vertexCount);
	const share = new Uint16Array(vertexCount);
	let [lon, lat] = [0, 0];
	for (let edge = 0; edge < edgeCount; edge++) {
		const [start, end] = [firstVertex[edge], firstVertex[edge + 1]];
		for (let vertex = start; vertex < end; vertex++) {
			vertexLon[vertex] = lon = (lon + from.nextSigned()) | 0;
			vertexLat[vertex] = lat = (lat + from.nextSigned()) | 0;
		}
		const likely = likelyShares(vertexLon, vertexLat, start, end);
		for (let vertex = start + 1; vertex < end - 1; vertex++) share[vertex] = likely[vertex - start] + from.nextSigned();
		share[end - 1] = FULL_SHARE;
	}
	return { vertexLon, vertexLat, share };
}

/**
 * The shares of an edge's time before its vertices were its speed the same all along. By sums, products, quotients and square roots
 * alone, which every machine rounds alike: what was packed on one is unpacked on another.
 */
function likelyShares(lon: Int32Array, lat: Int32Array, start: number, end: number): Float64Array {
	const before = new Float64Array(end - start);
	const across = cosine(lat[start]);
	for (let vertex = start + 1; vertex < end; vertex++) {
		const east = (lon[vertex] - lon[vertex - 1]) * across;
		const north = lat[vertex] - lat[vertex - 1];
		before[vertex - start] = before[vertex - start - 1] + Math.sqrt(east * east + north * north);
	}
	const whole = before[end - start - 1];
	return before.map((length) => (whole > 0 ? Math.floor((FULL_SHARE * length) / whole + 0.5) : 0));
}

/** Cosine of a latitude in ten-millionths of a degree, by Bhāskara's quotient (7th century): 0.0016 off at most. */
function cosine(latitude: number): number {
	const degrees = latitude / UNITS_PER_DEGREE;
	const squared = degrees * degrees;
	return (4 * (8100 - squared)) / (32_400 + squared);
}
