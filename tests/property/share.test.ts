import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentText } from '#i18n/figures.ts';
import { shareOf } from '#core/access/share.ts';

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
/** People of demand points, in fractions as the national grid has them. */
const people = fc.array(fc.double({ min: 0.01, max: 5000, noNaN: true }), { minLength: 1, maxLength: 300 });
const inAnyOrder = people.chain((values) =>
	fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length }))
);

describe('the share of people', () => {
	it('is all of them, said 100, in whatever order they are added', () => {
		fc.assert(
			fc.property(inAnyOrder, ([values, shuffled]) => {
				expect(shareOf(sum(shuffled), sum(values))).toBe(1);
				expect(percentText(shareOf(sum(shuffled), sum(values)) ?? NaN, 'fr')).toBe('100');
			})
		);
		// Such sums do differ: 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1.
		expect(0.1 + 0.2 + 0.3).not.toBe(0.3 + 0.2 + 0.1);
		expect(shareOf(0.3 + 0.2 + 0.1, 0.1 + 0.2 + 0.3)).toBe(1);
	});

	it('is less, and never said 100, where one person of ten million is missing', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 1, max: 1e7, noNaN: true }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(all, part) => {
					const some = Math.min(all * part, all - 1);
					const share = shareOf(some, all);
					expect(share).toBe(some / all);
					expect(percentText(share ?? NaN, 'fr')).not.toBe('100');
				}
			)
		);
	});

	it('is not known of nobody, and none of somebody is 0', () => {
		expect([shareOf(0, 0), shareOf(0, NaN), shareOf(0, 5)]).toEqual([null, null, 0]);
	});
});
