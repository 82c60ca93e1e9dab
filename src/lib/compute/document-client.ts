import { MaillageError } from '#domain/notes.ts';
import type { JobName, RequestOf, ResponseOf } from '#workers/protocol.ts';
import { watchedWorker } from '#workers/watched-worker.ts';
import { WorkerClient, WorkerDied, type RunOptions, type WorkerLike } from '#workers/worker-client.ts';
// The jobs that the worker answers, declared for `WorkerClient.run`.
import type {} from './document-jobs.ts';

/** A client whose work is done once more by itself where the browser ended its worker: all it needs is in what it was asked. */
export class LastingClient extends WorkerClient {
	readonly #onAgain: () => void;

	/** @param onAgain called each time that something is asked again */
	constructor(make: () => WorkerLike, onAgain: () => void) {
		super(make);
		this.#onAgain = onAgain;
	}

	/** @throws MaillageError `error_document_died` where workers die of it; and what `WorkerClient.run` throws */
	override async run<Name extends JobName>(
		job: Name,
		request: RequestOf<Name>,
		options: RunOptions<ResponseOf<Name>> = {}
	): Promise<ResponseOf<Name>> {
		try {
			return await super.run(job, request, options);
		} catch (error) {
			if (!(error instanceof WorkerDied)) throw error;
		}
		this.#onAgain();
		try {
			return await super.run(job, request, options);
		} catch (error) {
			throw error instanceof WorkerDied ? new MaillageError('error_document_died') : error;
		}
	}
}

/**
 * A client of the worker that draws and writes documents. The worker starts with the first job; who made it closes it.
 * @param onAgain called where the browser ended the worker: what it was doing is done again
 */
export function documentClient(onAgain: () => void): WorkerClient {
	return new LastingClient(
		() => watchedWorker(new Worker(new URL('./document.worker.ts', import.meta.url), { type: 'module' })),
		onAgain
	);
}
