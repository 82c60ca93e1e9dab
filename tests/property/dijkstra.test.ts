import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BucketDijkstra } from '#core/travel/dijkstra.ts';
import { FAR, reverseGraph, type SearchGraph } from '#core/travel/search-graph.ts';

/** Arcs as drawn: parallel ones, loops, zero weights and nodes without any are all allowed. */
type Arc = readonly [tail: number, head: number, weight: number];

const weights = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20_000 }));
const graphs = fc.integer({ min: 1, max: 30 }).chain((nodeCount) => {
	const node = fc.integer({ min: 0, max: nodeCount - 1 });
	return fc.record({
		nodeCount: fc.constant(nodeCount),
		arcs: fc.array(fc.tuple(node, node, weights), { maxLength: 90 }),
		sources: fc.array(fc.tuple(node, weights), { maxLength: 4 }),
		cap: fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 30_000 }))
	});
});

function searchGraph(nodeCount: number, arcs: readonly Arc[]): SearchGraph {
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

/** Bellman and Ford: every arc, again and again, until nothing changes. */
function bellmanFord(
	nodeCount: number,
	arcs: readonly Arc[],
	sources: readonly (readonly [number, number])[]
): number[] {
	const time = new Array<number>(nodeCount).fill(Infinity);
	for (const [node, start] of sources) time[node] = Math.min(time[node], start);
	for (let changed = true; changed;) {
		changed = false;
		for (const [tail, head, weight] of arcs) {
			if (time[tail] + weight >= time[head]) continue;
			time[head] = time[tail] + weight;
			changed = true;
		}
	}
	return time;
}

const run = (search: BucketDijkstra, sources: readonly (readonly [number, number])[], cap: number) =>
	search.run(
		sources.map(([node]) => node),
		sources.map(([, start]) => start),
		cap
	);

describe('bucket-queue Dijkstra', () => {
	it('finds the times of Bellman and Ford on any graph, run after run', () => {
		fc.assert(
			fc.property(graphs, fc.array(fc.nat(29), { maxLength: 3 }), ({ nodeCount, arcs, sources, cap }, others) => {
				const search = new BucketDijkstra(searchGraph(nodeCount, arcs));
				// Searches before must leave nothing behind.
				for (const other of others) run(search, [[other % nodeCount, 3]], 1000);
				run(search, sources, cap);
				const expected = bellmanFord(nodeCount, arcs, sources).map((time) => (time <= cap && time < FAR ? time : FAR));
				expect([...search.deciseconds]).toEqual(expected);
				expect([...search.reached].sort((a, b) => a - b)).toEqual(
					expected.flatMap((time, node) => (time === FAR ? [] : [node]))
				);
			}),
			{ numRuns: 400 }
		);
	});

	it('finds on the reversed graph the times towards a node', () => {
		fc.assert(
			fc.property(graphs, ({ nodeCount, arcs }) => {
				const graph = searchGraph(nodeCount, arcs);
				const backward = new BucketDijkstra(reverseGraph(graph));
				run(backward, [[0, 0]], Infinity);
				const forward = new BucketDijkstra(graph);
				for (let node = 0; node < nodeCount; node++) {
					run(forward, [[node, 0]], Infinity);
					expect(backward.deciseconds[node]).toBe(forward.deciseconds[0]);
				}
			}),
			{ numRuns: 100 }
		);
	});

	it('takes sources whose times lie further apart than any arc', () => {
		const search = new BucketDijkstra(searchGraph(3, [[0, 1, 1]]));
		run(
			search,
			[
				[2, 900_000],
				[0, 5]
			],
			Infinity
		);
		expect([...search.deciseconds]).toEqual([5, 6, 900_000]);
	});
});
