import { writeImport, type ImportWork } from '#io/intake/import-json.ts';
import type { Keeper } from '../saver.ts';
import type { ImportStore } from './import-store.ts';

/** Files are kept up to this together: the browser copies each, and what a territory is made of takes less. */
export const MOST_KEPT_BYTES = 2 ** 30;

/** An import as it stands. */
export interface ImportMade {
	readonly work: ImportWork;
	/** By the keys of its files; those that are waited for have none. */
	readonly blobs: ReadonlyMap<string, Blob>;
}

export const blobsOf = (files: readonly { readonly key: string; readonly file: Blob }[]): ImportMade['blobs'] =>
	new Map(files.map(({ key, file }) => [key, file]));

/** Saves the import of this window; nothing of it is left once there is nothing to keep. Nobody else writes it: it holds a name of its own. */
export class ImportKeeper implements Keeper<ImportMade | null> {
	readonly #store: ImportStore;
	readonly #timeNow: () => string;
	#id: string;
	#isWritten = false;
	#keptKeys: ReadonlySet<string> = new Set();
	readonly #refusedKeys = new Set<string>();

	/** @param id of an import that no other window has */
	constructor(store: ImportStore, id: string, timeNow: () => string) {
		this.#store = store;
		this.#id = id;
		this.#timeNow = timeNow;
	}

	get id(): string {
		return this.#id;
	}

	/** Files that are not kept: too large together, or the browser has no room for them, or cannot read them any more. */
	get refusedKeys(): readonly string[] {
		return [...this.#refusedKeys];
	}

	/** Goes on with an import that was kept. @param keys of the files kept with it */
	takeUp(id: string, keys: Iterable<string>): void {
		this.#id = id;
		this.#isWritten = true;
		this.#keptKeys = new Set(keys);
	}

	/** Saves the choices at once, then each new file, the smallest first. @throws what the store throws where not even choices are kept */
	async save(made: ImportMade | null): Promise<null> {
		if (made === null) {
			if (this.#isWritten) await this.#store.remove(this.#id);
			this.#isWritten = false;
			this.#keptKeys = new Set();
			return null;
		}
		const { work, blobs } = made;
		const text = writeImport(work);
		let keys = work.files.map(({ key }) => key).filter((key) => this.#keptKeys.has(key));
		const write = async (files: readonly string[], added: { key: string; blob: Blob } | null) => {
			await this.#store.write({ id: this.#id, savedAt: this.#timeNow(), text, files }, added);
			this.#isWritten = true;
			this.#keptKeys = new Set(files);
		};
		await write(keys, null);
		let room = MOST_KEPT_BYTES - keys.reduce((sum, key) => sum + (blobs.get(key)?.size ?? 0), 0);
		const others = [...blobs].filter(([key]) => !this.#keptKeys.has(key) && !this.#refusedKeys.has(key));
		for (const [key, blob] of others.toSorted(([, one], [, other]) => one.size - other.size)) {
			try {
				if (blob.size > room) throw new Error('Too large to be kept');
				await write([...keys, key], { key, blob });
				keys = [...keys, key];
				room -= blob.size;
			} catch {
				// The choices are kept, and the file is where it came from: it is asked for again.
				this.#refusedKeys.add(key);
			}
		}
		return null;
	}
}
