import type { Scenario } from '#domain/scenario.ts';
import type { Merge, ScenarioKeeper } from './scenario-keeper.ts';

/** Edits rest this long before they are saved. */
const SAVED_AFTER_MS = 400;

/** Who edits the scenarios that are saved. */
export interface ScenarioEditor {
	readonly list: () => readonly Scenario[];
	/** Another window saved meanwhile: what comes of both is to be taken, and is saved next. */
	readonly onmerge: (merge: Merge) => void;
	/** All edits are saved. */
	readonly onsaved: () => void;
	/** What the store threw: nothing is lost here, and nothing is saved. */
	readonly onrefused: (error: unknown) => void;
}

/** Saves the scenarios of one territory a little after each edit, one saving at a time. */
export class ScenarioSaver {
	readonly #keeper: ScenarioKeeper;
	/** Null once another territory is open: what was edited by then is saved still, and nobody is told. */
	#editor: ScenarioEditor | null;
	#resting: ReturnType<typeof setTimeout> | undefined;
	#isDue = false;
	#saving: Promise<void> = Promise.resolve();

	constructor(keeper: ScenarioKeeper, editor: ScenarioEditor) {
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
		const list = this.#editor.list();
		this.#saving = this.#saving.then(() => this.#save(list));
	}

	/** Saves what waits, for another territory is opened. Resolves once it is saved, or refused. */
	close(): Promise<void> {
		this.flush();
		this.#editor = null;
		return this.#saving;
	}

	async #save(list: readonly Scenario[]): Promise<void> {
		try {
			let saved = list;
			for (let merge = await this.#keeper.save(saved); merge !== null; merge = await this.#keeper.save(saved)) {
				this.#editor?.onmerge(merge);
				saved = this.#editor?.list() ?? merge(saved);
			}
			if (this.#editor?.list() !== saved) return;
			this.#isDue = false;
			this.#editor.onsaved();
		} catch (error) {
			this.#editor?.onrefused(error);
		}
	}
}
