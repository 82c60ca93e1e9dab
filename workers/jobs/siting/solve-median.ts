import type { MedianSites } from '#core/siting/branching.ts';
import { fixedSites, greedySites } from '#core/siting/greedy.ts';
import { Lagrangian } from '#core/siting/lagrangian.ts';
import type { MedianCase } from '#core/siting/median-case.ts';
import { betterThan, tightened } from '#core/siting/narrowing.ts';
import { nearestTwo, type NearestTwo } from '#core/siting/nearest-two.ts';
import { swapSites } from '#core/siting/swap.ts';
import { proveMedian, type MedianSolution } from './prove-median.ts';
import type { SitingRun } from './siting-run.ts';

/** Steps of the bound, and the share of the time they may take: the rest is the exact solver's. */
const MOST_STEPS = 3000;
const SHARE_OF_BOUND = 0.6;
/** A search starts again from the sites that the bound opens at each record of theirs, and every so many steps. */
const SEARCH_EVERY = 60;

/**
 * Sites of least sum: greedy and swaps; a Lagrangian bound, whose own sites start swaps again; what both leave undecided to the exact solver.
 * @param start sites to begin with instead of the greedy ones, p of them
 */
export async function solveMedian(
	median: MedianCase,
	run: SitingRun,
	start: readonly number[] | null = null
): Promise<MedianSolution> {
	const isLate = () => run.isPast(SHARE_OF_BOUND);
	const state = start === null ? greedySites(median, fixedSites(median.fixed)) : nearestTwo(median, start);
	let best: MedianSites = { open: state.open, total: swapSites(median, state, isLate) };
	await run.breathe();
	const lagrangian = new Lagrangian(median, firstPrices(median, state));
	let lowest = Infinity;
	for (let step = 0; step < MOST_STEPS && !isLate(); step++) {
		const { chosen, cost, converged } = lagrangian.step(best.total);
		if (cost < lowest || step % SEARCH_EVERY === 0) {
			lowest = Math.min(lowest, cost);
			best = better(best, searchedFrom(median, fixedSites(chosen), isLate));
		}
		if (converged || lagrangian.best.bound > betterThan(median, best.total)) break;
		await run.breathe();
	}
	const bound = tightened(median, lagrangian.best.bound, best.total);
	return bound === best.total ? { ...best, bound } : proveMedian(median, lagrangian.best, best, run);
}

const better = (one: MedianSites, other: MedianSites) => (other.total < one.total ? other : one);

function searchedFrom(median: MedianCase, open: readonly number[], isLate: () => boolean): MedianSites {
	const state = nearestTwo(median, open);
	const total = swapSites(median, state, isLate);
	return { open: state.open, total };
}

/** Half way between the first and the second site of each point; where there is no second, its dearest candidate stands for it. */
function firstPrices({ first, cost, outside, everyoneServed }: MedianCase, state: NearestTwo): Float64Array {
	return state.next.map((next, point) => {
		const end = first[point + 1];
		const second = everyoneServed && next === outside[point] && end > first[point] ? cost[end - 1] : next;
		return (Math.min(state.cost[point], second) + second) / 2;
	});
}
