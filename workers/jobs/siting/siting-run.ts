import { breather } from '../../breathe.ts';
import type { MixedSolver } from './mixed-solver.ts';
import type { SitingWatch } from './siting-request.ts';

/** Time, progress and cancel of one search for sites. */
export interface SitingRun {
	/** Seconds that are left of the time limit, 0 once it is over. */
	secondsLeft(): number;
	/** True once this share of the time limit is over. */
	isPast(share: number): boolean;
	/** What is known so far, to be told with the next breath: the best sites' figure, null where there are none, and the bound. */
	reached(best: number | null, bound: number | null): void;
	/** To be awaited between steps: lets a cancel in, tells how it stands. @throws what the signal was aborted with */
	breathe(): Promise<void>;
	/** Tells how it stands from within the exact solver, which cannot be paused. */
	solving(): void;
	/** The exact solver, loaded with the first problem that needs it. */
	solver(): Promise<MixedSolver>;
}

/** @param seconds time limit of the whole search, from now */
export function sitingRun(seconds: number, watch: SitingWatch, loadSolver: () => Promise<MixedSolver>): SitingRun {
	const started = performance.now();
	const breathe = breather();
	const gone = () => (performance.now() - started) / 1000;
	let [best, bound]: (number | null)[] = [null, null];
	const tell = () => watch.progress({ done: Math.min(1, gone() / seconds), best, bound });
	let solver: Promise<MixedSolver> | null = null;
	return {
		secondsLeft: () => Math.max(0, seconds - gone()),
		isPast: (share) => gone() >= share * seconds,
		reached: (itsBest, itsBound) => ([best, bound] = [itsBest, itsBound]),
		breathe: async () => {
			await breathe();
			watch.signal.throwIfAborted();
			tell();
		},
		solving: tell,
		solver: () => (solver ??= loadSolver())
	};
}

/** The same run, for a part of the search that counts in other units. */
export function inUnits(run: SitingRun, convert: (value: number) => number): SitingRun {
	const converted = (value: number | null) => (value === null ? null : convert(value));
	return { ...run, reached: (best, bound) => run.reached(converted(best), converted(bound)) };
}

/** The same run, that tells nothing of figures which are not the problem's own. */
export function silently(run: SitingRun): SitingRun {
	return { ...run, reached: () => {} };
}
