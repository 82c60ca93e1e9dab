// The measures of one graph in a process of its own, so that its peak memory is its own. Prints one line of JSON.
import { contractGraph } from '#core/travel/hierarchy/contract.ts';
import type { Hierarchy } from '#core/travel/hierarchy/hierarchy.ts';
import { BucketDijkstra } from '#core/travel/dijkstra.ts';
import type { SearchGraph } from '#core/travel/search-graph.ts';
import { Arena } from '#core/travel/sweep/arena.ts';
import { allBatches } from '#core/travel/sweep/batches.ts';
import { FARTHEST } from '#core/travel/sweep/lanes.ts';
import { sweepLayout, type SweepLayout } from '#core/travel/sweep/layout.ts';
import { loadKernel } from '#core/travel/sweep/load-kernel.ts';
import { ManyToMany } from '#core/travel/sweep/many-to-many.ts';
import { NO_SOURCE } from '#core/travel/sweep/nearest.ts';
import { ReachTable } from '#core/travel/sweep/reach-table.ts';
import { placeProgram, Sweep } from '#core/travel/sweep/sweep.ts';
import { benchGraph } from './graphs.ts';
import { bytesOf, least, quantile, timings } from './measure.ts';
import { placeAlone, placesOnArcs } from './places.ts';
import { seeded } from './seeded.ts';
import { twoWorkersMilliseconds } from './two-workers.ts';

const CELLS = 100_000;
const SITES = 512;
const CANDIDATES = 2048;
const HALF_HOUR = 18_000;
const QUARTER_HOUR = 9_000;
const RUNS = 12;

export type Figures = Record<string, number>;

function oneToAll(graph: SearchGraph, hierarchy: Hierarchy, random: () => number): Figures {
	const layoutTime = performance.now();
	const layout = sweepLayout(hierarchy, 'nodes');
	const layoutMs = performance.now() - layoutTime;
	const sources = { attachments: placesOnArcs(graph, SITES, random) };
	const arena = new Arena();
	const sweep = new Sweep(hierarchy, layout.index, placeProgram(layout.program, arena), arena, loadKernel(arena));
	const nothing = () => {};
	const batchedMs = least(timings(RUNS, () => sweep.run(sources, FARTHEST, allBatches(), nothing, nothing))) / SITES;
	const times = ManyToMany.create(hierarchy, layout);
	const countedMs = least(timings(RUNS, () => times.count({ sources, limit: FARTHEST }))) / SITES;
	const dijkstra = new BucketDijkstra(graph);
	const bucket = timings(8, (i) => {
		const { node, deciseconds } = placeAlone(sources.attachments, i);
		dijkstra.run(node, deciseconds, FARTHEST);
	});
	return {
		layoutMs,
		layoutBytes: bytesOf(layout),
		rows: layout.index.firstRow[layout.index.firstRow.length - 1],
		arcs: layout.program.arcs.length / 3,
		batchedMs,
		countedMs,
		bucketMs: least(bucket)
	};
}

async function manyToMany(graph: SearchGraph, hierarchy: Hierarchy, random: () => number): Promise<Figures> {
	const cells = placesOnArcs(graph, CELLS, random);
	const layoutTime = performance.now();
	const layout = sweepLayout(hierarchy, cells);
	const layoutMs = performance.now() - layoutTime;
	const times = ManyToMany.create(hierarchy, layout);
	const sources = { attachments: placesOnArcs(graph, SITES, random) };
	const far = { sources, limit: FARTHEST };
	return {
		layoutMs,
		layoutBytes: bytesOf(layout),
		rows: layout.index.firstRow[layout.index.firstRow.length - 1],
		arcs: layout.program.arcs.length / 3,
		nearestMs: least(timings(RUNS, () => times.nearest(far, 1))),
		countMs: least(timings(RUNS, () => times.count(far))),
		tableMs: least(timings(3, () => times.table(far))),
		nearestHalfHourMs: least(timings(RUNS, () => times.nearest({ sources, limit: HALF_HOUR }, 1))),
		withinHalfHourMs: least(timings(5, () => times.within({ sources, limit: HALF_HOUR }))),
		twoWorkersMs: await twoWorkersMilliseconds(hierarchy, layout, far, RUNS),
		...movedSite(times, placesOnArcs(graph, 20, random), placesOnArcs(graph, 200, random)),
		...candidates(graph, times, layout, sources.attachments, random)
	};
}

