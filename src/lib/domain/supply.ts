import type { Question } from './question.ts';
import type { Site } from './site.ts';

/** What tells whether a site counts. */
type CountableSite = Pick<Site, 'id' | 'kind' | 'margin' | 'counted'>;

/** Why a site that a scenario closes does not count (`CountedInSupply.reason`). */
export const CLOSED_BY_SCENARIO = 'counted_reason_scenario_closed';

/**
 * The rule of which sites count under a question: as the import decided, less the kinds left out; then the sites that the user decided one
 * by one, whatever their kind. A return box is no opening, and never counts; neither does a site that the scenario closes, nor a
 * neighbour while neighbours do not.
 */
export function countingRule({
	withNeighbours,
	supply
}: Pick<Question, 'withNeighbours' | 'supply'>): (site: CountableSite) => boolean {
	const kindsLeftOut = new Set(supply.kindsLeftOut);
	const takenIn = new Set(supply.takenIn);
	const leftOut = new Set(supply.leftOut);
	return ({ id, kind, margin, counted }) => {
		if (kind === 'return-box' || counted.reason === CLOSED_BY_SCENARIO) return false;
		if (leftOut.has(id) || (margin && !withNeighbours)) return false;
		return takenIn.has(id) || (counted.counted && !kindsLeftOut.has(kind));
	};
}
