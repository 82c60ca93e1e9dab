import { MaillageError, type Message } from '#domain/notes.ts';
import type { Scenario } from '#domain/scenario.ts';
import { readScenarioFile, writeScenarioFile, type ScenarioTerritory } from '#io/scenario/scenario-json.ts';
import { mergeScenarios } from './scenario-merge.ts';
import type { Kept, KeptStore } from './kept-store.ts';
import type { Keeper, Merge } from './saver.ts';

/** The scenarios of a territory are kept as the text of a file each. */
export type ScenarioStore = KeptStore<readonly string[]>;
type Scenarios = readonly Scenario[];

/** Saves the scenarios of one territory, and reads them again when it is opened, prepared anew or not. */
export class ScenarioKeeper implements Keeper<Scenarios> {
	readonly #store: ScenarioStore;
	readonly #territory: ScenarioTerritory;
	readonly #key: string;
	readonly #copyOf: (scenario: Scenario) => Scenario;
	/** Scenarios are never edited in place: the same object has the same text. */
	readonly #texts = new WeakMap<Scenario, string>();
	#version = 0;
	/** As they were saved or read last. */
	#saved: readonly Scenario[] = [];
	/** Texts that this version of Maillage cannot read: they are saved again as they are. */
	#unread: readonly string[] = [];

	/**
	 * @param key names the project, in the store
	 * @param copyOf a scenario under another identifier and name, for one that two windows edited
	 */
	constructor(
		store: ScenarioStore,
		key: string,
		territory: ScenarioTerritory,
		copyOf: (scenario: Scenario) => Scenario
	) {
		this.#store = store;
		this.#territory = territory;
		this.#key = key;
		this.#copyOf = copyOf;
	}

	/**
	 * The scenarios saved for this territory, and what must be said of those that could not be read.
	 * @throws what the store throws
	 */
	async load(): Promise<{ readonly scenarios: readonly Scenario[]; readonly notices: readonly Message[] }> {
		const saved = await this.#store.read(this.#key);
		if (saved === null) return { scenarios: [], notices: [] };
		const notices = this.#take(saved);
		return { scenarios: this.#saved, notices };
	}

	async save(scenarios: Scenarios): Promise<Merge<Scenarios> | null> {
		if (scenarios === this.#saved) return null;
		const other = await this.#store.write(this.#key, this.#version, this.texts(scenarios));
		if (other === null) {
			this.#version += 1;
			this.#saved = scenarios;
			return null;
		}
		const base = this.#saved;
		this.#take(other);
		const theirs = this.#saved;
		const copies = new Map<Scenario, Scenario>();
		const copyOf = (scenario: Scenario) => {
			const copy = copies.get(scenario) ?? this.#copyOf(scenario);
			copies.set(scenario, copy);
			return copy;
		};
		const isSame = (one: Scenario, another: Scenario) => this.#textOf(one) === this.#textOf(another);
		return (mine) => mergeScenarios({ base, mine, theirs, isSame, copyOf });
	}

	/** Scenarios as they are kept, with those that cannot be read. */
	texts(scenarios: Scenarios): readonly string[] {
		return [...scenarios.map((scenario) => this.#textOf(scenario)), ...this.#unread];
	}

	/** The file of a scenario. */
	file(scenario: Scenario): Uint8Array {
		return writeScenarioFile(scenario, this.#territory);
	}

	#take({ version, value: texts }: Kept<readonly string[]>): Message[] {
		const [read, unread, notices]: [Scenario[], string[], Message[]] = [[], [], []];
		for (const text of texts) {
			try {
				const { scenario, notes } = readScenarioFile(new TextEncoder().encode(text), '');
				read.push(scenario);
				notices.push(...notes.map(({ message }) => message));
			} catch (error) {
				if (!(error instanceof MaillageError)) throw error;
				unread.push(text);
				notices.push({ code: 'note_scenario_saved_unread', params: {} });
			}
		}
		this.#version = version;
		this.#saved = read;
		this.#unread = unread;
		return notices;
	}

	#textOf(scenario: Scenario): string {
		const known = this.#texts.get(scenario);
		if (known !== undefined) return known;
		const text = new TextDecoder().decode(this.file(scenario));
		this.#texts.set(scenario, text);
		return text;
	}
}
