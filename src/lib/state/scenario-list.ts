import type { CostSettings } from '#domain/cost.ts';
import { DEFAULT_COSTS, NO_COST_SAID } from '#domain/cost.ts';
import type { Change, Modification, Scenario } from '#domain/scenario.ts';

const ID_CHARACTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Edits of the scenarios of a territory, in their order: each gives the new list, or the same one where nothing changes. */
export type Scenarios = readonly Scenario[];

export function newScenario(id: string, name: string): Scenario {
	return { id, name, modifications: [], costs: DEFAULT_COSTS };
}

/** Another window, another computer makes another: a link never shows one scenario for another. */
export function newScenarioId(): string {
	const draws = crypto.getRandomValues(new Uint8Array(10));
	return `s${Array.from(draws, (draw) => ID_CHARACTERS[draw % ID_CHARACTERS.length]).join('')}`;
}

/** Puts a scenario at the end. */
export function withScenario(list: Scenarios, scenario: Scenario): Scenarios {
	return [...list, scenario];
}

/** A copy stands right after what it is a copy of. */
export function duplicated(
	list: Scenarios,
	id: string,
	copy: { readonly id: string; readonly name: string }
): Scenarios {
	return list.flatMap((scenario) => (scenario.id === id ? [scenario, { ...scenario, ...copy }] : [scenario]));
}

export function withoutScenario(list: Scenarios, id: string): Scenarios {
	return list.some((scenario) => scenario.id === id) ? list.filter((scenario) => scenario.id !== id) : list;
}

/** The same list with an item at another rank; ranks beyond the ends are the ends. */
export function reordered<Item extends { readonly id: string }>(
	list: readonly Item[],
	id: string,
	rank: number
): readonly Item[] {
	const item = list.find((one) => one.id === id);
	const to = Math.max(0, Math.min(list.length - 1, rank));
	if (item === undefined || list.indexOf(item) === to) return list;
	return list.filter((one) => one !== item).toSpliced(to, 0, item);
}

export function renamed(list: Scenarios, id: string, name: string): Scenarios {
	return patched(list, id, (scenario) => (scenario.name === name ? scenario : { ...scenario, name }));
}

export function withCosts(list: Scenarios, id: string, costs: CostSettings): Scenarios {
	return patched(list, id, (scenario) => (scenario.costs === costs ? scenario : { ...scenario, costs }));
}

/** Adds modifications at the end, each switched on, nothing said of its costs. */
export function withChanges(list: Scenarios, id: string, changes: readonly Change[]): Scenarios {
	if (changes.length === 0) return list;
	return withModifications(list, id, (modifications) => {
		const first = firstFreeRank(modifications);
		const added = changes.map((change, i) => ({ id: `m${first + i}`, on: true, change, cost: NO_COST_SAID }));
		return [...modifications, ...added];
	});
}

/** Changes members of one modification. */
export function withModification(
	list: Scenarios,
	id: string,
	modificationId: string,
	patch: Partial<Omit<Modification, 'id'>>
): Scenarios {
	return withModifications(list, id, (modifications) => {
		const before = modifications.find((one) => one.id === modificationId);
		const members = Object.keys(patch) as (keyof typeof patch)[];
		if (before === undefined || members.every((member) => before[member] === patch[member])) return modifications;
		return modifications.map((one) => (one === before ? { ...one, ...patch } : one));
	});
}

export function withoutModification(list: Scenarios, id: string, modificationId: string): Scenarios {
	return withModifications(list, id, (modifications) => {
		const left = modifications.filter((one) => one.id !== modificationId);
		return left.length === modifications.length ? modifications : left;
	});
}

export function reorderedModification(list: Scenarios, id: string, modificationId: string, rank: number): Scenarios {
	return withModifications(list, id, (modifications) => reordered(modifications, modificationId, rank));
}

function withModifications(
	list: Scenarios,
	id: string,
	edit: (modifications: readonly Modification[]) => readonly Modification[]
): Scenarios {
	return patched(list, id, (scenario) => {
		const modifications = edit(scenario.modifications);
		return modifications === scenario.modifications ? scenario : { ...scenario, modifications };
	});
}

function patched(list: Scenarios, id: string, edit: (scenario: Scenario) => Scenario): Scenarios {
	const before = list.find((scenario) => scenario.id === id);
	if (before === undefined) return list;
	const after = edit(before);
	return after === before ? list : list.map((scenario) => (scenario === before ? after : scenario));
}

/** Above every rank that `m1`, `m2`… take. */
function firstFreeRank(modifications: readonly Modification[]): number {
	const ranks = modifications.map(({ id }) => Number(/^m(\d{1,9})$/.exec(id)?.[1] ?? 0));
	return Math.max(0, ...ranks) + 1;
}
