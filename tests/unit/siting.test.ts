import { describe, expect, it } from 'vitest';
import { pairsFromCandidates } from '#core/siting/candidate-pairs.ts';
import { chooseSites } from '#workers/jobs/siting/siting-jobs.ts';
import type { SitingProgress, SitingRequest } from '#workers/jobs/siting/siting-request.ts';
import { choose, pairsOf } from '../siting-instances.ts';

// Four villages on a road, minutes between them; 100, 50, 10 and 80 people.
const ROAD = [0, 10, 16, 30];
const pairs = pairsOf(ROAD.map((from) => ROAD.map((to) => Math.abs(from - to))));
const people = Float64Array.of(100, 50, 10, 80);
const road = { pairs, people };

/** A request of many random-looking points, which takes long to prove. */
function long(): SitingRequest {
	const table = Array.from({ length: 150 }, (_, point) =>
		Array.from({ length: 150 }, (_, site) => (point === site ? 0 : 1 + ((point * 7919 + site * 104_729) % 997)))
	);
	const none = { cutoff: null, fixed: [], closures: null, minimumPeople: 40 };
	return {
		...none,
		problem: 'pmedian',
		pairs: pairsOf(table),
		weight: new Float64Array(150).fill(10),
		people: new Float64Array(150).fill(10),
		mostOpened: null,
		p: 12,
		budget: null,
		timeLimitSeconds: 1
	};
}

describe('sites on a road, worked by hand', () => {
	it('p-median of 1: the second village, 100 × 10 + 10 × 6 + 80 × 20', async () => {
		const answer = await choose({ ...road, problem: 'pmedian', p: 1 });
		expect(answer).toMatchObject({ objective: 2660, sites: [1], opened: [1], closed: [], optimal: true });
	});

	it('p-center of 1: the third village, 16 minutes from the first (the second is 20 from the last)', async () => {
		expect(await choose({ ...road, problem: 'pcenter', p: 1 })).toMatchObject({ objective: 16, sites: [2] });
	});

	it('the cutoff is inclusive: at 10 minutes the first two villages share a site, at 9 they do not', async () => {
		const covered = async (cutoff: number) => (await choose({ ...road, problem: 'mclp', p: 1, cutoff })).objective;
		expect([await covered(10), await covered(9)]).toEqual([160, 100]);
	});

	it('a site open today stays unless closures are allowed; closing it and opening another is said', async () => {
		const today = { ...road, problem: 'pmedian', p: 1 } as const;
		const kept = await choose({ ...today, closures: { sites: [3], most: 0 } });
		expect(kept).toMatchObject({ sites: [3], opened: [], closed: [] });
		const moved = await choose({ ...today, closures: { sites: [3], most: 1 } });
		expect(moved).toMatchObject({ sites: [1], opened: [1], closed: [3], objective: 2660 });
	});

	it('a budget alone limits the sites, each at its cost', async () => {
		const budget = { cost: Float64Array.of(9, 4, 4, 4), perClosure: 0, most: 8 };
		// 1 and 3: 100 × 10 + 10 × 6; two at 4 each, the first village at 9 never.
		expect(await choose({ ...road, problem: 'pmedian', budget })).toMatchObject({ sites: [1, 3], objective: 1060 });
		expect(await choose({ ...road, problem: 'pmedian', p: 1, budget })).toMatchObject({ sites: [1] });
	});

	it('a minimum of people: a site with fewer nearest to it is not opened, fewer sites are', async () => {
		const three = { ...road, problem: 'pmedian', p: 3 } as const;
		expect(await choose(three)).toMatchObject({ sites: [0, 1, 3], objective: 60 });
		// 60 people at least: the second village with the third, or alone with 50.
		expect(await choose({ ...three, minimumPeople: 61 })).toMatchObject({ sites: [0, 3], objective: 640 });
		expect(await choose({ ...three, minimumPeople: 60 })).toMatchObject({ sites: [0, 1, 3] });
		// The sites of today are not asked for it.
		const today = { sites: [1], most: 0 };
		expect(await choose({ ...three, minimumPeople: 61, closures: today })).toMatchObject({ sites: [0, 1, 3] });
	});

	it('a coverage counts for the minimum only the people within the cutoff', async () => {
		const near = { ...road, problem: 'mclp', p: 4, cutoff: 5 } as const;
		expect(await choose({ ...near, minimumPeople: 50 })).toMatchObject({ sites: [0, 1, 3], objective: 230 });
	});
});

