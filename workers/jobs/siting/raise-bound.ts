import type { MedianSites } from '#core/siting/branching.ts';
import { fixedSites } from '#core/siting/greedy.ts';
import { Lagrangian, type LagrangianBound } from '#core/siting/lagrangian.ts';
import type { MedianCase } from '#core/siting/median-case.ts';
import { betterThan } from '#core/siting/narrowing.ts';
import type { NearestTwo } from '#core/siting/nearest-two.ts';
import type { SitingRun } from './siting-run.ts';

/** Steps of the bound, and the share of the time they may take: the rest is the exact solver's. */
const MOST_STEPS = 3000;
export const SHARE_OF_BOUND = 0.6;
/** A search starts again from the sites that the bound opens at each record of theirs, and every so many steps. */
const SEARCH_EVERY = 60;

/** When a bound need not be raised further, beside the usual ends. */
export interface BoundEnds {
	readonly mostSteps?: number;
	/** A bound above it is enough. */
	readonly enough?: number;
	/** Share of the time limit after which it ends. */
	readonly share?: number;
}

/** Raises the bound, and searches from the sites it opens on its way. */
export async function raiseBound(
	median: MedianCase,
	start: NearestTwo,
	known: MedianSites | null,
	searchFrom: (open: readonly number[]) => MedianSites | null,
	run: SitingRun,
	{ mostSteps = MOST_STEPS, enough = Infinity, share = SHARE_OF_BOUND }: BoundEnds = {}
): Promise<{ readonly root: LagrangianBound; readonly best: MedianSites | null }> {
	const lagrangian = new Lagrangian(median, firstPrices(median, start));
	const target = start.cost.reduce((sum, cost) => sum + cost, 0);
	let best = known;
	let lowest = Infinity;
	// One step whatever the time: there is always a bound.
	for (let step = 0; step === 0 || (step < mostSteps && !run.isPast(share)); step++) {
		const { chosen, cost, converged } = lagrangian.step(best?.total ?? target);
		if (cost < lowest || step % SEARCH_EVERY === 0) {
			lowest = Math.min(lowest, cost);
			const found = searchFrom(fixedSites(chosen));
			if (found !== null && (best === null || found.total < best.total)) best = found;
		}
		run.reached(best, lagrangian.best.bound);
		const level = best === null ? enough : Math.min(enough, betterThan(median, best.total));
		if (converged || lagrangian.best.bound > level) break;
		await run.breathe();
	}
	return { root: lagrangian.best, best };
}

/** Half way between the first and the second site of each point; where there is no second, its dearest candidate stands for it. */
function firstPrices({ first, cost, outside, everyoneServed }: MedianCase, state: NearestTwo): Float64Array {
	return state.next.map((next, point) => {
		const end = first[point + 1];
		const second = everyoneServed && next === outside[point] && end > first[point] ? cost[end - 1] : next;
		return (Math.min(state.cost[point], second) + second) / 2;
	});
}
