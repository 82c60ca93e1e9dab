import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractGraph } from '#core/travel/hierarchy/contract.ts';
import { reverseHierarchy } from '#core/travel/hierarchy/hierarchy.ts';
import { FAR, reverseGraph, type Attachments, type SearchGraph } from '#core/travel/search-graph.ts';
import { Arena } from '#core/travel/sweep/arena.ts';
import { batchesOfPart } from '#core/travel/sweep/batches.ts';
import { BEYOND, FARTHEST } from '#core/travel/sweep/lanes.ts';
import { sweepLayout, type LayoutSizes, type SweepLayout } from '#core/travel/sweep/layout.ts';
import { wasmKernel } from '#core/travel/sweep/load-kernel.ts';
import { ManyToMany, type SweepRequest } from '#core/travel/sweep/many-to-many.ts';
import { mergeNearest, NO_SOURCE } from '#core/travel/sweep/nearest.ts';
import { transposeReach } from '#core/travel/sweep/reach.ts';
import { sourceCount, type DirectTimes } from '#core/travel/sweep/sources.ts';
import { TwinKernel } from '#core/travel/sweep/twin.ts';
import { attachmentsTo, entriesOf, graphs, plainDijkstra } from './hierarchy-graphs.ts';

interface Plan {
	readonly graph: SearchGraph;
	readonly points: Attachments;
	readonly sources: Attachments;
	readonly direct: DirectTimes;
	/** Deciseconds. */
	readonly limit: number;
	readonly sizes: LayoutSizes;
}

const plans: fc.Arbitrary<Plan> = graphs.chain((graph) =>
	fc
		.record({
			points: attachmentsTo(graph.nodeCount, 40),
			sources: attachmentsTo(graph.nodeCount, 40),
			limit: fc.oneof(fc.constant(FARTHEST), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: FARTHEST })),
			sizes: fc.record({
				mostRowsABlock: fc.integer({ min: 1, max: 12 }),
				summitRanks: fc.integer({ min: 0, max: 80 })
			}),
			pairs: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 70_000 })), { maxLength: 6 })
		})
		.map(({ pairs, ...plan }) => ({ graph, ...plan, direct: directTimes(plan.sources, plan.points, pairs) }))
);

function directTimes(sources: Attachments, points: Attachments, pairs: readonly (readonly number[])[]): DirectTimes {
	const [sourceCount, pointCount] = [sources.first.length - 1, points.first.length - 1];
	const kept = sourceCount * pointCount === 0 ? [] : pairs.map(([s, p, t]) => [s % sourceCount, p % pointCount, t]);
	kept.sort((a, b) => a[0] - b[0]);
	const first = new Uint32Array(sourceCount + 1);
	for (const [source] of kept) first[source + 1]++;
	for (let source = 0; source < sourceCount; source++) first[source + 1] += first[source];
	return {
		first,
		point: Uint32Array.from(kept, ([, point]) => point),
		deciseconds: Uint32Array.from(kept, ([, , time]) => time)
	};
}

/** By the book: time from each source to each point, point by point; BEYOND above the limit. */
function plainTable({ graph, points, sources, direct, limit }: Plan): number[] {
	const [pointCount, sourceCount] = [points.first.length - 1, sources.first.length - 1];
	const table = new Array<number>(pointCount * sourceCount).fill(FAR);
	for (let source = 0; source < sourceCount; source++) {
		const time = plainDijkstra(graph, entriesOf(sources, source));
		for (let point = 0; point < pointCount; point++) {
			for (const [node, deciseconds] of entriesOf(points, point)) {
				const at = point * sourceCount + source;
				table[at] = Math.min(table[at], time[node] + deciseconds);
			}
		}
		for (let pair = direct.first[source]; pair < direct.first[source + 1]; pair++) {
			const at = direct.point[pair] * sourceCount + source;
			table[at] = Math.min(table[at], direct.deciseconds[pair]);
		}
	}
	return table.map((time) => (time <= limit ? time : BEYOND));
}

/** A whole table, point by point. */
function tableOf(times: ManyToMany, request: SweepRequest): number[] {
	const table = times.table(request);
	const rows = Array.from({ length: sourceCount(request.sources) }, (_, source) => table.timesOf(source));
	return Array.from({ length: times.pointCount }, (_, point) => rows.map((row) => row[point])).flat();
}

