// Contraction, sweeps and what they are compared with. Each graph is measured in a process of its own; the least of several runs
// counts, as other work may share the machine. Ratios are within this run. « Swept » is every time computed, and dropped; « counted »
// makes use of each: how many sources reach each node.
import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { BrowserFigures } from './browser/messages.ts';
import type { Figures } from './one.ts';

type Measured = Record<'graph' | 'oneToAll' | 'manyToMany', Figures>;

/** Runs a measure in its own process; null where its data is absent. */
function measured<Result>(script: string, ...args: string[]): Result | null {
	const run = spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, script), ...args], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit']
	});
	if (run.status !== 0) throw new Error(`${script} ${args.join(' ')} failed`);
	return run.stdout.trim() === '' ? null : (JSON.parse(run.stdout) as Result);
}

const round = (value: number, digits = 1) => Number(value.toFixed(digits));
const million = (value: number) => round(value / 1e6, 2);
const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20);

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : ['grid', 'turns', 'COL', 'FLA', 'porto'];
const graphs = names.flatMap((name) => {
	const result = measured<Measured>('one.ts', name, 'one-to-all', 'many-to-many');
	return result === null ? [] : [{ name, ...result }];
});

console.log(`Load of the machine over the last minute: ${round(loadavg()[0])} (2 processors).`);
console.log('\nContraction and memory');
console.table(
	Object.fromEntries(
		graphs.map(({ name, graph, oneToAll, manyToMany }) => [
			name,
			{
				'nodes (M)': million(graph.nodes),
				'arcs (M)': million(graph.arcs),
				'contraction (s)': round(graph.contractionMs / 1000),
				's / M nodes': round(graph.contractionMs / 1000 / (graph.nodes / 1e6)),
				'hierarchy (B/node)': round(graph.hierarchyBytes / graph.nodes),
				'layout, all nodes (ms)': Math.round(oneToAll.layoutMs),
				'layout, 100,000 cells (ms)': Math.round(manyToMany.layoutMs),
				'layout, cells (MiB)': mebibytes(manyToMany.layoutBytes),
				'peak (MiB)': Math.round(graph.peakMebibytes)
			}
		])
	)
);

console.log('\nOne source to all nodes, ms a source');
console.table(
	Object.fromEntries(
		graphs.map(({ name, oneToAll }) => [
			name,
			{
				'bucket queue': round(oneToAll.bucketMs),
				'swept, 32 at once': round(oneToAll.batchedMs, 3),
				ratio: Math.round(oneToAll.bucketMs / oneToAll.batchedMs),
				'swept and counted': round(oneToAll.countedMs, 3),
				rows: oneToAll.rows,
				arcs: oneToAll.arcs
			}
		])
	)
);

console.log('\n512 sites × 100,000 cells, ms');
console.table(
	Object.fromEntries(
		graphs.map(({ name, manyToMany: m }) => [
			name,
			{
				rows: m.rows,
				arcs: m.arcs,
				nearest: round(m.nearestMs),
				'nearest, two workers': round(m.twoWorkersMs),
				counts: round(m.countMs),
				'whole table': round(m.tableMs),
				'nearest ≤ 30 min': round(m.nearestHalfHourMs),
				'list ≤ 30 min': round(m.withinHalfHourMs)
			}
		])
	)
);

console.log('\nA moved site within 30 min, times and people covered; 2,048 candidates × 100,000 cells, ms');
console.table(
	Object.fromEntries(
		graphs.map(({ name, manyToMany: m }) => [
			name,
			{
				'moved p50': round(m.movedP50Ms),
				'moved p95': round(m.movedP95Ms),
				'MCLP 15 min': round(m.mclpQuarterHourMs),
				'MCLP 30 min': round(m.mclpHalfHourMs),
				'MCLP 109 min': round(m.mclpFarthestMs),
				'p-median 30 min': round(m.medianHalfHourMs)
			}
		])
	)
);

if (asked.length === 0) {
	const grid = graphs.find(({ name }) => name === 'grid');
	const peer = measured<{ pairMs: number; peakMebibytes: number }>('ngraph.ts', 'grid');
	if (grid !== undefined && peer !== null) {
		const ratio = Math.round(peer.pairMs / grid.oneToAll.batchedMs);
		console.log(
			`\nngraph.path on grid, one pair: ${Math.round(peer.pairMs)} ms, ${ratio} times a batched source to all nodes;`
		);
		console.log(`peak ${Math.round(peer.peakMebibytes)} MiB.`);
	}
	const browser = measured<BrowserFigures>(join('browser', 'run.ts'));
	if (browser !== null) {
		console.log(`\nIn Chromium, ${browser.isWasm ? 'WebAssembly' : 'TypeScript'}, ms`);
		console.table({
			'contraction of porto': { ms: browser.contractionMs === null ? '–' : Math.round(browser.contractionMs) },
			'512 sites × 100,000 cells on grid, one worker': { ms: round(browser.oneWorkerMs) },
			'two workers, shared memory': { ms: round(browser.twoWorkersSharedMs) },
			'two workers, a copy each': { ms: round(browser.twoWorkersCopiesMs) }
		});
	}
	console.log('\nGrowth (synthetic grid)');
	const sizes = [160, 330, 660, 1037, 1390].flatMap((side) => {
		const result = measured<Measured>('one.ts', `grid-${side}`, 'one-to-all');
		return result === null ? [] : [result];
	});
	console.table(
		sizes.map(({ graph, oneToAll }) => ({
			nodes: graph.nodes,
			'contraction (s / M nodes)': round(graph.contractionMs / 1000 / (graph.nodes / 1e6)),
			'sweep (ms / source)': round(oneToAll.batchedMs, 4),
			'sweep (ns / source and node)': round((oneToAll.batchedMs * 1e6) / graph.nodes, 3),
			'hierarchy (B / node)': round(graph.hierarchyBytes / graph.nodes),
			'layout (B / node)': round(oneToAll.layoutBytes / graph.nodes),
			'peak (B / node)': Math.round((graph.peakMebibytes * 2 ** 20) / graph.nodes)
		}))
	);
}
