import { coverModel } from '#core/siting/cover-model.ts';
import { reducedCover } from '#core/siting/cover-reduction.ts';
import { asCoverage, coverWith, separatePoints, smallCover } from '#core/siting/cover-search.ts';
import type { CoverSets } from '#core/siting/cover-sets.ts';
import { greedySites } from '#core/siting/greedy.ts';
import { nearestTwo } from '#core/siting/nearest-two.ts';
import { swapSites } from '#core/siting/swap.ts';
import { raiseBound } from './raise-bound.ts';
import { silently, type SitingRun } from './siting-run.ts';

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

/** Share of the time that searches and bounds may take before the exact solver. */
const SHARE_OF_SEARCH = 0.35;
/** Steps of the bound for one number of sites. */
const MOST_STEPS = 400;
/** Coefficients that the exact solver is given at most. */
const MOST_ENTRIES = 1_000_000;
const WHOLE = 1e-6;

/**
 * Fewest sites that cover every point, the fixed ones counted: reductions, greedy and swaps, the bound on points left uncovered, then the
 * exact solver where they prove nothing.
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
	const quick = more === null ? smallCover(left, isLate) : coverWith(left, more, isLate);
	await run.breathe();
	const { added, bound } = await closer(left, quick, least, more, run);
	const isDone = added !== null ? more !== null || added.length <= bound : more !== null && more < bound;
	if (isDone || exactShare === 0 || left.site.length > MOST_ENTRIES) {
		return { open: added === null ? null : [...open, ...added], bound: open.length + bound };
	}
	return solveExactly({ open, left, added, least: bound, enough: more }, run, exactShare);
}

/**
 * Brings the smallest cover known and the bound nearer to each other: whether so many sites can cover all is asked of the bound on the points
 * they leave uncovered, one number of sites after the other.
 * @param wanted number of sites to look for; null: one fewer than the smallest cover, as long as one is found
 */
async function closer(
	sets: CoverSets,
	known: readonly number[] | null,
	least: number,
	wanted: number | null,
	run: SitingRun
): Promise<{ readonly added: readonly number[] | null; readonly bound: number }> {
	let added = known;
	for (;;) {
		if (added !== null && (wanted !== null || added.length <= least)) return { added, bound: least };
		if (run.isPast(SHARE_OF_SEARCH)) return { added, bound: least };
		const count = wanted ?? (added?.length ?? 0) - 1;
		const points = asCoverage(sets, count);
		const searchFrom = (open: readonly number[]) => {
			const state = nearestTwo(points, open);
			return { total: swapSites(points, state, () => run.isPast(SHARE_OF_SEARCH)), open: state.open };
		};
		const start = greedySites(points, []);
		const ends = { mostSteps: MOST_STEPS, enough: WHOLE, share: SHARE_OF_SEARCH };
		const { root, best } = await raiseBound(points, start, null, searchFrom, silently(run), ends);
		if (root.bound > WHOLE) return { added, bound: Math.max(least, count + 1) };
		if (best === null || best.total > 0) return { added, bound: least };
		added = best.open;
	}
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
