import type { Alive, FromWorker } from './protocol.ts';
import type { WorkerLike } from './worker-client.ts';

/**
 * A worker whose end is told as an error, however it came: those that call `holdAlive` hold a lock for as long as they live, and whoever waits
 * for it has it once they are no more.
 */
export function watchedWorker(worker: Worker): WorkerLike {
	const giveUp = new AbortController();
	worker.addEventListener('message', ({ data }: MessageEvent<FromWorker | Alive>) => {
		if (data.type !== 'alive') return;
		const ended = () =>
			worker.dispatchEvent(new ErrorEvent('error', { message: 'The worker was ended by the browser' }));
		navigator.locks.request(data.lock, { signal: giveUp.signal }, ended).catch(() => {
			// Given up: the page itself ended the worker.
		});
	});
	return {
		postMessage: (message, transfer) => worker.postMessage(message, transfer),
		addEventListener: (type: string, listener: (event: never) => void) =>
			worker.addEventListener(type, listener as unknown as EventListener),
		terminate: () => {
			giveUp.abort();
			worker.terminate();
		}
	};
}
