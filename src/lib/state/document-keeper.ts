import type { Message } from '#domain/notes.ts';
import { mergeDocuments, NO_DOCUMENTS, type Documents } from './documents.ts';
import { readDocuments, writeDocuments } from './documents-text.ts';
import type { Kept, KeptStore } from './kept-store.ts';
import type { Keeper, Merge } from './saver.ts';

/** The documents of a territory are kept as one text. */
export type DocumentStore = KeptStore<string>;

/** Saves what authors wrote in the documents of one territory, and reads it again when it is opened, prepared anew or not. */
export class DocumentKeeper implements Keeper<Documents> {
	readonly #store: DocumentStore;
	readonly #key: string;
	#version = 0;
	/** As they were saved or read last. */
	#saved = NO_DOCUMENTS;
	/** What is saved and cannot be read: nothing is written over it. */
	#unread: string | null = null;

	/** @param key names the project, in the store */
	constructor(store: DocumentStore, key: string) {
		this.#store = store;
		this.#key = key;
	}

	/** @throws what the store throws */
	async load(): Promise<{ readonly documents: Documents; readonly notices: readonly Message[] }> {
		const kept = await this.#store.read(this.#key);
		if (kept !== null) this.#take(kept);
		const notices = this.#unread !== null ? [{ code: 'note_documents_unread', params: {} }] : [];
		return { documents: this.#saved, notices };
	}

	/** @throws Error where a later version of Maillage saved what stands there */
	async save(documents: Documents): Promise<Merge<Documents> | null> {
		if (documents === this.#saved) return null;
		if (this.#unread !== null) throw new Error('Documents of a later version are not written over');
		const other = await this.#store.write(this.#key, this.#version, this.text(documents));
		if (other === null) {
			this.#version += 1;
			this.#saved = documents;
			return null;
		}
		const base = this.#saved;
		this.#take(other);
		const theirs = this.#saved;
		return (mine) => mergeDocuments(base, mine, theirs);
	}

	/** Documents as they are kept; those that cannot be read as they stand. */
	text(documents: Documents): string {
		return this.#unread ?? writeDocuments(documents);
	}

	#take({ version, value }: Kept<string>): void {
		this.#version = version;
		const read = value === '' ? NO_DOCUMENTS : readDocuments(value);
		this.#unread = read === null ? value : null;
		this.#saved = read ?? NO_DOCUMENTS;
	}
}
