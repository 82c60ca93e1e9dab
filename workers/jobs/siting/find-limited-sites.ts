import { MaillageError } from '#domain/notes.ts';
import { coverageCase, medianCase, within } from '#core/siting/median-case.ts';
import type { NearFirst } from '#core/siting/near-first.ts';
import { mostAffordable, type SiteLimits } from '#core/siting/site-limits.ts';
import type { CoverSets } from '#core/siting/cover-sets.ts';
import { leastKept } from './check-siting.ts';
import { markOf, sumOf, type FoundSites } from './found-sites.ts';
import type { SitingRequest } from './siting-request.ts';
import { inUnits, silently, type SitingRun } from './siting-run.ts';
import { solveCenter } from './solve-center.ts';
import { solveLimitedCover } from './solve-limited-cover.ts';
import { solveLimitedMedian } from './solve-limited-median.ts';

/**
 * Sites that keep to a budget, to a minimum of people, to a number of closures.
 * @throws MaillageError as `findSites`
 */
export async function findLimitedSites(request: SitingRequest, near: NearFirst, run: SitingRun): Promise<FoundSites> {
	const limits = limitsOf(request);
	const { open, bound } = await search(request, limits, near, run);
	if (open !== null) return { open, bound };
	throw new MaillageError(bound === Infinity ? 'error_siting_impossible' : 'error_siting_not_found');
}

function limitsOf({ pairs, people, p, fixed, closures, budget, minimumPeople }: SitingRequest): SiteLimits {
	const siteCount = pairs.supplyCount;
	return {
		fixed: markOf(fixed, siteCount),
		most: p ?? siteCount,
		cost: budget?.cost ?? new Float64Array(siteCount),
		budget: budget?.most ?? Infinity,
		closable: markOf(closures?.sites ?? [], siteCount),
		leastKept: leastKept(closures),
		minimumPeople,
		people
	};
}

async function search(
	{ problem, people, cutoff }: SitingRequest,
	limits: SiteLimits,
	near: NearFirst,
	run: SitingRun
): Promise<{ readonly open: readonly number[] | null; readonly bound: number }> {
	const { fixed } = limits;
	const siteCount = fixed.length;
	if (problem === 'lscp') {
		const sets = { siteCount, ...within(near, cutoff ?? Infinity) };
		return solveLimitedCover(sets, limits, 'smallest', run, 1);
	}
	const p = mostAffordable(limits);
	if (problem === 'pmedian') return solveLimitedMedian(medianCase(near, people, fixed, p), limits, run);
	if (problem === 'mclp') {
		const everybody = sumOf(people);
		const uncovered = inUnits(run, (value) => everybody - value);
		const median = coverageCase(near, people, fixed, p, cutoff ?? Infinity);
		const { open, bound } = await solveLimitedMedian(median, limits, uncovered);
		return { open, bound: bound === Infinity ? Infinity : everybody - bound };
	}
	const cover = (sets: CoverSets, exactShare: number) =>
		solveLimitedCover(sets, limits, 'any', silently(run), exactShare);
	const start = await cover({ siteCount, ...within(near, Infinity) }, 1);
	if (start.open === null) return start;
	return solveCenter(near, siteCount, start.open, { most: limits.most, cover, filled: (open) => open }, run);
}
