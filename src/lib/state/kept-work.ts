import type { Message } from '#domain/notes.ts';
import type { Scenario } from '#domain/scenario.ts';
import type { ScenarioTerritory } from '#io/scenario/scenario-json.ts';
import { DocumentKeeper, type DocumentStore } from './document-keeper.ts';
import type { Documents } from './documents.ts';
import { Saver, type Editor, type Merge } from './saver.ts';
import { ScenarioKeeper, type ScenarioStore } from './scenario-keeper.ts';

/** Where scenarios are saved, and documents. */
export interface Stores {
	readonly scenarios: ScenarioStore;
	readonly documents: DocumentStore;
}
type Kind = keyof Stores;

/** Who edits them. */
export interface Worker {
	readonly scenarios: () => readonly Scenario[];
	readonly documents: () => Documents;
	/** A scenario under another identifier and name, for one that two windows edited. */
	readonly copyOf: (scenario: Scenario) => Scenario;
	/** Another window saved meanwhile: what comes of both is to be taken. */
	readonly onscenarios: (merge: Merge<readonly Scenario[]>) => void;
	readonly ondocuments: (merge: Merge<Documents>) => void;
	readonly onsaved: (kind: Kind) => void;
	readonly onrefused: (error: unknown) => void;
}

/** What is made on one territory, kept in the browser: its scenarios and its documents. */
export class KeptWork {
	readonly #scenarioKeeper: ScenarioKeeper;
	readonly #documentKeeper: DocumentKeeper;
	readonly #savers: { readonly scenarios: Saver<readonly Scenario[]>; readonly documents: Saver<Documents> };

	constructor(stores: Stores, territory: ScenarioTerritory, worker: Worker) {
		const told = (kind: Kind): Pick<Editor<never>, 'onsaved' | 'onrefused'> => ({
			onsaved: () => worker.onsaved(kind),
			onrefused: worker.onrefused
		});
		this.#scenarioKeeper = new ScenarioKeeper(stores.scenarios, territory, worker.copyOf);
		this.#documentKeeper = new DocumentKeeper(stores.documents, territory);
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
			})
		};
	}

	/** What is saved, and what must be said of what could not be read. @throws what the stores throw */
	async load(): Promise<{
		readonly scenarios: readonly Scenario[];
		readonly documents: Documents;
		readonly notices: readonly Message[];
	}> {
		const [made, written] = await Promise.all([this.#scenarioKeeper.load(), this.#documentKeeper.load()]);
		const notices = [...made.notices, ...written.notices];
		return { scenarios: made.scenarios, documents: written.documents, notices };
	}

	/** Something of it was edited. */
	later(kind: Kind): void {
		this.#savers[kind].later();
	}

	/** Saves at once what waits to be. */
	flush(): void {
		this.#savers.scenarios.flush();
		this.#savers.documents.flush();
	}

	/** Saves what waits, for another territory is opened. Resolves once it is saved, or refused. */
	async close(): Promise<void> {
		await Promise.all([this.#savers.scenarios.close(), this.#savers.documents.close()]);
	}

	/** The file of a scenario. */
	file(scenario: Scenario): Uint8Array {
		return this.#scenarioKeeper.file(scenario);
	}
}
