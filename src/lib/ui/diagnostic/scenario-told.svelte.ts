import { settledQuestion, type Question } from '#domain/question.ts';
import type { Modification } from '#domain/scenario.ts';
import type { Locale } from '#i18n/locale.ts';
import type { ReportScenario } from '../../report/report-context.ts';
import type { Atlas } from '../../state/atlas.svelte.ts';
import { Followed } from '../../state/followed.svelte.ts';
import type { Scenarios } from '../../state/scenarios.svelte.ts';
import { changeSentence } from '../simulation/change-words.ts';
import { siteLookup } from '../simulation/scenario-sites.ts';
import { slotChanges, type SlotChanges } from '../simulation/slot-changes.ts';

/** The scenario of the question in words, as the document tells it: the hours that it changes are asked. To be made while a component is. */
export class ScenarioTold {
	readonly #atlas: Atlas;
	readonly #scenarios: Scenarios;
	readonly #before: Followed<'siteOpenings'>;
	readonly #after: Followed<'siteOpenings'>;

	constructor(atlas: Atlas, scenarios: Scenarios) {
		this.#atlas = atlas;
		this.#scenarios = scenarios;
		this.#before = new Followed(atlas, 'siteOpenings', () => this.#week(null));
		this.#after = new Followed(atlas, 'siteOpenings', () => this.#week(atlas.question?.scenario ?? null));
	}

	/** Its modifications that are on; null where this is not the scenario that is looked at. */
	of(id: string | null, locale: Locale): ReportScenario | null {
		const { current } = this.#scenarios;
		if (current === null || current.id !== id) return null;
		const siteOf = siteLookup(this.#atlas.baseline?.sites ?? [], current);
		const modifications = current.modifications
			.filter(({ on }) => on)
			.map((modification) => ({
				kind: modification.change.kind,
				sentence: changeSentence(modification.change, siteOf, this.#slots(modification), locale)
			}));
		return { name: current.name, modifications };
	}

	#slots({ change }: Modification): SlotChanges | null {
		const [before, after] = [this.#before.current, this.#after.current];
		if (change.kind !== 'hours' || before === null || after === null) return null;
		const rank = this.#atlas.baseline?.sites.findIndex(({ id }) => id === change.siteId) ?? -1;
		const [was, is] = [before[rank] ?? null, after[rank] ?? null];
		return was === null || is === null ? null : slotChanges(was, is);
	}

	#week(scenario: string | null): Question | null {
		const { question } = this.#atlas;
		const { current } = this.#scenarios;
		const hasHours = current?.modifications.some(({ on, change }) => on && change.kind === 'hours') ?? false;
		if (question === null || question.scenario === null || !hasHours) return null;
		return { ...settledQuestion(question), scenario };
	}
}
