import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeAccess } from '#core/access/cumulative.ts';
import { cutBeyond, exponentialDecay, powerDecay, stepDecay, withinCutoff, type Decay } from '#core/access/decay.ts';
import { gravityAccess } from '#core/access/gravity.ts';
import { nthClosestCost } from '#core/access/nth-closest.ts';
import type { AccessPairs } from '#core/access/pairs.ts';
import { twoStepAccess } from '#core/access/two-step.ts';

const DEMAND = 12;
const SUPPLY = 5;

const cost = fc.option(fc.double({ min: 1, max: 60, noNaN: true }), { freq: 4 });
const table = fc.array(fc.array(cost, { minLength: SUPPLY, maxLength: SUPPLY }), {
	minLength: DEMAND,
	maxLength: DEMAND
});
const amounts = (length: number, min: number) =>
	fc
		.array(fc.double({ min, max: 5000, noNaN: true }), { minLength: length, maxLength: length })
		.map((values) => Float64Array.from(values));
const decay: fc.Arbitrary<Decay> = fc.oneof(
	fc.integer({ min: 0, max: 60 }).map(withinCutoff),
	fc.double({ min: 0.01, max: 0.5, noNaN: true }).map(exponentialDecay),
	fc.double({ min: 0.1, max: 2, noNaN: true }).map(powerDecay),
	fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }).map((costs) => {
		const rising = costs.sort((a, b) => a - b);
		return stepDecay(rising.map((one, rank) => ({ cost: one, weight: 1 / (rank + 1) })));
	}),
	fc.integer({ min: 1, max: 60 }).map((cutoff) => cutBeyond(exponentialDecay(0.1), cutoff))
);

function pairsOf(costs: readonly (readonly (number | null)[])[]): AccessPairs {
	const entries = costs.map((row) => row.flatMap((one, place) => (one === null ? [] : [{ one, place }])));
	const first = new Uint32Array(DEMAND + 1);
	entries.forEach((row, point) => (first[point + 1] = first[point] + row.length));
	const all = entries.flat();
	return {
		demandCount: DEMAND,
		supplyCount: SUPPLY,
		first,
		column: Uint32Array.from(all, ({ place }) => place),
		value: Float64Array.from(all, ({ one }) => one)
	};
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, one, index) => sum + one * b[index], 0);

describe('two-step access', () => {
	it('shares out all the supply that reaches somebody, and no more: Σ P·A = Σ S', () => {
		fc.assert(
			fc.property(table, amounts(DEMAND, 0), amounts(SUPPLY, 0), decay, (costs, people, capacity, weigh) => {
				const reached = capacity.map((amount, place) => {
					const demand = costs.reduce((sum, row, point) => {
						const one = row[place];
						return one === null ? sum : sum + people[point] * weigh(one);
					}, 0);
					// Demand so small that a capacity over it is no longer a number is not asked of doubles.
					fc.pre(demand === 0 || demand > 1e-100);
					return demand > 0 ? amount : 0;
				});
				const shared = dot(people, twoStepAccess(pairsOf(costs), people, capacity, weigh).access);
				const whole = reached.reduce((sum, amount) => sum + amount, 0);
				expect(Math.abs(shared - whole)).toBeLessThanOrEqual(1e-9 * whole);
			})
		);
	});

	it('gives each as much whatever the unit of people: twice as many share the same', () => {
		fc.assert(
			fc.property(table, amounts(DEMAND, 1), amounts(SUPPLY, 1), decay, (costs, people, capacity, weigh) => {
				const once = twoStepAccess(pairsOf(costs), people, capacity, weigh).access;
				const twice = twoStepAccess(
					pairsOf(costs),
					people.map((one) => one * 2),
					capacity,
					weigh
				).access;
				twice.forEach((half, point) => expect(half * 2).toBeCloseTo(once[point], 9));
			})
		);
	});
});

describe('decays', () => {
	it('never rise with the cost, and stay from 0 to 1 from one unit on', () => {
		const far = fc.double({ min: 1, max: 1e6, noNaN: true });
		fc.assert(
			fc.property(decay, far, far, (weigh, a, b) => {
				const [near, away] = [weigh(Math.min(a, b)), weigh(Math.max(a, b))];
				expect(near).toBeLessThanOrEqual(1);
				expect(away).toBeLessThanOrEqual(near);
				expect(away).toBeGreaterThanOrEqual(0);
			})
		);
	});
});

describe('gravity, cumulative and closest', () => {
	it('agree: cumulative is gravity without decay, and something is within a cutoff where the closest is', () => {
		fc.assert(
			fc.property(table, amounts(SUPPLY, 1), fc.integer({ min: 0, max: 60 }), (costs, capacity, cutoff) => {
				const pairs = pairsOf(costs);
				const within = cumulativeAccess(pairs, capacity, cutoff);
				const closest = nthClosestCost(pairs, new Uint8Array(SUPPLY).fill(1), 1);
				within.forEach((amount, point) => {
					expect(amount > 0).toBe(closest[point] <= cutoff);
					const plain = costs[point].reduce<number>(
						(sum, one, place) => (one !== null && one <= cutoff ? sum + capacity[place] : sum),
						0
					);
					expect(amount).toBe(plain);
				});
			})
		);
	});

	it('grow with the cutoff and never shrink with more supply', () => {
		fc.assert(
			fc.property(table, amounts(SUPPLY, 0), decay, (costs, capacity, weigh) => {
				const pairs = pairsOf(costs);
				const before = gravityAccess(pairs, capacity, weigh);
				const after = gravityAccess(
					pairs,
					capacity.map((one) => one + 1),
					weigh
				);
				const cut = gravityAccess(pairs, capacity, cutBeyond(weigh, 20));
				before.forEach((one, point) => {
					expect(after[point]).toBeGreaterThanOrEqual(one);
					expect(cut[point]).toBeLessThanOrEqual(one);
				});
			})
		);
	});

	it('the n-th closest is the n-th of the costs in order', () => {
		fc.assert(
			fc.property(table, fc.integer({ min: 1, max: SUPPLY }), fc.nat(31), (costs, n, mask) => {
				const kept = Uint8Array.from({ length: SUPPLY }, (_, place) => (mask >> place) & 1);
				const nth = nthClosestCost(pairsOf(costs), kept, n);
				costs.forEach((row, point) => {
					const known = row.filter((one, place): one is number => one !== null && kept[place] === 1);
					expect(nth[point]).toBe(known.sort((a, b) => a - b)[n - 1] ?? Infinity);
				});
			})
		);
	});
});
