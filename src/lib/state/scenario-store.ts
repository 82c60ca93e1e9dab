import { openDB, type DBSchema } from 'idb';

/** The scenarios of a territory as they were saved last: the text of a file each. */
export interface SavedScenarios {
	/** One more at each saving. */
	readonly version: number;
	readonly scenarios: readonly string[];
}

/** Where scenarios are saved. Whoever saves says what he knows: nobody writes over what he has not read. */
export interface ScenarioStore {
	/** Null where nothing was saved yet. */
	read(territory: string): Promise<SavedScenarios | null>;
	/**
	 * Saves the version after `known` (0: none yet), in one transaction. Null once done; what another window saved meanwhile, where it is
	 * not that version: nothing is written then.
	 */
	write(territory: string, known: number, scenarios: readonly string[]): Promise<SavedScenarios | null>;
}

interface ScenarioDatabase extends DBSchema {
	scenarios: { key: string; value: SavedScenarios };
}

/** The browser's own database. Its promises reject where the browser allows none: private windows, a full disk. */
export function browserStore(): ScenarioStore {
	const open = () =>
		openDB<ScenarioDatabase>('maillage', 1, { upgrade: (database) => void database.createObjectStore('scenarios') });
	let database: ReturnType<typeof open> | null = null;
	const opened = () => {
		database ??= open();
		// Refused once, it may be allowed the next time.
		database.catch(() => (database = null));
		return database;
	};
	return {
		read: async (territory) => (await (await opened()).get('scenarios', territory)) ?? null,
		write: async (territory, known, scenarios) => {
			const transaction = (await opened()).transaction('scenarios', 'readwrite');
			const saved = await transaction.store.get(territory);
			const isKnown = (saved?.version ?? 0) === known;
			if (isKnown) await transaction.store.put({ version: known + 1, scenarios }, territory);
			await transaction.done;
			return isKnown ? null : (saved ?? { version: 0, scenarios: [] });
		}
	};
}
