import { fixedSites, greedySites } from '#core/siting/greedy.ts';
import type { MedianSites } from '#core/siting/branching.ts';
import type { MedianCase } from '#core/siting/median-case.ts';
import { tightened } from '#core/siting/narrowing.ts';
import { nearestTwo } from '#core/siting/nearest-two.ts';
import { swapSites } from '#core/siting/swap.ts';
import { withoutUselessPairs } from '#core/siting/useful-pairs.ts';
import { proveMedian, type MedianSolution } from './prove-median.ts';
import { raiseBound, SHARE_OF_BOUND } from './raise-bound.ts';
import type { SitingRun } from './siting-run.ts';

/**
 * Sites of least sum: greedy and swaps; a Lagrangian bound, whose own sites start swaps again; what both leave undecided to branch and bound
 * and the exact solver.
 * @param start sites to begin with instead of the greedy ones, p of them
 */
export async function solveMedian(
	whole: MedianCase,
	run: SitingRun,
	start: readonly number[] | null = null
): Promise<MedianSolution> {
	const median = withoutUselessPairs(whole);
	const isLate = () => run.isPast(SHARE_OF_BOUND);
	const state = start === null ? greedySites(median, fixedSites(median.fixed)) : nearestTwo(median, start);
	const known: MedianSites = { total: swapSites(median, state, isLate), open: state.open };
	const searchFrom = (open: readonly number[]) => {
		const found = nearestTwo(median, open);
		return { total: swapSites(median, found, isLate), open: found.open };
	};
	await run.breathe();
	const { root, best } = await raiseBound(median, state, known, searchFrom, run);
	const reached = best ?? known;
	const bound = tightened(median, root.bound, reached.total);
	return bound === reached.total ? { ...reached, bound } : proveMedian(median, root, reached, run);
}
