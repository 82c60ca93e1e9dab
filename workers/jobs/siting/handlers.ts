import type { JobHandlers } from '../../protocol.ts';
import { chooseSites } from './choose-sites.ts';
import { highsSolver } from './highs-solver.ts';

/** The search for sites. It needs no territory, and a worker of its own: the exact solver holds its worker until its time is over. */
export function sitingHandlers(): Pick<JobHandlers, 'chooseSites'> {
	return {
		chooseSites: async (request, context) => ({
			response: await chooseSites(request, context, highsSolver),
			transfer: []
		})
	};
}
