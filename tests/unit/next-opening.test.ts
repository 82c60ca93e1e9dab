import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTES_PER_WEEK } from '#domain/units.ts';
import { normalizeIntervals, openAt } from '#core/hours/intervals.ts';
import { nextOpening } from '#core/hours/next-opening.ts';

const at = (day: number, hour: number) => (day * 24 + hour) * 60;

describe('the next opening', () => {
	const week = [at(2, 14), at(2, 18), at(5, 10), at(5, 12)];

	it('is the one after the minute, and the first of the week after the last', () => {
		expect(nextOpening(week, at(0, 9))).toBe(at(2, 14));
		expect(nextOpening(week, at(2, 14))).toBe(at(5, 10));
		expect(nextOpening(week, at(5, 10))).toBe(at(2, 14));
	});

	it('is the same again for the only one of the week', () => {
		expect(nextOpening([at(2, 14), at(2, 18)], at(2, 15))).toBe(at(2, 14));
	});

	it('is none for a door that never opens, or never shuts', () => {
		expect(nextOpening([], 0)).toBeNull();
		expect(nextOpening([0, MINUTES_PER_WEEK], 100)).toBeNull();
	});

	it('is not Monday midnight when Sunday night ran into it', () => {
		const night = [0, at(0, 2), at(3, 9), at(3, 12), at(6, 20), MINUTES_PER_WEEK];
		expect(nextOpening(night, at(6, 21))).toBe(at(3, 9));
	});

	it('is found shut the minute before and open at it, with no other between', () => {
		const weeks = fc
			.array(fc.integer({ min: 0, max: MINUTES_PER_WEEK }), { minLength: 2, maxLength: 12 })
			.map((bounds) => normalizeIntervals(bounds.length % 2 === 0 ? bounds : bounds.slice(1)));
		fc.assert(
			fc.property(weeks, fc.nat(MINUTES_PER_WEEK - 1), (intervals, minute) => {
				const opens = (one: number) =>
					openAt(intervals, one) && !openAt(intervals, (one + MINUTES_PER_WEEK - 1) % MINUTES_PER_WEEK);
				const after = Array.from({ length: MINUTES_PER_WEEK }, (_, step) => (minute + 1 + step) % MINUTES_PER_WEEK);
				expect(nextOpening(intervals, minute)).toBe(after.find(opens) ?? null);
			}),
			{ numRuns: 50 }
		);
	});
});
