import type { JobHandlers } from '#workers/protocol.ts';
import type { OpenTerritory } from '../scenario/session.ts';
import { expected } from './expected.ts';
import { experiment } from './experiment.ts';
import { followUp } from './follow-up.ts';
import './follow-up-jobs.ts';

/** The jobs that follow a territory from one time to another. */
export function followUpHandlers(
	territory: Pick<OpenTerritory, 'baseline'>
): Pick<JobHandlers, 'followUp' | 'expected' | 'experiment'> {
	return {
		followUp: async ({ before, after, decisions }) => ({
			response: followUp(before, after, decisions),
			transfer: []
		}),
		expected: async (request, context) => ({
			response: await expected(territory.baseline, request, context),
			transfer: []
		}),
		experiment: async ({ scenarioName, expected: promised, counted, decisions }) => ({
			response: experiment(scenarioName, promised, counted, decisions),
			transfer: []
		})
	};
}
