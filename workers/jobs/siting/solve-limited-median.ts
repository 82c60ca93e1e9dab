import type { MedianSites } from '#core/siting/branching.ts';
import { greedySites, fixedSites } from '#core/siting/greedy.ts';
import { limitedSearch, limitedStarts, type OpeningOrder } from '#core/siting/limited-search.ts';
import type { MedianCase } from '#core/siting/median-case.ts';
import { betterThan, narrowedWithClosures, tightened, undecided } from '#core/siting/narrowing.ts';
import { nearestTwo, totalCost } from '#core/siting/nearest-two.ts';
import { fitsCounts, fitsMinimum, type SiteLimits } from '#core/siting/site-limits.ts';
import { withoutUselessPairs } from '#core/siting/useful-pairs.ts';
import { isSolution, solveLimited } from './limited-solver.ts';
import { provedBound } from './mixed-solver.ts';
import { raiseBound, SHARE_OF_BOUND } from './raise-bound.ts';
import type { SitingRun } from './siting-run.ts';

/** The best sites found that keep to the limits, and how far from the best there are. */
export interface LimitedSolution {
	/** Null where none was found. */
	readonly open: readonly number[] | null;
	/** No solution has a smaller sum; Infinity where it is proved that there is no solution. */
	readonly bound: number;
}

/**
 * Sites of least sum that keep to limits: searches from what is open today; the Lagrangian bound of an easier case, which bounds this one too;
 * what both leave undecided to the exact solver, which knows the limits.
 * @param median the easier case: its candidates the nearest first, a number of sites as its only limit; it may hold closable sites open
 */
export async function solveLimitedMedian(
	median: MedianCase,
	limits: SiteLimits,
	run: SitingRun
): Promise<LimitedSolution> {
	const search = new LimitedMedianSearch(median, limits, () => run.isPast(SHARE_OF_BOUND));
	const known = search.fromToday();
	await run.breathe();
	const easier = withoutUselessPairs(median);
	const free = greedySites(easier, fixedSites(easier.fixed));
	const { root, best } = await raiseBound(easier, free, known, (open) => search.from(open), run);
	const bound = best === null ? root.bound : tightened(median, root.bound, best.total);
	if (best !== null && bound === best.total) return { open: best.open, bound };
	const left =
		best === null
			? undecided(limits.fixed, median.demandCount)
			: narrowedWithClosures(median, root, best.total, limits.closable);
	const ends = best === null ? {} : { hopeless: betterThan(median, best.total) };
	const solved = await solveLimited(median, limits, left, 'sum', run, ends);
	if (solved === null) return { open: best?.open ?? null, bound };
	const found = solved.open === null ? null : { open: solved.open, total: search.totalOf(solved.open) };
	const reached = found !== null && (best === null || found.total < best.total) ? found : best;
	if (reached === null) return { open: null, bound: solved.answer.status === 'none' ? Infinity : bound };
	// What the narrowing left out is no better than the best known: a bound of the rest bounds the whole, up to it.
	const proved = Math.max(bound, provedBound(solved.answer, reached.total));
	return { open: reached.open, bound: tightened(median, Math.min(proved, reached.total), reached.total) };
}

class LimitedMedianSearch {
	readonly #median: MedianCase;
	readonly #limits: SiteLimits;
	readonly #isLate: () => boolean;
	readonly #starts: readonly (readonly number[])[];

	constructor(median: MedianCase, limits: SiteLimits, isLate: () => boolean) {
		this.#median = median;
		this.#limits = limits;
		this.#isLate = isLate;
		this.#starts = limitedStarts(median, limits);
	}

	/** The best from what is open today and from the least of it. */
	fromToday(): MedianSites | null {
		const orders: OpeningOrder[] = this.#limits.budget < Infinity ? ['saving', 'saving-by-cost'] : ['saving'];
		let best: MedianSites | null = null;
		for (const start of this.#starts) {
			for (const order of orders) {
				const found = this.#search(start, order);
				if (found !== null && (best === null || found.total < best.total)) best = found;
			}
		}
		return best;
	}

	/** From the sites of another choice, those of them that the limits allow being opened one after the other. */
	from(wanted: readonly number[]): MedianSites | null {
		if (this.#starts.length === 0) return null;
		let open = this.#starts[this.#starts.length - 1];
		for (const site of wanted) {
			if (open.includes(site)) continue;
			const more = [...open, site];
			if (fitsCounts(this.#limits, more) && fitsMinimum(this.#limits, this.#median, more)) open = more;
		}
		return this.#search(open, 'saving');
	}

	totalOf(open: readonly number[]): number {
		return totalCost(nearestTwo(this.#median, open));
	}

	#search(start: readonly number[], order: OpeningOrder): MedianSites | null {
		const state = limitedSearch(this.#median, this.#limits, start, order, this.#isLate);
		return isSolution(this.#median, this.#limits, state.open) ? { open: state.open, total: totalCost(state) } : null;
	}
}
