import { afterEach, describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import type { FromWorker, JobHandlers, ToWorker } from '#workers/protocol.ts';
import { serve, type Endpoint } from '#workers/serve.ts';
import { WorkerClient, WorkerFault, type WorkerLike } from '#workers/worker-client.ts';

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		twice: Job<Float64Array, Float64Array>;
		wait: Job<string, string>;
		open: Job<string, null>;
		opened: Job<null, string | null>;
		unsound: Job<'failed' | 'fault', never>;
	}
}

const ports: MessagePort[] = [];
afterEach(() => ports.splice(0).forEach((port) => port.close()));

/** Workers made one after the other, each with a state of its own, and how to kill the last one. */
function workers() {
	const started: string[] = [];
	let made = 0;
	let kill = (_message: string) => {};
	const make = (): WorkerLike => {
		made++;
		let open: string | null = null;
		const { port1, port2 } = new MessageChannel();
		ports.push(port1, port2);
		port1.start();
		port2.start();
		const handlers: JobHandlers = {
			twice: async (numbers) => {
				const response = numbers.map((number) => 2 * number);
				return { response, transfer: [response.buffer] };
			},
			wait: async (name, { signal, progress }) => {
				started.push(name);
				progress(0.5);
				while (!signal.aborted) await new Promise((resume) => setTimeout(resume, 1));
				return { response: name, transfer: [] };
			},
			open: async (name) => {
				open = name;
				return { response: null, transfer: [] };
			},
			opened: async () => ({ response: open, transfer: [] }),
			unsound: async (how) => {
				throw how === 'failed' ? new MaillageError('error_zip_not', { bytes: 3 }, 'a.zip') : new TypeError('broken');
			}
		};
		serve(port2 as unknown as Endpoint, handlers);
		const failures: ((event: { message?: string }) => void)[] = [];
		kill = (message) => failures.forEach((listener) => listener({ message }));
		return {
			postMessage: (message: ToWorker, transfer: Transferable[]) =>
				port1.postMessage(message, transfer as ArrayBuffer[]),
			addEventListener(type: string, listener: ((event: { data: FromWorker }) => void) | ((event: object) => void)) {
				if (type === 'message') port1.addEventListener('message', listener as unknown as EventListener);
				else failures.push(listener as (event: object) => void);
			},
			terminate: () => port1.close()
		};
	};
	return { client: new WorkerClient(make), started, made: () => made, kill: (message: string) => kill(message) };
}

const named = (name: string) => expect.objectContaining({ name });

