import { breather } from '../../breathe.ts';
import type { JobContext } from '../../protocol.ts';
import type { MixedSolver } from './mixed-solver.ts';

/** Time, progress and cancel of one search for sites. */
export interface SitingRun {
	/** Seconds that are left of the time limit, 0 once it is over. */
	secondsLeft(): number;
	/** True once this share of the time limit is over. */
	isPast(share: number): boolean;
	/** To be awaited between steps: lets a cancel in, tells how far the time is gone. @throws what the signal was aborted with */
	breathe(): Promise<void>;
	/** Tells how far the time is gone, from within the exact solver, which cannot be paused. */
	solving(): void;
	/** The exact solver, loaded with the first problem that needs it. */
	solver(): Promise<MixedSolver>;
}

/** @param seconds time limit of the whole search, from now */
export function sitingRun(seconds: number, context: JobContext, loadSolver: () => Promise<MixedSolver>): SitingRun {
	const started = performance.now();
	const breathe = breather();
	const gone = () => (performance.now() - started) / 1000;
	const tell = (share: number) => context.progress(Math.min(1, Math.max(0, share)));
	let solver: Promise<MixedSolver> | null = null;
	return {
		secondsLeft: () => Math.max(0, seconds - gone()),
		isPast: (share) => gone() >= share * seconds,
		breathe: async () => {
			await breathe();
			context.signal.throwIfAborted();
			tell(gone() / seconds);
		},
		solving: () => tell(gone() / seconds),
		solver: () => (solver ??= loadSolver())
	};
}
