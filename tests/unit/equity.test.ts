import { describe, expect, it } from 'vitest';
import { fgtIndex } from '#core/equity/fgt.ts';
import { giniIndex } from '#core/equity/gini.ts';
import { amountShare, lorenzCurve } from '#core/equity/lorenz.ts';
import { palmaRatio } from '#core/equity/palma.ts';

const values = [0, 10, 20, 40];
const people = [100, 300, 400, 200];
const ones = [1, 1, 1, 1];

describe('Gini', () => {
	it('is 0.25 of [1, 2, 3, 4] and 0.342105 of the weighted example', () => {
		expect(giniIndex([1, 2, 3, 4], ones)).toBeCloseTo(0.25, 12);
		expect(giniIndex(values, people)).toBeCloseTo(0.342105, 6);
	});

	it('is 1 − 1/n where one of n has all, and 0 where all have the same', () => {
		expect(giniIndex([0, 0, 0, 7], ones)).toBeCloseTo(0.75, 12);
		expect(giniIndex([0.1, 0.1, 0.1], [3, 7, 0.3])).toBe(0);
	});

	it('is absent where there is nobody, or nothing to share', () => {
		expect(giniIndex([], [])).toBeNull();
		expect(giniIndex([1, 2], [0, NaN])).toBeNull();
		expect(giniIndex([0, 0], [1, 1])).toBeNull();
		expect(giniIndex([NaN, Infinity], [1, 1])).toBeNull();
	});
});

describe('Lorenz curve', () => {
	it('has one vertex a value, those with least first, from nothing to all', () => {
		// Whole: 100 × 0 + 300 × 10 + 400 × 20 + 200 × 40 = 19,000, of 1,000 people.
		const curve = lorenzCurve([40, 10, 0, 20, 20], [200, 300, 100, 150, 250]);
		expect([...(curve?.people ?? [])]).toEqual([0, 0.1, 0.4, 0.8, 1]);
		expect([...(curve?.amount ?? [])]).toEqual([0, 0, 3 / 19, 11 / 19, 1]);
	});

	it('is straight between its vertices', () => {
		const curve = lorenzCurve(values, people);
		if (curve === null) throw new Error('no curve');
		expect(amountShare(curve, 0)).toBe(0);
		expect(amountShare(curve, 0.05)).toBe(0);
		expect(amountShare(curve, 0.6)).toBeCloseTo(7 / 19, 12);
		expect(amountShare(curve, 1)).toBe(1);
	});
});

describe('Palma', () => {
	it('is the share of the best served 10 % over that of the worst served 40 %', () => {
		// 100 people at 40 hold 4,000; the 400 with least hold 3,000.
		expect(palmaRatio(values, people)).toBeCloseTo(4 / 3, 12);
	});

	it('is a quarter where all have the same, and absent where the 40 % have nothing', () => {
		expect(palmaRatio([5, 5], [10, 90])).toBeCloseTo(0.25, 12);
		expect(palmaRatio([0, 1], [60, 40])).toBeNull();
		expect(palmaRatio([0, 1], [40, 60])).toBeNull();
		expect(palmaRatio([], [])).toBeNull();
	});
});

describe('Foster, Greer and Thorbecke', () => {
	it('is 0.40, 0.25 and 0.175 below 20 in the weighted example', () => {
		expect(fgtIndex(values, people, 20, 0)).toBeCloseTo(0.4, 12);
		expect(fgtIndex(values, people, 20, 1)).toBeCloseTo(0.25, 12);
		expect(fgtIndex(values, people, 20, 2)).toBeCloseTo(0.175, 12);
	});

	it('is absent where there is nobody, and leaves out who has no value', () => {
		expect(fgtIndex([1], [0], 20, 0)).toBeNull();
		expect(fgtIndex([NaN, 10], [900, 100], 20, 1)).toBe(0.5);
	});
});
