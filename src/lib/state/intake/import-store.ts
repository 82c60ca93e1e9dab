import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** An import as it is kept: its text (see import-json.ts), and which of its files are. */
export interface KeptImport {
	readonly id: string;
	/** ISO 8601, universal time. */
	readonly savedAt: string;
	readonly text: string;
	readonly files: readonly string[];
}

/** Where imports wait for their territory to be prepared. Each writing is one transaction: it is done, or nothing is. */
export interface ImportStore {
	/** The one that was saved last first. */
	list(): Promise<readonly KeptImport[]>;
	/** Saves an import, and the bytes of one of its files more; those of files that are no longer its own go. */
	write(kept: KeptImport, added: { readonly key: string; readonly blob: Blob } | null): Promise<void>;
	/** The bytes of its files, by their keys. */
	files(id: string): Promise<ReadonlyMap<string, Blob>>;
	remove(id: string): Promise<void>;
}

interface ImportDatabase extends DBSchema {
	imports: { key: string; value: KeptImport };
	files: { key: [string, string]; value: Blob };
}
type Database = IDBPDatabase<ImportDatabase>;

/** The browser's own. Its promises reject where the browser keeps nothing: private windows, a full disk. */
export function browserImports(): ImportStore {
	let database: Promise<Database> | null = null;
	const opened = () => {
		database ??= openDB<ImportDatabase>('maillage-import', 1, {
			upgrade: (made) => {
				made.createObjectStore('imports');
				made.createObjectStore('files');
			}
		});
		// Refused once, it may be allowed the next time.
		database.catch(() => (database = null));
		return database;
	};
	const writing = async () => (await opened()).transaction(['imports', 'files'], 'readwrite');
	return {
		list: async () =>
			(await (await opened()).getAll('imports')).toSorted((one, other) => (one.savedAt < other.savedAt ? 1 : -1)),
		write: async (kept, added) => {
			const transaction = await writing();
			const [imports, files] = [transaction.objectStore('imports'), transaction.objectStore('files')];
			const keys = await files.getAllKeys(rangeOf(kept.id));
			await Promise.all([
				imports.put(kept, kept.id),
				added === null ? null : files.put(added.blob, [kept.id, added.key]),
				...keys.filter(([, key]) => !kept.files.includes(key)).map((key) => files.delete(key)),
				transaction.done
			]);
		},
		files: async (id) => {
			const files = (await opened()).transaction('files').store;
			const [keys, blobs] = await Promise.all([files.getAllKeys(rangeOf(id)), files.getAll(rangeOf(id))]);
			return new Map(keys.map(([, key], rank) => [key, blobs[rank]]));
		},
		remove: async (id) => {
			const transaction = await writing();
			await Promise.all([
				transaction.objectStore('imports').delete(id),
				transaction.objectStore('files').delete(rangeOf(id)),
				transaction.done
			]);
		}
	};
}

/** Keys of the files of an import: an array comes after every text. */
const rangeOf = (id: string) => IDBKeyRange.bound([id], [id, []]);
