/**
 * A contraction hierarchy: the nodes ranked by importance (rank 0 the least) with the arcs that lead a quickest way
 * up to more important nodes and down from them. Nodes are named by rank in every array but `nodeOfRank`.
 *
 * Source: Geisberger, Sanders, Schultes, Delling, "Contraction Hierarchies", WEA 2008.
 */
export interface Hierarchy {
	readonly nodeCount: number;
	/** The graph's node at each rank. */
	readonly nodeOfRank: Uint32Array;
	/** nodeCount + 1 offsets into upHead and upWeight: the arcs that leave a node for a more important one. */
	readonly upFirst: Uint32Array;
	readonly upHead: Uint32Array;
	/** Deciseconds. */
	readonly upWeight: Uint32Array;
	/** nodeCount + 1 offsets into downTail and downWeight: the arcs that reach a node from a more important one. */
	readonly downFirst: Uint32Array;
	readonly downTail: Uint32Array;
	/** Deciseconds. */
	readonly downWeight: Uint32Array;
}

/** The hierarchy of the graph with every arc turned round, on the same arrays: times *to* a point. */
export function reverseHierarchy(hierarchy: Hierarchy): Hierarchy {
	return {
		...hierarchy,
		upFirst: hierarchy.downFirst,
		upHead: hierarchy.downTail,
		upWeight: hierarchy.downWeight,
		downFirst: hierarchy.upFirst,
		downTail: hierarchy.upHead,
		downWeight: hierarchy.upWeight
	};
}

/** The rank of each node of the graph. */
export function rankOfNode(hierarchy: Hierarchy): Uint32Array {
	const ranks = new Uint32Array(hierarchy.nodeCount);
	hierarchy.nodeOfRank.forEach((node, rank) => (ranks[node] = rank));
	return ranks;
}
