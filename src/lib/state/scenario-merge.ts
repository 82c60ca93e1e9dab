import type { Scenario } from '#domain/scenario.ts';

export interface Merging {
	/** What both started from. */
	readonly base: readonly Scenario[];
	readonly mine: readonly Scenario[];
	readonly theirs: readonly Scenario[];
	/** Whether two scenarios say the same. */
	readonly isSame: (one: Scenario, other: Scenario) => boolean;
	/** The other's version of a scenario that both edited, under an identifier and a name of its own. */
	readonly copyOf: (scenario: Scenario) => Scenario;
}

/**
 * The scenarios of two windows that edited the same ones: whatever either made or edited is there. A scenario that one deleted and the
 * other left as it was is gone; one that both edited stands twice, mine first.
 */
export function mergeScenarios({ base, mine, theirs, isSame, copyOf }: Merging): Scenario[] {
	const inList = (list: readonly Scenario[], { id }: Scenario) => list.find((scenario) => scenario.id === id);
	const isEdited = (scenario: Scenario) => {
		const before = inList(base, scenario);
		return before === undefined || !isSame(before, scenario);
	};
	const merged = mine.flatMap((scenario) => {
		const other = inList(theirs, scenario);
		if (other === undefined) return isEdited(scenario) ? [scenario] : [];
		if (isSame(other, scenario) || !isEdited(other)) return [scenario];
		return isEdited(scenario) ? [scenario, copyOf(other)] : [other];
	});
	const added = theirs.filter((scenario) => inList(mine, scenario) === undefined && isEdited(scenario));
	return [...merged, ...added];
}
