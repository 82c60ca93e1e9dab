/** "No node above": at the root of an elimination tree. */
export const NO_PARENT = 0xffff_ffff;

/** Arcs in compressed sparse rows between a node and others; which way they lead does not matter here. */
export interface ArcRows {
	/** One offset more than there are nodes. */
	readonly first: Uint32Array;
	/** Numbers of the other ends. */
	readonly other: Uint32Array;
}

/**
 * Parents in the elimination tree of nodes numbered by rank, given for each node its arcs to nodes of higher rank: any
 * two nodes with an arc between them then lie on one way to the root.
 *
 * Source: Liu, "The role of elimination trees in sparse factorization", 1990 (with path compression).
 * @returns per node the number of its parent, NO_PARENT at a root
 */
export function eliminationTree(nodeCount: number, upward: readonly ArcRows[]): Uint32Array {
	const lowerFirst = new Uint32Array(nodeCount + 1);
	for (const { other } of upward) for (const higher of other) lowerFirst[higher + 1] += 1;
	for (let node = 0; node < nodeCount; node++) lowerFirst[node + 1] += lowerFirst[node];
	const cursor = lowerFirst.slice(0, nodeCount);
	const lower = new Uint32Array(lowerFirst[nodeCount]);
	for (const { first, other } of upward) {
		for (let node = 0; node < nodeCount; node++) {
			for (let arc = first[node]; arc < first[node + 1]; arc++) lower[cursor[other[arc]]++] = node;
		}
	}
	const parent = new Uint32Array(nodeCount).fill(NO_PARENT);
	// The highest node met so far on the way up from each node, shortened as it is walked.
	const ancestor = Uint32Array.from({ length: nodeCount }, (_, node) => node);
	for (let node = 0; node < nodeCount; node++) {
		for (let arc = lowerFirst[node]; arc < lowerFirst[node + 1]; arc++) {
			let below = lower[arc];
			while (ancestor[below] !== below) {
				ancestor[below] = ancestor[ancestor[below]];
				below = ancestor[below];
			}
			if (below === node) continue;
			parent[below] = node;
			ancestor[below] = node;
		}
	}
	return parent;
}
