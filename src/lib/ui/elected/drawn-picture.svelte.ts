import type { DrawRequest } from '../../compute/document-jobs.ts';
import type { WorkerClient } from '../../compute/territory-client.ts';
import type { Picture } from '../../report/pictures/picture-input.ts';

/**
 * A picture that the worker of documents draws, anew whenever it is to be of something else: the former stands, `pending`, until the new one is
 * there. To be made while a component is.
 */
export class DrawnPicture {
	/** Null without anything to draw, while the first is drawn, and where it cannot be. */
	picture = $state.raw<Picture | null>(null);
	pending = $state(false);
	/** It could not be drawn: nothing is on its way until `again`. */
	failed = $state(false);
	/** Counts the times that it was asked for again. */
	#asked = $state(0);

	/** @param request what is wanted now: read as an effect reads; null for nothing */
	constructor(documents: WorkerClient, request: () => DrawRequest | null, fail: (error: unknown) => void) {
		$effect.pre(() => {
			const wanted = request();
			void this.#asked;
			this.pending = wanted !== null;
			this.failed = false;
			if (wanted === null) {
				this.picture = null;
				return;
			}
			const abort = new AbortController();
			documents
				.run('drawPicture', wanted, { signal: abort.signal })
				.then((picture) => (this.picture = picture))
				.catch((error: unknown) => {
					if (abort.signal.aborted) return;
					this.picture = null;
					this.failed = true;
					fail(error);
				})
				.finally(() => {
					if (!abort.signal.aborted) this.pending = false;
				});
			return () => abort.abort();
		});
	}
	/** Has what could not be drawn drawn again. */
	again(): void {
		if (this.failed) this.#asked++;
	}
}
