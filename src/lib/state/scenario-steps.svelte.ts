import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import type { Message } from '#domain/notes.ts';
import type { Scenario } from '#domain/scenario.ts';
import type { HoursCorrection } from '../compute/jobs.ts';
import { WorkerDied } from '../compute/territory-client.ts';
import type { Atlas } from './atlas.svelte.ts';
import { documentOf, NO_DOCUMENTS, withDocument, type AuthoredDocument, type Documents } from './documents.ts';
import { commit, historyOf, mapped, redo, undo, type History } from './scenario-history.ts';
import { withTyped, WorkerHours } from './typed-hours.ts';

/** What the user made on the territory that is open. */
interface Work {
	readonly scenarios: readonly Scenario[];
	/** Hours of the data that are corrected. */
	readonly typed: readonly HoursCorrection[];
	/** What authors wrote in the documents of its areas. */
	readonly documents: Documents;
}
const NO_WORK: Work = { scenarios: [], typed: [], documents: NO_DOCUMENTS };

/** What an edit gives, and what it is called. */
export interface Edit {
	readonly code: string;
	readonly after: readonly Scenario[];
	readonly typed?: readonly HoursCorrection[];
	readonly documents?: Documents;
	/** The scenario looked at from then on; the same one where nothing is said. */
	readonly chosen?: string | null;
	/** Edits of one gesture (a drag) are undone together. */
	readonly gesture?: string | null;
}

/** The scenarios of a territory, the hours of its data that are corrected and its documents, with the steps that led to them. */
export abstract class ScenarioSteps {
	protected readonly atlas: Atlas;
	readonly #hours: WorkerHours;
	#taking: Promise<void> = Promise.resolve();
	#history = $state.raw<History<Work>>(historyOf(NO_WORK));

	constructor(atlas: Atlas) {
		this.atlas = atlas;
		this.#hours = new WorkerHours((typed) => atlas.correctHours(typed.filter((one) => this.isHere(one))));
	}

	get list(): readonly Scenario[] {
		return this.#history.present.scenarios;
	}

	/** Hours of the data that are corrected, of each site once; the worker follows. */
	get typed(): readonly HoursCorrection[] {
		return this.#history.present.typed;
	}

	get documents(): Documents {
		return this.#history.present.documents;
	}

	/** The scenario that is looked at; null for the baseline. */
	get current(): Scenario | null {
		return this.list.find(({ id }) => id === this.atlas.stated?.scenario) ?? null;
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
		this.atlas.ask({ scenario: id });
	}

	/** Corrects the hours of a site in the data, whatever the scenario; null: the file's again. Resolves once the worker has them. */
	async typeHours(siteId: string, schedule: OpeningSchedule | null): Promise<void> {
		const code = schedule === null ? 'scenario_step_hours_of_file' : 'scenario_step_hours_typed';
		this.do({ code, after: this.list, typed: withTyped(this.typed, siteId, schedule) });
		await this.#taking;
	}

	/** Edits the document of an area. @param gesture as of `Edit` */
	editDocument(
		area: string,
		code: string,
		edited: (document: AuthoredDocument) => AuthoredDocument,
		gesture: string | null = null
	): void {
		const document = edited(documentOf(this.documents, area));
		this.do({ code, after: this.list, documents: withDocument(this.documents, area, document), gesture });
	}

	/** The file's hours again, everywhere. */
	forgetTyped(): void {
		this.do({ code: 'scenario_step_hours_of_file', after: this.list, typed: [] });
	}

	undo(): void {
		const step = this.#history.done.at(-1);
		if (step !== undefined) this.#show(undo(this.#history), step.chosenBefore);
	}

	redo(): void {
		const step = this.#history.undone.at(-1);
		if (step !== undefined) this.#show(redo(this.#history), step.chosenAfter);
	}

	/** Scenarios are others than before: the worker and the browser are to have them. */
	protected abstract edited(): void;

	/** Documents are others than before: the browser is to have them. */
	protected abstract documentsEdited(): void;

	/** Hours are others than before: the browser is to have them. */
	protected abstract typedEdited(): void;

	/** Whether the territory has the site: prepared anew, it may not, and its hours stay for when it has. */
	protected isHere({ siteId }: HoursCorrection): boolean {
		return this.atlas.baseline?.sites.some(({ id }) => id === siteId) ?? false;
	}

	/** Starts from these, without any step. */
	protected begin(work: Partial<Work> = {}): void {
		this.#history = historyOf({ ...NO_WORK, ...work });
		if (this.typed.length > 0) this.#taking = this.#takeTyped();
	}

	/** Takes in what came from elsewhere, in all that was done here too: undoing it is not ours. */
	protected everywhere(merge: (scenarios: readonly Scenario[]) => readonly Scenario[]): void {
		const merged = (work: Work): Work => ({ ...work, scenarios: merge(work.scenarios) });
		this.#show(mapped(this.#history, merged), this.current?.id ?? null);
	}

	protected documentsEverywhere(merge: (documents: Documents) => Documents): void {
		const merged = (work: Work): Work => ({ ...work, documents: merge(work.documents) });
		this.#show(mapped(this.#history, merged), this.current?.id ?? null);
	}

	protected typedEverywhere(merge: (typed: readonly HoursCorrection[]) => readonly HoursCorrection[]): void {
		const merged = (work: Work): Work => ({ ...work, typed: merge(work.typed) });
		this.#show(mapped(this.#history, merged), this.current?.id ?? null);
	}

	protected do({ code, after, typed = this.typed, documents = this.documents, chosen, gesture = null }: Edit): void {
		const chosenBefore = this.current?.id ?? null;
		const chosenAfter = chosen === undefined ? chosenBefore : chosen;
		const name = { code, params: {} };
		const isSame = after === this.list && typed === this.typed && documents === this.documents;
		const work = isSame ? this.#history.present : { scenarios: after, typed, documents };
		const next = commit(this.#history, { name, after: work, chosenBefore, chosenAfter, gesture });
		if (next !== this.#history) this.#show(next, chosenAfter);
	}

	#show(history: History<Work>, chosen: string | null): void {
		const before = this.#history.present;
		this.#history = history;
		// Another window may have deleted it.
		this.choose(this.list.some(({ id }) => id === chosen) ? chosen : null);
		if (this.typed !== before.typed) {
			this.#taking = this.#takeTyped();
			this.typedEdited();
		}
		if (this.list !== before.scenarios) this.edited();
		if (this.documents !== before.documents) this.documentsEdited();
	}

	/** Has the worker take the hours as they are typed now; where it refuses them, those that it has are shown again. */
	async #takeTyped(): Promise<void> {
		try {
			await this.#hours.want(this.typed);
		} catch (error) {
			// A worker that died refused nothing: the one in its place is given them.
			if (error instanceof WorkerDied) return this.#takeTypedAgain();
			const { present } = this.#history;
			const gone = present.typed.filter((one) => !this.isHere(one));
			this.#history = { ...this.#history, present: { ...present, typed: [...gone, ...this.atlas.typedHours] } };
			this.atlas.fail(error);
		}
	}

	async #takeTypedAgain(): Promise<void> {
		try {
			await this.#hours.want(this.typed);
		} catch (error) {
			this.atlas.fail(error);
		}
	}
}
