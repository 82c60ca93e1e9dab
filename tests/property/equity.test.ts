import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fgtIndex } from '#core/equity/fgt.ts';
import { giniIndex } from '#core/equity/gini.ts';
import { lorenzCurve } from '#core/equity/lorenz.ts';
import { palmaRatio } from '#core/equity/palma.ts';

interface Person {
	readonly value: number;
	readonly weight: number;
}

const person: fc.Arbitrary<Person> = fc.record({
	value: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 }), fc.double({ min: 0.001, max: 1000, noNaN: true })),
	weight: fc.double({ min: 0.5, max: 1000, noNaN: true })
});
/** A population that has something to share. */
const population = fc
	.array(person, { minLength: 2, maxLength: 30 })
	.filter((people) => people.some(({ value }) => value > 0));
const values = (people: readonly Person[]) => people.map(({ value }) => value);
const weights = (people: readonly Person[]) => people.map(({ weight }) => weight);
const gini = (people: readonly Person[]) => giniIndex(values(people), weights(people)) ?? NaN;
const fgt = (people: readonly Person[], line: number, aversion: 0 | 1 | 2) =>
	fgtIndex(values(people), weights(people), line, aversion) ?? NaN;

describe('Gini', () => {
	it('is at least 0 and under 1', () => {
		fc.assert(
			fc.property(population, (people) => {
				expect(gini(people)).toBeGreaterThanOrEqual(0);
				expect(gini(people)).toBeLessThan(1);
			})
		);
	});

	it('is half the mean difference between two people, over the mean', () => {
		fc.assert(
			fc.property(population, (people) => {
				const all = people.reduce((sum, { weight }) => sum + weight, 0);
				const whole = people.reduce((sum, { value, weight }) => sum + value * weight, 0);
				const differences = people.reduce(
					(sum, a) => people.reduce((inner, b) => inner + a.weight * b.weight * Math.abs(a.value - b.value), sum),
					0
				);
				expect(gini(people)).toBeCloseTo(differences / (2 * all * whole), 9);
			})
		);
	});

	it('does not depend on the unit of what is shared, nor on the size of the population, nor on the order', () => {
		fc.assert(
			fc.property(population, fc.double({ min: 0.01, max: 100, noNaN: true }), (people, factor) => {
				const scaled = people.map(({ value, weight }) => ({ value: value * factor, weight }));
				const replicated = people.map(({ value, weight }) => ({ value, weight: weight * factor }));
				for (const same of [scaled, replicated, [...people].reverse()]) expect(gini(same)).toBeCloseTo(gini(people), 9);
			})
		);
	});

	it('falls when somebody gives to one who has less, without changing places (Pigou–Dalton)', () => {
		const share = fc.double({ min: 0.01, max: 0.5, noNaN: true });
		fc.assert(
			fc.property(population, share, (people, part) => {
				const rising = [...people].sort((a, b) => a.value - b.value);
				const poor = rising[0];
				const rich = rising[rising.length - 1];
				// Half of the gap at most, so that the one who gives stays the better served.
				const given = part * (rich.value - poor.value) * Math.min(poor.weight, rich.weight);
				const after = rising.map((one) => {
					if (one === poor) return { ...one, value: one.value + given / one.weight };
					return one === rich ? { ...one, value: one.value - given / one.weight } : one;
				});
				expect(gini(after)).toBeLessThanOrEqual(gini(people) + 1e-12);
				const whole = people.reduce((sum, { value, weight }) => sum + value * weight, 0);
				if (given / whole > 1e-6 && poor !== rich) expect(gini(after)).toBeLessThan(gini(people));
			})
		);
	});
});

describe('every index', () => {
	it('says the same of people counted one by one or together', () => {
		fc.assert(
			fc.property(population, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (people, part) => {
				const split = people.flatMap(({ value, weight }) => [
					{ value, weight: weight * part },
					{ value, weight: weight * (1 - part) }
				]);
				expect(gini(split)).toBeCloseTo(gini(people), 9);
				for (const aversion of [0, 1, 2] as const)
					expect(fgt(split, 10, aversion)).toBeCloseTo(fgt(people, 10, aversion), 9);
			})
		);
	});
});

describe('Lorenz curve', () => {
	it('rises from 0 to 1, is convex, and stays under equality', () => {
		fc.assert(
			fc.property(population, (people) => {
				const curve = lorenzCurve(values(people), weights(people));
				if (curve === null) throw new Error('no curve');
				const last = curve.people.length - 1;
				expect([curve.people[0], curve.amount[0], curve.people[last], curve.amount[last]]).toEqual([0, 0, 1, 1]);
				let slope = 0;
				for (let vertex = 1; vertex <= last; vertex++) {
					const width = curve.people[vertex] - curve.people[vertex - 1];
					const next = (curve.amount[vertex] - curve.amount[vertex - 1]) / width;
					expect(width).toBeGreaterThan(0);
					expect(next).toBeGreaterThanOrEqual(slope - 1e-9);
					expect(curve.amount[vertex]).toBeLessThanOrEqual(curve.people[vertex] + 1e-12);
					slope = next;
				}
			})
		);
	});
});

describe('Palma', () => {
	it('is at least a quarter, which is equality, and does not depend on the unit', () => {
		fc.assert(
			fc.property(population, (people) => {
				const palma = palmaRatio(values(people), weights(people));
				if (palma === null) return;
				expect(palma).toBeGreaterThanOrEqual(0.25 - 1e-9);
				const doubled = palmaRatio(
					values(people).map((value) => value * 2),
					weights(people)
				);
				expect(doubled).toBeCloseTo(palma, 6);
			})
		);
	});
});

describe('Foster, Greer and Thorbecke', () => {
	it('fall with the aversion, and rise with the line', () => {
		const line = fc.double({ min: 0.1, max: 500, noNaN: true });
		fc.assert(
			fc.property(population, line, line, (people, one, other) => {
				const [low, high] = [Math.min(one, other), Math.max(one, other)];
				expect(fgt(people, low, 0)).toBeLessThanOrEqual(1);
				expect(fgt(people, low, 1)).toBeLessThanOrEqual(fgt(people, low, 0));
				expect(fgt(people, low, 2)).toBeLessThanOrEqual(fgt(people, low, 1));
				expect(fgt(people, low, 2)).toBeGreaterThanOrEqual(0);
				for (const aversion of [0, 1, 2] as const)
					expect(fgt(people, low, aversion)).toBeLessThanOrEqual(fgt(people, high, aversion) + 1e-12);
			})
		);
	});
});
