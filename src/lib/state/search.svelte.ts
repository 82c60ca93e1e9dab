import type { JobName, RequestOf, ResponseOf } from '../compute/jobs.ts';
import type { WorkerClient } from '../compute/territory-client.ts';
import { Newest } from './newest.ts';

/** A long search that is asked for once, told as it goes, and may be stopped: what it found stays until another is asked for. */
export class Search<Name extends JobName> {
	readonly #client: WorkerClient;
	readonly #job: Name;
	readonly #onfailure: (error: unknown) => void;
	readonly #newest = new Newest();
	running = $state(false);
	/** Share 0–1, as far as the job tells. */
	progress = $state(0);
	/** What was asked last. */
	asked = $state.raw<RequestOf<Name> | null>(null);
	/** What it found; null before, or when it was stopped. */
	found = $state.raw<ResponseOf<Name> | null>(null);

	constructor(client: WorkerClient, job: Name, onfailure: (error: unknown) => void) {
		this.#client = client;
		this.#job = job;
		this.#onfailure = onfailure;
	}

	async ask(request: RequestOf<Name>): Promise<void> {
		this.asked = request;
		this.found = null;
		this.running = true;
		this.progress = 0;
		const onProgress = (share: number) => (this.progress = share);
		try {
			const found = await this.#newest.ask((signal) => this.#client.run(this.#job, request, { signal, onProgress }));
			if (found === null) return;
			this.found = found;
		} catch (error) {
			this.#onfailure(error);
		}
		this.running = false;
	}

	/** Gives up what is on its way. */
	stop(): void {
		this.#newest.drop();
		this.running = false;
	}
}
