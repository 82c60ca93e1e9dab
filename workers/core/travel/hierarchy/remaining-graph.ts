import { FAR, type SearchGraph } from '../search-graph.ts';
import { ARC_STRIDE, ArcLists, NODE_STRIDE } from './arc-lists.ts';
import { FOUND, WitnessSearch } from './witness.ts';

/** Nodes a witness search may settle when the shortcuts are only counted, and when they are added. */
const NODES_TO_COUNT = 3;
const NODES_TO_ADD = 60;

/**
 * A graph in the course of contraction: taking a node out and putting a shortcut wherever a quickest way between two
 * of its neighbours led through it.
 */
export class RemainingGraph {
	readonly out: ArcLists;
	readonly into: ArcLists;
	/** Per node, one more than the highest level of the neighbours taken out. */
	readonly level: Int32Array;
	readonly #witness: WitnessSearch;
	#shortcuts = 0;
	#shortcutHops = 0;

	/** Arcs from a node to itself, and arcs of FAR deciseconds or more, are left out. */
	constructor(graph: SearchGraph) {
		const { nodeCount, first, head, weight } = graph;
		const arriving = new Uint32Array(nodeCount);
		for (const node of head) arriving[node] += 1;
		this.out = new ArcLists(nodeCount, (node) => first[node + 1] - first[node]);
		this.into = new ArcLists(nodeCount, (node) => arriving[node]);
		this.level = new Int32Array(nodeCount);
		this.#witness = new WitnessSearch(nodeCount);
		for (let tail = 0; tail < nodeCount; tail++) {
			for (let arc = first[tail]; arc < first[tail + 1]; arc++) {
				if (head[arc] === tail || weight[arc] >= FAR) continue;
				this.out.add(tail, head[arc], weight[arc], 1);
				this.into.add(head[arc], tail, weight[arc], 1);
			}
		}
	}

	/**
	 * How late a node should be taken out beyond its level: shortcuts over arcs taken away, counted as arcs and again
	 * as arcs of the graph.
	 */
	cost(node: number): number {
		const arcs = this.out.count(node) + this.into.count(node);
		if (arcs === 0) return 0;
		this.#bridge(node, NODES_TO_COUNT, false);
		return this.#shortcuts / arcs + this.#shortcutHops / (this.out.hops(node) + this.into.hops(node));
	}

	/** Puts the shortcuts that the ways through `node` call for; the node itself stays until `takeOut`. */
	addShortcuts(node: number): void {
		this.#bridge(node, NODES_TO_ADD, true);
	}

	/** Removes the arcs of `node`, raises the level of its neighbours and calls `meet` with each of them. */
	takeOut(node: number, meet: (neighbour: number) => void): void {
		const above = this.level[node] + 1;
		for (const [lists, opposite] of [
			[this.out, this.into],
			[this.into, this.out]
		]) {
			const start = lists.node[node * NODE_STRIDE];
			const end = start + lists.count(node) * ARC_STRIDE;
			for (let at = start; at < end; at += ARC_STRIDE) {
				const neighbour = lists.arc[at];
				opposite.remove(neighbour, node);
				if (this.level[neighbour] < above) this.level[neighbour] = above;
				meet(neighbour);
			}
			lists.node[node * NODE_STRIDE + 1] = 0;
		}
	}

	/** Counts, or adds, the shortcuts needed if `node` went, after witness searches through `most` nodes each. */
	#bridge(node: number, most: number, add: boolean): void {
		// One search per arc of the shorter list, towards the other ends of the longer.
		const forward = this.into.count(node) <= this.out.count(node);
		const near = forward ? this.into : this.out;
		const far = forward ? this.out : this.into;
		const nearStart = near.node[node * NODE_STRIDE];
		const nearEnd = nearStart + near.count(node) * ARC_STRIDE;
		const farStart = far.node[node * NODE_STRIDE];
		const farEnd = farStart + far.count(node) * ARC_STRIDE;
		this.#shortcuts = 0;
		this.#shortcutHops = 0;
		if (nearStart === nearEnd) return;
		const witness = this.#witness;
		const longest = near.arc[nearEnd - ARC_STRIDE + 1] + far.arc[farEnd - ARC_STRIDE + 1];
		witness.clearTargets();
		for (let to = farStart; to < farEnd; to += ARC_STRIDE) witness.addTarget(near, far.arc[to], node, longest);
		const { limit } = witness;
		for (let from = nearStart; from < nearEnd; from += ARC_STRIDE) {
			const source = near.arc[from];
			for (let to = farStart, target = 0; to < farEnd; to += ARC_STRIDE, target++) {
				const weight = near.arc[from + 1] + far.arc[to + 1];
				limit[target] = far.arc[to] === source || weight >= FAR ? FOUND : weight;
			}
			witness.search(far, source, node, most);
			for (let to = farStart, target = 0; to < farEnd; to += ARC_STRIDE, target++) {
				if (limit[target] === FOUND) continue;
				const hops = near.arc[from + 2] + far.arc[to + 2];
				this.#shortcuts += 1;
				this.#shortcutHops += hops;
				if (!add) continue;
				far.add(source, far.arc[to], limit[target], hops);
				near.add(far.arc[to], source, limit[target], hops);
			}
		}
	}
}
