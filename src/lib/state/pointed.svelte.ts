import type { MapTarget } from '#domain/map-target.ts';
import { hasCard, type Card, type CardTarget } from './card.ts';
import { Newest } from './newest.ts';

/** A pointer that only passes asks nothing. */
const RESTS_MS = 60;

/** What the pointer is on, and its card: words come a moment later, and never for what was left. */
export class Pointed {
	readonly #fetch: (target: CardTarget, signal: AbortSignal) => Promise<Card>;
	readonly #onfailure: (error: unknown) => void;
	readonly #newest = new Newest();
	#resting: ReturnType<typeof setTimeout> | undefined;
	target = $state.raw<MapTarget | null>(null);
	card = $state.raw<Card | null>(null);

	constructor(fetch: (target: CardTarget, signal: AbortSignal) => Promise<Card>, onfailure: (error: unknown) => void) {
		this.#fetch = fetch;
		this.#onfailure = onfailure;
	}

	point(target: MapTarget | null): void {
		this.target = target;
		this.card = null;
		clearTimeout(this.#resting);
		this.#newest.drop();
		if (target === null || !hasCard(target)) return;
		this.#resting = setTimeout(() => {
			this.#newest
				.ask((signal) => this.#fetch(target, signal))
				.then((card) => {
					if (card !== null) this.card = card;
				}, this.#onfailure);
		}, RESTS_MS);
	}
}
