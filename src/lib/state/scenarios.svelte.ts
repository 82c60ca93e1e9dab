import { untrack } from 'svelte';
import type { CostSettings, ModificationCost } from '#domain/cost.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import type { Change, Scenario } from '#domain/scenario.ts';
import type { AppliedScenario } from '#domain/scenario-answers.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { ProjectWork } from '#io/project/project-content.ts';
import { readScenarioFile, type ScenarioRead } from '#io/scenario/scenario-json.ts';
import type { TerritorySource } from '../compute/jobs.ts';
import type { Atlas } from './atlas.svelte.ts';
import { inForce } from './held-scenarios.ts';
import { hoursTarget } from './hours-target.ts';
import { KeptWork, WORK_KINDS, workKey, type Stores } from './kept-work.ts';
import * as edit from './scenario-list.ts';
import { scenarioOfFragment, withLinked } from './scenario-link.ts';
import { ScenarioSteps } from './scenario-steps.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import { heldOf } from './under-scenario.ts';
import { WorkNotices } from './work-notices.svelte.ts';

/**
 * The scenarios of the territory that is open, the hours of its data that are corrected, and its documents: every edit is a step that can be
 * undone and is told to the worker; what is asked then follows. All of it is saved in the browser. To be made while a component is.
 */
export class Scenarios extends ScenarioSteps {
	readonly #settings: Settings;
	readonly #stores: Stores;
	readonly #projectOf: (source: TerritorySource) => string | null;
	#kept: KeptWork | null = null;
	/** What is in this window alone. */
	readonly #unsaved = $state({ scenarios: false, documents: false, hours: false });
	/** Given before the territory was there: files, and what a link carries. */
	readonly #waiting: File[] = [];
	#linked: ScenarioRead | null = null;
	/** Said then: that the scenario is not here needs no other word. */
	#isLinkDamaged = false;
	/** False until the saved scenarios of the territory are there. */
	ready = $state(false);
	/** False while some edit is in this window alone. */
	readonly saved = $derived(!WORK_KINDS.some((kind) => this.#unsaved[kind]));
	readonly notices = new WorkNotices();

	/** @param projectOf names the project that a territory was opened from; null: what is made on it goes by its name */
	constructor(
		atlas: Atlas,
		settings: Settings,
		stores: Stores,
		projectOf: (source: TerritorySource) => string | null = () => null
	) {
		super(atlas);
		this.#settings = settings;
		this.#stores = stores;
		this.#projectOf = projectOf;
		$effect(() => {
			if (atlas.source !== null) untrack(() => void this.#open());
		});
		$effect(() => {
			const wanted = atlas.stated?.scenario ?? null;
			if (!this.ready || wanted === null || this.current !== null) return;
			untrack(() => {
				if (!this.#isLinkDamaged) this.notices.say({ code: 'note_scenario_unknown', params: {} });
				this.choose(null);
			});
		});
	}

	/** What became of it on the territory; null until the worker holds it. */
	get applied(): AppliedScenario | null {
		return heldOf(this.atlas.held, this.current?.id ?? null)?.applied ?? null;
	}

	/** Makes an empty scenario and looks at it. */
	create(name = this.#newName()): Scenario {
		const scenario = edit.newScenario(edit.newScenarioId(), name);
		this.do({ code: 'scenario_step_create', after: edit.withScenario(this.list, scenario), chosen: scenario.id });
		return scenario;
	}

	duplicate(id: string): void {
		const scenario = this.list.find((one) => one.id === id);
		if (scenario === undefined) return;
		const copy = this.#copyOf(scenario);
		this.do({ code: 'scenario_step_duplicate', after: edit.duplicated(this.list, id, copy), chosen: copy.id });
	}

	rename(id: string, name: string): void {
		this.do({ code: 'scenario_step_rename', after: edit.renamed(this.list, id, name) });
	}

	remove(id: string): void {
		const isCurrent = this.current?.id === id;
		const after = edit.withoutScenario(this.list, id);
		this.do({ code: 'scenario_step_delete', after, ...(isCurrent ? { chosen: null } : {}) });
	}

	reorder(id: string, rank: number): void {
		this.do({ code: 'scenario_step_order', after: edit.reordered(this.list, id, rank) });
	}

	/** Adds modifications to the scenario that is looked at, in one step; to a new one where none is. */
	add(changes: readonly Change[], gesture: string | null = null): void {
		if (changes.length === 0) return;
		const current = this.current ?? edit.newScenario(edit.newScenarioId(), this.#newName());
		const list = this.current === null ? edit.withScenario(this.list, current) : this.list;
		const after = edit.withChanges(list, current.id, changes);
		this.do({ code: 'scenario_step_add', after, chosen: current.id, gesture });
	}

	/** Puts a change in the place of another of the scenario that is looked at; those of one gesture are one step. */
	replace(modificationId: string, change: Change, gesture: string | null = null): void {
		this.#edit(
			'scenario_step_replace',
			(list, id) => edit.withModification(list, id, modificationId, { change }),
			gesture
		);
	}

	/** Gives a site these hours in the scenario that is looked at. */
	setHours(siteId: string, schedule: OpeningSchedule): void {
		const { modificationId, changed } = hoursTarget(this.current, siteId);
		if (modificationId === null) this.add([changed(schedule)]);
		else this.replace(modificationId, changed(schedule));
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

	/**
	 * Takes scenario files in, and looks at the last one. What must be said of one is told in the notices; one that cannot be read is said
	 * to have failed and changes nothing. Before the territory is there, they wait for it.
	 */
	async importFiles(files: readonly File[]): Promise<void> {
		if (!this.ready) return void this.#waiting.push(...files);
		for (const file of files) {
			try {
				this.#import(new Uint8Array(await file.arrayBuffer()), file.name);
			} catch (error) {
				this.atlas.fail(error);
			}
		}
	}

	#import(bytes: Uint8Array, file: string): void {
		const { scenario, territory, notes } = readScenarioFile(bytes, file);
		for (const { message } of notes) this.notices.say(message);
		const here = this.atlas.baseline?.name ?? '';
		if (territory.name !== here) {
			this.notices.say({ code: 'note_scenario_other_territory', params: { made: territory.name, here } });
		}
		const isTaken = this.list.some(({ id }) => id === scenario.id);
		const taken = isTaken ? { ...scenario, id: edit.newScenarioId() } : scenario;
		this.do({ code: 'scenario_step_import', after: edit.withScenario(this.list, taken), chosen: taken.id });
	}

	/** The scenario that the fragment of a link carries is taken in once the territory that it was made on is open. */
	takeFromLink(fragment: string): void {
		try {
			this.#linked = scenarioOfFragment(fragment);
		} catch (error) {
			this.#isLinkDamaged = true;
			this.atlas.fail(error);
		}
	}

	#takeLinked(kept: KeptWork, territory: string): void {
		if (this.#linked?.territory.name !== territory) return;
		const { scenario, notes } = this.#linked;
		this.#linked = null;
		for (const { message } of notes) this.notices.say(message);
		const isSame = (one: Scenario, other: Scenario) => String(kept.file(one)) === String(kept.file(other));
		const { list, id } = withLinked(this.list, scenario, isSame, edit.newScenarioId);
		this.do({ code: 'scenario_step_import', after: list, chosen: id });
	}

	/** The file of a scenario. @throws Error where no territory is open */
	exportFile(scenario: Scenario): Uint8Array {
		if (this.#kept === null) throw new Error('No territory is open');
		return this.#kept.file(scenario);
	}

	/** All that is made here, as it is kept. @throws Error where no territory is open */
	work(): ProjectWork {
		if (this.#kept === null) throw new Error('No territory is open');
		return this.#kept.written();
	}

	/** Saves at once what waits to be. Resolves once it is saved, or refused. */
	async settled(): Promise<void> {
		await this.#kept?.settled();
	}

	/** An edit of the scenario that is looked at; nothing where none is. */
	#edit(
		code: string,
		edited: (list: edit.Scenarios, id: string) => edit.Scenarios,
		gesture: string | null = null
	): void {
		const { current } = this;
		if (current !== null) this.do({ code, after: edited(this.list, current.id), gesture });
	}

	protected edited(): void {
		this.atlas.scenarios.want(inForce(this.list));
		this.#unsaved.scenarios = true;
		this.#kept?.later('scenarios');
	}

	protected documentsEdited(): void {
		this.#unsaved.documents = true;
		this.#kept?.later('documents');
	}

	protected typedEdited(): void {
		this.#unsaved.hours = true;
		this.#kept?.later('hours');
	}

	/** Takes in what is saved of the territory that was opened. */
	async #open(): Promise<void> {
		const closed = this.#kept?.close();
		const { baseline, source } = this.atlas;
		if (baseline === null || source === null) return;
		const kept = new KeptWork(this.#stores, this.#projectOf(source) ?? workKey(baseline), baseline, {
			scenarios: () => this.list,
			documents: () => this.documents,
			hours: () => this.typed,
			copyOf: (scenario) => this.#copyOf(scenario),
			onscenarios: (merge) => {
				this.everywhere(merge);
				this.notices.say({ code: 'note_scenario_other_window', params: {} });
			},
			ondocuments: (merge) => {
				this.documentsEverywhere(merge);
				this.notices.say({ code: 'note_documents_other_window', params: {} });
			},
			onhours: (merge) => {
				this.typedEverywhere(merge);
				this.notices.say({ code: 'note_project_hours_other_window', params: {} });
			},
			onsaved: (what) => {
				this.#unsaved[what] = false;
				if (this.saved) this.notices.saved();
			},
			onrefused: (error) => this.notices.refused(error)
		});
		this.#kept = kept;
		this.begin();
		this.notices.forget();
		this.ready = false;
		for (const kind of WORK_KINDS) this.#unsaved[kind] = false;
		try {
			// What the former territory left may be of this one, opened again.
			await closed;
			const { scenarios, documents, hours: typed, notices } = await kept.load();
			if (kept !== this.#kept) return;
			this.begin({ scenarios, documents, typed });
			const gone = typed.filter((one) => !this.isHere(one)).length;
			if (gone > 0) this.notices.say({ code: 'note_project_hours_site_gone', params: { count: gone } });
			for (const notice of notices) this.notices.say(notice);
		} catch (error) {
			if (kept !== this.#kept) return;
			this.notices.refused(error);
		}
		this.#takeLinked(kept, baseline.name);
		this.ready = true;
		this.atlas.scenarios.want(inForce(this.list));
		void this.importFiles(this.#waiting.splice(0));
	}

	#newName(): string {
		return m.scenario_new_name({ rank: this.list.length + 1 }, { locale: this.#settings.locale });
	}

	#copyOf(scenario: Scenario): Scenario {
		const name = m.scenario_copy_name({ name: scenario.name }, { locale: this.#settings.locale });
		return { ...scenario, id: edit.newScenarioId(), name };
	}
}