describe('a choice of sites refuses', () => {
	const refused = (request: Partial<SitingRequest>) =>
		choose({ ...road, problem: 'pmedian', p: 2, ...request }).then(
			() => 'answered',
			(error: { detail?: { code: string } }) => error.detail?.code ?? error
		);
	const far = pairsOf([
		[0, NaN],
		[NaN, 5],
		[NaN, NaN]
	]);
	it.each<[string, Partial<SitingRequest>]>([
		['error_siting_p_missing', { p: null }],
		['error_siting_p_unused', { problem: 'lscp', cutoff: 10 }],
		['error_siting_p_invalid', { p: 1.5 }],
		['error_siting_p_invalid', { p: 0 }],
		['error_siting_p_too_large', { p: 5 }],
		['error_siting_p_below_fixed', { fixed: [0, 1, 2] }],
		['error_siting_p_below_fixed', { fixed: [0], closures: { sites: [1, 2, 3], most: 1 } }],
		['error_siting_cutoff_missing', { problem: 'mclp' }],
		['error_siting_cutoff_missing', { problem: 'lscp', p: null }],
		['error_siting_unreachable', { pairs: far, people: Float64Array.of(1, 2, 3) }],
		[
			'error_siting_beyond_cutoff',
			{ problem: 'lscp', p: null, cutoff: 4, pairs: far, people: Float64Array.of(1, 2, 3) }
		],
		[
			'error_siting_budget_below_fixed',
			{ fixed: [0], budget: { cost: Float64Array.of(3, 1, 1, 1), perClosure: 0, most: 2 } }
		],
		[
			'error_siting_p_too_small',
			{
				p: 1,
				pairs: pairsOf([
					[0, NaN],
					[NaN, 5]
				]),
				people: Float64Array.of(1, 2)
			}
		],
		['error_siting_impossible', { minimumPeople: 1000 }],
		[
			'error_siting_impossible',
			{ problem: 'lscp', p: null, cutoff: 1, budget: { cost: Float64Array.of(1, 1, 1, 1), perClosure: 0, most: 3 } }
		]
	])('%s', async (code, request) => {
		expect(await refused(request)).toBe(code);
	});

	it('what only a fault of the programme can ask: ranks and lengths that do not fit', async () => {
		expect(await refused({ fixed: [4] })).toBeInstanceOf(RangeError);
		expect(await refused({ fixed: [1, 1] })).toBeInstanceOf(RangeError);
		expect(await refused({ people: Float64Array.of(1) })).toBeInstanceOf(RangeError);
		expect(await refused({ budget: { cost: Float64Array.of(1), perClosure: 0, most: 1 } })).toBeInstanceOf(RangeError);
	});
});

describe('a search under way', () => {
	it('tells how it stands: the bound never above the best, in the problem’s own figures', async () => {
		const told: SitingProgress[] = [];
		const watch = { progress: (one: SitingProgress) => told.push(one), signal: new AbortController().signal };
		const answer = await chooseSites(long(), watch);
		const known = told.filter(({ best, bound }) => best !== null && bound !== null);
		expect(known.length).toBeGreaterThan(0);
		for (const { done, best, bound } of known) {
			expect(done).toBeLessThanOrEqual(1);
			expect(bound).toBeLessThanOrEqual(best ?? 0);
		}
		expect(answer.bound).toBeLessThanOrEqual(answer.objective);
		expect(answer.optimal).toBe(answer.bound === answer.objective);
	});

	it('stops when it is cancelled, with the reason given', async () => {
		const abort = new AbortController();
		const reason = new Error('no longer wanted');
		const watch = { progress: () => abort.abort(reason), signal: abort.signal };
		await expect(chooseSites(long(), watch)).rejects.toBe(reason);
	});
});

describe('costs by candidate', () => {
	it('are the same costs by demand point', () => {
		// Candidate 0 serves points 2 and 0, candidate 1 point 2.
		const made = pairsFromCandidates({
			demandCount: 3,
			candidateCount: 2,
			first: Uint32Array.of(0, 2, 3),
			point: Uint32Array.of(2, 0, 2),
			cost: Uint32Array.of(120, 60, 30)
		});
		expect(made).toEqual(
			pairsOf([
				[60, NaN],
				[NaN, NaN],
				[120, 30]
			])
		);
	});
});
