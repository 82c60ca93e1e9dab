/**
 * Requests of which only the newest matters: a new one aborts the former, whose answer is then null. What is asked every
 * frame never piles up.
 */
export class Newest {
	#abort: AbortController | null = null;

	/** The answer, or null when it was overtaken. @throws what `start` throws, unless overtaken */
	async ask<Answer>(start: (signal: AbortSignal) => Promise<Answer>): Promise<Answer | null> {
		this.#abort?.abort();
		const abort = new AbortController();
		this.#abort = abort;
		try {
			const answer = await start(abort.signal);
			return abort.signal.aborted ? null : answer;
		} catch (error) {
			if (abort.signal.aborted) return null;
			throw error;
		}
	}

	drop(): void {
		this.#abort?.abort();
	}
}
