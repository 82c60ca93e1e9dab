import type { JobHandlers } from '#workers/protocol.ts';
import type { Asking } from '../atlas/asking.ts';
import { candidate } from './candidate.ts';
import { comparisonHandlers } from './comparison-handlers.ts';
import { costHandlers } from './cost.ts';
import { proposeHours } from './propose-hours.ts';
import { proposeSites } from './propose-sites.ts';
import type { OpenTerritory } from './session.ts';

/**
 * The jobs of scenarios, on the open territory. A job of one scenario is asked under it, and finds the territory as it is at
 * `session.baseline`; one of several asks the territory for each.
 */
export function scenarioHandlers(territory: OpenTerritory, asking: Asking): JobHandlers {
	return {
		setScenarios: async (scenarios) => ({ response: territory.setScenarios(scenarios), transfer: [] }),
		candidate: asking(candidate),
		proposeHours: asking(proposeHours),
		proposeSites: asking(proposeSites),
		// The readers of tables are fetched with the first list: most visits give none.
		readPlaces: async (request) => {
			const { readPlaces } = await import('./read-places.ts');
			return { response: readPlaces(request), transfer: [] };
		},
		...comparisonHandlers(territory),
		...costHandlers(territory)
	};
}
