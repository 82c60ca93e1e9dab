import { reverseGraph, type SearchGraph } from '#core/travel/search-graph.ts';

/** Compressed sparse rows from a list of arcs, kept in the order given within each tail. */
export function graphOfArcs(
	nodeCount: number,
	tails: ArrayLike<number>,
	heads: ArrayLike<number>,
	weights: ArrayLike<number>
): SearchGraph {
	const first = new Uint32Array(nodeCount + 1);
	for (let arc = 0; arc < tails.length; arc++) first[tails[arc] + 1] += 1;
	for (let node = 0; node < nodeCount; node++) first[node + 1] += first[node];
	const cursor = first.slice(0, nodeCount);
	const head = new Uint32Array(tails.length);
	const weight = new Uint32Array(tails.length);
	for (let arc = 0; arc < tails.length; arc++) {
		const slot = cursor[tails[arc]]++;
		head[slot] = heads[arc];
		weight[slot] = weights[arc];
	}
	return { nodeCount, first, head, weight };
}

/** Nodes reached from `source`, as flags. */
function reached(graph: SearchGraph, source: number): Uint8Array {
	const seen = new Uint8Array(graph.nodeCount);
	const stack = [source];
	seen[source] = 1;
	for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
		for (let arc = graph.first[node]; arc < graph.first[node + 1]; arc++) {
			const head = graph.head[arc];
			if (seen[head]) continue;
			seen[head] = 1;
			stack.push(head);
		}
	}
	return seen;
}

/**
 * The nodes that `source` reaches and that reach it, renumbered in their order.
 * @returns the graph, and for each of its nodes its number in the graph given
 */
export function strongPart(graph: SearchGraph, source: number): { graph: SearchGraph; kept: Uint32Array } {
	const out = reached(graph, source);
	const back = reached(reverseGraph(graph), source);
	const newOf = new Int32Array(graph.nodeCount).fill(-1);
	const kept: number[] = [];
	for (let node = 0; node < graph.nodeCount; node++) {
		if (out[node] && back[node]) newOf[node] = kept.push(node) - 1;
	}
	const tails: number[] = [];
	const heads: number[] = [];
	const weights: number[] = [];
	for (const node of kept) {
		for (let arc = graph.first[node]; arc < graph.first[node + 1]; arc++) {
			const head = newOf[graph.head[arc]];
			if (head < 0) continue;
			tails.push(newOf[node]);
			heads.push(head);
			weights.push(graph.weight[arc]);
		}
	}
	return { graph: graphOfArcs(kept.length, tails, heads, weights), kept: Uint32Array.from(kept) };
}
