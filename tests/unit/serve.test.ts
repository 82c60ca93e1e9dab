import { afterEach, describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import type { FromWorker, ToWorker } from '#workers/protocol.ts';
import { serve, type Endpoint } from '#workers/serve.ts';

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		double: Job<number, Float64Array>;
		slow: Job<null, string>;
		refuse: Job<null, never>;
		break: Job<null, never>;
	}
}

const channels: MessageChannel[] = [];
afterEach(() => channels.splice(0).forEach(({ port1, port2 }) => (port1.close(), port2.close())));

/** A served endpoint, and every message it sends until `count` final answers have come. */
function served() {
	const channel = new MessageChannel();
	channels.push(channel);
	const started: string[] = [];
	channel.port2.start();
	serve(channel.port2 as unknown as Endpoint, {
		double: async (request) => {
			const response = Float64Array.of(request * 2);
			return { response, transfer: [response.buffer] };
		},
		slow: async (_request, { signal, progress }) => {
			started.push('slow');
			for (let turn = 0; turn < 200 && !signal.aborted; turn++) {
				progress(turn / 200);
				await new Promise((resume) => setTimeout(resume, 1));
			}
			return { response: 'finished', transfer: [] };
		},
		refuse: async () => {
			throw new MaillageError('error_file_missing', { path: 'x' }, 'x.csv');
		},
		break: async () => {
			throw new TypeError('broken');
		}
	});
	const answers: FromWorker[] = [];
	const finals = (count: number) =>
		new Promise<FromWorker[]>((resolve) => {
			channel.port1.onmessage = ({ data }: { data: FromWorker }) => {
				answers.push(data);
				const final = answers.filter(({ type }) => type !== 'progress');
				if (final.length === count) resolve(final);
			};
		});
	return { send: (message: ToWorker) => channel.port1.postMessage(message), finals, answers, started };
}

describe('a served worker', () => {
	it('answers each request once, in order, moving buffers', async () => {
		const { send, finals } = served();
		const done = finals(2);
		send({ type: 'run', id: 1, job: 'double', request: 21 });
		send({ type: 'run', id: 2, job: 'double', request: 4 });
		expect(await done).toEqual([
			{ type: 'done', id: 1, response: Float64Array.of(42) },
			{ type: 'done', id: 2, response: Float64Array.of(8) }
		]);
	});

	it('tells what a user can act on apart from a fault, and lives on', async () => {
		const { send, finals } = served();
		const done = finals(4);
		send({ type: 'run', id: 1, job: 'refuse', request: null });
		send({ type: 'run', id: 2, job: 'break', request: null });
		send({ type: 'run', id: 3, job: 'constructor', request: null });
		send({ type: 'run', id: 4, job: 'double', request: 1 });
		const [refused, broken, unknown, alive] = await done;
		expect(refused).toEqual({
			type: 'failed',
			id: 1,
			detail: { code: 'error_file_missing', params: { path: 'x' } },
			file: 'x.csv'
		});
		expect(broken).toMatchObject({ type: 'fault', id: 2, trace: expect.stringContaining('broken') });
		expect(unknown).toMatchObject({ type: 'fault', id: 3 });
		expect(alive).toMatchObject({ type: 'done', id: 4 });
	});

	it('stops a running job on cancel, and never starts one cancelled while it waits', async () => {
		const { send, finals, answers, started } = served();
		const done = finals(3);
		send({ type: 'run', id: 1, job: 'slow', request: null });
		send({ type: 'run', id: 2, job: 'slow', request: null });
		send({ type: 'run', id: 3, job: 'double', request: 5 });
		send({ type: 'cancel', id: 2 });
		await expect.poll(() => answers.some(({ type }) => type === 'progress')).toBe(true);
		send({ type: 'cancel', id: 1 });
		expect((await done).map(({ type, id }) => [type, id])).toEqual([
			['cancelled', 1],
			['cancelled', 2],
			['done', 3]
		]);
		expect(started).toEqual(['slow']);
	});
});
