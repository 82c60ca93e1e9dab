import { onDestroy, untrack } from 'svelte';
import { settledQuestion } from '#domain/question.ts';
import type { Modification, Scenario } from '#domain/scenario.ts';
import type { Atlas } from '../../state/atlas.svelte.ts';
import { Followed, type Answered } from '../../state/followed.svelte.ts';
import { heldOf } from '../../state/under-scenario.ts';
import { aloneId, modificationsAlone } from './modification-lines.ts';
import { slotChanges, ToldSlots, type SlotChanges } from './slot-changes.ts';

/**
 * What the page asks the worker about the scenario looked at: the whole of it and each modification alone against the baseline, scenarios
 * side by side, the week of the sites whose hours change, proposals. To be made while a component is.
 */
export class Simulation {
	readonly #atlas: Atlas;
	readonly #scenario: () => Scenario | null;
	readonly #told = new ToldSlots();
	/** Scenarios of the table, by identifier; null while it is not open. */
	beside = $state.raw<readonly string[] | null>(null);
	withSectors = $state(false);
	/** Ages, profiles and moments are in sight: profiles and moments are asked then alone. */
	withGroups = $state(false);

	readonly compared: Followed<'compare'>;
	readonly #eachAlone: Followed<'compare'>;
	#lastAlone: { readonly id: string; readonly answered: Answered<'compare'> | null } | null = null;
	readonly table: Followed<'compare'>;
	readonly weekBefore: Followed<'siteOpenings'>;
	readonly weekAfter: Followed<'siteOpenings'>;

	constructor(atlas: Atlas, scenario: () => Scenario | null) {
		this.#atlas = atlas;
		this.#scenario = scenario;
		const alone = () => {
			const current = this.#scenario();
			return current === null ? [] : modificationsAlone(current);
		};
		$effect(() => {
			this.#scenario();
			untrack(() => atlas.scenarios.alongside(alone));
		});
		onDestroy(() => atlas.scenarios.alongside(() => []));
		this.compared = new Followed(atlas, 'compare', () =>
			this.#comparison(this.#held(), { withGroups: this.withGroups })
		);
		// After the figures of the scenario, which the edit is made for.
		const comesLater = () => atlas.pending || this.compared.pending;
		this.#eachAlone = new Followed(atlas, 'compare', () => this.#comparison(alone().map(({ id }) => id)), comesLater);
		this.table = new Followed(atlas, 'compare', () =>
			this.#comparison(this.beside ?? [], { withSectors: this.withSectors })
		);
		this.weekBefore = new Followed(atlas, 'siteOpenings', () => this.#week(null));
		this.weekAfter = new Followed(atlas, 'siteOpenings', () => this.#week(this.#held().at(0) ?? null));
	}

	/** Each modification alone against the baseline. */
	get alone(): Answered<'compare'> | null {
		const on = this.#scenario()?.modifications.filter((modification) => modification.on) ?? [];
		if (on.length !== 1) return this.#eachAlone.answered;
		// One alone is the scenario. While it is computed, what was told of this one stays, and of no other.
		const [{ id }] = on;
		if (this.compared.current !== null) this.#lastAlone = { id, answered: this.compared.answered };
		return this.#lastAlone?.id === id ? this.#lastAlone.answered : null;
	}

	/** What new hours change in the week asked: of the modification that decides them, the last one of its site; of another, as last told. */
	slotsOf({ id, change }: Modification): SlotChanges | null {
		if (change.kind !== 'hours') return null;
		const { siteId } = change;
		const scenario = this.#scenario();
		const key = aloneId(scenario?.id ?? '', id);
		const decides = scenario?.modifications.findLast(
			({ on, change: one }) => on && one.kind === 'hours' && one.siteId === siteId
		);
		return decides?.id === id ? this.#told.tell(key, change, this.#slotsNow(siteId)) : this.#told.recall(key, change);
	}

	/** Undefined while the week of the scenario is asked. */
	#slotsNow(siteId: string): SlotChanges | null | undefined {
		const [before, after] = [this.weekBefore.current, this.weekAfter.current];
		const isOfScenario = this.weekAfter.answered?.of.scenario === this.#scenario()?.id;
		if (before === null || after === null || !isOfScenario) return undefined;
		const rank = this.#atlas.baseline?.sites.findIndex((site) => site.id === siteId) ?? -1;
		const [was, is] = [before[rank] ?? null, after[rank] ?? null];
		return was === null || is === null ? null : slotChanges(was, is);
	}

	/** The scenario looked at, once the worker holds it. */
	#held(): readonly string[] {
		const id = this.#atlas.stated?.scenario ?? null;
		return id !== null && heldOf(this.#atlas.held, id) !== undefined ? [id] : [];
	}

	#comparison(scenarios: readonly string[], { withSectors = false, withGroups = false } = {}) {
		const { question, held: all } = this.#atlas;
		const held = scenarios.filter((id) => heldOf(all, id) !== undefined);
		if (question === null || held.length === 0) return null;
		return { question: { ...question, scenario: null }, scenarios: held, withSectors, withGroups };
	}

	#week(scenario: string | null) {
		const { question } = this.#atlas;
		const hasHours = this.#scenario()?.modifications.some(({ on, change }) => on && change.kind === 'hours');
		return question === null || !hasHours ? null : { ...settledQuestion(question), scenario };
	}
}