const kernels = [
	['WebAssembly', (arena: Arena) => wasmKernel(arena)],
	['TypeScript', (arena: Arena) => new TwinKernel(arena.memory)],
	['WebAssembly on shared memory', (arena: Arena) => wasmKernel(arena)]
] as const;

describe.each(kernels)('a sweep in %s', (name, makeKernel) => {
	const make = (hierarchy: Parameters<typeof ManyToMany.create>[0], layout: SweepLayout) => {
		const arena = name.includes('shared') ? Arena.shared() : new Arena();
		const kernel = makeKernel(arena);
		if (kernel === null) throw new Error('No WebAssembly kernel: run node scripts/build-kernel.mjs');
		return ManyToMany.create(hierarchy, layout, arena, kernel);
	};

	async function prepare(plan: Plan) {
		const hierarchy = await contractGraph(plan.graph);
		const times = make(hierarchy, sweepLayout(hierarchy, plan.points, plan.sizes));
		const request = { sources: { attachments: plan.sources, direct: plan.direct }, limit: plan.limit };
		const [pointCount, sourceCount] = [plan.points.first.length - 1, plan.sources.first.length - 1];
		const table = plainTable(plan);
		const rowOf = (point: number) => table.slice(point * sourceCount, (point + 1) * sourceCount);
		return { plan, times, request, pointCount, sourceCount, table, rowOf };
	}
	const law = (check: (prepared: Awaited<ReturnType<typeof prepare>>) => void, numRuns = 150) =>
		fc.assert(
			fc.asyncProperty(plans, async (plan) => {
				check(await prepare(plan));
			}),
			{ numRuns }
		);

	it('gives the times of Dijkstra from any sources to any points, and says beyond where they end', async () => {
		await law(({ times, request, table }) => expect(tableOf(times, request)).toEqual(table), 300);
	});

	it('keeps to the limit exactly: a time at it is told, one decisecond less and it is beyond', async () => {
		await law(({ times, request, plan }) => {
			const table = plainTable({ ...plan, limit: FARTHEST });
			const told = [...new Set(table)].filter((time) => time !== BEYOND).sort((a, b) => a - b);
			for (const time of told.filter((_, i) => i % Math.ceil(told.length / 8) === 0)) {
				for (const limit of time === 0 ? [0] : [time, time - 1]) {
					const wanted = table.map((other) => (other <= limit ? other : BEYOND));
					expect(tableOf(times, { ...request, limit })).toEqual(wanted);
				}
			}
		});
	});

	it('finds the nearest sources, of equals the first', async () => {
		await law(({ times, request, pointCount, rowOf }) => {
			for (const count of [1, 3]) {
				const nearest = times.nearest(request, count);
				for (let point = 0; point < pointCount; point++) {
					const row = rowOf(point);
					const ranked = [...row.keys()]
						.filter((source) => row[source] !== BEYOND)
						.sort((a, b) => row[a] - row[b] || a - b);
					const wanted = Array.from({ length: count }, (_, place) => ranked[place] ?? NO_SOURCE);
					expect(Array.from(nearest.source.subarray(point * count, (point + 1) * count))).toEqual(wanted);
					const wantedTimes = wanted.map((source) => (source === NO_SOURCE ? BEYOND : row[source]));
					expect(Array.from(nearest.deciseconds.subarray(point * count, (point + 1) * count))).toEqual(wantedTimes);
				}
			}
		});
	});

	it('lists and counts what is within the limit', async () => {
		await law(({ times, request, pointCount, sourceCount, table, rowOf }) => {
			const reach = times.within(request);
			const listed = new Array<number>(table.length).fill(BEYOND);
			for (let source = 0; source < sourceCount; source++) {
				const columns = reach.column.subarray(reach.first[source], reach.first[source + 1]);
				expect(columns.every((point, i) => i === 0 || columns[i - 1] < point)).toBe(true);
				columns.forEach((point, i) => {
					listed[point * sourceCount + source] = reach.deciseconds[reach.first[source] + i];
				});
			}
			expect(listed).toEqual(table);
			expect(transposeReach(transposeReach(reach, pointCount), sourceCount)).toEqual(reach);
			const counts = Array.from(
				{ length: pointCount },
				(_, point) => rowOf(point).filter((time) => time !== BEYOND).length
			);
			expect(Array.from(times.count(request))).toEqual(counts);
		});
	});

	it('sums what each source would cover and what it would spare', async () => {
		await law(({ times, request, plan, pointCount, sourceCount, table }) => {
			const weights = Uint32Array.from({ length: pointCount }, (_, point) => (point * 7919) % 100_000_000);
			const now = Uint16Array.from({ length: pointCount }, (_, point) => (point * 40_503) % 65_536);
			const sum = (gain: (point: number, time: number) => number) =>
				Array.from({ length: sourceCount }, (_, source) => {
					let total = 0;
					for (let point = 0; point < pointCount; point++) total += gain(point, table[point * sourceCount + source]);
					return total;
				});
			const covered = sum((point, time) => (time === BEYOND ? 0 : weights[point]));
			expect(Array.from(times.coverageGains(request, weights))).toEqual(covered);
			const spared = sum((point, time) => weights[point] * Math.max(0, Math.min(now[point], plan.limit) - time));
			expect(Array.from(times.savings(request, now, weights))).toEqual(spared);
		});
	});

	it('comes to the same when the batches are shared out', async () => {
		await law(({ times, request, sourceCount }) => {
			const [a, b] = [0, 1].map((part) => times.nearest({ ...request, batches: batchesOfPart(part, 2) }, 2));
			expect(mergeNearest(a, b)).toEqual(times.nearest(request, 2));
			const tableOfFirst = times.table({ ...request, batches: batchesOfPart(0, 2) });
			const inFirst = Array.from({ length: sourceCount }, (_, source) => tableOfFirst.has(source));
			const tableOfSecond = times.table({ ...request, batches: batchesOfPart(1, 2) });
			expect(inFirst.map((isIn, source) => isIn !== tableOfSecond.has(source))).toEqual(inFirst.map(() => true));
		}, 60);
	});

	it('gives the same row for one source alone: what is added or moved needs no other', async () => {
		await law(({ times, request, plan, sourceCount }) => {
			const all = times.within(request);
			for (let source = 0; source < Math.min(3, sourceCount); source++) {
				const [from, to] = [plan.sources.first[source], plan.sources.first[source + 1]];
				const pairs = plan.direct.first.slice(source, source + 2);
				const alone = times.within({
					...request,
					sources: {
						attachments: {
							first: Uint32Array.of(0, to - from),
							node: plan.sources.node.slice(from, to),
							deciseconds: plan.sources.deciseconds.slice(from, to)
						},
						direct: {
							first: pairs.map((pair) => pair - pairs[0]),
							point: plan.direct.point.slice(pairs[0], pairs[1]),
							deciseconds: plan.direct.deciseconds.slice(pairs[0], pairs[1])
						}
					}
				});
				expect(alone.column).toEqual(all.column.slice(all.first[source], all.first[source + 1]));
				expect(alone.deciseconds).toEqual(all.deciseconds.slice(all.first[source], all.first[source + 1]));
			}
		}, 60);
	});

	it('gives times to the points when the hierarchy is reversed', async () => {
		await fc.assert(
			fc.asyncProperty(plans, async (plan) => {
				const hierarchy = reverseHierarchy(await contractGraph(plan.graph));
				const times = make(hierarchy, sweepLayout(hierarchy, plan.points));
				const request = { sources: { attachments: plan.sources, direct: plan.direct }, limit: plan.limit };
				expect(tableOf(times, request)).toEqual(plainTable({ ...plan, graph: reverseGraph(plan.graph) }));
			}),
			{ numRuns: 60 }
		);
	});

	it('reaches every node where the nodes are the points', async () => {
		await fc.assert(
			fc.asyncProperty(plans, async ({ graph, sources, limit, sizes }) => {
				const hierarchy = await contractGraph(graph);
				const times = make(hierarchy, sweepLayout(hierarchy, 'nodes', sizes));
				const table = tableOf(times, { sources: { attachments: sources }, limit });
				const sourceCount = sources.first.length - 1;
				for (let source = 0; source < sourceCount; source++) {
					const plain = plainDijkstra(graph, entriesOf(sources, source)).map((time) => (time <= limit ? time : BEYOND));
					expect(plain.map((_, node) => table[node * sourceCount + source])).toEqual(plain);
				}
			}),
			{ numRuns: 60 }
		);
	});
});
