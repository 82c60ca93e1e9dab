import { openDB, type DBSchema } from 'idb';

/** What was saved last of a territory. */
export interface Kept<Value> {
	/** One more at each saving. */
	readonly version: number;
	readonly value: Value;
}

/** Where what a user makes on a territory is saved. Whoever saves says what he knows: nobody writes over what he has not read. */
export interface KeptStore<Value> {
	/** Null where nothing was saved yet. */
	read(territory: string): Promise<Kept<Value> | null>;
	/**
	 * Saves the version after `known` (0: none yet), in one transaction. Null once done; what another window saved meanwhile, where it is
	 * not that version: nothing is written then.
	 * @throws what the browser throws where it keeps nothing
	 */
	write(territory: string, known: number, value: Value): Promise<Kept<Value> | null>;
}

interface KeptDatabase<Value> extends DBSchema {
	kept: { key: string; value: Kept<Value> };
}

/**
 * A database of the browser's own. Its promises reject where the browser allows none: private windows, a full disk.
 * @param none what is kept of a territory of which nothing was saved
 */
export function browserStore<Value>(name: string, none: Value): KeptStore<Value> {
	const open = () =>
		openDB<KeptDatabase<Value>>(name, 1, { upgrade: (database) => void database.createObjectStore('kept') });
	let database: ReturnType<typeof open> | null = null;
	const opened = () => {
		database ??= open();
		// Refused once, it may be allowed the next time.
		database.catch(() => (database = null));
		return database;
	};
	return {
		read: async (territory) => (await (await opened()).get('kept', territory)) ?? null,
		write: async (territory, known, value) => {
			const transaction = (await opened()).transaction('kept', 'readwrite');
			const other = await writeKept(transaction.store, territory, { version: known, value }, none);
			await transaction.done;
			return other;
		}
	};
}

/** Where records stand within a transaction. */
interface RecordsOf<Key, Value> {
	get(key: Key): Promise<Kept<Value> | undefined>;
	put(kept: Kept<Value>, key: Key): Promise<unknown>;
}

/** Writes within a transaction, as `KeptStore.write` says. @param made its version is the one that is known */
export async function writeKept<Key, Value>(
	records: RecordsOf<Key, Value>,
	key: Key,
	{ version, value }: Kept<Value>,
	none: Value
): Promise<Kept<Value> | null> {
	const saved = await records.get(key);
	if ((saved?.version ?? 0) !== version) return saved ?? { version: 0, value: none };
	await records.put({ version: version + 1, value }, key);
	return null;
}
