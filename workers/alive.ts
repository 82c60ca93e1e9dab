import type { Alive } from './protocol.ts';

/** What a worker needs to be watched: a channel to its page. */
interface Channel {
	postMessage(message: Alive): void;
}

/**
 * Lets the page know when this worker is no more. Browsers tell nobody of a worker that they end, as one that takes too much memory; but what
 * locks it held are free then. Nothing is said where the browser has no locks.
 */
export function holdAlive(channel: Channel): void {
	if (typeof navigator === 'undefined' || !('locks' in navigator)) return;
	const lock = `maillage-worker-${crypto.randomUUID()}`;
	navigator.locks
		.request(lock, () => {
			channel.postMessage({ type: 'alive', lock });
			return new Promise<never>(() => {});
		})
		.catch(() => {
			// A page that may keep nothing may hold no lock either: its workers go unwatched.
		});
}
