import { readImport, type ImportWork } from '#io/intake/import-json.ts';
import { newProjectId, timeNow } from '../project-names.ts';
import { Saver } from '../saver.ts';
import { isFull } from '../work-notices.svelte.ts';
import { ImportKeeper, type ImportMade } from './import-keeper.ts';
import type { ImportStore, KeptImport } from './import-store.ts';
import type { Intake } from './intake.svelte.ts';

/** An import that was left before its territory was prepared. */
export interface OfferedImport {
	readonly id: string;
	readonly savedAt: string;
	readonly work: ImportWork;
	readonly kept: KeptImport;
}

/** What keeps another window from offering the import of this one. */
const lockOf = (id: string) => `maillage-import-${id}`;

/**
 * The import under way, kept in this browser until its territory is: files, choices, corrections. What a closed window left is offered to go on
 * with. To be made while a component is.
 */
export class KeptImports {
	readonly #store: ImportStore;
	readonly #intake: Intake;
	readonly #keeper: ImportKeeper;
	readonly #saver: Saver<ImportMade | null>;
	#made: ImportMade | null = null;
	#letGo: (() => void) | null = null;
	#all = $state.raw<readonly OfferedImport[]>([]);
	/** Not answered, and put off until the next visit. */
	#isPutOff = $state(false);
	/** Something is not kept yet. */
	#isPending = $state(false);
	/** Why nothing is kept: the disk is full, or the browser keeps nothing. */
	refusal = $state<'full' | 'refused' | null>(null);
	#refusedKeys = $state.raw<readonly string[]>([]);

	/** The import to offer: the last one, while none is begun here. */
	readonly offered: OfferedImport | null = $derived.by(() =>
		this.#isPutOff || this.#intake.made !== null ? null : (this.#all[0] ?? null)
	);
	/** Names of the files given that the browser does not keep. */
	readonly notKept: readonly string[] = $derived.by(() =>
		this.#intake.files.filter(({ key }) => this.#refusedKeys.includes(key)).map(({ name }) => name)
	);
	/** Leaving loses something. */
	readonly isUnkept: boolean = $derived.by(
		() => this.#intake.made !== null && (this.#isPending || this.notKept.length > 0)
	);

	constructor(store: ImportStore, intake: Intake) {
		this.#store = store;
		this.#intake = intake;
		this.#keeper = new ImportKeeper(store, newProjectId(), timeNow);
		this.#saver = new Saver(this.#keeper, {
			made: () => this.#made,
			onmerge: () => {},
			onsaved: () => {
				this.#isPending = false;
				this.refusal = null;
				this.#refusedKeys = this.#keeper.refusedKeys;
			},
			onrefused: (error) => (this.refusal = isFull(error) ? 'full' : 'refused')
		});
		$effect(() => {
			const { made } = this.#intake;
			if (made === this.#made) return;
			this.#made = made;
			if (this.#letGo === null) this.#hold();
			this.#isPending = true;
			this.#saver.later();
			// Its territory is kept: what is offered on return is that one.
			if (made === null) this.#saver.flush();
		});
	}

	/** Looks up what was left here. What another window is at is offered once that one is closed. */
	async begin(): Promise<void> {
		try {
			for (const kept of await this.#store.list()) {
				const work = readImport(kept.text);
				// Of a later version: it stays where it is.
				if (work !== null) this.#whenFree(kept.id, () => (this.#all = [...this.#all, { ...kept, work, kept }]));
			}
		} catch {
			// What the browser refuses is said where something was to be kept.
		}
	}

	/** Goes on with an import that was left. */
	async resume({ id, work, kept }: OfferedImport): Promise<void> {
		this.#all = this.#all.filter((one) => one.id !== id);
		try {
			// Another window has it, or is done with it.
			if (!(await isFree(id)) || !(await this.#store.list()).some((one) => one.id === id)) return;
			const blobs = await this.#store.files(id);
			this.#keeper.takeUp(id, kept.files);
			this.#hold();
			this.#intake.takeUp(work, blobs);
		} catch {
			this.refusal = 'refused';
		}
	}

	/** Lets an import go that was left. */
	async forget({ id }: OfferedImport): Promise<void> {
		this.#all = this.#all.filter((one) => one.id !== id);
		try {
			if (await isFree(id)) await this.#store.remove(id);
		} catch {
			this.refusal = 'refused';
		}
	}

	putOff(): void {
		this.#isPutOff = true;
	}

	/** Saves at once what waits to be. */
	settled(): Promise<void> {
		return this.#saver.settled();
	}

	#hold(): void {
		this.#letGo?.();
		this.#letGo = () => {};
		if (!('locks' in navigator)) return;
		void navigator.locks.request(lockOf(this.#keeper.id), () => new Promise<void>((letGo) => (this.#letGo = letGo)));
	}

	#whenFree(id: string, then: () => void): void {
		if (!('locks' in navigator)) return then();
		void navigator.locks.request(lockOf(id), { mode: 'shared' }, then);
	}
}

/** Whether no window is at an import. Where the browser has no locks, nobody knows. */
async function isFree(id: string): Promise<boolean> {
	if (!('locks' in navigator)) return true;
	return navigator.locks.request(lockOf(id), { ifAvailable: true }, (lock) => lock !== null);
}
