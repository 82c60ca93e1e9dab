import { MaillageError } from '#domain/notes.ts';
import type { SearchSteps } from '../compute/proposals.ts';
import { WorkerDied } from '../compute/territory-client.ts';
import { Newest } from './newest.ts';

/** How one search is run: it rejects once the signal is aborted. */
export type RunSearch<Request, Found> = (request: Request, steps: SearchSteps) => Promise<Found>;

/** A long search that is asked for once, told as it goes, and may be stopped: what it found stays until another is asked for. */
export class Search<Request, Found> {
	readonly #run: RunSearch<Request, Found>;
	readonly #onfailure: (error: unknown) => void;
	readonly #ondeath: () => Promise<void>;
	readonly #newest = new Newest();
	running = $state(false);
	/** Share 0–1, as far as the search tells. */
	progress = $state(0);
	/** What was asked last. */
	asked = $state.raw<Request | null>(null);
	/** What it found; null before, or when it was stopped. */
	found = $state.raw<Found | null>(null);

	/** @param ondeath told that a worker died: once it resolves the search is run again, one time */
	constructor(
		run: RunSearch<Request, Found>,
		onfailure: (error: unknown) => void,
		ondeath: () => Promise<void> = async () => {}
	) {
		this.#run = run;
		this.#onfailure = onfailure;
		this.#ondeath = ondeath;
	}

	async ask(request: Request): Promise<void> {
		this.asked = request;
		this.found = null;
		this.running = true;
		this.progress = 0;
		const onProgress = (share: number) => (this.progress = share);
		try {
			const found = await this.#newest.ask((signal) => this.#runWell(request, { signal, onProgress }));
			if (found === null) return;
			this.found = found;
		} catch (error) {
			this.#onfailure(error);
		}
		this.running = false;
	}

	/** @throws MaillageError `error_search_died` where workers die of it */
	async #runWell(request: Request, steps: SearchSteps): Promise<Found> {
		try {
			return await this.#run(request, steps);
		} catch (error) {
			if (!(error instanceof WorkerDied)) throw error;
		}
		await this.#ondeath();
		try {
			return await this.#run(request, steps);
		} catch (error) {
			throw error instanceof WorkerDied ? new MaillageError('error_search_died') : error;
		}
	}

	/** Gives up what is on its way. */
	stop(): void {
		this.#newest.drop();
		this.running = false;
	}
}
