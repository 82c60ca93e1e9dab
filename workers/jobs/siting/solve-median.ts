import { fixedSites, greedySites } from '#core/siting/greedy.ts';
import { Lagrangian } from '#core/siting/lagrangian.ts';
import type { MedianCase } from '#core/siting/median-case.ts';
import { medianModel } from '#core/siting/median-model.ts';
import { betterThan, narrowed, tightened } from '#core/siting/narrowing.ts';
import { nearestTwo, totalCost, type NearestTwo } from '#core/siting/nearest-two.ts';
import { swapSites } from '#core/siting/swap.ts';
import type { SitingRun } from './siting-run.ts';

/** The best sites found, and how far from the best there are. */
export interface MedianSolution {
	readonly open: readonly number[];
	readonly total: number;
	/** No solution has a smaller sum; `total` itself where that is proved. */
	readonly bound: number;
}

/** Steps of the bound, and the share of the time they may take: the rest is the exact solver's. */
const MOST_STEPS = 3000;
const SHARE_OF_BOUND = 0.6;
/** A search starts again from the sites that the bound opens at each record of theirs, and every so many steps. */
const SEARCH_EVERY = 60;
/** Coefficients that the exact solver is given at most: about its memory and its first linear programme. */
const MOST_ENTRIES = 2_000_000;

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
	let best: Solution = { open: state.open, total: swapSites(median, state, isLate) };
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
	return bound === best.total ? { ...best, bound } : solveExactly(median, lagrangian, best, bound, run);
}

interface Solution {
	readonly open: readonly number[];
	readonly total: number;
}

const better = (one: Solution, other: Solution) => (other.total < one.total ? other : one);

function searchedFrom(median: MedianCase, open: readonly number[], isLate: () => boolean): Solution {
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

async function solveExactly(
	median: MedianCase,
	lagrangian: Lagrangian,
	best: Solution,
	bound: number,
	run: SitingRun
): Promise<MedianSolution> {
	const left = narrowed(median, lagrangian.best, best.total);
	const exact = medianModel(median, left, MOST_ENTRIES);
	if ('impossible' in exact) return { ...best, bound: exact.impossible ? best.total : bound };
	const solver = await run.solver();
	await run.breathe();
	const seconds = run.secondsLeft();
	if (seconds === 0) return { ...best, bound };
	const answer = solver.solve(exact.model, {
		seconds,
		hopeless: betterThan(median, best.total),
		onProgress: () => run.solving()
	});
	let found = best;
	if (answer.columns !== null) {
		const { columns } = answer;
		const open = [...exact.open, ...Array.from(exact.undecided).filter((_, column) => columns[column] > 0.5)];
		found = better(best, { open, total: totalCost(nearestTwo(median, open)) });
	}
	// What the narrowing left out is no better than `best`, so a bound of the rest bounds the whole, up to it.
	const proved = answer.status === 'stopped' ? Math.max(bound, Math.min(answer.bound, best.total)) : found.total;
	return { ...found, bound: tightened(median, proved, found.total) };
}
