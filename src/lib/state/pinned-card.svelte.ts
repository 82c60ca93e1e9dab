import type { MapTarget } from '#domain/map-target.ts';
import { hasCard, type Card, type CardTarget } from './card.ts';
import { Newest } from './newest.ts';

/** The card of what is pinned; it stays until a newer one comes. */
export class PinnedCard {
	readonly #fetch: (target: CardTarget, signal: AbortSignal) => Promise<Card>;
	readonly #onfailure: (error: unknown) => void;
	readonly #newest = new Newest();
	card = $state.raw<Card | null>(null);

	constructor(fetch: (target: CardTarget, signal: AbortSignal) => Promise<Card>, onfailure: (error: unknown) => void) {
		this.#fetch = fetch;
		this.#onfailure = onfailure;
	}

	ask(target: MapTarget | null): void {
		if (target === null || !hasCard(target)) {
			this.#newest.drop();
			this.card = null;
			return;
		}
		this.#newest
			.ask((signal) => this.#fetch(target, signal))
			.then((card) => {
				if (card !== null) this.card = card;
			}, this.#onfailure);
	}
}
