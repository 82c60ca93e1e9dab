import type { CandidatePlace, PlacesReading } from '#domain/proposals.ts';
import { Followed, type Asker } from '../../../state/followed.svelte.ts';

/** Typing rests this long before the list is read. */
const RESTS_MS = 250;

/** A list of places as it is typed or taken from a file, and what is understood of it. To be made while a component is. */
export class PlacesList {
	readonly #asker: Asker;
	readonly #reading: Followed<'readPlaces'>;
	typed = $state('');
	#rested = $state('');
	/** What is said of a file that is no text; null otherwise. */
	#refused = $state.raw<PlacesReading | null>(null);

	/** @param initial places given before */
	constructor(asker: Asker, initial: readonly CandidatePlace[]) {
		this.#asker = asker;
		this.typed = initial.map(lineOf).join('\n');
		this.#rested = this.typed;
		this.#reading = new Followed(asker, 'readPlaces', () =>
			this.#rested.trim() === '' ? null : { text: this.#rested }
		);
		$effect(() => {
			const text = this.typed;
			const timer = setTimeout(() => (this.#rested = text), RESTS_MS);
			return () => clearTimeout(timer);
		});
	}

	/** What was understood of the list as it stands; null while it is read, or where there is none. */
	get reading(): PlacesReading | null {
		if (this.typed.trim() === '') return this.#refused;
		return this.#rested === this.typed ? this.#reading.current : null;
	}

	get places(): readonly CandidatePlace[] {
		return this.reading?.places ?? [];
	}

	/** Takes a file in the place of the list: its text is then corrected as if it were typed. */
	async take(file: File): Promise<void> {
		try {
			const bytes = new Uint8Array(await file.arrayBuffer());
			const read = await this.#asker.client.run('readPlaces', { bytes, file: file.name });
			this.#refused = read.text === null ? read : null;
			this.typed = this.#rested = read.text ?? '';
		} catch (error) {
			this.#asker.fail(error);
		}
	}
}

function lineOf({ name, position }: CandidatePlace): string {
	const cell = /[;"\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
	return [cell, ...position].join(';');
}