describe('the client of a worker', () => {
	it('starts no worker before the first job, moves buffers and hands the answer back', async () => {
		const { client, made } = workers();
		expect(made()).toBe(0);
		const numbers = Float64Array.of(1, 2);
		expect(await client.run('twice', numbers, { transfer: [numbers.buffer] })).toEqual(Float64Array.of(2, 4));
		expect([numbers.length, made()]).toEqual([0, 1]);
	});

	it('tells what a user can act on from a fault, and goes on', async () => {
		const { client, made } = workers();
		const refused = await client.run('unsound', 'failed').catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(MaillageError);
		expect(refused).toMatchObject({ detail: { code: 'error_zip_not', params: { bytes: 3 } }, file: 'a.zip' });
		const fault = await client.run('unsound', 'fault').catch((error: unknown) => error);
		expect(fault).toBeInstanceOf(WorkerFault);
		expect((fault as WorkerFault).trace).toContain('broken');
		expect(await client.run('opened', null)).toBeNull();
		expect(made()).toBe(1);
	});

	it('rejects at once when aborted, stops the worker, and runs nothing that was aborted before', async () => {
		const { client, started } = workers();
		const shares: number[] = [];
		const abort = new AbortController();
		const running = client.run('wait', 'first', { signal: abort.signal, onProgress: (share) => shares.push(share) });
		const waiting = client.run('wait', 'second', { signal: abort.signal });
		await expect.poll(() => shares).toEqual([0.5]);
		abort.abort();
		await expect(running).rejects.toEqual(named('AbortError'));
		await expect(waiting).rejects.toEqual(named('AbortError'));
		await expect(client.run('wait', 'third', { signal: abort.signal })).rejects.toEqual(named('AbortError'));
		// The worker answers again only once both are over.
		expect(await client.run('opened', null)).toBeNull();
		expect(started).toEqual(['first']);
	});

	it('hands answers that are asked together back together, and keeps none for what lasts', async () => {
		const { client } = workers();
		const turns: number[] = [];
		let turn = 0;
		const counting = setInterval(() => turn++, 0);
		const answered = [1, 2, 3].map((number) =>
			client.run('twice', Float64Array.of(number)).then(([twice]) => (turns.push(turn), twice))
		);
		expect(await Promise.all(answered)).toEqual([2, 4, 6]);
		clearInterval(counting);
		expect(new Set(turns).size).toBe(1);
		const abort = new AbortController();
		const first = client.run('opened', null);
		const lasting = client.run('wait', 'long', { signal: abort.signal }).catch(() => 'aborted');
		expect(await Promise.race([first, lasting])).toBeNull();
		abort.abort();
		expect(await lasting).toBe('aborted');
	});

	it('hands back at once what others are asked after, with what came before it', async () => {
		const { client } = workers();
		const settled: string[] = [];
		const abort = new AbortController();
		const runs = [
			client.run('opened', null).then(() => settled.push('before')),
			client.run('open', 'now', { atOnce: true }).then(() => settled.push('at once')),
			client.run('wait', 'long', { signal: abort.signal, onProgress: () => settled.push('next begun') }).catch(() => {})
		];
		await expect.poll(() => settled, { interval: 1 }).toEqual(['before', 'at once', 'next begun']);
		abort.abort();
		await Promise.all(runs);
	});

	it('drops an answer that is aborted while it waits for others', async () => {
		const { client, started } = workers();
		const [one, other] = [new AbortController(), new AbortController()];
		const shares: number[] = [];
		const first = client.run('opened', null, { signal: one.signal }).catch((error: unknown) => error);
		const options = { signal: other.signal, onProgress: (share: number) => shares.push(share) };
		const lasting = client.run('wait', 'long', options).catch((error: unknown) => error);
		await expect.poll(() => shares, { interval: 1 }).toEqual([0.5]);
		one.abort();
		expect(await first).toEqual(named('AbortError'));
		other.abort();
		expect(await lasting).toEqual(named('AbortError'));
		expect(await client.run('opened', null)).toBeNull();
		expect(started).toEqual(['long']);
	});

	it('rejects a request that cannot be copied, and only it', async () => {
		const { client } = workers();
		await expect(client.run('open', (() => 0) as unknown as string)).rejects.toEqual(named('DataCloneError'));
		expect(await client.run('opened', null)).toBeNull();
	});

	it('starts another worker after one died, and lets it be told what it must know first', async () => {
		const { client, made, kill, started } = workers();
		const restarts: string[] = [];
		client.onRestart = (nextJob) => {
			restarts.push(nextJob);
			void client.run('open', 'again');
		};
		await client.run('open', 'first');
		const lost = [client.run('wait', 'lost'), client.run('opened', null)].map((run) => run.catch((error) => error));
		await expect.poll(() => started).toEqual(['lost']);
		kill('out of memory');
		for (const error of await Promise.all(lost)) {
			expect(error).toBeInstanceOf(WorkerFault);
			expect(error).toMatchObject({ message: 'out of memory' });
		}
		expect([made(), restarts]).toEqual([1, []]);
		expect(await client.run('opened', null)).toBe('again');
		expect([made(), restarts]).toEqual([2, ['opened']]);
	});

	it('ends what it runs when it is closed, which is no death', async () => {
		const { client, started } = workers();
		client.onRestart = () => expect.unreachable();
		const running = client.run('wait', 'long').catch((error: unknown) => error);
		await expect.poll(() => started).toEqual(['long']);
		client.close();
		expect(await running).toEqual(named('AbortError'));
		expect(await client.run('opened', null)).toBeNull();
	});
});
