import { untrack } from 'svelte';
import type { CostSettings, ModificationCost } from '#domain/cost.ts';
import type { Message } from '#domain/notes.ts';
import type { Change, Scenario } from '#domain/scenario.ts';
import type { AppliedScenario } from '#domain/scenario-answers.ts';
import { m } from '#i18n/paraglide/messages.js';
import { readScenarioFile } from '#io/scenario/scenario-json.ts';
import type { Atlas } from './atlas.svelte.ts';
import { inForce } from './held-scenarios.ts';
import { commit, historyOf, redo, undo, type History } from './scenario-history.ts';
import { ScenarioKeeper } from './scenario-keeper.ts';
import * as edit from './scenario-list.ts';
import type { ScenarioStore } from './scenario-store.ts';
import type { Settings } from './settings.svelte.ts';
import { heldOf } from './under-scenario.ts';

/** Edits rest this long before they are saved. */
const SAVED_AFTER_MS = 400;
const ID_CHARACTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** The browser keeps nothing: a private window, a full disk. */
const NOT_SAVED: Message = { code: 'note_scenario_not_saved', params: {} };

/** What an edit gives, and what it is called. */
interface Edit {
	readonly code: string;
	readonly after: edit.Scenarios;
	/** The scenario looked at from then on; the same one where nothing is said. */
	readonly chosen?: string | null;
	/** Edits of one gesture (a drag) are undone together. */
	readonly gesture?: string | null;
}

/**
 * The scenarios of the territory that is open: every edit is a step that can be undone, is saved in the browser, and is told to the
 * worker; what is asked under an edited scenario then follows. To be made while a component is.
 */
export class Scenarios {
	readonly #atlas: Atlas;
	readonly #settings: Settings;
	readonly #store: ScenarioStore;
	#keeper: ScenarioKeeper | null = null;
	#saving: Promise<void> = Promise.resolve();
	#resting: ReturnType<typeof setTimeout> | undefined;
	#history = $state.raw<History>(historyOf([]));
	/** False until the saved scenarios of the territory are there. */
	ready = $state(false);
	/** False while some edit is in this window alone. */
	saved = $state(true);
	/** What the reader must know: a link's scenario that is not here, a browser that saves nothing. */
	notices = $state.raw<readonly Message[]>([]);

