import fc from 'fast-check';
import { FAR, type Attachments, type SearchGraph } from '#core/travel/search-graph.ts';

/** Arcs as drawn: parallel ones, loops, zero weights, one-ways and nodes without any are all allowed. */
export type Arc = readonly [tail: number, head: number, deciseconds: number];

/** Weights that make ties, and weights whose sums pass what 16 bits hold. */
const weights = fc.oneof(
	{ weight: 1, arbitrary: fc.constant(0) },
	{ weight: 4, arbitrary: fc.integer({ min: 0, max: 9 }) },
	{ weight: 4, arbitrary: fc.integer({ min: 0, max: 3_000 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 20_000, max: 70_000 }) },
	{ weight: 1, arbitrary: fc.integer({ min: FAR - 3, max: FAR + 3 }) }
);

export function graphOf(nodeCount: number, arcs: readonly Arc[]): SearchGraph {
	const sorted = [...arcs].sort((a, b) => a[0] - b[0]);
	const first = new Uint32Array(nodeCount + 1);
	for (const [tail] of sorted) first[tail + 1]++;
	for (let node = 0; node < nodeCount; node++) first[node + 1] += first[node];
	return {
		nodeCount,
		first,
		head: Uint32Array.from(sorted, (arc) => arc[1]),
		weight: Uint32Array.from(sorted, (arc) => arc[2])
	};
}

/** Any graph: mostly sparse and in several parts. */
export const anyGraph = fc.integer({ min: 1, max: 60 }).chain((nodeCount) => {
	const node = fc.integer({ min: 0, max: nodeCount - 1 });
	return fc.array(fc.tuple(node, node, weights), { maxLength: 200 }).map((arcs) => graphOf(nodeCount, arcs));
});

/** A graph like a town: a grid of streets, some missing, some one-way. */
export const townGraph = fc.integer({ min: 2, max: 14 }).chain((side) => {
	const nodeCount = side * side;
	const street = fc.record({ out: fc.integer({ min: 0, max: 40 }), back: fc.integer({ min: 0, max: 60 }) });
	return fc.array(street, { minLength: 2 * nodeCount, maxLength: 2 * nodeCount }).map((streets) => {
		const arcs: Arc[] = [];
		streets.forEach(({ out, back }, i) => {
			const from = i >> 1;
			const to = i % 2 === 0 ? from + 1 : from + side;
			if ((i % 2 === 0 && to % side === 0) || to >= nodeCount) return;
			if (out > 2) arcs.push([from, to, out]);
			if (back > 4 && back <= 40) arcs.push([to, from, back]);
		});
		return graphOf(nodeCount, arcs);
	});
});

export const graphs = fc.oneof(anyGraph, townGraph);

/** Points hanging on a graph's nodes, most on one or two, some on none or on the same. */
export function attachmentsTo(nodeCount: number, maxPoints: number): fc.Arbitrary<Attachments> {
	const entry = fc.tuple(fc.integer({ min: 0, max: nodeCount - 1 }), weights);
	return fc.array(fc.array(entry, { maxLength: 3 }), { maxLength: maxPoints }).map(attachmentsOf);
}

export function attachmentsOf(
	points: readonly (readonly (readonly [node: number, deciseconds: number])[])[]
): Attachments {
	const entries = points.flat();
	const first = new Uint32Array(points.length + 1);
	points.forEach((own, point) => (first[point + 1] = first[point] + own.length));
	return {
		first,
		node: Uint32Array.from(entries, ([node]) => node),
		deciseconds: Uint32Array.from(entries, ([, deciseconds]) => deciseconds)
	};
}

/** Dijkstra as in the books, without a queue: deciseconds from the sources to each node, FAR where none leads there. */
export function plainDijkstra(
	graph: SearchGraph,
	sources: readonly (readonly [node: number, start: number])[]
): number[] {
	const time = new Array<number>(graph.nodeCount).fill(FAR);
	const settled = new Set<number>();
	for (const [node, start] of sources) time[node] = Math.min(time[node], start);
	for (;;) {
		let nearest = -1;
		for (let node = 0; node < graph.nodeCount; node++) {
			if (!settled.has(node) && time[node] < FAR && (nearest < 0 || time[node] < time[nearest])) nearest = node;
		}
		if (nearest < 0) return time;
		settled.add(nearest);
		for (let arc = graph.first[nearest]; arc < graph.first[nearest + 1]; arc++) {
			time[graph.head[arc]] = Math.min(time[graph.head[arc]], time[nearest] + graph.weight[arc]);
		}
	}
}

/** Entries of a point, as plainDijkstra takes its sources. */
export function entriesOf({ first, node, deciseconds }: Attachments, point: number): [number, number][] {
	return Array.from({ length: first[point + 1] - first[point] }, (_, i) => {
		const entry = first[point] + i;
		return [node[entry], deciseconds[entry]];
	});
}
