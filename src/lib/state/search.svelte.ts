import type { SearchSteps } from '../compute/proposals.ts';
import { Newest } from './newest.ts';

/** How one search is run: it rejects once the signal is aborted. */
export type RunSearch<Request, Found> = (request: Request, steps: SearchSteps) => Promise<Found>;

/** A long search that is asked for once, told as it goes, and may be stopped: what it found stays until another is asked for. */
export class Search<Request, Found> {
	readonly #run: RunSearch<Request, Found>;
	readonly #onfailure: (error: unknown) => void;
	readonly #newest = new Newest();
	running = $state(false);
	/** Share 0–1, as far as the search tells. */
	progress = $state(0);
	/** What was asked last. */
	asked = $state.raw<Request | null>(null);
	/** What it found; null before, or when it was stopped. */
	found = $state.raw<Found | null>(null);

	constructor(run: RunSearch<Request, Found>, onfailure: (error: unknown) => void) {
		this.#run = run;
		this.#onfailure = onfailure;
	}

	async ask(request: Request): Promise<void> {
		this.asked = request;
		this.found = null;
		this.running = true;
		this.progress = 0;
		const onProgress = (share: number) => (this.progress = share);
		try {
			const found = await this.#newest.ask((signal) => this.#run(request, { signal, onProgress }));
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
