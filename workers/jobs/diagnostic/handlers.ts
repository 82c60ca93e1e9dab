import type { JobHandlers } from '#workers/protocol.ts';
import type { OpenTerritory } from '../scenario/session.ts';
import { diagnosticData } from './diagnostic-data.ts';
import './diagnostic-jobs.ts';

/** The job of the diagnostic, on the territory that is open. */
export function diagnosticHandlers(territory: Pick<OpenTerritory, 'baseline' | 'held'>): JobHandlers {
	return {
		diagnosticData: async (request, context) => ({
			response: await diagnosticData(territory, request, context),
			transfer: []
		})
	};
}
