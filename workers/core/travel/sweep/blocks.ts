import { eliminationTree, NO_PARENT } from './elimination-tree.ts';
import type { RestrictedGraph } from './restricted-graph.ts';

/**
 * Vertices grouped so that arcs lead from the core, which is block 0, into the other blocks or stay in their block:
 * the rows of one block at a time then fit a processor's cache.
 */
export interface Blocks {
	/** Vertices, block by block. */
	readonly vertex: Uint32Array;
	/** One offset more than there are blocks. */
	readonly first: Uint32Array;
}

/**
 * Cuts a graph where its elimination tree branches: the core are the vertices with more than `mostRows` vertices in
 * their subtree, every other block is a few neighbouring subtrees, together of at most `mostRows` vertices.
 */
export function cutInBlocks(graph: RestrictedGraph, mostRows: number): Blocks {
	const { vertexCount, first, tail } = graph;
	const parent = eliminationTree(vertexCount, [{ first, other: tail }]);
	const size = new Uint32Array(vertexCount).fill(1);
	for (let vertex = 0; vertex < vertexCount; vertex++) {
		if (parent[vertex] !== NO_PARENT) size[parent[vertex]] += size[vertex];
	}
	const children = childLists(parent);
	const core: number[] = [];
	const subtrees: number[] = [];
	const waiting = children.roots;
	for (let vertex = waiting.pop(); vertex !== undefined; vertex = waiting.pop()) {
		if (size[vertex] <= mostRows) {
			subtrees.push(vertex);
			continue;
		}
		core.push(vertex);
		children.pushTo(waiting, vertex);
	}
	const place = placesByNeighbourhood(graph);
	subtrees.sort((a, b) => place[a] - place[b]);
	const order = new Uint32Array(vertexCount);
	order.set(core);
	const blockFirst = [0];
	let placed = core.length;
	let end = 0;
	for (const root of subtrees) {
		if (placed + size[root] > end) {
			blockFirst.push(placed);
			end = placed + mostRows;
		}
		waiting.push(root);
		for (let vertex = waiting.pop(); vertex !== undefined; vertex = waiting.pop()) {
			order[placed++] = vertex;
			children.pushTo(waiting, vertex);
		}
	}
	blockFirst.push(placed);
	return { vertex: order, first: Uint32Array.from(blockFirst) };
}

/**
 * A place for each vertex, near those of the vertices about it, though nobody knows where they lie: the order of a walk
 * down the forest in which each vertex hangs on the one above from which it is soonest reached.
 */
function placesByNeighbourhood({ vertexCount, first, tail, weight }: RestrictedGraph): Uint32Array {
	const above = new Uint32Array(vertexCount).fill(NO_PARENT);
	for (let vertex = 0; vertex < vertexCount; vertex++) {
		let soonest = Infinity;
		for (let arc = first[vertex]; arc < first[vertex + 1]; arc++) {
			if (weight[arc] >= soonest) continue;
			soonest = weight[arc];
			above[vertex] = tail[arc];
		}
	}
	const { roots, pushTo } = childLists(above);
	const place = new Uint32Array(vertexCount);
	let next = 0;
	for (let vertex = roots.pop(); vertex !== undefined; vertex = roots.pop()) {
		place[vertex] = next++;
		pushTo(roots, vertex);
	}
	return place;
}

/** The children of each vertex of a tree. */
function childLists(parent: Uint32Array) {
	const firstChild = new Int32Array(parent.length).fill(-1);
	const nextSibling = new Int32Array(parent.length).fill(-1);
	const roots: number[] = [];
	parent.forEach((above, vertex) => {
		if (above === NO_PARENT) {
			roots.push(vertex);
			return;
		}
		nextSibling[vertex] = firstChild[above];
		firstChild[above] = vertex;
	});
	const pushTo = (list: number[], vertex: number) => {
		for (let child = firstChild[vertex]; child >= 0; child = nextSibling[child]) list.push(child);
	};
	return { roots, pushTo };
}
