import { Uint32List } from '../../roads/uint32-list.ts';
import type { SearchGraph } from '../search-graph.ts';
import { ARC_STRIDE, NODE_STRIDE, type ArcLists } from './arc-lists.ts';
import type { Hierarchy } from './hierarchy.ts';
import { RemainingGraph } from './remaining-graph.ts';

/** Of the nodes that remain, the share of least priority from which a round may choose. */
const ROUND_SHARE = 0.6;
const ROUND_SAMPLE = 2000;
/** Share of its last known cost that a node is taken to have once a neighbour went, until it is counted again. */
const HOPEFUL = 0.5;
/** Nodes dealt with between two reports of progress: some ten milliseconds. */
const NODES_A_STEP = 1024;

export interface ContractionOptions {
	/** Called with the share of the work done, from 0 to 1, some hundred times a second. */
	readonly onProgress?: (share: number) => void;
	/** Once aborted, the contraction ends at the next step with the signal's reason. */
	readonly signal?: AbortSignal;
	/** Awaited after each step, so that a worker can hear a cancel meanwhile; without it nothing is awaited. */
	readonly pause?: () => Promise<void>;
}

/**
 * Builds the contraction hierarchy of a graph, in the caller's thread.
 * @throws the signal's reason once aborted
 */
export async function contractGraph(graph: SearchGraph, options: ContractionOptions = {}): Promise<Hierarchy> {
	const { onProgress, signal, pause } = options;
	const steps = contractionSteps(graph);
	for (;;) {
		signal?.throwIfAborted();
		const step = steps.next();
		if (step.done) return step.value;
		onProgress?.(step.value);
		if (pause) await pause();
	}
}

/**
 * The contraction, a step at a time; each step yields the share of the work done. Nodes go in rounds: of the nodes of
 * least priority, those that come before all their neighbours go together, then what they left behind is counted anew.
 *
 * Source: Geisberger et al. 2008 (levels, quotients of arcs and of hops); rounds of independent nodes as in Vetter,
 * "Parallel time-dependent contraction hierarchies", 2009.
 */
function* contractionSteps(graph: SearchGraph): Generator<number, Hierarchy, void> {
	const { nodeCount } = graph;
	const remaining = new RemainingGraph(graph);
	const up = new RankedArcs(nodeCount);
	const down = new RankedArcs(nodeCount);
	const nodeOfRank = new Uint32Array(nodeCount);
	const rankOf = new Uint32Array(nodeCount);
	const cost = new Float32Array(nodeCount);
	const stale = new Uint8Array(nodeCount).fill(1);
	const priority = new Float32Array(nodeCount);
	let waiting = Uint32Array.from({ length: nodeCount }, (_, node) => node);
	let rank = 0;
	const markStale = (node: number) => {
		if (stale[node] === 0) cost[node] *= HOPEFUL;
		stale[node] = 1;
	};
	while (waiting.length > 0) {
		const done = 1 - Math.cbrt(waiting.length / nodeCount);
		for (const node of waiting) priority[node] = remaining.level[node] + cost[node];
		const threshold = quantile(priority, waiting, ROUND_SHARE);
		for (let at = 0; at < waiting.length; at++) {
			const node = waiting[at];
			if (stale[node] && priority[node] <= threshold) {
				cost[node] = remaining.cost(node) + tieBreak(node);
				priority[node] = remaining.level[node] + cost[node];
				stale[node] = 0;
			}
			if (at % NODES_A_STEP === 0) yield done;
		}
		const chosen = waiting.filter((node) => priority[node] <= threshold && comesFirst(remaining, priority, node));
		for (const node of chosen) {
			remaining.addShortcuts(node);
			up.append(remaining.out, node);
			down.append(remaining.into, node);
			remaining.takeOut(node, markStale);
			priority[node] = -1;
			rankOf[node] = rank;
			nodeOfRank[rank++] = node;
			if (rank % NODES_A_STEP === 0) yield done;
		}
		waiting = waiting.filter((node) => priority[node] >= 0);
	}
	const [upward, downward] = [up.ranked(rankOf), down.ranked(rankOf)];
	return {
		nodeCount,
		nodeOfRank,
		upFirst: upward.first,
		upHead: upward.other,
		upWeight: upward.weight,
		downFirst: downward.first,
		downTail: downward.other,
		downWeight: downward.weight
	};
}

/** A small number of a node's own (Knuth's multiplicative hash), so that equals do not go in the order of their names. */
function tieBreak(node: number): number {
	return (Math.imul(node, 0x9e37_79b1) >>> 0) * (1e-3 / 2 ** 32);
}

/** The priority under which the given share of the nodes waiting lies, from an even sample. */
function quantile(priority: Float32Array, waiting: Uint32Array, share: number): number {
	const count = Math.min(waiting.length, ROUND_SAMPLE);
	const sample = Float32Array.from(
		{ length: count },
		(_, i) => priority[waiting[Math.floor((i * waiting.length) / count)]]
	);
	return sample.sort()[Math.floor(count * share)];
}

/** Whether a node goes before each of its neighbours. */
function comesFirst({ out, into }: RemainingGraph, priority: Float32Array, node: number): boolean {
	return comesBefore(out, priority, node) && comesBefore(into, priority, node);
}

function comesBefore(lists: ArcLists, priority: Float32Array, node: number): boolean {
	const own = priority[node];
	const start = lists.node[node * NODE_STRIDE];
	const end = start + lists.count(node) * ARC_STRIDE;
	for (let at = start; at < end; at += ARC_STRIDE) {
		const other = lists.arc[at];
		if (priority[other] < own || (priority[other] === own && other < node)) return false;
	}
	return true;
}

/** Arcs of nodes taken in the order of their ranks, as rows that grow. */
class RankedArcs {
	readonly #first: Uint32Array;
	readonly #node = new Uint32List();
	readonly #weight = new Uint32List();
	#rows = 0;

	constructor(rowCount: number) {
		this.#first = new Uint32Array(rowCount + 1);
	}

	/** Adds the next row: the arcs of `node` as they stand. */
	append(lists: ArcLists, node: number): void {
		const start = lists.node[node * NODE_STRIDE];
		const end = start + lists.count(node) * ARC_STRIDE;
		for (let at = start; at < end; at += ARC_STRIDE) {
			this.#node.push(lists.arc[at]);
			this.#weight.push(lists.arc[at + 1]);
		}
		this.#first[++this.#rows] = this.#node.length;
	}

	/** The rows, with the other ends named by rank. */
	ranked(rankOf: Uint32Array): { first: Uint32Array; other: Uint32Array; weight: Uint32Array } {
		return {
			first: this.#first,
			other: this.#node.toArray().map((node) => rankOf[node]),
			weight: this.#weight.toArray()
		};
	}
}
