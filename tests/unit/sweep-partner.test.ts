import { Worker as Thread } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { contractGraph } from '#core/travel/hierarchy/contract.ts';
import { SiteSearch } from '#core/travel/site-search.ts';
import { snapPoints } from '#core/travel/snap.ts';
import { SiteSweep } from '#core/travel/sweep/site-sweep.ts';
import { sweepHandlers } from '#workers/jobs/sweep/sweep-jobs.ts';
import { WorkerPartner } from '#workers/jobs/sweep/worker-partner.ts';
import type { JobHandlers, JobName } from '#workers/protocol.ts';
import { serve, type Endpoint } from '#workers/serve.ts';
import type { WorkerLike } from '#workers/worker-client.ts';
import { degrees, madeNetwork, type MadeNode, type MadeWay } from '../fixtures/made-roads.ts';

/** A town of 12 × 12 crossings, 150 places that people start from and 200 sites: seven batches of at most 32. */
const SIDE = 12;
const BLOCK_METRES = 400;
const SITES = 200;
const CAP = 420;
const name = (column: number, row: number) => `${column}-${row}`;

const graph = buildRoadGraph(town(), 'car');
const demand = places(150, 0.37);
const sites = places(SITES, 0.71);
const hierarchy = await contractGraph(graph.search);
const search = new SiteSearch(graph, demand, { capSeconds: CAP });
const expected = Array.from({ length: SITES }, (_, site) => search.row(sites, site));

function town() {
	const nodes: Record<string, MadeNode> = {};
	const ways: MadeWay[] = [];
	const across = Array.from({ length: SIDE }, (_, i) => i);
	for (const a of across) {
		for (const b of across) nodes[name(a, b)] = { east: a * BLOCK_METRES, north: b * BLOCK_METRES + 7 * (a % 3) };
		ways.push({ nodes: across.map((b) => name(b, a)), tags: { highway: 'residential' } });
		const oneway = a % 4 === 1 ? { oneway: 'yes' } : {};
		ways.push({
			nodes: across.map((b) => name(a, b)),
			tags: { highway: a % 5 ? 'residential' : 'primary', ...oneway }
		});
	}
	return madeNetwork(nodes, ways);
}

/** Places spread over the town, by a step that no block divides. */
function places(count: number, step: number) {
	const extent = (SIDE - 1) * BLOCK_METRES;
	const at = Array.from({ length: count }, (_, i) =>
		degrees(((i * step) % 1) * extent, ((i * step * Math.SQRT2) % 1) * extent)
	);
	const [lon, lat] = [at.map((place) => place.lon), at.map((place) => place.lat)];
	return snapPoints(graph, lon, lat, 300);
}

const ends: (() => unknown)[] = [];
afterEach(async () => {
	await Promise.all(ends.splice(0).map((end) => end()));
});

/** Handlers that tell which jobs came, of which some are replaced. */
function told(jobs: JobName[], replaced: JobHandlers = {}): JobHandlers {
	const handlers = { ...sweepHandlers(), ...replaced } as Record<string, (...args: unknown[]) => Promise<unknown>>;
	const entries = Object.entries(handlers).map(([job, handler]) => [
		job,
		(...args: unknown[]) => (jobs.push(job as JobName), handler(...args))
	]);
	return Object.fromEntries(entries) as JobHandlers;
}

function swept(
	...[handlers, request, context]: [JobHandlers, ...Parameters<NonNullable<JobHandlers['sweepBatches']>>]
) {
	if (handlers.sweepBatches === undefined) throw new Error('No such job');
	return handlers.sweepBatches(request, context);
}

type Death = (message: string) => void;

/** A worker over a channel in this thread; `died` is given what kills it. */
function channelWorker(handlers: () => JobHandlers, died: (kill: Death) => void = () => {}): () => WorkerLike {
	return () => {
		const { port1, port2 } = new MessageChannel();
		ends.push(() => (port1.close(), port2.close()));
		port1.start();
		port2.start();
		serve(port2 as unknown as Endpoint, handlers());
		const worker = port1 as unknown as WorkerLike;
		return {
			postMessage: (message, transfer) => worker.postMessage(message, transfer),
			addEventListener: (type: string, listener: (event: never) => void) => {
				if (type === 'error') died((message) => (listener as (event: { message: string }) => void)({ message }));
				else port1.addEventListener(type, listener as never);
			},
			terminate: () => (port1.close(), port2.close())
		};
	};
}

/** A worker in a thread of its own. */
function threadWorker(): WorkerLike {
	const thread = new Thread(new URL('../fixtures/sweep-worker.mjs', import.meta.url));
	ends.push(() => thread.terminate());
	return {
		postMessage: (message, transfer) => thread.postMessage(message, transfer as ArrayBuffer[]),
		addEventListener: (type: string, listener: (event: never) => void) => {
			if (type === 'message') thread.on('message', (data) => listener({ data } as never));
			else if (type === 'error') thread.on('error', ({ message }) => listener({ message } as never));
		},
		terminate: () => void thread.terminate()
	};
}

const always = { nodes: 0, siteNodes: 0 };
/** A turn of the event loop, in which a partner in this thread works. */
const turn = () => new Promise<void>((resume) => setTimeout(resume));
const sweepWith = (partner: WorkerPartner | null) =>
	SiteSweep.create(graph, hierarchy, demand, { capSeconds: CAP }, { partner, pause: turn });

