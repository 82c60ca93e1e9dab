// Both sides of a scenario, and the question before.
const ANSWERS_KEPT = 4;

/**
 * Requests of which only the newest matters: a new one aborts the former, whose answer is then null. What is asked every
 * frame never piles up.
 */
export class Newest {
	#abort: AbortController | null = null;
	readonly #kept = new Map<string, unknown>();

	/**
	 * The answer, or null when it was overtaken.
	 * @param key names the request: of the last few that were answered the answer is given again, without asking; null: none is kept
	 * @throws what `start` throws, unless overtaken
	 */
	async ask<Answer>(
		start: (signal: AbortSignal) => Promise<Answer>,
		key: string | null = null
	): Promise<Answer | null> {
		this.#abort?.abort();
		// What one key names is the answer of one job.
		if (key !== null && this.#kept.has(key)) return this.#kept.get(key) as Answer;
		const abort = new AbortController();
		this.#abort = abort;
		try {
			const answer = await start(abort.signal);
			if (abort.signal.aborted) return null;
			if (key !== null) this.#keep(key, answer);
			return answer;
		} catch (error) {
			if (abort.signal.aborted) return null;
			throw error;
		}
	}

	/** The answer that is kept of a request, at once, in the place of what is on its way; null where none is. */
	again<Answer>(key: string): Answer | null {
		if (!this.#kept.has(key)) return null;
		this.#abort?.abort();
		return this.#kept.get(key) as Answer;
	}

	#keep(key: string, answer: unknown): void {
		this.#kept.set(key, answer);
		const [oldest] = this.#kept.keys();
		if (this.#kept.size > ANSWERS_KEPT) this.#kept.delete(oldest);
	}

	drop(): void {
		this.#abort?.abort();
	}
}
