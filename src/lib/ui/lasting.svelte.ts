/** Sooner, a mark would come and go within a blink, and have the page draw twice what it marks. */
const BLINK_MS = 150;

/** Whether something has been so for a while: what is over at once is not marked. To be made while a component is. */
export class Lasting {
	#isOver = $state(false);
	readonly #source: () => boolean;

	/** @param source read as an effect reads */
	constructor(source: () => boolean, afterMs = BLINK_MS) {
		this.#source = source;
		$effect(() => {
			if (!source()) return;
			const timer = setTimeout(() => (this.#isOver = true), afterMs);
			return () => {
				clearTimeout(timer);
				this.#isOver = false;
			};
		});
	}

	get current(): boolean {
		return this.#isOver && this.#source();
	}
}
