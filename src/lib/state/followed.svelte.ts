import { untrack } from 'svelte';
import type { WorkerClient } from '../compute/territory-client.ts';
import type { JobName, RequestOf, ResponseOf } from '../compute/jobs.ts';
import type { HeldScenario } from './held-scenarios.ts';
import { Newest } from './newest.ts';
import { editionsAsked } from './under-scenario.ts';

/** An answer with the request it is of: words that stand beside its figures are said of that one. */
export interface Answered<Name extends JobName> {
	readonly of: RequestOf<Name>;
	readonly value: ResponseOf<Name>;
}

/** What asks the worker on behalf of a page. */
export interface Asker {
	readonly client: WorkerClient;
	/** The territory open: of another, nothing that was answered is kept. */
	readonly source: unknown;
	/** Counts the times that it was opened, anew by a restarted worker too, or corrected: all is asked again. */
	readonly opened: number;
	/** Of the scenarios that the worker holds: a scenario edited is asked about again. */
	readonly held: readonly HeldScenario[];
	/** Names the sites there are beside the territory's own: an answer that ranks other sites is not kept. */
	readonly sitesAdded: string;
	fail(error: unknown): void;
}

/**
 * Asks the worker a job as long as there is something to ask, again whenever the request changes in value; null asks nothing and
 * forgets. The answer stays until a newer one comes, marked `pending`, so that no figure blinks. To be made while a component is.
 */
export class Followed<Name extends JobName> {
	readonly #newest = new Newest();
	#asked: string | null = null;
	#source: unknown = null;
	#sitesAdded = '';
	/** The newest answer, maybe of an older request. */
	answered = $state.raw<Answered<Name> | null>(null);
	/** True while the answer is of an older request, or there is none yet. */
	pending = $state(false);
	/** Share 0–1 of what is on its way, as far as the job tells. */
	progress = $state(0);
	/** The reader stopped what was on its way, or it failed: nothing is asked until the request changes, or `again`. */
	stopped = $state(false);
	#start: (() => void) | null = null;

	/**
	 * @param request what is wanted now: read as an effect reads; null for nothing
	 * @param first whether others come first: what is wanted then waits for them, and the answer there is `pending`
	 */
	constructor(asker: Asker, job: Name, request: () => RequestOf<Name> | null, first: () => boolean = () => false) {
		$effect.pre(() => {
			const wanted = request();
			const key = wanted === null ? null : keyOf(asker, wanted);
			const waits = wanted !== null && first();
			untrack(() => {
				this.#forgetOthers(asker);
				if (waits) this.#wait(key);
				else this.#follow(asker, job, wanted, key);
			});
		});
	}

	/** The answer, once it is of what is wanted now: for what must never be drawn beside other words. */
	get current(): ResponseOf<Name> | null {
		return this.pending || this.stopped ? null : (this.answered?.value ?? null);
	}

	get value(): ResponseOf<Name> | null {
		return this.answered?.value ?? null;
	}

	/** Gives up what is on its way; the older answer, if any, stays. */
	stop(): void {
		if (!this.pending) return;
		this.#newest.drop();
		this.pending = false;
		this.stopped = true;
	}

	/** Asks again what was stopped. */
	again(): void {
		if (!this.stopped) return;
		this.stopped = false;
		this.#start?.();
	}

	/** What was answered of another territory, or of other sites, is no older answer of what is wanted. */
	#forgetOthers(asker: Asker): void {
		if (asker.source !== this.#source || asker.sitesAdded !== this.#sitesAdded) {
			this.answered = null;
			this.#asked = null;
		}
		this.#source = asker.source;
		this.#sitesAdded = asker.sitesAdded;
	}

	#wait(key: string | null): void {
		if (key === this.#asked) return;
		this.#newest.drop();
		this.#asked = null;
		this.pending = true;
	}

	#follow(asker: Asker, job: Name, wanted: RequestOf<Name> | null, key: string | null): void {
		if (key === this.#asked) return;
		this.#asked = key;
		this.stopped = false;
		if (wanted === null || key === null) {
			this.#newest.drop();
			this.answered = null;
			this.pending = false;
			return;
		}
		const kept = this.#newest.again<ResponseOf<Name>>(key);
		if (kept !== null) {
			this.answered = { of: wanted, value: kept };
			this.pending = false;
			return;
		}
		this.#start = () => this.#ask(asker, job, wanted, key);
		this.#start();
	}

	#ask(asker: Asker, job: Name, wanted: RequestOf<Name>, key: string): void {
		this.pending = true;
		this.progress = 0;
		const onProgress = (share: number) => (this.progress = share);
		this.#newest
			.ask((signal) => asker.client.run(job, wanted, { signal, onProgress }), key)
			.then((value) => {
				if (value === null) return;
				this.answered = { of: wanted, value };
				this.pending = false;
			})
			.catch((error: unknown) => {
				// Asked again when the request changes, or comes back, or the reader says so.
				this.#asked = null;
				this.pending = false;
				this.stopped = true;
				asker.fail(error);
			});
	}
}

/** Names a request: the same one of another opening, or once its scenario was edited, is another. */
export function keyOf({ opened, held }: Pick<Asker, 'opened' | 'held'>, wanted: unknown): string {
	return `${opened} ${editionsAsked(wanted, held)} ${JSON.stringify(wanted)}`;
}
