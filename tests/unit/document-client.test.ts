import { expect, it } from 'vitest';
import type { JobHandlers } from '#workers/protocol.ts';
import type { WorkerLike } from '#workers/worker-client.ts';
import { LastingClient } from '../../src/lib/compute/document-client.ts';
import { servedHere } from '../served-workers.ts';
import { failure } from '../fixtures/failure.ts';

/** Workers of documents, of which the first so many are ended by the browser in the midst of a picture. */
function workers(dying: number) {
	let made = 0;
	const make = (): WorkerLike => {
		const isDying = made++ < dying;
		let kill = () => {};
		const handlers: JobHandlers = {
			drawPicture: async () => {
				if (!isDying) return { response: { svg: '<svg/>' }, transfer: [] } as never;
				kill();
				return new Promise<never>(() => {});
			}
		};
		const worker = servedHere(handlers);
		return {
			postMessage: (message, transfer) => worker.postMessage(message, transfer),
			terminate: () => worker.terminate(),
			addEventListener: (type: string, listener: (event: never) => void) => {
				if (type === 'error') kill = () => (listener as (event: object) => void)({ message: 'out of memory' });
				else worker.addEventListener(type as 'message', listener as never);
			}
		};
	};
	return { make, made: () => made };
}

const picture = { id: 'week', input: {} } as never;

it('a document whose worker is ended by the browser is taken up by another, and it is told', async () => {
	const { make, made } = workers(1);
	let told = 0;
	const client = new LastingClient(make, () => told++);
	expect(await client.run('drawPicture', picture)).toEqual({ svg: '<svg/>' });
	expect([told, made()]).toEqual([1, 2]);
	expect(await client.run('drawPicture', picture)).toEqual({ svg: '<svg/>' });
	expect([told, made()]).toEqual([1, 2]);
});

it('one that workers die of is given up with a sentence, and the next is drawn', async () => {
	const { make } = workers(2);
	let told = 0;
	const client = new LastingClient(make, () => told++);
	const error = await failure(client.run('drawPicture', picture));
	expect(error.detail.code).toBe('error_document_died');
	expect(told).toBe(1);
	expect(await client.run('drawPicture', picture)).toEqual({ svg: '<svg/>' });
});

it('one that is stopped meanwhile is not taken up', async () => {
	const { make, made } = workers(0);
	const abort = new AbortController();
	const client = new LastingClient(make, () => {});
	const drawn = client.run('drawPicture', picture, { signal: abort.signal });
	abort.abort();
	await expect(drawn).rejects.toMatchObject({ name: 'AbortError' });
	expect(made()).toBe(1);
});
