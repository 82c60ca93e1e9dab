import { FAR } from '../search-graph.ts';
import type { Hierarchy } from './hierarchy.ts';

/**
 * The way up a hierarchy from a few nodes: the times, over arcs that lead up alone, at every node so reached. Nodes are
 * taken in the order of their ranks, so that each is taken once, its time final; arrays are made once and used by
 * every run.
 */
export class UpwardSearch {
	/** Ranks reached by the last run, rising; the first `reachedCount` count. */
	readonly reached: Uint32Array;
	/** Deciseconds at each of them. */
	readonly deciseconds: Uint32Array;
	reachedCount = 0;
	readonly #hierarchy: Hierarchy;
	/** Time at each node waiting, FAR at all others. */
	readonly #time: Int32Array;
	/** Ranks waiting, as a binary heap. */
	readonly #heap: Uint32Array;
	#waiting = 0;

	constructor(hierarchy: Hierarchy) {
		this.#hierarchy = hierarchy;
		this.reached = new Uint32Array(hierarchy.nodeCount);
		this.deciseconds = new Uint32Array(hierarchy.nodeCount);
		this.#time = new Int32Array(hierarchy.nodeCount).fill(FAR);
		this.#heap = new Uint32Array(hierarchy.nodeCount);
	}

	/** Adds a node to start from; `start` deciseconds are spent when the way begins there. */
	startAt(rank: number, start: number): void {
		if (start >= this.#time[rank]) return;
		if (this.#time[rank] === FAR) this.#push(rank);
		this.#time[rank] = start;
	}

	/**
	 * Searches from the nodes added since the last run.
	 * @param cap deciseconds, less than FAR; nodes later than this are not reached
	 * @param summit ranks from this on are reached, but not left: what lies above them is not searched
	 */
	run(cap: number, summit = this.#hierarchy.nodeCount): void {
		const { upFirst, upHead, upWeight } = this.#hierarchy;
		const time = this.#time;
		this.reachedCount = 0;
		while (this.#waiting > 0) {
			const rank = this.#pop();
			const now = time[rank];
			time[rank] = FAR;
			if (now > cap) continue;
			this.reached[this.reachedCount] = rank;
			this.deciseconds[this.reachedCount++] = now;
			if (rank >= summit) continue;
			for (let arc = upFirst[rank], end = upFirst[rank + 1]; arc < end; arc++) {
				const head = upHead[arc];
				const then = now + upWeight[arc];
				const before = time[head];
				if (then > cap || then >= before) continue;
				time[head] = then;
				if (before === FAR) this.#push(head);
			}
		}
	}

	#push(rank: number): void {
		const heap = this.#heap;
		let slot = this.#waiting++;
		while (slot > 0) {
			const parent = (slot - 1) >> 1;
			if (heap[parent] <= rank) break;
			heap[slot] = heap[parent];
			slot = parent;
		}
		heap[slot] = rank;
	}

	#pop(): number {
		const heap = this.#heap;
		const top = heap[0];
		const size = --this.#waiting;
		const rank = heap[size];
		let slot = 0;
		for (let child = 1; child < size; child = 2 * slot + 1) {
			if (child + 1 < size && heap[child + 1] < heap[child]) child += 1;
			if (heap[child] >= rank) break;
			heap[slot] = heap[child];
			slot = child;
		}
		heap[slot] = rank;
		return top;
	}
}
