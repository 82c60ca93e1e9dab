import type { SiteCorrection } from '#domain/site-correction.ts';
import {
	corrected,
	NO_CORRECTION,
	redone,
	undone,
	withoutCorrection,
	type CorrectionHistory
} from './correction-history.ts';

/** What the user puts right of the sites. */
export class Corrections {
	#history = $state.raw<CorrectionHistory>(NO_CORRECTION);
	readonly list = $derived(this.#history.list);
	readonly canUndo = $derived(this.#history.past.length > 0);
	readonly canRedo = $derived(this.#history.future.length > 0);

	add(...given: readonly SiteCorrection[]): void {
		this.#history = corrected(this.#history, given);
	}

	remove(correction: SiteCorrection): void {
		this.#history = withoutCorrection(this.#history, correction);
	}

	/** As they stand, with what it takes to go back and forth. */
	get history(): CorrectionHistory {
		return this.#history;
	}

	/** Takes up those of an import that was left. */
	takeUp(history: CorrectionHistory): void {
		this.#history = history;
	}

	undo(): void {
		this.#history = undone(this.#history);
	}

	redo(): void {
		this.#history = redone(this.#history);
	}
}
