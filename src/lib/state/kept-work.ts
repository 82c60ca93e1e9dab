import type { Message } from '#domain/notes.ts';
import type { Scenario } from '#domain/scenario.ts';
import type { ProjectWork } from '#io/project/project-content.ts';
import type { ScenarioTerritory } from '#io/scenario/scenario-json.ts';
import { DocumentKeeper, type DocumentStore } from './document-keeper.ts';
import type { Documents } from './documents.ts';
import type { HoursCorrection } from '../compute/jobs.ts';
import { HoursKeeper, type HoursStore } from './hours-keeper.ts';
import { Saver, type Editor, type Merge } from './saver.ts';
import { ScenarioKeeper, type ScenarioStore } from './scenario-keeper.ts';

/** Where scenarios are saved, documents, and hours that were corrected. */
export interface Stores {
	readonly scenarios: ScenarioStore;
	readonly documents: DocumentStore;
	readonly hours: HoursStore;
}
export type WorkKind = keyof Stores;
export const WORK_KINDS: readonly WorkKind[] = ['scenarios', 'documents', 'hours'];
type Typed = readonly HoursCorrection[];

/** Names the work on a territory that is no project of its own: it comes back with the territory, prepared anew or not. */
export function workKey({ name, epciCode }: ScenarioTerritory): string {
	return JSON.stringify([name, epciCode]);
}

/** Who edits them. */
export interface Worker {
	readonly scenarios: () => readonly Scenario[];
	readonly documents: () => Documents;
	readonly hours: () => Typed;
	/** A scenario under another identifier and name, for one that two windows edited. */
	readonly copyOf: (scenario: Scenario) => Scenario;
	/** Another window saved meanwhile: what comes of both is to be taken. */
	readonly onscenarios: (merge: Merge<readonly Scenario[]>) => void;
	readonly ondocuments: (merge: Merge<Documents>) => void;
	readonly onhours: (merge: Merge<Typed>) => void;
	readonly onsaved: (kind: WorkKind) => void;
	readonly onrefused: (error: unknown) => void;
}

/** What is made on one territory, kept in the browser: its scenarios, its documents and its hours that were corrected. */
export class KeptWork {
	readonly #scenarioKeeper: ScenarioKeeper;
	readonly #documentKeeper: DocumentKeeper;
	readonly #hoursKeeper: HoursKeeper;
	readonly #worker: Worker;
	readonly #savers: {
		readonly scenarios: Saver<readonly Scenario[]>;
		readonly documents: Saver<Documents>;
		readonly hours: Saver<Typed>;
	};

	/** @param key names the project, in the stores */
	constructor(stores: Stores, key: string, territory: ScenarioTerritory, worker: Worker) {
		this.#worker = worker;
		const told = (kind: WorkKind): Pick<Editor<never>, 'onsaved' | 'onrefused'> => ({
			onsaved: () => worker.onsaved(kind),
			onrefused: worker.onrefused
		});
		this.#scenarioKeeper = new ScenarioKeeper(stores.scenarios, key, territory, worker.copyOf);
		this.#documentKeeper = new DocumentKeeper(stores.documents, key);
		this.#hoursKeeper = new HoursKeeper(stores.hours, key);
		this.#savers = {
			scenarios: new Saver(this.#scenarioKeeper, {
				made: worker.scenarios,
				onmerge: worker.onscenarios,
				...told('scenarios')
			}),
			documents: new Saver(this.#documentKeeper, {
				made: worker.documents,
				onmerge: worker.ondocuments,
				...told('documents')
			}),
			hours: new Saver(this.#hoursKeeper, { made: worker.hours, onmerge: worker.onhours, ...told('hours') })
		};
	}

	/** What is saved, and what must be said of what could not be read. @throws what the stores throw */
	async load(): Promise<{
		readonly scenarios: readonly Scenario[];
		readonly documents: Documents;
		readonly hours: Typed;
		readonly notices: readonly Message[];
	}> {
		const [made, written, typed] = await Promise.all([
			this.#scenarioKeeper.load(),
			this.#documentKeeper.load(),
			this.#hoursKeeper.load()
		]);
		const notices = [...made.notices, ...written.notices, ...typed.notices];
		return { scenarios: made.scenarios, documents: written.documents, hours: typed.hours, notices };
	}

	/** Something of it was edited. */
	later(kind: WorkKind): void {
		this.#savers[kind].later();
	}

	/** Saves at once what waits to be. Resolves once it is saved, or refused. */
	async settled(): Promise<void> {
		await Promise.all(WORK_KINDS.map((kind) => this.#savers[kind].settled()));
	}

	/** Saves what waits, for another territory is opened. Resolves once it is saved, or refused. */
	async close(): Promise<void> {
		await Promise.all(WORK_KINDS.map((kind) => this.#savers[kind].close()));
	}

	/** All of it, as it is kept. */
	written(): ProjectWork {
		const { scenarios, documents, hours } = this.#worker;
		return {
			scenarios: this.#scenarioKeeper.texts(scenarios()),
			documents: this.#documentKeeper.text(documents()),
			hours: this.#hoursKeeper.text(hours())
		};
	}

	/** The file of a scenario. */
	file(scenario: Scenario): Uint8Array {
		return this.#scenarioKeeper.file(scenario);
	}
}
