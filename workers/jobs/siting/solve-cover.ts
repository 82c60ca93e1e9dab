import { coverModel } from '#core/siting/cover-model.ts';
import { reducedCover } from '#core/siting/cover-reduction.ts';
import { coverWith, separatePoints, smallCover } from '#core/siting/cover-search.ts';
import type { CoverSets } from '#core/siting/cover-sets.ts';
import type { SitingRun } from './siting-run.ts';

/** The smallest cover found, and how few sites there may be. */
export interface CoverSolution {
	/** Null where none of the size asked for was found. */
	readonly open: readonly number[] | null;
	/** No cover has fewer sites. */
	readonly bound: number;
}

export interface CoverLimits {
	/** Stops at a cover of so many sites, or once it is proved that there is none. */
	readonly enough?: number | null;
	/** Share of the time left that the exact solver may take, 0 for none. */
	readonly exactShare?: number;
}

/** Coefficients that the exact solver is given at most. */
const MOST_ENTRIES = 2_000_000;
const WHOLE = 1e-6;

/**
 * Fewest sites that cover every point, the fixed ones counted: reductions, greedy and swaps, then the exact solver where they prove nothing.
 * @param sets every point has a candidate
 */
export async function solveCover(
	sets: CoverSets,
	fixed: readonly number[],
	run: SitingRun,
	{ enough = null, exactShare = 1 }: CoverLimits = {}
): Promise<CoverSolution> {
	const { open, left } = reducedCover(sets, fixed);
	await run.breathe();
	const isLate = () => run.isPast(0.8);
	const more = enough === null ? null : enough - open.length;
	const least = separatePoints(left);
	if (more !== null && more < least) return { open: null, bound: open.length + least };
	const added = more === null ? smallCover(left, isLate) : coverWith(left, more, isLate);
	const isEnough = added !== null && (more !== null || added.length <= least);
	await run.breathe();
	if (isEnough || exactShare === 0 || left.site.length > MOST_ENTRIES) {
		return { open: added === null ? null : [...open, ...added], bound: open.length + least };
	}
	return solveExactly({ open, left, added, least, enough: more }, run, exactShare);
}

interface HalfSolved {
	readonly open: readonly number[];
	readonly left: CoverSets;
	readonly added: readonly number[] | null;
	readonly least: number;
	readonly enough: number | null;
}

async function solveExactly(
	{ open, left, added, least, enough }: HalfSolved,
	run: SitingRun,
	exactShare: number
): Promise<CoverSolution> {
	const solver = await run.solver();
	await run.breathe();
	const seconds = run.secondsLeft() * exactShare;
	let best = added;
	let bound = least;
	if (seconds > 0) {
		const { model, candidates } = coverModel(left);
		const target = enough ?? (added?.length ?? Infinity) - 1;
		const answer = solver.solve(model, {
			seconds,
			...(enough !== null && { enough: enough + WHOLE }),
			hopeless: target + WHOLE,
			onProgress: () => run.solving()
		});
		const { columns } = answer;
		if (columns !== null) {
			const found = Array.from(candidates).filter((_, column) => columns[column] > 0.5);
			if (found.length <= target) best = found;
		}
		bound = Math.max(least, Math.ceil(answer.bound - WHOLE));
	}
	// A bound past the best cover known only says that it is the best.
	if (best !== null) bound = Math.min(bound, best.length);
	return { open: best === null ? null : [...open, ...best], bound: open.length + bound };
}
