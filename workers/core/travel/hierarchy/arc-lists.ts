/** Numbers kept for an arc: its other end, its weight in deciseconds, how many arcs of the graph it stands for. */
export const ARC_STRIDE = 3;
/** Numbers kept for a node: where its arcs start, how many there are. */
export const NODE_STRIDE = 2;
const MOST_HOPS = 0xffff;

/**
 * The arcs at one end of each node, in lists that grow and shrink while the graph is contracted, each sorted by weight.
 * Numbers that are read together lie together: `node[2 v]` is where the arcs of v start in `arc`, `node[2 v + 1]` how
 * many they are.
 */
export class ArcLists {
	readonly node: Int32Array;
	arc: Int32Array;
	readonly #capacity: Int32Array;
	#end: number;

	/** @param expected arcs to be expected at a node, which may be exceeded */
	constructor(nodeCount: number, expected: (node: number) => number) {
		this.node = new Int32Array(nodeCount * NODE_STRIDE);
		this.#capacity = new Int32Array(nodeCount);
		let end = 0;
		for (let node = 0; node < nodeCount; node++) {
			const capacity = expected(node) + 2;
			this.node[node * NODE_STRIDE] = end;
			this.#capacity[node] = capacity;
			end += capacity * ARC_STRIDE;
		}
		this.#end = end;
		this.arc = new Int32Array(Math.ceil(end * 1.5) + 1024);
	}

	count(node: number): number {
		return this.node[node * NODE_STRIDE + 1];
	}

	/** Arcs of the graph that the arcs of `node` stand for, together. */
	hops(node: number): number {
		const start = this.node[node * NODE_STRIDE];
		const end = start + this.node[node * NODE_STRIDE + 1] * ARC_STRIDE;
		let hops = 0;
		for (let at = start; at < end; at += ARC_STRIDE) hops += this.arc[at + 2];
		return hops;
	}

	/** Whether there is an arc between `node` and `other`. */
	has(node: number, other: number): boolean {
		const start = this.node[node * NODE_STRIDE];
		const end = start + this.node[node * NODE_STRIDE + 1] * ARC_STRIDE;
		for (let at = start; at < end; at += ARC_STRIDE) if (this.arc[at] === other) return true;
		return false;
	}

	/** Adds an arc; of several arcs between the same nodes only the quickest stays. */
	add(node: number, other: number, weight: number, hops: number): void {
		const count = this.count(node);
		let start = this.node[node * NODE_STRIDE];
		let gap = start + count * ARC_STRIDE;
		for (let at = start; at < gap; at += ARC_STRIDE) {
			if (this.arc[at] !== other) continue;
			if (weight >= this.arc[at + 1]) return;
			gap = at;
		}
		if (gap === start + count * ARC_STRIDE) {
			if (count === this.#capacity[node]) start = this.#move(node);
			gap = start + count * ARC_STRIDE;
			this.node[node * NODE_STRIDE + 1] = count + 1;
		}
		const { arc } = this;
		for (; gap > start && arc[gap - ARC_STRIDE + 1] > weight; gap -= ARC_STRIDE) {
			arc[gap] = arc[gap - ARC_STRIDE];
			arc[gap + 1] = arc[gap - ARC_STRIDE + 1];
			arc[gap + 2] = arc[gap - ARC_STRIDE + 2];
		}
		arc[gap] = other;
		arc[gap + 1] = weight;
		arc[gap + 2] = Math.min(hops, MOST_HOPS);
	}

	/** Removes the arc between `node` and `other`, if there is one. */
	remove(node: number, other: number): void {
		const { node: nodes, arc } = this;
		const start = nodes[node * NODE_STRIDE];
		const end = start + nodes[node * NODE_STRIDE + 1] * ARC_STRIDE;
		let at = start;
		while (at < end && arc[at] !== other) at += ARC_STRIDE;
		if (at === end) return;
		for (at += ARC_STRIDE; at < end; at++) arc[at - ARC_STRIDE] = arc[at];
		nodes[node * NODE_STRIDE + 1] -= 1;
	}

	/** Moves a full list to the end, with twice the room; answers where it now starts. */
	#move(node: number): number {
		const from = this.node[node * NODE_STRIDE];
		const length = this.#capacity[node] * ARC_STRIDE;
		const to = this.#end;
		if (to + 2 * length > this.arc.length) {
			const grown = new Int32Array(Math.ceil((to + 2 * length) * 1.5));
			grown.set(this.arc);
			this.arc = grown;
		}
		this.arc.copyWithin(to, from, from + length);
		this.#end = to + 2 * length;
		this.#capacity[node] *= 2;
		this.node[node * NODE_STRIDE] = to;
		return to;
	}
}
