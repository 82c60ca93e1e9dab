import { MaillageError } from '#domain/notes.ts';
import type { FromWorker, JobContext, JobHandlers, ToWorker, Transferable } from './protocol.ts';

/** The end of a channel: a worker's own scope, a MessagePort. */
export interface Endpoint {
	postMessage(message: FromWorker, transfer: ArrayBuffer[]): void;
	addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;
}

type AnyHandler = (request: unknown, context: JobContext) => Promise<Transferable<unknown>>;

/**
 * Lets messages that are waiting in, so that a cancel can overtake the job it cancels. By a message of its own, not by a timer: browsers have
 * timers that follow one another wait four milliseconds, at each job of a row.
 */
const breathe = () =>
	new Promise<void>((resume) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resume();
		};
		port2.postMessage(null);
	});

/**
 * Answers the requests that reach an endpoint, one at a time, in the order they came; a request cancelled while it waits never runs.
 * A worker answers even when a job fails: `failed` for what a user can act on, `fault` for the rest.
 */
export function serve(endpoint: Endpoint, handlers: JobHandlers): void {
	const aborts = new Map<number, AbortController>();
	let last: Promise<void> = Promise.resolve();

	const answer = (message: FromWorker, transfer: readonly ArrayBuffer[] = []) =>
		endpoint.postMessage(message, [...transfer]);

	async function run(id: number, job: string, request: unknown, signal: AbortSignal): Promise<void> {
		await breathe();
		try {
			signal.throwIfAborted();
			const handler = Object.hasOwn(handlers, job) ? (handlers as Record<string, AnyHandler>)[job] : undefined;
			if (!handler) throw new Error(`No handler for job "${job}"`);
			const { response, transfer } = await handler(request, {
				signal,
				progress: (share, step) => answer({ type: 'progress', id, share, ...(step && { step }) }),
				known: (best) => answer({ type: 'known', id, response: best })
			});
			signal.throwIfAborted();
			answer({ type: 'done', id, response }, transfer);
		} catch (error) {
			if (signal.aborted) answer({ type: 'cancelled', id });
			else if (isOutOfMemory(error))
				answer({ type: 'failed', id, detail: { code: 'error_out_of_memory', params: {} }, file: null });
			else if (error instanceof MaillageError) answer({ type: 'failed', id, detail: error.detail, file: error.file });
			else
				answer({ type: 'fault', id, trace: error instanceof Error ? (error.stack ?? error.message) : String(error) });
		} finally {
			aborts.delete(id);
		}
	}

	endpoint.addEventListener('message', ({ data }) => {
		if (data.type === 'cancel') {
			aborts.get(data.id)?.abort();
			return;
		}
		const abort = new AbortController();
		aborts.set(data.id, abort);
		last = last.then(() => run(data.id, data.job, data.request, abort.signal));
	});
}

/** Whether memory was refused: browsers and WebAssembly each have words of their own for it. */
function isOutOfMemory(error: unknown): boolean {
	return (
		(error instanceof RangeError || error instanceof WebAssembly.RuntimeError) &&
		/allocat|out of memory|invalid array buffer length|grow memory/i.test(error.message)
	);
}
