import { describe, expect, it } from 'vitest';
import { choose, orLibraryMedians, sanFrancisco } from '../siting-instances.ts';

const city = sanFrancisco();

// Values of the tests of spopt (PySAL, BSD-3), which solve these same problems with an exact solver.
describe.skipIf(city === null)('San Francisco, 205 tracts and 16 stores, as spopt solves it', () => {
	const { pairs, people } = city ?? { pairs: null, people: new Float64Array(0) };
	const solve = (rest: Omit<Parameters<typeof choose>[0], 'pairs' | 'people'>) => {
		if (pairs === null) throw new Error('no real data');
		return choose({ pairs, people, ...rest });
	};
	const proved = { optimal: true, gap: 0 };

	it('p-median of 4: Σ people × metres, a mean of 2,982 m', async () => {
		const answer = await solve({ problem: 'pmedian', p: 4 });
		expect(answer).toMatchObject(proved);
		expect(answer.objective).toBeCloseTo(2848268129.7145, 3);
		expect(answer.objective / people.reduce((sum, one) => sum + one)).toBeCloseTo(2982.126857989067, 8);
	});

	it('MCLP of 4 within 5,000 m: 875,247 people, 21 tracts left', async () => {
		const answer = await solve({ problem: 'mclp', p: 4, cutoff: 5000 });
		expect(answer).toMatchObject({ ...proved, objective: 875_247, coveredPeople: 875_247, uncoveredPoints: 21 });
	});

	it('p-center of 4: 7,403 m', async () => {
		const answer = await solve({ problem: 'pcenter', p: 4 });
		expect(answer).toMatchObject(proved);
		expect(answer.objective).toBeCloseTo(7403.0638, 3);
	});

	it('LSCP within 5,000 m: 8 stores, everybody covered', async () => {
		const answer = await solve({ problem: 'lscp', cutoff: 5000 });
		expect(answer).toMatchObject({ ...proved, objective: 8, uncoveredPoints: 0 });
		expect(answer.sites).toHaveLength(8);
	});
});

const medians = orLibraryMedians();

describe.skipIf(medians.length === 0)('OR-Library p-median instances (Beasley 1985): the optimum, and proved', () => {
	it.each(medians)('$name, p = $p: $optimum', async ({ p, optimum, pairs, people }) => {
		const answer = await choose({ problem: 'pmedian', p, pairs, people, timeLimitSeconds: 60 });
		expect(answer).toMatchObject({ objective: optimum, bound: optimum, optimal: true, gap: 0 });
		expect(answer.sites).toHaveLength(p);
	});
});

describe.skipIf(medians.length === 0)('limits that do not bind change nothing', () => {
	it('pmed1 with a budget for everything, and a minimum of one person', async () => {
		const { p, optimum, pairs, people } = medians[0];
		const budget = { cost: new Float64Array(pairs.supplyCount).fill(1), perClosure: 0, most: p };
		const answer = await choose({ problem: 'pmedian', pairs, people, budget, minimumPeople: 1, timeLimitSeconds: 60 });
		expect(answer).toMatchObject({ objective: optimum, optimal: true });
	});
});
