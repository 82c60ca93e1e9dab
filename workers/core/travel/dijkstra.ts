import { FAR, type SearchGraph } from './search-graph.ts';

const EMPTY = -1;
const NO_ARC = -1;

/**
 * Shortest times from a few sources: Dijkstra's algorithm with a bucket queue (Dial 1969), one bucket a decisecond on a ring
 * wider than the heaviest arc. Arrays are made once and used by every run; many sources are rather swept together (sweep/).
 */
export class BucketDijkstra {
	/** After `run`: deciseconds from the sources to each node; FAR where it is not reached within the cap. */
	readonly deciseconds: Uint32Array;
	readonly #graph: SearchGraph;
	/** First entry of each bucket. */
	readonly #bucket: Int32Array;
	/** Entries of the buckets: a node, and the next entry. A node found again sooner leaves a stale entry behind. */
	#entryNode: Int32Array;
	#entryNext: Int32Array;
	#entryCount = 0;
	#freeEntry = EMPTY;
	readonly #reached: Uint32Array;
	#reachedCount = 0;
	/** Arc by which each reached node was found, NO_ARC at a source; null where routes are not asked for. */
	readonly #arcTo: Int32Array | null;

	/** @param remembersRoutes whether `routeTo` will be asked: it costs an array more */
	constructor(graph: SearchGraph, remembersRoutes = false) {
		this.#graph = graph;
		this.#arcTo = remembersRoutes ? new Int32Array(graph.nodeCount) : null;
		this.deciseconds = new Uint32Array(graph.nodeCount).fill(FAR);
		this.#reached = new Uint32Array(graph.nodeCount);
		const heaviest = graph.weight.reduce((most, weight) => Math.max(most, weight), 0);
		let width = 1024;
		while (width <= heaviest) width *= 2;
		this.#bucket = new Int32Array(width).fill(EMPTY);
		const entryCapacity = Math.max(64, graph.nodeCount >> 2);
		this.#entryNode = new Int32Array(entryCapacity);
		this.#entryNext = new Int32Array(entryCapacity);
	}

	/** Nodes reached by the last run, nearest first but for those found again sooner. */
	get reached(): Uint32Array {
		return this.#reached.subarray(0, this.#reachedCount);
	}

	/**
	 * Finds the shortest times from the sources together, each with a time of its own to start with.
	 * @param nodes source nodes
	 * @param starts deciseconds at each source, ≥ 0
	 * @param capDeciseconds nodes later than this are not reached; the cap itself is
	 */
	run(nodes: ArrayLike<number>, starts: ArrayLike<number>, capDeciseconds: number): void {
		this.#forget();
		const cap = Math.min(capDeciseconds, FAR - 1);
		const mask = this.#bucket.length - 1;
		const order = Array.from(nodes, (_, source) => source).sort((a, b) => starts[a] - starts[b]);
		let next = 0;
		let waiting = 0;
		// Sources enter when their time has come, so that the ring never holds times further apart than its width.
		for (let now = 0; waiting > 0 || next < order.length; now++) {
			if (waiting === 0) now = Math.max(now, starts[order[next]]);
			if (now > cap) break;
			for (; next < order.length && starts[order[next]] <= now; next++) {
				const node = nodes[order[next]];
				if (starts[order[next]] < this.deciseconds[node]) {
					if (this.#arcTo !== null) this.#arcTo[node] = NO_ARC;
					this.#put(node, starts[order[next]]);
					waiting++;
				}
			}
			if (this.#bucket[now & mask] !== EMPTY) waiting += this.#settleBucket(now, cap);
		}
	}

	/**
	 * The arcs of the fastest route of the last run to a node it reached, in the order driven.
	 * @throws RangeError when routes are not remembered, or the node was not reached
	 */
	routeTo(node: number): number[] {
		if (this.#arcTo === null || this.deciseconds[node] >= FAR) throw new RangeError(`No route to node ${node}`);
		const arcs: number[] = [];
		for (let arc = this.#arcTo[node]; arc !== NO_ARC; arc = this.#arcTo[arcTail(this.#graph, arc)]) arcs.push(arc);
		return arcs.reverse();
	}

	#forget(): void {
		for (const node of this.reached) this.deciseconds[node] = FAR;
		this.#reachedCount = 0;
	}

	#put(node: number, time: number): void {
		if (this.deciseconds[node] === FAR) this.#reached[this.#reachedCount++] = node;
		this.deciseconds[node] = time;
		let entry = this.#freeEntry;
		if (entry !== EMPTY) this.#freeEntry = this.#entryNext[entry];
		else {
			entry = this.#entryCount++;
			if (entry === this.#entryNode.length) this.#growEntries();
		}
		const slot = time & (this.#bucket.length - 1);
		this.#entryNode[entry] = node;
		this.#entryNext[entry] = this.#bucket[slot];
		this.#bucket[slot] = entry;
	}

	#growEntries(): void {
		const grow = (list: Int32Array) => {
			const wider = new Int32Array(2 * list.length);
			wider.set(list);
			return wider;
		};
		this.#entryNode = grow(this.#entryNode);
		this.#entryNext = grow(this.#entryNext);
	}

	/** Settles every node due now, those put in meanwhile by arcs of no weight included; returns by how many entries the queue grew. */
	#settleBucket(now: number, cap: number): number {
		const { first, head, weight } = this.#graph;
		const { deciseconds } = this;
		const bucket = this.#bucket;
		const arcTo = this.#arcTo;
		const slot = now & (bucket.length - 1);
		let growth = 0;
		for (let entry = bucket[slot]; entry !== EMPTY; entry = bucket[slot]) {
			const node = this.#entryNode[entry];
			bucket[slot] = this.#entryNext[entry];
			this.#entryNext[entry] = this.#freeEntry;
			this.#freeEntry = entry;
			growth--;
			if (deciseconds[node] !== now) continue;
			for (let arc = first[node], end = first[node + 1]; arc < end; arc++) {
				const time = now + weight[arc];
				if (time <= cap && time < deciseconds[head[arc]]) {
					if (arcTo !== null) arcTo[head[arc]] = arc;
					this.#put(head[arc], time);
					growth++;
				}
			}
		}
		return growth;
	}
}

/** Node an arc leaves, found among the offsets. */
export function arcTail({ first }: SearchGraph, arc: number): number {
	let [low, high] = [0, first.length - 1];
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (first[middle] <= arc) low = middle;
		else high = middle;
	}
	return low;
}
