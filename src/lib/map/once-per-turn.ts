/** Does once, at the end of the turn, what was asked for several times in it. */
export class OncePerTurn {
	readonly #act: () => void;
	#isAsked = false;

	constructor(act: () => void) {
		this.#act = act;
	}

	ask(): void {
		if (this.#isAsked) return;
		this.#isAsked = true;
		queueMicrotask(() => {
			if (this.#isAsked) this.now();
		});
	}

	now(): void {
		this.#isAsked = false;
		this.#act();
	}
}