describe.each(['shared', 'copied'] as const)('two workers whose program is %s', (kind) => {
	it('find the rows that searches find, each its part', async () => {
		const jobs: JobName[] = [];
		const partner = new WorkerPartner(
			channelWorker(() => told(jobs)),
			{ kind, least: always }
		);
		const sweep = await sweepWith(partner);
		let least = 1;
		let share = 0;
		const onProgress = (next: number) => {
			expect(next).toBeGreaterThanOrEqual(share);
			if (share === 0) least = next;
			share = next;
		};
		expect(await sweep.rows(sites, { pause: turn, onProgress })).toEqual(expected);
		expect([least < 1, share]).toEqual([true, 1]);
		expect(jobs).toEqual(['readyToSweep', 'layOutSweep', 'joinSweep', 'sweepBatches']);
		// The program is given once; another sweep's takes its place.
		expect(await sweep.rows(sites, { pause: turn })).toEqual(expected);
		const other = await sweepWith(partner);
		expect(await other.rows(sites, { pause: turn })).toEqual(expected);
		expect(await sweep.rows(sites, { pause: turn })).toEqual(expected);
		expect(jobs.filter((job) => job === 'joinSweep')).toHaveLength(3);
		expect(jobs.filter((job) => job === 'sweepBatches')).toHaveLength(4);
	});

	it('find them in two threads', async () => {
		const partner = new WorkerPartner(threadWorker, { kind, least: always });
		const sweep = await sweepWith(partner);
		for (let time = 0; time < 3; time++) expect(await sweep.rows(sites, { pause: turn })).toEqual(expected);
	});

	it('stop together when told to', async () => {
		const abort = new AbortController();
		let endOfPartner: unknown = null;
		const handlers = sweepHandlers();
		const stopping: JobHandlers = {
			...handlers,
			sweepBatches: async (request, context) => {
				const isFirst = !abort.signal.aborted;
				abort.abort(new Error('enough'));
				while (isFirst && !context.signal.aborted) await turn();
				try {
					return await swept(handlers, request, context);
				} catch (error) {
					endOfPartner = error;
					throw error;
				}
			}
		};
		const partner = new WorkerPartner(
			channelWorker(() => stopping),
			{ kind, least: always }
		);
		const sweep = await sweepWith(partner);
		await expect(sweep.rows(sites, { pause: turn, signal: abort.signal })).rejects.toThrow('enough');
		await expect.poll(() => endOfPartner).toMatchObject({ name: 'AbortError' });
		expect(await sweep.rows(sites, { pause: turn })).toEqual(expected);
	});

	it.each(['readyToSweep', 'layOutSweep', 'joinSweep', 'sweepBatches'] as const)(
		'leave all to the first when the other fails at %s',
		async (job) => {
			const failing: JobHandlers = { [job]: () => Promise.reject(new Error('broken')) };
			const partner = new WorkerPartner(
				channelWorker(() => told([], failing)),
				{ kind, least: always }
			);
			expect(await (await sweepWith(partner)).rows(sites, { pause: turn })).toEqual(expected);
		}
	);

	it.each(['readyToSweep', 'layOutSweep', 'joinSweep'] as const)(
		'leave all to the first when the other is ended by the browser at %s, and work together again',
		async (job) => {
			let kill: Death = () => {};
			let made = 0;
			const ended = () => {
				kill('out of memory');
				return new Promise<never>(() => {});
			};
			const partner = new WorkerPartner(
				channelWorker(
					() => told([], made++ === 0 ? { [job]: ended } : {}),
					(death) => (kill = death)
				),
				{ kind, least: always }
			);
			expect(await (await sweepWith(partner)).rows(sites, { pause: turn })).toEqual(expected);
			expect(await (await sweepWith(partner)).rows(sites, { pause: turn })).toEqual(expected);
			expect(made).toBe(2);
		}
	);

	it('leave to the first what the other had taken when it died, and work together again', async () => {
		let kill: Death = () => {};
		let taken = 0;
		let made = 0;
		const handlers = () => {
			const own = sweepHandlers();
			if (made++ > 0) return own;
			const dying: JobHandlers = {
				sweepBatches: async (request, context) => {
					const { share } = request;
					if ('counter' in share) taken = Atomics.add(share.counter, 0, 1) + 1;
					kill('out of memory');
					return swept(own, request, context);
				}
			};
			return { ...own, ...dying };
		};
		const partner = new WorkerPartner(
			channelWorker(handlers, (death) => (kill = death)),
			{ kind, least: always }
		);
		const sweep = await sweepWith(partner);
		expect(await sweep.rows(sites, { pause: turn })).toEqual(expected);
		expect(taken > 0).toBe(kind === 'shared');
		expect(await sweep.rows(sites, { pause: turn })).toEqual(expected);
		expect(made).toBe(2);
	});
});

describe('a partner', () => {
	it('is not asked for what it is not worth, nor for one site', async () => {
		const jobs: JobName[] = [];
		const make = channelWorker(() => told(jobs));
		const small = new WorkerPartner(make, { least: { nodes: graph.search.nodeCount + 1, siteNodes: 0 } });
		expect(await (await sweepWith(small)).rows(sites, { pause: turn })).toEqual(expected);
		expect(jobs).toEqual([]);
		const few = { nodes: 0, siteNodes: SITES * graph.search.nodeCount + 1 };
		expect(await (await sweepWith(new WorkerPartner(make, { least: few }))).rows(sites)).toEqual(expected);
		const alone = places(1, 0.5);
		const sweep = await sweepWith(new WorkerPartner(make, { least: always }));
		expect(await sweep.rows(alone)).toEqual([search.row(alone, 0)]);
		expect(new Set(jobs)).toEqual(new Set(['readyToSweep', 'layOutSweep']));
	});

	it('contracts roads as its caller does', async () => {
		const partner = new WorkerPartner(channelWorker(() => told([])));
		expect(await partner.contract(graph.search, {})).toEqual(hierarchy);
	});
});
