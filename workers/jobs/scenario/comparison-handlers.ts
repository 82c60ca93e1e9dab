import type { Comparison } from '#domain/scenario-answers.ts';
import type { JobContext, JobHandlers } from '#workers/protocol.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { compare } from './compare.ts';
import { exportComparison } from './export-comparison.ts';
import type { ComparisonRequest } from './scenario-jobs.ts';

/** The open territory as it is, and under each scenario it holds. */
export interface ComparedTerritory {
	readonly baseline: AtlasSession;
	/** @throws MaillageError for a scenario that is not held */
	under(scenario: string): AtlasSession;
}

/** The jobs of several scenarios at once. */
export function comparisonHandlers(territory: ComparedTerritory): JobHandlers {
	const compared = (request: ComparisonRequest, context: JobContext): Promise<Comparison> => {
		const scenarios = request.scenarios.map((id) => ({ id, session: territory.under(id) }));
		return compare(territory.baseline, scenarios, request, context);
	};
	return {
		compare: async (request, context) => ({ response: await compared(request, context), transfer: [] }),
		exportComparison: async (request, context) => {
			const comparison = await compared({ ...request, withGroups: true }, context);
			return { response: exportComparison(territory.baseline, comparison, request), transfer: [] };
		}
	};
}
