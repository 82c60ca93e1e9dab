import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intervals } from '#core/hours/intervals.ts';
import { addableSlots } from '#core/improve-hours/addable-slots.ts';
import { searchAdditions, type FoundSlots } from '#core/improve-hours/search-additions.ts';
import { UsableWeek } from '#core/improve-hours/usable-week.ts';
import { ALLOWED, everyAddition, madeCases, personSecondsOf, type MadeCase } from '../improve-hours-case.ts';

const FOREVER = { isPast: () => false };
const NO_TIME = { isPast: () => true };

function ended<Value>(search: Generator<void, Value>): Value {
	for (;;) {
		const { done, value } = search.next();
		if (done) return value;
	}
}

function found(made: MadeCase, blockMinutes: number, minutes: number, siteMinutes: number, time = FOREVER): FoundSlots {
	const slots = addableSlots(made.hours, [...made.openings.keys()], ALLOWED, blockMinutes);
	return ended(searchAdditions(made.hours, new UsableWeek(made.hours), slots, { minutes, siteMinutes }, time));
}

/** The most that any hours within the limits give: every one of them is tried. */
function mostOfAll(made: MadeCase, blockMinutes: number, minutes: number, siteMinutes: number): number {
	const choices = made.openings.map((openings) =>
		everyAddition(openings, blockMinutes).filter(({ added }) => added <= siteMinutes)
	);
	let most = 0;
	const before = personSecondsOf(made, made.openings);
	const tryFrom = (site: number, left: number, weeks: readonly Intervals[]): void => {
		if (site === choices.length) most = Math.max(most, personSecondsOf(made, weeks) - before);
		else
			for (const { added, week } of choices[site]) if (added <= left) tryFrom(site + 1, left - added, [...weeks, week]);
	};
	tryFrom(0, minutes, []);
	return most;
}

describe('hours to add', () => {
	it('are the best of all, proved, against every choice there is', () => {
		const limits = fc.record({
			blockMinutes: fc.constantFrom(90, 120),
			minutes: fc.constantFrom(120, 180, 240, 300),
			siteMinutes: fc.constantFrom(120, 180, Infinity)
		});
		fc.assert(
			fc.property(madeCases(3), limits, (made, { blockMinutes, minutes, siteMinutes }) => {
				const most = mostOfAll(made, blockMinutes, minutes, siteMinutes);
				const { gain, bound, chosen } = found(made, blockMinutes, minutes, siteMinutes);
				expect(gain).toBeCloseTo(most, 4);
				expect(bound).toBeCloseTo(most, 4);
				const weeks = made.openings.map((_, site) => chosen.week.openings(site));
				expect(personSecondsOf(made, weeks) - personSecondsOf(made, made.openings)).toBeCloseTo(gain, 4);
			}),
			{ numRuns: 40 }
		);
	});

	it('never give more than the bound of a search that is stopped at once, which is never below the best', () => {
		fc.assert(
			fc.property(madeCases(2), fc.constantFrom(120, 240), (made, minutes) => {
				const most = mostOfAll(made, 60, minutes, Infinity);
				const { gain, bound } = found(made, 60, minutes, Infinity, NO_TIME);
				expect(gain).toBeLessThanOrEqual(most + 1e-6);
				expect(bound).toBeGreaterThanOrEqual(most - 1e-6);
			}),
			{ numRuns: 40 }
		);
	});
});
