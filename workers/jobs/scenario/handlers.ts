import type { JobHandlers } from '#workers/protocol.ts';
import { buffersOf } from '../../buffers.ts';
import type { Asking } from '../atlas/asking.ts';
import { candidate } from './candidate.ts';
import { comparisonHandlers } from './comparison-handlers.ts';
import { costHandlers } from './cost.ts';
import { hoursSearch } from './propose-hours.ts';
import { placeNames, sitingCase } from './siting-case.ts';
import { rowsOfPlaces } from './siting-rows.ts';
import type { OpenTerritory } from './session.ts';

/**
 * The jobs of scenarios, on the open territory. A job of one scenario is asked under it, and finds the territory as it is at
 * `session.baseline`; one of several asks the territory for each.
 */
export function scenarioHandlers(territory: OpenTerritory, asking: Asking): JobHandlers {
	return {
		setScenarios: async (scenarios) => ({ response: territory.setScenarios(scenarios), transfer: [] }),
		candidate: asking(candidate),
		hoursSearch: asking(hoursSearch),
		sitingCase: asking(sitingCase),
		// No scenario changes the roads: places are asked on the territory as it is, whatever becomes of the scenario meanwhile.
		placeRows: async (request, context) => {
			const response = await rowsOfPlaces(territory.baseline, request, context);
			return { response, transfer: buffersOf(response) };
		},
		placeNames: asking(placeNames),
		// The readers of tables are fetched with the first list: most visits give none.
		readPlaces: async (request) => {
			const { readPlaces } = await import('./read-places.ts');
			return { response: readPlaces(request), transfer: [] };
		},
		...comparisonHandlers(territory),
		...costHandlers(territory)
	};
}
