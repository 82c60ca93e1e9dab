import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { ProjectWork } from '#io/project/project-content.ts';
import { readProject } from '#io/project/project-schema.ts';
import type { ScenarioTerritory } from '#io/scenario/scenario-json.ts';
import { writeKept, type Kept, type KeptStore } from './kept-store.ts';
import { WORK_KINDS, type Stores, type WorkKind } from './kept-work.ts';

/** A project in the list of those that the browser keeps. */
export interface KeptProject {
	readonly id: string;
	readonly name: string;
	readonly territory: ScenarioTerritory;
	/** ISO 8601, universal time. */
	readonly savedAt: string;
	readonly openedAt: string;
	/** Of its territory. */
	readonly bytes: number;
	/** The question and the map, as the query of an address has them. */
	readonly view: string;
}

/** The projects that the browser keeps, and the work on territories that are none. Each writing is one transaction: it is done, or nothing is. */
export interface ProjectStore {
	readonly stores: Stores;
	/** The one that was opened last first. */
	list(): Promise<readonly KeptProject[]>;
	/** The zip of its territory; null where it is gone. */
	territory(id: string): Promise<Blob | null>;
	work(id: string): Promise<ProjectWork>;
	/** Keeps a project, in the place of the one of that name. @param work null: what is kept of it stays */
	put(project: KeptProject, territory: Blob, work: ProjectWork | null): Promise<void>;
	/** Changes what the list says of a project; nothing where it is no more. */
	change(id: string, patch: Partial<Omit<KeptProject, 'id'>>): Promise<void>;
	remove(id: string): Promise<void>;
}

interface ProjectsDatabase extends DBSchema {
	projects: { key: string; value: KeptProject };
	territories: { key: string; value: Blob };
	work: { key: [WorkKind, string]; value: Kept<unknown> };
}
type Database = IDBPDatabase<ProjectsDatabase>;

const NAME = 'maillage';
const NONE: ProjectWork = { scenarios: [], documents: '', hours: '' };

/** The browser's own. Its promises reject where the browser keeps nothing: private windows, a full disk. */
export function browserProjects(): ProjectStore {
	let database: Promise<Database> | null = null;
	const opened = () => {
		database ??= openProjects();
		// Refused once, it may be allowed the next time.
		database.catch(() => (database = null));
		return database;
	};
	const kept = <Kind extends WorkKind>(kind: Kind): KeptStore<ProjectWork[Kind]> => ({
		read: async (id) =>
			((await (await opened()).get('work', [kind, id])) as Kept<ProjectWork[Kind]> | undefined) ?? null,
		write: async (id, version, value) => {
			const transaction = (await opened()).transaction('work', 'readwrite');
			const other = await writeKept<[WorkKind, string], unknown>(
				transaction.store,
				[kind, id],
				{ version, value },
				NONE[kind]
			);
			await transaction.done;
			return other as Kept<ProjectWork[Kind]> | null;
		}
	});
	const stores = { scenarios: kept('scenarios'), documents: kept('documents'), hours: kept('hours') };
	return {
		stores,
		list: async () => {
			const projects = await (await opened()).getAll('projects');
			return projects.toSorted((one, other) => (one.openedAt < other.openedAt ? 1 : -1));
		},
		territory: async (id) => (await (await opened()).get('territories', id)) ?? null,
		work: async (id) => {
			const [scenarios, documents, hours] = await Promise.all([
				stores.scenarios.read(id),
				stores.documents.read(id),
				stores.hours.read(id)
			]);
			return {
				scenarios: scenarios?.value ?? NONE.scenarios,
				documents: documents?.value ?? NONE.documents,
				hours: hours?.value ?? NONE.hours
			};
		},
		put: async (project, territory, work) =>
			whole(await opened(), async (stores) => {
				await stores.territories.put(territory, project.id);
				for (const kind of work === null ? [] : WORK_KINDS) {
					const version = (await stores.work.get([kind, project.id]))?.version ?? 0;
					await stores.work.put({ version: version + 1, value: (work ?? NONE)[kind] }, [kind, project.id]);
				}
				await stores.projects.put(project, project.id);
			}),
		change: async (id, patch) =>
			whole(await opened(), async ({ projects }) => {
				const project = await projects.get(id);
				if (project !== undefined) await projects.put({ ...project, ...patch }, id);
			}),
		remove: async (id) =>
			whole(await opened(), async (stores) => {
				await stores.projects.delete(id);
				await stores.territories.delete(id);
				for (const kind of WORK_KINDS) await stores.work.delete([kind, id]);
			})
	};
}

/** Writes in one transaction: where a step fails, none of them is done. */
async function whole(database: Database, write: (stores: ReturnType<typeof storesOf>) => Promise<void>): Promise<void> {
	const transaction = writing(database);
	// Told by what is thrown below.
	transaction.done.catch(() => {});
	try {
		await write(storesOf(transaction));
	} catch (error) {
		try {
			transaction.abort();
		} catch {
			// It was aborted by what failed.
		}
		throw error;
	}
	await transaction.done;
}

const writing = (database: Database) => database.transaction(['projects', 'territories', 'work'], 'readwrite');
const storesOf = (transaction: ReturnType<typeof writing>) => ({
	projects: transaction.objectStore('projects'),
	territories: transaction.objectStore('territories'),
	work: transaction.objectStore('work')
});

async function openProjects(): Promise<Database> {
	const before = await keptBefore();
	return openDB<ProjectsDatabase>(NAME, 1, {
		upgrade: (database, _from, _to, transaction) => {
			database.createObjectStore('projects');
			database.createObjectStore('territories');
			database.createObjectStore('work');
			for (const { id, work } of before) {
				for (const kind of WORK_KINDS) {
					if (work[kind].length > 0)
						void transaction.objectStore('work').put({ version: 1, value: work[kind] }, [kind, id]);
				}
			}
		}
	});
}

interface DatabaseBefore extends DBSchema {
	kept: { key: string; value: Kept<unknown> };
}

/** What was kept of territories before there were projects (version 0 of a project), as projects are kept. It stays where it is. */
async function keptBefore(): Promise<{ readonly id: string; readonly work: ProjectWork }[]> {
	const names = new Set((await indexedDB.databases()).map(({ name }) => name));
	if (names.has(NAME)) return [];
	const [scenarios, documents] = await Promise.all(
		['maillage-scenarios', 'maillage-documents'].map((name) => (names.has(name) ? recordsOf(name) : new Map()))
	);
	return [...new Set<string>([...scenarios.keys(), ...documents.keys()])].flatMap((id) => {
		const written = {
			schema_version: 0,
			key: id,
			scenarios: scenarios.get(id) ?? null,
			documents: documents.get(id) ?? null
		};
		try {
			return [{ id, work: readProject(written, '').content }];
		} catch {
			// What cannot be read harms nothing of the rest.
			return [];
		}
	});
}

async function recordsOf(name: string): Promise<Map<string, Kept<unknown>>> {
	const database = await openDB<DatabaseBefore>(name);
	const [keys, records] = await Promise.all([database.getAllKeys('kept'), database.getAll('kept')]);
	database.close();
	return new Map(keys.map((key, rank) => [key, records[rank]]));
}
