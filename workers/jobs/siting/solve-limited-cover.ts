import { asCoverage } from '#core/siting/cover-search.ts';
import type { CoverSets } from '#core/siting/cover-sets.ts';
import { fixedSites } from '#core/siting/greedy.ts';
import { limitedSearch, limitedStarts } from '#core/siting/limited-search.ts';
import { undecided } from '#core/siting/narrowing.ts';
import { totalCost } from '#core/siting/nearest-two.ts';
import type { SiteLimits } from '#core/siting/site-limits.ts';
import { isSolution, solveLimited } from './limited-solver.ts';
import { solveCover, type CoverSolution } from './solve-cover.ts';
import type { SitingRun } from './siting-run.ts';

/** What is looked for: the smallest cover, or any that keeps to the limits. */
export type CoverAim = 'smallest' | 'any';

const WHOLE = 1e-6;

/**
 * Sites that cover every point and keep to limits: searches, the bound of the same sets without the limits, then the exact solver.
 * @param sets the nearest candidates first; every point has one
 * @param exactShare share of the time left that the exact solver may take, 0 for none
 * @returns a bound of Infinity where it is proved that there is no such cover
 */
export async function solveLimitedCover(
	sets: CoverSets,
	limits: SiteLimits,
	aim: CoverAim,
	run: SitingRun,
	exactShare: number
): Promise<CoverSolution> {
	const fixed = fixedSites(limits.fixed);
	const freeShare = aim === 'smallest' ? 0.3 : 0;
	const { open: free, bound } = await solveCover(sets, fixed, run, { exactShare: freeShare });
	const served = { ...asCoverage(sets, sets.siteCount), fixed: limits.fixed, everyoneServed: true };
	if (bound > limits.most) return { open: null, bound: Infinity };
	let best = free !== null && isSolution(served, limits, free) ? free : null;
	best = searched(sets, limits, aim, best, run);
	await run.breathe();
	const isEnough = best !== null && (aim === 'any' || best.length <= bound);
	if (isEnough || exactShare === 0) return { open: best, bound };
	const ends = aim === 'any' ? { enough: limits.most + WHOLE } : { hopeless: (best?.length ?? Infinity) - 1 + WHOLE };
	const solved = await solveLimited(served, limits, undecided(limits.fixed, served.demandCount), 'count', run, {
		...ends,
		share: exactShare
	});
	if (solved === null) return { open: best, bound };
	const { answer, open } = solved;
	if (open !== null && (best === null || open.length < best.length)) best = open;
	if (best === null) return { open: null, bound: answer.status === 'none' ? Infinity : bound };
	// A bound past the best cover known only says that it is the best.
	return { open: best, bound: Math.min(best.length, Math.max(bound, Math.ceil(answer.bound - WHOLE))) };
}

/** The smallest cover that searches find, or the first where any will do; `known` where they find no smaller one. */
function searched(
	sets: CoverSets,
	limits: SiteLimits,
	aim: CoverAim,
	known: readonly number[] | null,
	run: SitingRun
): readonly number[] | null {
	const isLate = () => run.isPast(0.6);
	const points = { ...asCoverage(sets, sets.siteCount), fixed: limits.fixed };
	let best = known;
	while ((best === null || aim === 'smallest') && !isLate()) {
		const most = best === null ? limits.most : best.length - 1;
		const tighter = { ...limits, most };
		const covers = limitedStarts(points, tighter).flatMap((start) => {
			const state = limitedSearch(points, tighter, start, 'saving', isLate);
			return totalCost(state) === 0 ? [state.open] : [];
		});
		if (covers.length === 0) break;
		best = covers.reduce((least, one) => (one.length < least.length ? one : least));
	}
	return best;
}
