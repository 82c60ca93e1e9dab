import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { SITING_PROBLEMS } from '#domain/proposals.ts';
import { chooseSites } from '#workers/jobs/siting/siting-jobs.ts';
import type { SitingAnswer, SitingRequest } from '#workers/jobs/siting/siting-request.ts';
import { bestByTryingAll, worthOf } from '../siting-brute-force.ts';
import { pairsOf } from '../siting-instances.ts';

const watch = { progress: () => {}, signal: new AbortController().signal };

/** Few values, so that they are often equal; some pairs that are not there; people that are whole, or halves. */
const territory = fc
	.record({
		sites: fc.integer({ min: 1, max: 7 }),
		points: fc.integer({ min: 1, max: 9 }),
		missing: fc.constantFrom(0, 0, 2),
		halves: fc.boolean()
	})
	.chain(({ sites, points, missing, halves }) => {
		const value = fc.nat(12).map((one) => (one < missing ? NaN : one * 0.5));
		return fc.record({
			table: fc.array(fc.array(value, { minLength: sites, maxLength: sites }), {
				minLength: points,
				maxLength: points
			}),
			people: fc.array(
				fc.nat(9).map((one) => (halves ? one / 2 : one)),
				{ minLength: points, maxLength: points }
			),
			/** Of each candidate: fixed, open today, or neither. */
			kind: fc.array(fc.constantFrom('fixed', 'today', 'new', 'new'), { minLength: sites, maxLength: sites }),
			cost: fc.array(fc.nat(5), { minLength: sites, maxLength: sites })
		});
	});
const problem = fc.constantFrom(...SITING_PROBLEMS);
const free = fc.record({ territory, problem, cutoff: fc.nat(6), more: fc.integer({ min: 0, max: 5 }) });

type Free = typeof free extends fc.Arbitrary<infer Value> ? Value : never;

/** Nothing but the number of sites limits it: what is open today may close. */
function freeRequest({ territory: { table, people, kind }, problem: asked, cutoff, more }: Free): SitingRequest {
	const sites = kind.length;
	const ranks = kind.map((_, site) => site);
	const fixed = ranks.filter((site) => kind[site] === 'fixed');
	const today = ranks.filter((site) => kind[site] === 'today');
	return {
		problem: asked,
		pairs: pairsOf(table, sites),
		weight: Float64Array.from(people),
		people: Float64Array.from(people),
		mostOpened: null,
		p: asked === 'lscp' ? null : Math.min(sites, Math.max(1, fixed.length + more)),
		cutoff,
		fixed,
		closures: { sites: today, most: today.length },
		budget: null,
		minimumPeople: 0,
		timeLimitSeconds: 20
	};
}

const limited = fc.record({
	free,
	closing: fc.nat(3),
	budget: fc.option(fc.nat(14)),
	minimumPeople: fc.constantFrom(0, 0, 3, 8),
	perClosure: fc.integer({ min: -3, max: 3 }),
	mostOpened: fc.option(fc.nat(3)),
	/** Of each point, beside its people. */
	lacking: fc.array(fc.nat(3), { minLength: 9, maxLength: 9 }),
	withNumber: fc.boolean()
});
type Limited = typeof limited extends fc.Arbitrary<infer Value> ? Value : never;

function limitedRequest({ free: plain, closing, budget, perClosure, minimumPeople, ...rest }: Limited): SitingRequest {
	const request = freeRequest(plain);
	const { mostOpened, lacking, withNumber } = rest;
	return {
		...request,
		weight: request.people.map((one, point) => one * lacking[point]),
		mostOpened,
		p: (budget === null && mostOpened === null) || withNumber ? request.p : null,
		closures: { sites: request.closures?.sites ?? [], most: closing },
		budget: budget === null ? null : { cost: Float64Array.from(plain.territory.cost), perClosure, most: budget },
		minimumPeople
	};
}

/** The answer, or the code of the refusal. */
async function answered(request: SitingRequest): Promise<SitingAnswer | string> {
	try {
		return await chooseSites(request, watch);
	} catch (error) {
		if (error instanceof MaillageError) return error.detail.code;
		throw error;
	}
}

const IMPOSSIBLE = [
	'error_siting_p_too_small',
	'error_siting_impossible',
	'error_siting_unreachable',
	'error_siting_beyond_cutoff',
	'error_siting_budget_below_fixed',
	'error_siting_p_below_fixed'
];

async function expectBest(request: SitingRequest): Promise<void> {
	const answer = await answered(request);
	const best = bestByTryingAll(request);
	if (typeof answer === 'string') {
		expect(IMPOSSIBLE).toContain(answer);
		expect(best).toBeNull();
		return;
	}
	expect(answer.objective).toBe(worthOf(request, answer.sites));
	expect(answer).toMatchObject({ objective: best, optimal: true, bound: best, gap: 0 });
}

describe('the best sites, against all subsets of the candidates', () => {
	it('with fixed sites and a number of sites', async () => {
		await fc.assert(
			fc.asyncProperty(free, (one) => expectBest(freeRequest(one))),
			{ numRuns: 300 }
		);
	});

	it('with closures, budget and minimum of people besides', async () => {
		await fc.assert(
			fc.asyncProperty(limited, (one) => expectBest(limitedRequest(one))),
			{ numRuns: 300 }
		);
	});
});

describe('laws of the answers', () => {
	const worth = (answer: SitingAnswer | string) => (typeof answer === 'string' ? null : answer.objective);

	it('one site more is never worse; a fixed site less neither', async () => {
		await fc.assert(
			fc.asyncProperty(free, async (one) => {
				const request = freeRequest(one);
				if (request.p === null) return;
				const sign = request.problem === 'mclp' ? -1 : 1;
				const [before, more, freed] = await Promise.all([
					answered(request),
					answered({ ...request, p: Math.min(request.pairs.supplyCount, request.p + 1) }),
					answered({ ...request, fixed: request.fixed.slice(1) })
				]);
				if (typeof before === 'string') return;
				expect(sign * (worth(more) ?? NaN)).toBeLessThanOrEqual(sign * before.objective);
				expect(sign * (worth(freed) ?? NaN)).toBeLessThanOrEqual(sign * before.objective);
			}),
			{ numRuns: 100 }
		);
	});

	it('a longer cutoff never covers fewer people, nor needs more sites', async () => {
		await fc.assert(
			fc.asyncProperty(free, fc.nat(3), async (one, longer) => {
				const request = freeRequest({ ...one, problem: one.problem === 'lscp' ? 'lscp' : 'mclp' });
				const [near, far] = await Promise.all([
					answered(request),
					answered({ ...request, cutoff: one.cutoff + longer })
				]);
				if (typeof near === 'string') return;
				if (request.problem === 'mclp') expect(worth(far)).toBeGreaterThanOrEqual(near.objective);
				else expect(worth(far)).toBeLessThanOrEqual(near.objective);
			}),
			{ numRuns: 100 }
		);
	});

	it('the same request has the same answer', async () => {
		await fc.assert(
			fc.asyncProperty(limited, async (one) => {
				const request = limitedRequest(one);
				expect(await answered(request)).toEqual(await answered(request));
			}),
			{ numRuns: 50 }
		);
	});
});
