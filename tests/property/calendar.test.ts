import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	civilDate,
	civilDay,
	daysInMonth,
	easterSunday,
	isoDateOf,
	isoWeekOf,
	isoWeeksInYear,
	mondayOfIsoWeek,
	parseIsoDate,
	weekdayOf
} from '#core/hours/civil-date.ts';
import type { CivilDay } from '#core/hours/civil-date.ts';

const anyDay = fc.integer({ min: civilDay(1600, 1, 1), max: civilDay(2999, 12, 31) }).map((day) => day as CivilDay);

describe('civil dates', () => {
	it('are those of the JavaScript calendar in UTC', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				const date = new Date(day * 86_400_000);
				expect(isoDateOf(day)).toBe(date.toISOString().slice(0, 10));
				expect(weekdayOf(day)).toBe((date.getUTCDay() + 6) % 7);
				expect(parseIsoDate(isoDateOf(day))).toBe(day);
				const { year, month, dayOfMonth } = civilDate(day);
				expect(civilDay(year, month, dayOfMonth)).toBe(day);
				expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
			}),
			{ numRuns: 3000 }
		);
	});

	it('lie in the ISO week that begins on their Monday', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				const { isoYear, isoWeek } = isoWeekOf(day);
				expect(mondayOfIsoWeek(isoYear, isoWeek)).toBe(addDays(day, -weekdayOf(day)));
				expect(isoWeek).toBeGreaterThanOrEqual(1);
				expect(isoWeek).toBeLessThanOrEqual(isoWeeksInYear(isoYear));
			})
		);
	});

	it('put Easter on a Sunday from March 22 to April 25', () => {
		for (let year = 1600; year < 3000; year++) {
			const easter = easterSunday(year);
			expect(weekdayOf(easter)).toBe(6);
			expect(easter).toBeGreaterThanOrEqual(civilDay(year, 3, 22));
			expect(easter).toBeLessThanOrEqual(civilDay(year, 4, 25));
		}
	});
});
