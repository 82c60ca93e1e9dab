import type { OutputFile, OutputRequest } from '../../compute/document-jobs.ts';
import type { WorkerClient } from '../../compute/territory-client.ts';
import type { Output } from '../../report/outputs/document-files.ts';

/** The file of a document that is being written, one at a time, and how far it is. */
export class Writing {
	readonly #documents: WorkerClient;
	#abort: AbortController | null = null;
	/** Null while none is. */
	output = $state.raw<Output | null>(null);
	/** Share written, 0 … 1. */
	progress = $state(0);

	constructor(documents: WorkerClient) {
		this.#documents = documents;
	}

	/** @throws what the worker throws; an AbortError once stopped */
	async write(request: OutputRequest): Promise<OutputFile> {
		this.stop();
		const abort = new AbortController();
		this.#abort = abort;
		this.output = request.output;
		this.progress = 0;
		try {
			const onProgress = (share: number) => (this.progress = share);
			return await this.#documents.run('outputFile', request, { signal: abort.signal, onProgress });
		} finally {
			if (this.#abort === abort) this.output = this.#abort = null;
		}
	}

	stop(): void {
		this.#abort?.abort();
	}
}
