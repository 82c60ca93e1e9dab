// One worker and two: the sweeps of a territory's times, laid out and run, in threads of Node. `npx tsx tests/bench/travel/partner.ts`
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { Worker as Thread } from 'node:worker_threads';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { UNITS_PER_DEGREE } from '#core/roads/edges.ts';
import { buildRoadGraph, type RoadGraph } from '#core/roads/road-graph.ts';
import { contractGraph } from '#core/travel/hierarchy/contract.ts';
import { snapPoints } from '#core/travel/snap.ts';
import { SiteSweep } from '#core/travel/sweep/site-sweep.ts';
import { WorkerPartner } from '#workers/jobs/sweep/worker-partner.ts';
import type { WorkerLike } from '#workers/worker-client.ts';
import { realData } from '../../realdata.ts';
import { least } from './measure.ts';
import { seeded } from './seeded.ts';

const CAP_SECONDS = 1800;
const RUNS = 5;
const always = { nodes: 0, siteNodes: 0 };

function threadWorker(): WorkerLike {
	const thread = new Thread(new URL('../../fixtures/sweep-worker.mjs', import.meta.url));
	return {
		postMessage: (message, transfer) => thread.postMessage(message, transfer as ArrayBuffer[]),
		addEventListener: (type: string, listener: (event: never) => void) => {
			if (type === 'message') thread.on('message', (data) => listener({ data } as never));
		},
		terminate: () => void thread.terminate()
	};
}

/** Places at vertices of roads, drawn. */
function places({ edges }: RoadGraph, count: number, random: () => number) {
	const at = Array.from({ length: count }, () => Math.floor(random() * edges.vertexLon.length));
	const degrees = (units: Int32Array) => at.map((vertex) => units[vertex] / UNITS_PER_DEGREE + 1e-5);
	return [degrees(edges.vertexLon), degrees(edges.vertexLat)] as const;
}

async function measure(graph: RoadGraph, cells: number, siteCount: number): Promise<Record<string, number>> {
	const random = seeded(5);
	const hierarchy = await contractGraph(graph.search);
	const demand = snapPoints(graph, ...places(graph, cells, random), 1000);
	const sites = snapPoints(graph, ...places(graph, siteCount, random), 1000);
	const figures: Record<string, number> = { states: graph.search.nodeCount, cells, sites: siteCount };
	for (const kind of ['alone', 'shared', 'copied'] as const) {
		const partner = kind === 'alone' ? null : new WorkerPartner(threadWorker, { kind, least: always });
		await partner?.ready();
		const times: { layout: number[]; rows: number[] } = { layout: [], rows: [] };
		for (let run = 0; run < RUNS; run++) {
			const start = performance.now();
			const sweep = await SiteSweep.create(graph, hierarchy, demand, { capSeconds: CAP_SECONDS }, { partner });
			const middle = performance.now();
			await sweep.rows(sites);
			times.layout.push(middle - start);
			times.rows.push(performance.now() - middle);
		}
		figures[`layouts, ${kind} (ms)`] = Math.round(least(times.layout));
		figures[`rows, ${kind} (ms)`] = Math.round(least(times.rows));
	}
	return figures;
}

const path = realData('osm/porto.osm.pbf');
if (path === null) console.log('skipped: no real data');
else {
	const { value } = await readRoads(bytesSource('porto.osm.pbf', readFileSync(path)));
	const graph = buildRoadGraph(value, 'car');
	const sizes = [
		[60_000, 140],
		[10_000, 40],
		[2_000, 33]
	] as const;
	const rows = [];
	for (const [cells, sites] of sizes) rows.push(await measure(graph, cells, sites));
	console.log(`Load of the machine over the last minute: ${loadavg()[0].toFixed(1)} (2 processors).`);
	console.table(rows);
}
process.exit(0);
