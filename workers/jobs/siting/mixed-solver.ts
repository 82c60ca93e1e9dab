import type { MixedModel } from '#core/siting/mixed-model.ts';

/** When a solver may stop before it has proved the best solution. */
export interface SolveLimits {
	/** Its time. */
	readonly seconds: number;
	/** A solution as low as this is enough. */
	readonly enough?: number;
	/** A bound as high as this is enough. */
	readonly hopeless?: number;
	/** Called now and then with the share of the time gone. */
	readonly onProgress?: (share: number) => void;
}

/** What a solver answered. */
export interface SolverAnswer {
	/** `best`: the columns are the best there are; `none`: there is no solution; `stopped`: by a limit. */
	readonly status: 'best' | 'none' | 'stopped';
	/** Value of each column of the best solution found, null where none was. */
	readonly columns: Float64Array | null;
	/** No solution is lower; −Infinity where nothing is known. */
	readonly bound: number;
}

/** An exact solver, ready to be used. It runs without pause: who wants to cancel it ends its worker. */
export interface MixedSolver {
	solve(model: MixedModel, limits: SolveLimits): SolverAnswer;
}

/** Share of a sum that a solver's tolerances may hide. */
const TOLERANCE = 1e-6;

/**
 * What an answer proves of a sum: that it is the least, or the solver's own bound.
 * @param total the best sum known, the answer's own if it is better
 */
export function provedBound({ status, bound }: SolverAnswer, total: number): number {
	if (status === 'none') return total;
	if (status === 'best' && total - bound <= TOLERANCE * Math.max(1, Math.abs(total))) return total;
	return Math.min(bound, total);
}
