import { ARC_STRIDE, NODE_STRIDE, type ArcLists } from './arc-lists.ts';

/** In WitnessSearch.limit: no way is looked for, or one was found. */
export const FOUND = -1;
/** Numbers kept for a node: the search that last saw it, its distance then; since when it leads to targets, and which. */
const STATE_STRIDE = 4;
const DISTANCE = 1;
const LEADS_SINCE = 2;
const LEADS = 3;
/** Numbers kept for an arc that reaches a target: the target, the arc's weight, the next arc that leaves the same node. */
const LEAD_STRIDE = 3;
const LAST = -1;
const HEAP_ROOM = 4096;

/**
 * Looks for ways round a node about to be contracted, from one neighbour to others, the targets. A Dijkstra that
 * avoids the node looks for the tails of the arcs that reach the targets, so it need not come so far as these; it
 * stops when every target is reached in time or after so many nodes. A way it misses costs one shortcut too many,
 * never a wrong time.
 */
export class WitnessSearch {
	/** Per target, the deciseconds within which a way is looked for; FOUND once there is one. */
	readonly limit: Int32Array;
	readonly #state: Int32Array;
	readonly #heapNode = new Int32Array(HEAP_ROOM);
	readonly #heapKey = new Int32Array(HEAP_ROOM);
	#leads = new Int32Array(1024 * LEAD_STRIDE);
	#leadCount = 0;
	#shortestLead = 0;
	#targetCount = 0;
	#targetsSince = 0;
	#search = 0;

	constructor(nodeCount: number) {
		this.#state = new Int32Array(nodeCount * STATE_STRIDE);
		this.limit = new Int32Array(nodeCount);
	}

	/** Forgets all targets. */
	clearTargets(): void {
		this.#targetsSince += 1;
		this.#targetCount = 0;
		this.#leadCount = 0;
		this.#shortestLead = 0x7fff_ffff;
	}

	/** Adds a target, numbered from 0; `lists` holds the arcs that reach it, of which those from `avoided` or longer than `most` do not count. */
	addTarget(lists: ArcLists, node: number, avoided: number, most: number): void {
		const { arc } = lists;
		const state = this.#state;
		const target = this.#targetCount++;
		const start = lists.node[node * NODE_STRIDE];
		const end = start + lists.count(node) * ARC_STRIDE;
		if ((this.#leadCount + lists.count(node)) * LEAD_STRIDE > this.#leads.length) this.#makeRoom(lists.count(node));
		for (let slot = start; slot < end && arc[slot + 1] <= most; slot += ARC_STRIDE) {
			if (arc[slot] === avoided) continue;
			const at = arc[slot] * STATE_STRIDE;
			const lead = this.#leadCount++ * LEAD_STRIDE;
			this.#leads[lead] = target;
			this.#leads[lead + 1] = arc[slot + 1];
			this.#leads[lead + 2] = state[at + LEADS_SINCE] === this.#targetsSince ? state[at + LEADS] : LAST;
			state[at + LEADS_SINCE] = this.#targetsSince;
			state[at + LEADS] = lead;
			if (arc[slot + 1] < this.#shortestLead) this.#shortestLead = arc[slot + 1];
		}
	}

	/** Searches from `source` over the arcs of `lists`, without `avoided`, through at most `most` nodes; marks the targets found in `limit`. */
	search(lists: ArcLists, source: number, avoided: number, most: number): void {
		const state = this.#state;
		const heapNode = this.#heapNode;
		const heapKey = this.#heapKey;
		const { node: nodes, arc } = lists;
		const search = ++this.#search;
		let wanted = 0;
		let longest = FOUND;
		for (let target = 0; target < this.#targetCount; target++) {
			if (this.limit[target] === FOUND) continue;
			wanted += 1;
			longest = Math.max(longest, this.limit[target]);
		}
		longest -= this.#shortestLead;
		state[source * STATE_STRIDE] = search;
		state[source * STATE_STRIDE + DISTANCE] = 0;
		wanted -= this.#reach(source, 0);
		heapNode[0] = source;
		heapKey[0] = 0;
		let size = 1;
		for (let left = most; size > 0 && left > 0 && wanted > 0;) {
			const key = heapKey[0];
			const node = heapNode[0];
			size -= 1;
			if (size > 0) sinkFromTop(heapNode, heapKey, size, heapNode[size], heapKey[size]);
			if (key > state[node * STATE_STRIDE + DISTANCE]) continue;
			left -= 1;
			const start = nodes[node * NODE_STRIDE];
			const end = start + nodes[node * NODE_STRIDE + 1] * ARC_STRIDE;
			for (let slot = start; slot < end; slot += ARC_STRIDE) {
				const distance = key + arc[slot + 1];
				// Lists are sorted by weight: no further arc is short enough.
				if (distance > longest) break;
				const head = arc[slot];
				const at = head * STATE_STRIDE;
				if (head === avoided || (state[at] === search && state[at + DISTANCE] <= distance)) continue;
				state[at] = search;
				state[at + DISTANCE] = distance;
				if (state[at + LEADS_SINCE] === this.#targetsSince) wanted -= this.#reach(head, distance);
				if (size < HEAP_ROOM) rise(heapNode, heapKey, size++, head, distance);
			}
		}
	}

	/** Marks the targets that `node`, reached at `distance`, leads to in time; answers how many. */
	#reach(node: number, distance: number): number {
		const state = this.#state;
		if (state[node * STATE_STRIDE + LEADS_SINCE] !== this.#targetsSince) return 0;
		const leads = this.#leads;
		let found = 0;
		for (let lead = state[node * STATE_STRIDE + LEADS]; lead !== LAST; lead = leads[lead + 2]) {
			const target = leads[lead];
			if (distance + leads[lead + 1] > this.limit[target]) continue;
			this.limit[target] = FOUND;
			found += 1;
		}
		return found;
	}

	#makeRoom(more: number): void {
		const larger = new Int32Array(Math.max(this.#leads.length * 2, (this.#leadCount + more) * LEAD_STRIDE));
		larger.set(this.#leads);
		this.#leads = larger;
	}
}

/** Puts an entry at the free slot of a binary heap, and lets it rise to its place. */
function rise(heapNode: Int32Array, heapKey: Int32Array, free: number, node: number, key: number): void {
	let slot = free;
	while (slot > 0) {
		const parent = (slot - 1) >> 1;
		if (heapKey[parent] <= key) break;
		heapNode[slot] = heapNode[parent];
		heapKey[slot] = heapKey[parent];
		slot = parent;
	}
	heapNode[slot] = node;
	heapKey[slot] = key;
}

/** Puts an entry where the top of a binary heap was taken from, and lets it sink to its place. */
function sinkFromTop(heapNode: Int32Array, heapKey: Int32Array, size: number, node: number, key: number): void {
	let slot = 0;
	for (let child = 1; child < size; child = 2 * slot + 1) {
		if (child + 1 < size && heapKey[child + 1] < heapKey[child]) child += 1;
		if (heapKey[child] >= key) break;
		heapNode[slot] = heapNode[child];
		heapKey[slot] = heapKey[child];
		slot = child;
	}
	heapNode[slot] = node;
	heapKey[slot] = key;
}
