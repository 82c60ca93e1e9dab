import { MaillageError } from '#domain/notes.ts';
import { fixedSites, greedySites } from '#core/siting/greedy.ts';
import { coverageCase, medianCase, within, type MedianCase } from '#core/siting/median-case.ts';
import { measureSites } from '#core/siting/measure.ts';
import { nearFirst, type NearFirst } from '#core/siting/near-first.ts';
import { ROUNDING } from '#core/siting/narrowing.ts';
import { findLimitedSites } from './find-limited-sites.ts';
import { markOf, sumOf, type FoundSites } from './found-sites.ts';
import type { MixedSolver } from './mixed-solver.ts';
import type { SitingAnswer, SitingProblem, SitingRequest, SitingWatch } from './siting-request.ts';
import { inUnits, silently, sitingRun, type SitingRun } from './siting-run.ts';
import { solveCenter } from './solve-center.ts';
import { solveCover } from './solve-cover.ts';
import { solveMedian } from './solve-median.ts';

/**
 * The best sites found within the time limit and a bound on what any other could do. Every number of the answer is measured anew from the
 * sites. The request is checked (`checkSiting`).
 * @throws MaillageError `error_siting_p_too_small` where p sites cannot serve every point; `error_siting_impossible` where no sites serve
 * every point and keep to budget, closures and minimum; `error_siting_not_found` where the time limit came before any solution
 */
export async function findSites(
	request: SitingRequest,
	watch: SitingWatch,
	loadSolver: () => Promise<MixedSolver>
): Promise<SitingAnswer> {
	const { problem, pairs, people, cutoff, fixed, closures } = request;
	const run = sitingRun(request.timeLimitSeconds, watch, loadSolver);
	const near = nearFirst(pairs);
	await run.breathe();
	const isLimited =
		request.budget !== null || request.minimumPeople > 0 || (closures?.most ?? 0) < (closures?.sites.length ?? 0);
	const { open, bound } = await (isLimited ? findLimitedSites : findFreeSites)(request, near, run);
	const sites = [...open].sort((a, b) => a - b);
	const { peopleTimesValue, farthest, coveredPeople, uncoveredPoints } = measureSites(
		pairs,
		people,
		sites,
		cutoff ?? Infinity
	);
	const objectives: Record<SitingProblem, number> = {
		mclp: coveredPeople,
		lscp: sites.length,
		pmedian: peopleTimesValue,
		pcenter: farthest
	};
	const today = new Set([...fixed, ...(closures?.sites ?? [])]);
	const isOpen = new Set(sites);
	return {
		...gapOf(objectives[problem], bound),
		sites,
		opened: sites.filter((site) => !today.has(site)),
		closed: (closures?.sites ?? []).filter((site) => !isOpen.has(site)),
		coveredPeople,
		uncoveredPoints
	};
}

function gapOf(objective: number, bound: number): Pick<SitingAnswer, 'objective' | 'bound' | 'optimal' | 'gap'> {
	const larger = Math.max(objective, bound);
	const optimal = Math.abs(objective - bound) <= ROUNDING * larger;
	if (optimal) return { objective, bound: objective, optimal, gap: 0 };
	return { objective, bound, optimal, gap: Math.abs(objective - bound) / larger };
}

/** Where the number of sites is the only limit. */
async function findFreeSites(request: SitingRequest, near: NearFirst, run: SitingRun): Promise<FoundSites> {
	const { problem, people, pairs, cutoff } = request;
	const siteCount = pairs.supplyCount;
	const fixed = markOf(request.fixed, siteCount);
	if (problem === 'lscp') {
		const { open, bound } = await solveCover({ siteCount, ...within(near, cutoff ?? Infinity) }, request.fixed, run);
		return { open: open ?? [], bound };
	}
	// Checked: there is a number of sites.
	const p = request.p ?? 0;
	if (problem === 'mclp') {
		const everybody = sumOf(people);
		const uncovered = inUnits(run, (value) => everybody - value);
		const { open, bound } = await solveMedian(coverageCase(near, people, fixed, p, cutoff ?? Infinity), uncovered);
		return { open, bound: everybody - bound };
	}
	const weights = problem === 'pmedian' ? people : new Float64Array(people.length).fill(1);
	const median = medianCase(near, weights, fixed, p);
	const start = await servingEveryone(median, near, silently(run));
	if (problem === 'pmedian') return solveMedian(median, run, start);
	const covers = {
		most: p,
		cover: (sets: Parameters<typeof solveCover>[0], exactShare: number) =>
			solveCover(sets, request.fixed, silently(run), { enough: p, exactShare }),
		filled: (open: readonly number[]) => (open.length < p ? greedySites(median, open).open : open)
	};
	return solveCenter(near, siteCount, start, covers, run);
}

/** p sites that serve every point: the greedy ones where they do, else those of a cover. */
async function servingEveryone(median: MedianCase, near: NearFirst, run: SitingRun): Promise<readonly number[]> {
	const greedy = greedySites(median, fixedSites(median.fixed));
	if (greedy.nearest.every((site) => site >= 0)) return greedy.open;
	const sets = { siteCount: median.siteCount, ...within(near, Infinity) };
	const { open, bound } = await solveCover(sets, fixedSites(median.fixed), run, { enough: median.p });
	if (open !== null) return greedySites(median, open).open;
	const params = { p: median.p, least: bound };
	throw new MaillageError(bound > median.p ? 'error_siting_p_too_small' : 'error_siting_not_found', params);
}