/** A site of a network of twenty is dragged from place to place: its times anew, and the people covered. */
function movedSite(
	times: ManyToMany,
	network: ReturnType<typeof placesOnArcs>,
	places: ReturnType<typeof placesOnArcs>
): Figures {
	const table = new ReachTable(times.within({ sources: { attachments: network }, limit: HALF_HOUR }), times.pointCount);
	const people = Uint32Array.from({ length: times.pointCount }, (_, cell) => 1 + (cell % 97));
	const isCovered = (cell: number) => (table.nearestTime(cell) <= QUARTER_HOUR ? people[cell] : 0);
	let covered = people.reduce((sum, _, cell) => sum + isCovered(cell), 0);
	const stampOf = new Uint32Array(times.pointCount);
	let stamp = 0;
	/** Adds or takes away what the cells of two lists, each once, have covered. */
	const count = (lists: readonly Uint32Array[], sign: 1 | -1) => {
		stamp += 1;
		for (const list of lists) {
			for (const cell of list) {
				if (stampOf[cell] !== stamp) covered += sign * isCovered(cell);
				stampOf[cell] = stamp;
			}
		}
	};
	const moves = timings(200, (move) => {
		const reach = times.within({ sources: { attachments: placeAlone(places, move) }, limit: HALF_HOUR });
		const touched = [table.pointsOf(0), reach.column];
		count(touched, -1);
		table.setSource(0, { point: reach.column, deciseconds: reach.deciseconds });
		count(touched, 1);
	});
	return { movedP50Ms: quantile(moves, 0.5), movedP95Ms: quantile(moves, 0.95), coveredPeople: covered };
}

function candidates(
	graph: SearchGraph,
	times: ManyToMany,
	{ index }: SweepLayout,
	sites: ReturnType<typeof placesOnArcs>,
	random: () => number
): Figures {
	const now = times.nearest({ sources: { attachments: placeAlone(sites, 0) }, limit: HALF_HOUR }, 1);
	const people = new Uint32Array(index.pointCount).fill(12);
	const uncovered = people.map((weight, cell) => (now.source[cell] === NO_SOURCE ? weight : 0));
	const request = { sources: { attachments: placesOnArcs(graph, CANDIDATES, random) } };
	const mclp = (limit: number) => least(timings(4, () => times.coverageGains({ ...request, limit }, uncovered)));
	const median = (limit: number) =>
		least(timings(4, () => times.savings({ ...request, limit }, now.deciseconds, people)));
	return {
		mclpQuarterHourMs: mclp(QUARTER_HOUR),
		mclpHalfHourMs: mclp(HALF_HOUR),
		mclpFarthestMs: mclp(FARTHEST),
		medianHalfHourMs: median(HALF_HOUR)
	};
}

const [name, ...parts] = process.argv.slice(2);
const graph = await benchGraph(name);
if (graph !== null) {
	const start = performance.now();
	const hierarchy = await contractGraph(graph);
	const contractionMs = performance.now() - start;
	const random = seeded(3);
	const figures: Record<string, Figures> = {
		graph: {
			nodes: graph.nodeCount,
			arcs: graph.head.length,
			contractionMs,
			hierarchyBytes: bytesOf(hierarchy),
			hierarchyArcs: hierarchy.upHead.length + hierarchy.downTail.length
		}
	};
	if (parts.includes('one-to-all')) figures.oneToAll = oneToAll(graph, hierarchy, random);
	if (parts.includes('many-to-many')) figures.manyToMany = await manyToMany(graph, hierarchy, random);
	figures.graph.peakMebibytes = process.resourceUsage().maxRSS / 1024;
	console.log(JSON.stringify(figures));
}
