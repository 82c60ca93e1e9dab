import type { Message } from '#domain/notes.ts';
import type { WorkerClient } from '../compute/territory-client.ts';

/** A worker that dies again so soon dies of what it is given: it waits for the reader. */
const TOO_SOON_MS = 20_000;

/** Has workers that died started anew, with what they held, and says so. */
export class WorkerLife {
	notice = $state.raw<Message | null>(null);
	#reviving: Promise<void> = Promise.resolve();

	/**
	 * Watches the worker of a territory.
	 * @param again opens the territory anew, and whatever the worker held beside it; it reports its own failures
	 */
	watch(client: WorkerClient, again: () => Promise<void>): void {
		let diedAt = -Infinity;
		client.onDeath = () => {
			const isTooSoon = performance.now() - diedAt < TOO_SOON_MS;
			diedAt = performance.now();
			this.notice = { code: isTooSoon ? 'note_worker_died_again' : 'note_worker_restarting', params: {} };
			if (!isTooSoon) this.#reviving = this.#revive(again);
		};
		// It waited: the next thing asked of it starts it.
		client.onRestart = (nextJob) => {
			if (nextJob !== 'openTerritory') this.#reviving = this.#revive(again);
		};
	}

	/** A worker of a search died, or that of the territory while a search asked it. Resolves once the search can be run again. */
	readonly searchDied = async (): Promise<void> => {
		await this.#reviving;
		this.notice = { code: 'note_worker_search_again', params: {} };
	};

	async #revive(again: () => Promise<void>): Promise<void> {
		await again();
		if (this.notice?.code === 'note_worker_restarting') this.notice = { code: 'note_worker_restarted', params: {} };
	}
}
