import { MaillageError } from '#domain/notes.ts';
import { fixedSites, greedySites } from '#core/siting/greedy.ts';
import { coverageCase, medianCase, within, type MedianCase } from '#core/siting/median-case.ts';
import { measureSites } from '#core/siting/measure.ts';
import { nearFirst, type NearFirst } from '#core/siting/near-first.ts';
import { ROUNDING } from '#core/siting/narrowing.ts';
import type { JobContext } from '../../protocol.ts';
import type { MixedSolver } from './mixed-solver.ts';
import type { SitingAnswer, SitingProblem, SitingRequest } from './siting-jobs.ts';
import { sitingRun, type SitingRun } from './siting-run.ts';
import { solveCenter } from './solve-center.ts';
import { solveCover } from './solve-cover.ts';
import { solveMedian } from './solve-median.ts';

/** Sites and a bound of the same kind as the problem's objective. */
interface Chosen {
	readonly open: readonly number[];
	readonly bound: number;
}

/**
 * Where to open sites: the best found within the time limit and a bound on what any other could do. Every number of the answer is measured
 * anew from the sites. The request is checked (`checkSiting`).
 * @throws MaillageError `error_siting_p_too_small` where p sites cannot serve every point; `error_siting_not_found` where the time limit came
 * before any solution
 */
export async function chooseSites(
	request: SitingRequest,
	context: JobContext,
	loadSolver: () => Promise<MixedSolver>
): Promise<SitingAnswer> {
	const run = sitingRun(request.timeLimitSeconds, context, loadSolver);
	const { open, bound } = await chosen(request, run);
	const sites = [...open].sort((a, b) => a - b);
	const measure = measureSites(request.pairs, request.people, sites, request.cutoff ?? Infinity);
	const { peopleTimesValue, farthest, coveredPeople, uncoveredPoints } = measure;
	const objectives: Record<SitingProblem, number> = {
		mclp: coveredPeople,
		lscp: sites.length,
		pmedian: peopleTimesValue,
		pcenter: farthest
	};
	const objective = objectives[request.problem];
	const larger = Math.max(objective, bound);
	const optimal = Math.abs(objective - bound) <= ROUNDING * larger;
	return {
		objective,
		sites,
		coveredPeople,
		uncoveredPoints,
		optimal,
		bound: optimal ? objective : bound,
		gap: optimal ? 0 : Math.abs(objective - bound) / larger
	};
}

async function chosen(request: SitingRequest, run: SitingRun): Promise<Chosen> {
	const { problem, people, pairs, cutoff } = request;
	const near = nearFirst(pairs);
	await run.breathe();
	const fixed = new Uint8Array(pairs.supplyCount);
	for (const site of request.fixed) fixed[site] = 1;
	// Checked: a number of sites, and a cutoff where there must be one.
	const p = request.p ?? 0;
	if (problem === 'mclp') {
		const { open, bound } = await solveMedian(coverageCase(near, people, fixed, p, cutoff ?? Infinity), run);
		let everybody = 0;
		for (const one of people) everybody += one;
		return { open, bound: everybody - bound };
	}
	if (problem === 'lscp') {
		const sets = { siteCount: pairs.supplyCount, ...within(near, cutoff ?? Infinity) };
		const { open, bound } = await solveCover(sets, fixedSites(fixed), run);
		return { open: open ?? [], bound };
	}
	const weights = problem === 'pmedian' ? people : new Float64Array(people.length).fill(1);
	const median = medianCase(near, weights, fixed, p);
	const start = await servingEveryone(median, near, run);
	if (problem === 'pcenter') return solveCenter(near, fixed, p, start, run);
	const { open, bound } = await solveMedian(median, run, start);
	return { open, bound };
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
