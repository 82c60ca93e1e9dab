import type { DrawRequest } from '../../compute/document-jobs.ts';
import type { WorkerClient } from '../../compute/territory-client.ts';
import type { Picture } from '../../report/pictures/picture-input.ts';

/** A picture that the worker of documents draws, anew whenever it is to be of something else. To be made while a component is. */
export class DrawnPicture {
	/** Null without anything to draw, while it is drawn, and where it cannot be. */
	picture = $state.raw<Picture | null>(null);
	pending = $state(false);

	/** @param request what is wanted now: read as an effect reads; null for nothing */
	constructor(documents: WorkerClient, request: () => DrawRequest | null, fail: (error: unknown) => void) {
		$effect.pre(() => {
			const wanted = request();
			this.picture = null;
			this.pending = wanted !== null;
			if (wanted === null) return;
			const abort = new AbortController();
			documents
				.run('drawPicture', wanted, { signal: abort.signal })
				.then((picture) => (this.picture = picture))
				.catch((error: unknown) => {
					if (!abort.signal.aborted) fail(error);
				})
				.finally(() => {
					if (!abort.signal.aborted) this.pending = false;
				});
			return () => abort.abort();
		});
	}
}
