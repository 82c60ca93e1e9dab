import { checkSiting } from './check-siting.ts';
import { findSites } from './find-sites.ts';
import { highsSolver } from './highs-solver.ts';
import type { SitingAnswer, SitingRequest, SitingWatch } from './siting-request.ts';

/**
 * Where to open sites: the best found within the time limit, and a bound on what any others could do. Same request, same answer, as long
 * as the time limit does not end the search. In a browser's worker or in Node; the request is not changed.
 * @throws MaillageError what `checkSiting` and `findSites` throw; what the signal was aborted with
 */
export async function chooseSites(request: SitingRequest, watch: SitingWatch): Promise<SitingAnswer> {
	checkSiting(request);
	return findSites(request, watch, highsSolver);
}
