import { rememberTour, wasTourSeen } from './tour-memory.ts';

/** The guided tour of the demo: offered once, to who comes without a link; told again from the help, from where it was left. */
export class Tour {
	/** The step that is told; null while none is. */
	step = $state<number | null>(null);
	/** Whether it is offered. */
	offered = $state(false);
	/** Where it goes on. */
	#left = 0;

	/** @param isFresh the app was opened at its door, not by somebody's link */
	constructor(isFresh: boolean) {
		this.offered = isFresh && !wasTourSeen(() => localStorage);
	}

	start(): void {
		this.#close();
		this.step = this.#left;
	}

	/** Refused, or left on the way. */
	leave(): void {
		this.#left = this.step ?? 0;
		this.#close();
		this.step = null;
	}

	/** Told to its end. */
	finish(): void {
		this.#left = 0;
		this.#close();
		this.step = null;
	}

	#close(): void {
		this.offered = false;
		rememberTour(() => localStorage);
	}
}
