import { MaillageError } from '#domain/notes.ts';
import type { SitingProblem } from '#domain/proposals.ts';
import { fixedSites, greedySites } from '#core/siting/greedy.ts';
import { coverageCase, medianCase, within, type MedianCase } from '#core/siting/median-case.ts';
import { measureSites } from '#core/siting/measure.ts';
import { nearFirst, type NearFirst } from '#core/siting/near-first.ts';
import { ROUNDING } from '#core/siting/narrowing.ts';
import { findLimitedSites } from './find-limited-sites.ts';
import { markOf, sumOf, type FoundSites } from './found-sites.ts';
import type { MixedSolver } from './mixed-solver.ts';
import type { SitingAnswer, SitingRequest, SitingWatch } from './siting-request.ts';
import { freeCase, type FreeCase } from './siting-limits.ts';
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
	const known = (found: FoundSites) => watch.known?.(answerOf(request, found));
	const run = sitingRun(request.timeLimitSeconds, watch, known, loadSolver);
	const near = nearFirst(request.pairs);
	await run.breathe();
	const free = freeCase(request);
	const found =
		free === null ? await findLimitedSites(request, near, run) : await findFreeSites(request, free, near, run);
	return answerOf(request, found);
}

/** The answer that sites are, every number measured from them. */
function answerOf(request: SitingRequest, { open, bound }: FoundSites): SitingAnswer {
	const { problem, pairs, weight, people, cutoff, fixed, closures } = request;
	const sites = [...open].sort((a, b) => a - b);
	const measure = measureSites(pairs, weight, sites, cutoff ?? Infinity);
	const { coveredPeople, uncoveredPoints } = measureSites(pairs, people, sites, cutoff ?? Infinity);
	const objectives: Record<SitingProblem, number> = {
		mclp: measure.coveredPeople,
		lscp: sites.length,
		pmedian: measure.peopleTimesValue,
		pcenter: measure.farthest
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
async function findFreeSites(
	request: SitingRequest,
	{ fixed: open, p }: FreeCase,
	near: NearFirst,
	run: SitingRun
): Promise<FoundSites> {
	const { problem, weight, pairs, cutoff } = request;
	const siteCount = pairs.supplyCount;
	const fixed = markOf(open, siteCount);
	if (problem === 'lscp') {
		const found = await solveCover({ siteCount, ...within(near, cutoff ?? Infinity) }, open, run, {
			told: (open, bound) => run.reached({ open, total: open.length }, bound)
		});
		return { open: found.open ?? [], bound: found.bound };
	}
	if (problem === 'mclp') {
		const everybody = sumOf(weight);
		const uncovered = inUnits(run, (value) => everybody - value);
		const found = await solveMedian(coverageCase(near, weight, fixed, p, cutoff ?? Infinity), uncovered);
		return { open: found.open, bound: everybody - found.bound };
	}
	const weights = problem === 'pmedian' ? weight : new Float64Array(weight.length).fill(1);
	const median = medianCase(near, weights, fixed, p);
	const start = await servingEveryone(median, near, silently(run));
	if (problem === 'pmedian') return solveMedian(median, run, start);
	const covers = {
		most: p,
		cover: (sets: Parameters<typeof solveCover>[0], exactShare: number) =>
			solveCover(sets, open, silently(run), { enough: p, exactShare }),
		filled: (cover: readonly number[]) => (cover.length < p ? greedySites(median, cover).open : cover)
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
