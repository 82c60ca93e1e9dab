import { limitedModel } from '#core/siting/limited-model.ts';
import type { MedianCase } from '#core/siting/median-case.ts';
import type { Narrowed } from '#core/siting/narrowing.ts';
import { nearestTwo } from '#core/siting/nearest-two.ts';
import { fitsCounts, fitsMinimum, type SiteLimits } from '#core/siting/site-limits.ts';
import type { SolveLimits, SolverAnswer } from './mixed-solver.ts';
import type { SitingRun } from './siting-run.ts';

/** What the exact solver found of a choice of sites that keeps to limits. */
export interface LimitedAnswer {
	readonly answer: SolverAnswer;
	/** Null where it found none that keeps to the limits once its columns are rounded. */
	readonly open: readonly number[] | null;
}

/** Coefficients that the exact solver is given at most. */
const MOST_ENTRIES = 400_000;
const NONE: LimitedAnswer = { answer: { status: 'none', columns: null, bound: Infinity }, open: null };

/**
 * Asks the exact solver.
 * @param share of the time left that it may take
 * @returns null where the model is too large, or the time is over
 */
export async function solveLimited(
	median: MedianCase,
	limits: SiteLimits,
	left: Narrowed,
	aim: 'sum' | 'count',
	run: SitingRun,
	{ share = 1, ...ends }: Omit<SolveLimits, 'seconds' | 'onProgress'> & { readonly share?: number }
): Promise<LimitedAnswer | null> {
	const exact = limitedModel(median, limits, left, aim, MOST_ENTRIES);
	if (exact === null) return null;
	if (exact === 'impossible') return NONE;
	const solver = await run.solver();
	await run.breathe();
	const seconds = run.secondsLeft() * share;
	if (seconds === 0) return null;
	const answer = solver.solve(exact.model, { seconds, ...ends, onProgress: () => run.solving() });
	const { columns } = answer;
	if (columns === null) return { answer, open: null };
	const open = [...exact.open, ...exact.undecided.filter((_, column) => columns[column] > 0.5)];
	return { answer, open: isSolution(median, limits, open) ? open : null };
}

/** True where sites keep to the limits and, where everyone must be served, serve everyone. */
export function isSolution(median: MedianCase, limits: SiteLimits, open: readonly number[]): boolean {
	if (!fitsCounts(limits, open) || !fitsMinimum(limits, median, open)) return false;
	return !median.everyoneServed || nearestTwo(median, open).nearest.every((site) => site >= 0);
}
