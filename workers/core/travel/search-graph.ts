/**
 * What every search runs on: a directed graph in compressed sparse rows with integer weights in deciseconds.
 * How roads became it (turn-aware states, junction compression) is workers/core/roads; a search need not know.
 */
export interface SearchGraph {
	readonly nodeCount: number;
	/** nodeCount + 1 offsets into head and weight. */
	readonly first: Uint32Array;
	readonly head: Uint32Array;
	/** Deciseconds, ≥ 0. */
	readonly weight: Uint32Array;
}

/** "Not reached" in arrays of deciseconds. */
export const FAR = 0x3fff_ffff;

/**
 * How points hang on a search graph: for point p, entries first[p] … first[p+1] − 1 each name a graph node and the
 * deciseconds between the point and it. A point off the network has no entry.
 */
export interface Attachments {
	readonly first: Uint32Array;
	readonly node: Uint32Array;
	readonly deciseconds: Uint32Array;
}

/** The graph with every arc turned round: a search on it from a point gives the times *to* that point. */
export function reverseGraph(graph: SearchGraph): SearchGraph {
	const { nodeCount, first, head, weight } = graph;
	const reversedFirst = new Uint32Array(nodeCount + 1);
	for (const node of head) reversedFirst[node + 1] += 1;
	for (let node = 0; node < nodeCount; node++) reversedFirst[node + 1] += reversedFirst[node];
	const cursor = reversedFirst.slice(0, nodeCount);
	const reversedHead = new Uint32Array(head.length);
	const reversedWeight = new Uint32Array(head.length);
	for (let tail = 0; tail < nodeCount; tail++) {
		for (let arc = first[tail]; arc < first[tail + 1]; arc++) {
			const slot = cursor[head[arc]]++;
			reversedHead[slot] = tail;
			reversedWeight[slot] = weight[arc];
		}
	}
	return { nodeCount, first: reversedFirst, head: reversedHead, weight: reversedWeight };
}
