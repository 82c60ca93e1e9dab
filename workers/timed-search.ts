import { MaillageError } from '#domain/notes.ts';
import type { JobName, RequestOf, ResponseOf } from './protocol.ts';
import { WorkerClient, type RunOptions, type WorkerLike } from './worker-client.ts';

/** How long past its time limit a search is waited for: exact solvers look at the clock between two steps of theirs. */
const GRACE_SECONDS = 0.8;

/**
 * Runs a search in a worker of its own, ended with it: one that is cancelled stops at once, whatever it is doing, and one that does not keep to
 * its time limit is answered by the best that it told (`JobContext.known`).
 * @param seconds time limit of the search, from the first share of progress that it tells: the worker is loaded by then
 * @throws MaillageError `error_search_overtime` where the time is over and nothing was told; as `WorkerClient.run`
 */
export async function timedSearch<Name extends JobName>(
	make: () => WorkerLike,
	job: Name,
	request: RequestOf<Name>,
	seconds: number,
	{ onProgress = () => {}, ...options }: Omit<RunOptions, 'onKnown'> = {}
): Promise<ResponseOf<Name>> {
	const client = new WorkerClient(make);
	let best: { readonly response: ResponseOf<Name> } | null = null;
	let alarm: ReturnType<typeof setTimeout> | undefined;
	try {
		return await new Promise<ResponseOf<Name>>((resolve, reject) => {
			const isOver = () => {
				if (best === null) reject(new MaillageError('error_search_overtime', { seconds }));
				else resolve(best.response);
			};
			const running = client.run(job, request, {
				...options,
				onProgress: (share, step) => {
					alarm ??= setTimeout(isOver, (seconds + GRACE_SECONDS) * 1000);
					onProgress(share, step);
				},
				onKnown: (response) => (best = { response })
			});
			running.then(resolve, reject);
		});
	} finally {
		clearTimeout(alarm);
		client.close();
	}
}
