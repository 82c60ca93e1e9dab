/** Edits rest this long before they are saved. */
const SAVED_AFTER_MS = 400;

/** Joins what another window saved with what is here by then; of the same state it always makes the same. */
export type Merge<Made> = (mine: Made) => Made;

/** Saves what is made on one territory. */
export interface Keeper<Made> {
	/**
	 * Saves this in the place of what was saved before. Null once done; where another window saved meanwhile nothing is written, and what
	 * comes of both is for the caller to save.
	 * @throws what the store throws
	 */
	save(made: Made): Promise<Merge<Made> | null>;
}

/** Who edits what is saved. */
export interface Editor<Made> {
	readonly made: () => Made;
	/** Another window saved meanwhile: what comes of both is to be taken, and is saved next. */
	readonly onmerge: (merge: Merge<Made>) => void;
	/** All edits are saved. */
	readonly onsaved: () => void;
	/** What the store threw: nothing is lost here, and nothing is saved. */
	readonly onrefused: (error: unknown) => void;
}

/** Saves what is made on one territory a little after each edit, one saving at a time. */
export class Saver<Made> {
	readonly #keeper: Keeper<Made>;
	/** Null once another territory is open: what was edited by then is saved still, and nobody is told. */
	#editor: Editor<Made> | null;
	#resting: ReturnType<typeof setTimeout> | undefined;
	#isDue = false;
	#saving: Promise<void> = Promise.resolve();

	constructor(keeper: Keeper<Made>, editor: Editor<Made>) {
		this.#keeper = keeper;
		this.#editor = editor;
	}

	/** Something was edited. */
	later(): void {
		this.#isDue = true;
		clearTimeout(this.#resting);
		this.#resting = setTimeout(() => this.flush(), SAVED_AFTER_MS);
	}

	/** Saves at once what waits to be. */
	flush(): void {
		clearTimeout(this.#resting);
		if (this.#editor === null || !this.#isDue) return;
		const made = this.#editor.made();
		this.#saving = this.#saving.then(() => this.#save(made));
	}

	/** Saves at once what waits to be. Resolves once it is saved, or refused. */
	settled(): Promise<void> {
		this.flush();
		return this.#saving;
	}

	/** Saves what waits, for another territory is opened. Resolves once it is saved, or refused. */
	close(): Promise<void> {
		this.flush();
		this.#editor = null;
		return this.#saving;
	}

	async #save(made: Made): Promise<void> {
		try {
			let saved = made;
			for (let merge = await this.#keeper.save(saved); merge !== null; merge = await this.#keeper.save(saved)) {
				this.#editor?.onmerge(merge);
				saved = this.#editor?.made() ?? merge(saved);
			}
			if (this.#editor?.made() !== saved) return;
			this.#isDue = false;
			this.#editor.onsaved();
		} catch (error) {
			this.#editor?.onrefused(error);
		}
	}
}
