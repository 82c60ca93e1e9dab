import { describe, expect, it } from 'vitest';
import { cumulativeAccess } from '#core/access/cumulative.ts';
import { cutBeyond, exponentialDecay, powerDecay, stepDecay, withinCutoff } from '#core/access/decay.ts';
import { gravityAccess } from '#core/access/gravity.ts';
import { joinPairs } from '#core/access/join-pairs.ts';
import { nthClosestCost } from '#core/access/nth-closest.ts';
import type { AccessPairs } from '#core/access/pairs.ts';
import { twoStepAccess } from '#core/access/two-step.ts';

/** Pairs of a full table of costs, null where a pair is not there. */
function pairsOf(costs: readonly (readonly (number | null)[])[]): AccessPairs {
	const column: number[] = [];
	const value: number[] = [];
	const first = new Uint32Array(costs.length + 1);
	costs.forEach((row, point) => {
		row.forEach((cost, place) => {
			if (cost === null) return;
			column.push(place);
			value.push(cost);
		});
		first[point + 1] = value.length;
	});
	return {
		demandCount: costs.length,
		supplyCount: costs[0].length,
		first,
		column: Uint32Array.from(column),
		value: Float64Array.from(value)
	};
}

// Three cells and two libraries, worked by hand (the method's own example).
const people = Float64Array.of(1000, 500, 2000);
const hours = Float64Array.of(20, 12);
const minutes = pairsOf([
	[5, 18],
	[15, 9],
	[25, 35]
]);
const steps = [
	{ cost: 10, weight: 1 },
	{ cost: 20, weight: 0.68 },
	{ cost: 30, weight: 0.22 }
];

describe('two-step floating catchment areas', () => {
	it('are 0.018151, 0.017810 and 0.002472 in the example worked by hand', () => {
		const { access, supplyRatio } = twoStepAccess(minutes, people, hours, stepDecay(steps));
		// R1 = 20 / (1000 × 1 + 500 × 0.68 + 2000 × 0.22); R2 = 12 / (1000 × 0.68 + 500 × 1); the third cell is 35 min from the second.
		expect([...supplyRatio]).toEqual([20 / 1780, 12 / 1180]);
		expect([...access].map((one) => one.toFixed(6))).toEqual(['0.018151', '0.017810', '0.002472']);
	});

	it('count whole whoever is within the cutoff, inclusive', () => {
		const { access } = twoStepAccess(minutes, people, hours, withinCutoff(18));
		const [first, second] = [20 / 1500, 12 / 1500];
		expect([...access]).toEqual([first + second, first + second, 0]);
		expect(twoStepAccess(minutes, people, hours, withinCutoff(17.999)).access[0]).toBe(first);
	});

	it('give nothing to, and take nothing from, a place that reaches nobody', () => {
		const alone = pairsOf([
			[5, 90],
			[null, null]
		]);
		const { access, supplyRatio } = twoStepAccess(alone, Float64Array.of(10, 10), hours, withinCutoff(30));
		expect([...supplyRatio]).toEqual([2, 0]);
		expect([...access]).toEqual([2, 0]);
		expect(twoStepAccess(alone, Float64Array.of(0, 10), hours, withinCutoff(30)).supplyRatio[0]).toBe(0);
	});

	it('do not take what is not given for people nor for supply', () => {
		const { access } = twoStepAccess(
			minutes,
			Float64Array.of(1000, NaN, 2000),
			Float64Array.of(20, NaN),
			withinCutoff(30)
		);
		expect([...access]).toEqual([20 / 3000, 20 / 3000, 20 / 3000]);
	});
});

describe('gravity, cumulative and closest', () => {
	it('add what each place has, weighed by the decay', () => {
		const [first] = gravityAccess(minutes, hours, exponentialDecay(0.1));
		expect(first).toBeCloseTo(20 * Math.exp(-0.5) + 12 * Math.exp(-1.8), 12);
		const [power] = gravityAccess(minutes, hours, powerDecay(2));
		expect(power).toBeCloseTo(20 / 25 + 12 / 324, 12);
		expect([
			...gravityAccess(
				minutes,
				hours,
				cutBeyond(() => 1, 15)
			)
		]).toEqual([20, 32, 0]);
	});

	it('add all that is within the cutoff, inclusive', () => {
		expect([...cumulativeAccess(minutes, hours, 15)]).toEqual([20, 32, 0]);
		expect([...cumulativeAccess(minutes, Float64Array.of(NaN, 12), 35)]).toEqual([12, 12, 12]);
	});

	it('find the n-th closest place of those kept, and say where there is none', () => {
		const costs = pairsOf([
			[9, 3, 3, 7],
			[null, 8, null, 2],
			[null, null, null, null]
		]);
		const all = new Uint8Array(4).fill(1);
		const nth = (kept: Uint8Array, n: number) => [...nthClosestCost(costs, kept, n)];
		expect(nth(all, 1)).toEqual([3, 2, Infinity]);
		expect(nth(all, 2)).toEqual([3, 8, Infinity]);
		expect(nth(all, 3)).toEqual([7, Infinity, Infinity]);
		expect(nth(all, 4)).toEqual([9, Infinity, Infinity]);
		expect(nth(Uint8Array.of(1, 0, 1, 0), 2)).toEqual([9, Infinity, Infinity]);
	});
});

describe('a matrix joined to its tables', () => {
	it('follows the order of the tables, leaves out names in neither, and keeps a point without a pair', () => {
		const costs = {
			fromIds: ['b', 'stranger', 'a'],
			toIds: ['y', 'x', 'nowhere'],
			first: Uint32Array.of(0, 2, 3, 5),
			to: Uint32Array.of(0, 1, 0, 1, 2),
			value: Float64Array.of(1, 2, 3, 4, 5)
		};
		const { pairs, unknownFrom, unknownTo } = joinPairs(costs, ['a', 'b', 'alone'], ['x', 'y']);
		expect([...pairs.first]).toEqual([0, 1, 3, 3]);
		expect([...pairs.column]).toEqual([0, 1, 0]);
		expect([...pairs.value]).toEqual([4, 1, 2]);
		expect([unknownFrom, unknownTo]).toEqual([['stranger'], ['nowhere']]);
	});
});
