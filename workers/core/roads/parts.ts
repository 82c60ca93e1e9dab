import { edgeMetres } from './edge-metres.ts';
import { CLOSED, type RoadEdges } from './edges.ts';
import { TINY_PART } from './ends-only.ts';
import { NO_STATE, type StateGraph } from './expand.ts';
import { largeComponents, strongComponents } from './strong-components.ts';

/** Part of an edge that belongs to none of those kept. */
export const NO_PART = 0xff;

/**
 * A connected part of the network: from everywhere in it one reaches everywhere in it. A network so small that none of its parts
 * is a network by itself is taken whole, as one part: its one-way streets and separate roads are all it has to tell.
 */
export interface RoadPart {
	readonly edgeCount: number;
	readonly kilometres: number;
}

/** Which roads can be used for journeys there and back. */
export interface RoadParts {
	/** Rank in `kept` of the part that each edge can be reached from and leads to; NO_PART for scraps. */
	readonly partOfEdge: Uint8Array;
	/** The parts kept: those that are no scraps, largest first; or the whole of a small network. */
	readonly kept: readonly RoadPart[];
	/** Roads left out: those cut off from every part, or reached or left in one direction only. */
	readonly leftOut: RoadPart;
}

/** Sorts the roads into connected parts. */
export function roadParts(edges: RoadEdges, graph: StateGraph): RoadParts {
	const components = strongComponents(graph.first, graph.head);
	const kept = largeComponents(components, TINY_PART, NO_PART);
	if (kept.length > 0 && components.size[kept[0]] < TINY_PART) return report(edges, 1, wholeNetwork(edges));
	const seeds = new Uint8Array(components.size.length).fill(NO_PART);
	kept.forEach((component, part) => (seeds[component] = part));
	const partOfState = Uint8Array.from(components.component, (component) => seeds[component]);
	const reached = spread(partOfState, graph.first, graph.head);
	const back = reversed(graph);
	const leads = spread(partOfState, back.first, back.head);
	return report(edges, kept.length, partsOfEdges(edges, graph, reached, leads));
}

/** Every open edge in one part. */
function wholeNetwork({ edgeCount, moving }: RoadEdges): Uint8Array {
	return Uint8Array.from({ length: edgeCount }, (_, edge) =>
		moving[2 * edge] === CLOSED && moving[2 * edge + 1] === CLOSED ? NO_PART : 0
	);
}

function report(edges: RoadEdges, partCount: number, partOfEdge: Uint8Array): RoadParts {
	const parts = Array.from({ length: partCount + 1 }, () => ({ edgeCount: 0, kilometres: 0 }));
	partOfEdge.forEach((part, edge) => {
		const entry = parts[part === NO_PART ? partCount : part];
		entry.edgeCount++;
		entry.kilometres += edgeMetres(edges, edge) / 1000;
	});
	return { partOfEdge, kept: parts.slice(0, -1), leftOut: parts[partCount] };
}

function partsOfEdges(edges: RoadEdges, graph: StateGraph, reached: Uint8Array, leads: Uint8Array): Uint8Array {
	const arrives = new Uint8Array(edges.edgeCount).fill(NO_PART);
	for (let tail = 0; tail < graph.stateCount; tail++) {
		if (reached[tail] === NO_PART) continue;
		for (let arc = graph.first[tail]; arc < graph.first[tail + 1]; arc++) {
			const edge = graph.arcEdge[arc] >> 1;
			arrives[edge] = Math.min(arrives[edge], reached[tail]);
		}
	}
	return arrives.map((part, edge) => {
		const departs = [2 * edge, 2 * edge + 1]
			.filter((directed) => graph.endState[directed] !== NO_STATE)
			.map((directed) => leads[graph.endState[directed]]);
		return Math.max(part, Math.min(NO_PART, ...departs));
	});
}

/** The part of each state, spread along the arcs to the states of no part. */
function spread(partOfState: Uint8Array, first: Uint32Array, head: Uint32Array): Uint8Array {
	const part = partOfState.slice();
	const queue = new Uint32Array(part.length);
	let end = 0;
	part.forEach((own, state) => {
		if (own !== NO_PART) queue[end++] = state;
	});
	for (let i = 0; i < end; i++) {
		for (let arc = first[queue[i]]; arc < first[queue[i] + 1]; arc++) {
			if (part[head[arc]] !== NO_PART) continue;
			part[head[arc]] = part[queue[i]];
			queue[end++] = head[arc];
		}
	}
	return part;
}

function reversed({ stateCount, first, head }: StateGraph): { first: Uint32Array; head: Uint32Array } {
	const backFirst = new Uint32Array(stateCount + 1);
	for (const state of head) backFirst[state + 1]++;
	for (let state = 0; state < stateCount; state++) backFirst[state + 1] += backFirst[state];
	const cursor = backFirst.slice();
	const tails = new Uint32Array(head.length);
	for (let tail = 0; tail < stateCount; tail++) {
		for (let arc = first[tail]; arc < first[tail + 1]; arc++) tails[cursor[head[arc]]++] = tail;
	}
	return { first: backFirst, head: tails };
}
