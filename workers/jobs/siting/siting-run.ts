import { breather } from '../../breathe.ts';
import type { MedianSites } from '#core/siting/branching.ts';
import type { FoundSites } from './found-sites.ts';
import type { MixedSolver } from './mixed-solver.ts';
import type { SitingWatch } from './siting-request.ts';

/** Time, progress and cancel of one search for sites. */
export interface SitingRun {
	/** Seconds that are left of the time limit, 0 once it is over. */
	secondsLeft(): number;
	/** True once this share of the time limit is over. */
	isPast(share: number): boolean;
	/** What is known so far, to be told with the next breath: the best sites and their figure, null where there are none, and the bound. */
	reached(best: MedianSites | null, bound: number): void;
	/** To be awaited between steps: lets a cancel in, tells how it stands. @throws what the signal was aborted with */
	breathe(): Promise<void>;
	/** Tells how it stands from within the exact solver, which cannot be paused. */
	solving(): void;
	/** The exact solver, loaded with the first problem that needs it. */
	solver(): Promise<MixedSolver>;
}

/** Between two of them: making an answer of sites takes a pass or two over all pairs. */
const LEAST_SECONDS_BETWEEN_ANSWERS = 1;
/** Answers take this share of the time at most. */
const SHARE_OF_ANSWERS = 0.05;

/**
 * @param seconds time limit of the whole search, from now
 * @param known told the best sites so far, now and then
 */
export function sitingRun(
	seconds: number,
	watch: Pick<SitingWatch, 'progress' | 'signal'>,
	known: (found: FoundSites) => void,
	loadSolver: () => Promise<MixedSolver>
): SitingRun {
	const started = performance.now();
	const breathe = breather();
	const gone = () => (performance.now() - started) / 1000;
	let best: MedianSites | null = null;
	let bound: number | null = null;
	const tell = () => watch.progress({ done: Math.min(1, gone() / seconds), best: best?.total ?? null, bound });
	let told: { readonly best: MedianSites | null; readonly bound: number | null } = { best, bound };
	let nextAnswer = LEAST_SECONDS_BETWEEN_ANSWERS;
	const answer = () => {
		if (best === null || bound === null || (told.best === best && told.bound === bound)) return;
		const before = gone();
		known({ open: best.open, bound });
		told = { best, bound };
		nextAnswer = gone() + Math.max(LEAST_SECONDS_BETWEEN_ANSWERS, (gone() - before) / SHARE_OF_ANSWERS);
	};
	let solver: Promise<MixedSolver> | null = null;
	return {
		secondsLeft: () => Math.max(0, seconds - gone()),
		isPast: (share) => gone() >= share * seconds,
		reached: (itsBest, itsBound) => ([best, bound] = [itsBest, itsBound]),
		breathe: async () => {
			await breathe();
			watch.signal.throwIfAborted();
			tell();
			if (gone() >= nextAnswer) answer();
		},
		solving: tell,
		solver: () => {
			answer();
			return (solver ??= loadSolver());
		}
	};
}

/** The same run, for a part of the search that counts in other units. */
export function inUnits(run: SitingRun, convert: (value: number) => number): SitingRun {
	return {
		...run,
		reached: (best, bound) => run.reached(best && { ...best, total: convert(best.total) }, convert(bound))
	};
}

/** The same run, that tells nothing of figures which are not the problem's own. */
export function silently(run: SitingRun): SitingRun {
	return { ...run, reached: () => {} };
}
