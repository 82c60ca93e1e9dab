import type { SiteCorrection } from '#domain/site-correction.ts';
import { corrected, NO_CORRECTION, redone, undone, withoutCorrection } from './correction-history.ts';

/** What the user puts right of the sites. */
export class Corrections {
	#history = $state.raw(NO_CORRECTION);
	readonly list = $derived(this.#history.list);
	readonly canUndo = $derived(this.#history.past.length > 0);
	readonly canRedo = $derived(this.#history.future.length > 0);

	add(...given: readonly SiteCorrection[]): void {
		this.#history = corrected(this.#history, given);
	}

	remove(correction: SiteCorrection): void {
		this.#history = withoutCorrection(this.#history, correction);
	}

	undo(): void {
		this.#history = undone(this.#history);
	}

	redo(): void {
		this.#history = redone(this.#history);
	}
}
