import { describe, expect, it } from 'vitest';
import type { ChangeUnit } from '#domain/scenario-answers.ts';
import { changeClasses, changeScale } from '#workers/jobs/scenario/change-classes.ts';
import { changeOfPoints, type ChangeOfPoints } from '#workers/jobs/scenario/change-of-points.ts';

/** Demand points of one person each whose access goes from 0 by so much. */
const changesOf = (unit: ChangeUnit, lessIsBetter: boolean, after: readonly number[]): ChangeOfPoints => {
	const attached = new Uint8Array(after.length).fill(1);
	const side = { unit, lessIsBetter, stepsPerUnit: 1, tolerance: 0, attached };
	return changeOfPoints(
		{ ...side, values: new Float64Array(after.length) },
		{ ...side, values: Float64Array.from(after) }
	);
};
const one = (count: number) => new Float64Array(count).fill(1);
/** Where classes for the worse end. */
const endsOf = (unit: ChangeUnit, largest: number) =>
	changeScale(changesOf(unit, true, [largest]), one(1))
		.bounds.slice(4)
		.map(({ to }) => to);

describe('classes of a change', () => {
	it('end at the same round numbers for a range of changes, finer where all are small', () => {
		expect(endsOf('minutes', 0.5)).toEqual([1, 2, 5]);
		expect(endsOf('minutes', 5)).toEqual([1, 2, 5]);
		expect(endsOf('minutes', 5.1)).toEqual([2, 5, 10]);
		expect(endsOf('minutes', 25)).toEqual([5, 10, 25]);
		expect(endsOf('hours', 6)).toEqual([1, 3, 6]);
		expect(endsOf('hours', 1.5)).toEqual([0.5, 1, 2]);
	});

	it.each([0.0031, 0.02, 0.3, 1, 2, 2.1, 7, 100, 1234])(
		'hold a supply of %d in the last one, by round numbers',
		(largest) => {
			const changes = changesOf('hours-per-1000', false, [largest, -largest]);
			const scale = changeScale(changes, one(2));
			expect([...changeClasses(changes, scale)]).toEqual([0, 6]);
			for (const end of endsOf('hours-per-1000', largest))
				expect(Number((end ?? NaN).toExponential().split('e')[0])).toSatisfy((digits) =>
					[1, 2, 5].includes(digits as number)
				);
		}
	);

	it('hold their ends that are further from none, and no change in the middle alone', () => {
		const changes = changesOf('minutes', true, [-5, -2.5, -2, -1, -0.01, 0, 0.01, 1, 2, 5]);
		const classes = changeClasses(changes, changeScale(changes, one(10)));
		expect([...classes]).toEqual([0, 0, 1, 2, 2, 3, 4, 4, 5, 6]);
	});

	it('do not follow a change where nobody lives', () => {
		const changes = changesOf('minutes', true, [-4, -20]);
		expect(changeScale(changes, Float64Array.of(1, 0)).bounds).toEqual(
			changeScale(changesOf('minutes', true, [-4]), one(1)).bounds
		);
		// It has the last class of its side all the same.
		expect([...changeClasses(changes, changeScale(changes, Float64Array.of(1, 0)))]).toEqual([0, 0]);
	});

	it('of sides that are not of the same points are refused', () => {
		const side = { unit: 'hours' as const, lessIsBetter: false, stepsPerUnit: 1, tolerance: 0 };
		const of = (count: number) => ({ ...side, values: new Float64Array(count), attached: new Uint8Array(count) });
		expect(() => changeOfPoints(of(1), of(2))).toThrow(RangeError);
	});

	it('take supplies that differ by the rounding of sums for the same', () => {
		const side = { unit: 'hours-per-1000' as const, lessIsBetter: false, stepsPerUnit: 1, tolerance: 1e-9 };
		const of = (value: number) => ({ ...side, values: Float64Array.of(value), attached: Uint8Array.of(1) });
		expect([...changeOfPoints(of(0.1 + 0.2), of(0.3)).states]).toEqual([0]);
		expect([...changeOfPoints(of(0.3), of(0.300001)).states]).toEqual([1]);
	});
});
