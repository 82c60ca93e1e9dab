import { rememberTour, wasTourSeen } from './tour-memory.ts';

/** The guided tour of the demo: offered once, to who comes without a link; told again from the help. */
export class Tour {
	/** The step that is told; null while none is. */
	step = $state<number | null>(null);
	/** Whether it is offered. */
	offered = $state(false);

	/** @param isFresh the app was opened at its door, not by somebody's link */
	constructor(isFresh: boolean) {
		this.offered = isFresh && !wasTourSeen(() => localStorage);
	}

	start(): void {
		this.#close();
		this.step = 0;
	}

	/** Refused, left, or at its end. */
	end(): void {
		this.#close();
		this.step = null;
	}

	#close(): void {
		this.offered = false;
		rememberTour(() => localStorage);
	}
}
