import type { SiteCorrection } from '#domain/site-correction.ts';
import type { TerritorySource } from '../../compute/jobs.ts';
import type { ReviewSitesRequest, SitesReview } from '../../compute/prepare-client.ts';
import type { WorkerClient } from '../../compute/territory-client.ts';
import { failureOf, isAbort, type Failure } from '../failure.ts';
import { Corrections } from './corrections.svelte.ts';

/** The sites of the files given, as they stand once corrected, and the corrections. */
export class SiteReview {
	readonly #client: WorkerClient;
	#asked: AbortController | null = null;
	readonly corrections = new Corrections();
	/** The last one that was answered; null while there is nothing to review. */
	current = $state.raw<SitesReview | null>(null);
	failure = $state.raw<Failure | null>(null);
	reviewing = $state(false);

	constructor(client: WorkerClient) {
		this.#client = client;
	}

	/** Reads the sites; what was asked before is forgotten. Null: there is nothing to read. */
	async ask(request: ReviewSitesRequest | null): Promise<void> {
		this.#asked?.abort();
		const abort = (this.#asked = new AbortController());
		if (request === null) {
			[this.current, this.failure, this.reviewing] = [null, null, false];
			return;
		}
		this.reviewing = true;
		try {
			const review = await this.#client.run('reviewSites', request, { signal: abort.signal });
			if (this.#asked === abort) [this.current, this.failure] = [review, null];
		} catch (error) {
			// What stops here stops the preparation too, where it is told.
			if (!isAbort(error) && this.#asked === abort) [this.current, this.failure] = [null, failureOf(error)];
		}
		if (this.#asked === abort) this.reviewing = false;
	}

	/** What was put right of a prepared territory; none where its files cannot be read. */
	async kept(source: TerritorySource): Promise<readonly SiteCorrection[]> {
		try {
			return await this.#client.run('keptCorrections', source);
		} catch {
			// It is an offer: whoever opened that territory was told of its files.
			return [];
		}
	}
}
