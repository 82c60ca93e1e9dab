import type { Hierarchy } from '#core/travel/hierarchy/hierarchy.ts';
import type { Attachments, SearchGraph } from '#core/travel/search-graph.ts';
import { FARTHEST } from '#core/travel/sweep/lanes.ts';
import { mergeNearest } from '#core/travel/sweep/nearest.ts';
import { inSharedMemory } from '#core/travel/sweep/shared.ts';
import type { Answers, BrowserFigures, Request } from './messages.ts';

const RUNS = 15;

/** The arrays of a record that the benchmark serves, null where it has none. */
async function load<Kind>(record: string): Promise<Kind | null> {
	const names = (await (await fetch(`/data/${record}`)).json()) as readonly string[] | null;
	if (names === null) return null;
	const arrays = await Promise.all(
		names.map(async (name) => {
			const response = await fetch(`/data/${record}/${name}`);
			return [name, new Uint32Array(await response.arrayBuffer())] as const;
		})
	);
	const first = arrays.find(([name]) => name === 'first' || name === 'upFirst')?.[1].length ?? 1;
	return { nodeCount: first - 1, ...Object.fromEntries(arrays) } as Kind;
}

class Caller {
	readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

	ask<Ask extends Request['ask']>(request: Extract<Request, { ask: Ask }>): Promise<Answers[Ask]> {
		return new Promise((resolve, reject) => {
			this.#worker.onmessage = ({ data }: MessageEvent<Answers[Ask]>) => resolve(data);
			this.#worker.onerror = ({ message }) => reject(new Error(message));
			this.#worker.postMessage(request);
		});
	}

	end(): void {
		this.#worker.terminate();
	}
}

async function leastOf(run: () => Promise<unknown>): Promise<number> {
	let least = Infinity;
	for (let i = 0; i < RUNS; i++) {
		const start = performance.now();
		await run();
		least = Math.min(least, performance.now() - start);
	}
	return least;
}

async function contractionMs(): Promise<number | null> {
	const graph = await load<SearchGraph>('porto');
	if (graph === null) return null;
	const caller = new Caller();
	const { milliseconds } = await caller.ask({ ask: 'contract', graph });
	caller.end();
	return milliseconds;
}

async function measure(): Promise<BrowserFigures> {
	const contraction = await contractionMs();
	const [hierarchy, cells, sites] = await Promise.all([
		load<Hierarchy>('hierarchy'),
		load<Attachments>('cells'),
		load<Attachments>('sites')
	]);
	if (hierarchy === null || cells === null || sites === null) throw new Error('No graph served');
	const shareable = inSharedMemory(hierarchy);
	const counter = new Int32Array(new SharedArrayBuffer(4));
	const request = { ask: 'nearest' as const, sites, limit: FARTHEST };
	const [one, two, three, four] = Array.from({ length: 4 }, () => new Caller());

	const { shared, isWasm } = await one.ask({ ask: 'prepare', hierarchy: shareable, cells, isShared: true });
	if (shared === null) throw new Error('No shared memory');
	await two.ask({ ask: 'join', hierarchy: shareable, shared });
	const oneWorkerMs = await leastOf(() => one.ask({ ...request, share: { part: 0, parts: 1 } }));
	const twoWorkersSharedMs = await leastOf(async () => {
		counter[0] = 0;
		const [a, b] = await Promise.all([one, two].map((caller) => caller.ask({ ...request, share: { counter } })));
		return mergeNearest(a, b);
	});
	await Promise.all([three, four].map((caller) => caller.ask({ ask: 'prepare', hierarchy, cells, isShared: false })));
	const twoWorkersCopiesMs = await leastOf(async () => {
		const answers = [three, four].map((caller, part) => caller.ask({ ...request, share: { part, parts: 2 } }));
		const [a, b] = await Promise.all(answers);
		return mergeNearest(a, b);
	});
	return { contractionMs: contraction, oneWorkerMs, twoWorkersSharedMs, twoWorkersCopiesMs, isWasm };
}

declare global {
	interface Window {
		measured: Promise<BrowserFigures>;
	}
}
window.measured = measure();