	constructor(atlas: Atlas, settings: Settings, store: ScenarioStore) {
		this.#atlas = atlas;
		this.#settings = settings;
		this.#store = store;
		$effect(() => {
			if (atlas.source !== null) untrack(() => void this.#open());
		});
		$effect(() => {
			const wanted = atlas.stated?.scenario ?? null;
			if (!this.ready || wanted === null || this.current !== null) return;
			untrack(() => {
				this.#say({ code: 'note_scenario_unknown', params: {} });
				this.choose(null);
			});
		});
	}

	get list(): readonly Scenario[] {
		return this.#history.present;
	}

	/** The scenario that is looked at; null for the baseline. */
	get current(): Scenario | null {
		return this.list.find(({ id }) => id === this.#atlas.stated?.scenario) ?? null;
	}

	/** What became of it on the territory; null until the worker holds it. */
	get applied(): AppliedScenario | null {
		return heldOf(this.#atlas.held, this.current?.id ?? null)?.applied ?? null;
	}

	/** What the next undoing undoes; null where nothing is left. */
	get undoName(): Message | null {
		return this.#history.done.at(-1)?.name ?? null;
	}

	get redoName(): Message | null {
		return this.#history.undone.at(-1)?.name ?? null;
	}

	/** Looks at a scenario, or at the baseline. */
	choose(id: string | null): void {
		this.#atlas.ask({ scenario: id });
	}

	/** Makes an empty scenario and looks at it. */
	create(name = this.#newName()): Scenario {
		const scenario = edit.newScenario(this.#newId(), name);
		this.#do({ code: 'scenario_step_create', after: edit.withScenario(this.list, scenario), chosen: scenario.id });
		return scenario;
	}

	duplicate(id: string): void {
		const scenario = this.list.find((one) => one.id === id);
		if (scenario === undefined) return;
		const copy = this.#copyOf(scenario);
		this.#do({ code: 'scenario_step_duplicate', after: edit.duplicated(this.list, id, copy), chosen: copy.id });
	}

	rename(id: string, name: string): void {
		this.#do({ code: 'scenario_step_rename', after: edit.renamed(this.list, id, name) });
	}

	remove(id: string): void {
		const isCurrent = this.current?.id === id;
		const after = edit.withoutScenario(this.list, id);
		this.#do({ code: 'scenario_step_delete', after, ...(isCurrent ? { chosen: null } : {}) });
	}

	reorder(id: string, rank: number): void {
		this.#do({ code: 'scenario_step_order', after: edit.reordered(this.list, id, rank) });
	}

	/** Adds modifications to the scenario that is looked at, in one step; to a new one where none is. */
	add(changes: readonly Change[], gesture: string | null = null): void {
		if (changes.length === 0) return;
		const current = this.current ?? edit.newScenario(this.#newId(), this.#newName());
		const list = this.current === null ? edit.withScenario(this.list, current) : this.list;
		const after = edit.withChanges(list, current.id, changes);
		this.#do({ code: 'scenario_step_add', after, chosen: current.id, gesture });
	}

	/** Puts a change in the place of another of the scenario that is looked at; those of one gesture are one step. */
	replace(modificationId: string, change: Change, gesture: string | null = null): void {
		this.#edit(
			'scenario_step_replace',
			(list, id) => edit.withModification(list, id, modificationId, { change }),
			gesture
		);
	}

	setOn(modificationId: string, on: boolean): void {
		const code = on ? 'scenario_step_on' : 'scenario_step_off';
		this.#edit(code, (list, id) => edit.withModification(list, id, modificationId, { on }));
	}

	setCost(modificationId: string, cost: ModificationCost, gesture: string | null = null): void {
		this.#edit('scenario_step_costs', (list, id) => edit.withModification(list, id, modificationId, { cost }), gesture);
	}

	removeModification(modificationId: string): void {
		this.#edit('scenario_step_remove', (list, id) => edit.withoutModification(list, id, modificationId));
	}

	reorderModification(modificationId: string, rank: number): void {
		this.#edit('scenario_step_order_modifications', (list, id) =>
			edit.reorderedModification(list, id, modificationId, rank)
		);
	}

	setCosts(costs: CostSettings, gesture: string | null = null): void {
		this.#edit('scenario_step_costs', (list, id) => edit.withCosts(list, id, costs), gesture);
	}

	undo(): void {
		const step = this.#history.done.at(-1);
		if (step !== undefined) this.#show(undo(this.#history), step.chosenBefore);
	}

	redo(): void {
		const step = this.#history.undone.at(-1);
		if (step !== undefined) this.#show(redo(this.#history), step.chosenAfter);
	}

	/**
	 * Takes a scenario file in, and looks at it; what must be said of it is told in the notices.
	 * @throws MaillageError as `readScenarioFile`
	 */
	importFile(bytes: Uint8Array, file: string): void {
		const { scenario, territory, notes } = readScenarioFile(bytes, file);
		for (const { message } of notes) this.#say(message);
		const here = this.#atlas.baseline?.name ?? '';
		if (territory.name !== here) {
			this.#say({ code: 'note_scenario_other_territory', params: { made: territory.name, here } });
		}
		const isTaken = this.list.some(({ id }) => id === scenario.id);
		const taken = isTaken ? { ...scenario, id: this.#newId() } : scenario;
		this.#do({ code: 'scenario_step_import', after: edit.withScenario(this.list, taken), chosen: taken.id });
	}

	/** The file of a scenario. @throws Error where no territory is open */
	exportFile(scenario: Scenario): Uint8Array {
		if (this.#keeper === null) throw new Error('No territory is open');
		return this.#keeper.file(scenario);
	}

	/** Saves at once what waits to be. */
	flush(): void {
		clearTimeout(this.#resting);
		const [keeper, list] = [this.#keeper, this.list];
		if (keeper !== null && !this.saved) this.#saving = this.#saving.then(() => this.#save(keeper, list));
	}

	dismiss(notice: Message): void {
		this.notices = this.notices.filter((one) => one !== notice);
	}

	/** An edit of the scenario that is looked at; nothing where none is. */
	#edit(
		code: string,
		edited: (list: edit.Scenarios, id: string) => edit.Scenarios,
		gesture: string | null = null
	): void {
		const { current } = this;
		if (current !== null) this.#do({ code, after: edited(this.list, current.id), gesture });
	}

	#do({ code, after, chosen, gesture = null }: Edit): void {
		const chosenBefore = this.current?.id ?? null;
		const chosenAfter = chosen === undefined ? chosenBefore : chosen;
		const name = { code, params: {} };
		const next = commit(this.#history, { name, after, chosenBefore, chosenAfter, gesture });
		if (next !== this.#history) this.#show(next, chosenAfter);
	}

	#show(history: History, chosen: string | null): void {
		this.#history = history;
		this.choose(chosen);
		this.#atlas.scenarios.want(inForce(this.list));
		this.saved = false;
		clearTimeout(this.#resting);
		this.#resting = setTimeout(() => this.flush(), SAVED_AFTER_MS);
	}

	/** Takes in what is saved of the territory that was opened. */
	async #open(): Promise<void> {
		this.flush();
		const { baseline } = this.#atlas;
		if (baseline === null) return;
		const keeper = new ScenarioKeeper(this.#store, baseline, (scenario) => this.#copyOf(scenario));
		this.#keeper = keeper;
		this.#history = historyOf([]);
		this.notices = [];
		this.ready = false;
		this.saved = true;
		try {
			// What the former territory left may be of this one, opened again.
			await this.#saving;
			const { scenarios, notices } = await keeper.load();
			if (keeper !== this.#keeper) return;
			this.#history = historyOf(scenarios);
			for (const notice of notices) this.#say(notice);
		} catch {
			if (keeper !== this.#keeper) return;
			this.#say(NOT_SAVED);
		}
		this.ready = true;
		this.#atlas.scenarios.want(inForce(this.list));
	}

	async #save(keeper: ScenarioKeeper, list: readonly Scenario[]): Promise<void> {
		const isHere = () => keeper === this.#keeper;
		try {
			let saved = list;
			for (let merge = await keeper.save(saved); merge !== null; merge = await keeper.save(saved)) {
				saved = merge(isHere() ? this.list : saved);
				if (isHere()) this.#do({ code: 'scenario_step_other_window', after: saved });
			}
			if (isHere() && this.list === saved) this.saved = true;
		} catch {
			this.#say(NOT_SAVED);
		}
	}

	#say(notice: Message): void {
		const isSaid = this.notices.some(({ code }) => code === notice.code && notice === NOT_SAVED);
		if (!isSaid) this.notices = [...this.notices, notice];
	}

	/** Another window, another computer makes another: a link never shows one scenario for another. */
	#newId(): string {
		const draws = crypto.getRandomValues(new Uint8Array(10));
		return `s${Array.from(draws, (draw) => ID_CHARACTERS[draw % ID_CHARACTERS.length]).join('')}`;
	}

	#newName(): string {
		return m.scenario_new_name({ rank: this.list.length + 1 }, { locale: this.#settings.locale });
	}

	#copyOf(scenario: Scenario): Scenario {
		const name = m.scenario_copy_name({ name: scenario.name }, { locale: this.#settings.locale });
		return { ...scenario, id: this.#newId(), name };
	}
}
