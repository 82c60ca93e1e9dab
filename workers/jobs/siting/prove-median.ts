import { Branching, type MedianSites } from '#core/siting/branching.ts';
import type { LagrangianBound } from '#core/siting/lagrangian.ts';
import type { MedianCase } from '#core/siting/median-case.ts';
import { medianModel } from '#core/siting/median-model.ts';
import { betterThan, narrowed, tightened } from '#core/siting/narrowing.ts';
import { nearestTwo, totalCost } from '#core/siting/nearest-two.ts';
import { provedBound } from './mixed-solver.ts';
import type { SitingRun } from './siting-run.ts';

/** The best sites found, and how far from the best there are. */
export interface MedianSolution extends MedianSites {
	/** No solution has a smaller sum; `total` itself where that is proved. */
	readonly bound: number;
}

/**
 * Nodes of branch and bound before the exact solver takes over: of OR-Library's instances 1 to 20, all but two end sooner, in less time than
 * its first linear programme takes.
 */
const NODES_BEFORE_SOLVER = 400;
/** Coefficients that the exact solver is given at most: about its memory and its first linear programme. */
const MOST_ENTRIES = 1_000_000;

/** Closes the gap between a bound and the best sites known, as far as time allows: branch and bound, then the exact solver where it fits. */
export async function proveMedian(
	median: MedianCase,
	root: LagrangianBound,
	best: MedianSites,
	run: SitingRun
): Promise<MedianSolution> {
	const branching = new Branching(median, root, best);
	let hasNodes = true;
	const branch = async (mostNodes: number) => {
		for (let node = 0; node < mostNodes && hasNodes && run.secondsLeft() > 0; node++) {
			hasNodes = branching.next();
			run.reached(branching.best, branching.bound);
			await run.breathe();
		}
	};
	await branch(NODES_BEFORE_SOLVER);
	const solved = hasNodes && run.secondsLeft() > 0 ? await solveExactly(median, root, branching.best, run) : null;
	if (solved !== null) return { ...solved, bound: bounded(median, Math.max(solved.bound, branching.bound), solved) };
	await branch(Infinity);
	return { ...branching.best, bound: bounded(median, branching.bound, branching.best) };
}

const bounded = (median: MedianCase, bound: number, { total }: MedianSites) =>
	tightened(median, Math.min(bound, total), total);

/** Null where what is left is too large for the exact solver. */
async function solveExactly(
	median: MedianCase,
	root: LagrangianBound,
	best: MedianSites,
	run: SitingRun
): Promise<MedianSolution | null> {
	const exact = medianModel(median, narrowed(median, root, best.total), MOST_ENTRIES);
	if ('impossible' in exact) return exact.impossible ? { ...best, bound: best.total } : null;
	const solver = await run.solver();
	await run.breathe();
	const seconds = run.secondsLeft();
	if (seconds === 0) return null;
	const answer = solver.solve(exact.model, {
		seconds,
		hopeless: betterThan(median, best.total),
		onProgress: () => run.solving()
	});
	let found = best;
	if (answer.columns !== null) {
		const { columns } = answer;
		const open = [...exact.open, ...Array.from(exact.undecided).filter((_, column) => columns[column] > 0.5)];
		const total = totalCost(nearestTwo(median, open));
		if (total < best.total) found = { open, total };
	}
	// What the narrowing left out is no better than `best`: a bound of the rest bounds the whole, up to it.
	return { ...found, bound: provedBound(answer, found.total) };
}
