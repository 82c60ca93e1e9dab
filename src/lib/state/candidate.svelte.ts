import { MaillageError, type Message } from '#domain/notes.ts';
import type { RequestOf } from '../compute/jobs.ts';
import type { WorkerClient } from '../compute/territory-client.ts';
import type { Answered } from './followed.svelte.ts';

/** A place under the pointer, under a question, on the marks that the map shows. */
export type CandidatePlace = RequestOf<'candidate'>;

/**
 * What a place would bring, followed as the pointer moves: one request is on its way at a time, and of the places passed meanwhile only the
 * newest is asked next. An answer is thus never older than one request, and none is given up for the next.
 */
export class Candidate {
	readonly #client: WorkerClient;
	readonly #onfailure: (error: unknown) => void;
	#wanted: CandidatePlace | null = null;
	#isAsking = false;
	/** Of the last place asked; null where nothing is placed. */
	answered = $state.raw<Answered<'candidate'> | null>(null);
	/** Why the territory tells nothing of a new place (its times are a matrix): said beside, not as a fault at each move. */
	refused = $state.raw<Message | null>(null);

	constructor(client: WorkerClient, onfailure: (error: unknown) => void) {
		this.#client = client;
		this.#onfailure = onfailure;
	}

	/** @param place null: nothing is placed any more */
	ask(place: CandidatePlace | null): void {
		this.#wanted = place;
		if (place === null) this.answered = this.refused = null;
		else if (!this.#isAsking) void this.#askAll();
	}

	async #askAll(): Promise<void> {
		this.#isAsking = true;
		let asked: CandidatePlace | null = null;
		try {
			while (this.#wanted !== null && this.#wanted !== asked) {
				asked = this.#wanted;
				const value = await this.#client.run('candidate', asked);
				// Null meanwhile: what is not placed any more says nothing.
				if (this.#wanted !== null) this.answered = { of: asked, value };
			}
		} catch (error) {
			if (!(error instanceof MaillageError)) this.#onfailure(error);
			else if (this.#wanted !== null) this.refused = error.detail;
		}
		this.#isAsking = false;
	}
}
