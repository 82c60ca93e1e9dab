import { MaillageError } from '#domain/notes.ts';
import { coverageCase, medianCase, within, type SitesBudget } from '#core/siting/median-case.ts';
import type { NearFirst } from '#core/siting/near-first.ts';
import { isNew, leastCost, mostOpenable, type SiteLimits } from '#core/siting/site-limits.ts';
import type { CoverSets } from '#core/siting/cover-sets.ts';
import { sumOf, type FoundSites } from './found-sites.ts';
import type { SitingRequest } from './siting-request.ts';
import { limitsOf } from './siting-limits.ts';
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

async function search(
	{ problem, weight, cutoff }: SitingRequest,
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
	const easier = easierCase(limits);
	const budget = newSitesBudget(limits);
	if (problem === 'pmedian') {
		const median = { ...medianCase(near, weight, easier.fixed, easier.p), budget };
		return solveLimitedMedian(median, limits, run);
	}
	if (problem === 'mclp') {
		const everybody = sumOf(weight);
		const uncovered = inUnits(run, (value) => everybody - value);
		const median = { ...coverageCase(near, weight, easier.fixed, easier.p, cutoff ?? Infinity), budget };
		const { open, bound } = await solveLimitedMedian(median, limits, uncovered);
		return { open, bound: bound === Infinity ? Infinity : everybody - bound };
	}
	const cover = (sets: CoverSets, exactShare: number) =>
		solveLimitedCover(sets, limits, 'any', silently(run), exactShare);
	const start = await cover({ siteCount, ...within(near, Infinity) }, 1);
	if (start.open === null) return start;
	return solveCenter(near, siteCount, start.open, { most: limits.most, cover, filled: (open) => open }, run);
}

/** What new sites may cost: the budget less the least that those of today cost, some of them closed. */
function newSitesBudget(limits: SiteLimits): SitesBudget | null {
	if (limits.budget === Infinity) return null;
	const cost = limits.cost.map((one, site) => (isNew(limits, site) === 1 ? one : 0));
	return { cost, most: Math.max(0, limits.budget - leastCost(limits)) };
}

/**
 * An easier choice of sites: those that stay open, a number of sites and what new ones cost are its only limits. Either everything open today stays and new sites
 * come beside it, or any candidates are chosen in the number asked for; what keeps to the limits does no better than the first (more sites
 * never do worse there), and is one of the second. The nearer to the limits bounds them better.
 */
function easierCase(limits: SiteLimits): { readonly fixed: Uint8Array; readonly p: number } {
	const today = limits.fixed.map((isFixed, site) => isFixed | limits.closable[site]);
	const most = today.reduce((sum, one) => sum + one, 0) + mostOpenable(limits);
	return most - limits.most <= limits.leastKept ? { fixed: today, p: most } : { fixed: limits.fixed, p: limits.most };
}
