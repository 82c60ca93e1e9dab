import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intervals } from '#core/hours/intervals.ts';
import { addableSlots } from '#core/improve-hours/addable-slots.ts';
import { removableCuts, withoutCut, type Cut } from '#core/improve-hours/removable-cuts.ts';
import { searchAdditions, type FoundSlots } from '#core/improve-hours/search-additions.ts';
import { searchMoves } from '#core/improve-hours/search-moves.ts';
import { searchRemovals } from '#core/improve-hours/search-removals.ts';
import { UsableWeek } from '#core/improve-hours/usable-week.ts';
import { ALLOWED, caseFor, everyAddition, madeCases, personSecondsOf, type MadeCase } from '../improve-hours-case.ts';

const FOREVER = { isPast: () => false };
const NO_TIME = { isPast: () => true };

function ended<Value>(search: Generator<void, Value>): Value {
	for (;;) {
		const { done, value } = search.next();
		if (done) return value;
	}
}

const everywhere = ({ openings }: MadeCase) => new Map(openings.map((_, site) => [site, ALLOWED]));

function found(made: MadeCase, blockMinutes: number, minutes: number, siteMinutes: number, time = FOREVER): FoundSlots {
	const slots = addableSlots(made.hours, everywhere(made), blockMinutes);
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

	it('give no less where more may change', () => {
		fc.assert(
			fc.property(madeCases(3), (made) => {
				const gainOf = (minutes: number, siteMinutes: number) => found(made, 60, minutes, siteMinutes).gain;
				expect(gainOf(240, Infinity)).toBeGreaterThanOrEqual(gainOf(240, 120) - 1e-6);
				expect(gainOf(240, 120)).toBeGreaterThanOrEqual(gainOf(120, 120) - 1e-6);
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

const weeksOf = (made: MadeCase, week: UsableWeek) => made.openings.map((_, site) => week.openings(site));

/** The least loss of all cuts, one at most an opening, that take so many minutes away; Infinity where none do. */
function leastOfAll(made: MadeCase, cuts: readonly Cut[], minutes: number): number {
	const before = personSecondsOf(made, made.openings);
	const openings = [...new Set(cuts.map(({ opening }) => opening))];
	let least = Infinity;
	const tryFrom = (rank: number, left: number, weeks: readonly Intervals[]): void => {
		if (left <= 0) least = Math.min(least, before - personSecondsOf(made, weeks));
		if (left <= 0 || rank === openings.length) return;
		tryFrom(rank + 1, left, weeks);
		for (const cut of cuts.filter(({ opening }) => opening === openings[rank])) {
			const after = weeks.map((week, site) => (site === cut.site ? withoutCut(week, cut) : week));
			tryFrom(rank + 1, left - (cut.end - cut.start), after);
		}
	};
	tryFrom(0, minutes, made.openings);
	return least;
}

describe('hours to take away', () => {
	const anywhere = (made: MadeCase) => new Map(made.openings.map((_, site) => [site, [0, 2880]]));

	it('lose no less than the least there is, and the bound no more than it', () => {
		fc.assert(
			fc.property(madeCases(3), fc.constantFrom(30, 60, 90, 150), (made, minutes) => {
				const cuts = removableCuts(made.hours, anywhere(made), 30);
				fc.pre(new Set(cuts.map(({ opening }) => opening)).size <= 6);
				const week = new UsableWeek(made.hours);
				const limits = { minutes, siteMinutes: Infinity };
				const { chosen, loss, bound } = ended(searchRemovals(made.hours, week, cuts, limits, FOREVER));
				const least = leastOfAll(made, cuts, minutes);
				expect(chosen === null).toBe(least === Infinity);
				if (chosen === null) return;
				expect(chosen.minutes).toBeGreaterThanOrEqual(minutes);
				expect(loss).toBeGreaterThanOrEqual(least - 1e-6);
				expect(bound).toBeLessThanOrEqual(least + 1e-6);
				expect(personSecondsOf(made, made.openings) - personSecondsOf(made, weeksOf(made, chosen.week))).toBeCloseTo(
					loss,
					4
				);
			}),
			{ numRuns: 60 }
		);
	});

	it('are moved only where that gains, never to more hours than before, never above the bound', () => {
		fc.assert(
			fc.property(madeCases(3), (made) => {
				const before = new UsableWeek(made.hours);
				const slots = addableSlots(made.hours, everywhere(made), 60);
				const cuts = removableCuts(made.hours, anywhere(made), 60);
				const limits = { minutes: 120, siteMinutes: Infinity };
				const { added, removed, gain, bound } = ended(searchMoves(made.hours, before, slots, cuts, limits, FOREVER));
				const weeks = weeksOf(made, removed?.week ?? before);
				const minutes = (openings: readonly Intervals[]) =>
					openings.flat().reduce((sum, minute, at) => sum + (at % 2 === 0 ? -minute : minute), 0);
				expect(personSecondsOf(made, weeks) - personSecondsOf(made, made.openings)).toBeCloseTo(gain, 4);
				expect(gain).toBeGreaterThanOrEqual(0);
				expect(gain).toBeLessThanOrEqual(bound + 1e-6);
				expect(minutes(weeks)).toBeLessThanOrEqual(minutes(made.openings));
				expect(added.ranks.length > 0).toBe(gain > 0);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('hours for several audiences', () => {
	it('are the best of all by their weights, proved, against every choice there is', () => {
		const limits = fc.record({ blockMinutes: fc.constantFrom(90, 120), minutes: fc.constantFrom(120, 240) });
		fc.assert(
			fc.property(madeCases(2, 3), limits, (made, { blockMinutes, minutes }) => {
				const most = mostOfAll(made, blockMinutes, minutes, Infinity);
				const { gain, bound, chosen } = found(made, blockMinutes, minutes, Infinity);
				expect(gain).toBeCloseTo(most, 4);
				expect(bound).toBeCloseTo(most, 4);
				expect(personSecondsOf(made, weeksOf(made, chosen.week)) - personSecondsOf(made, made.openings)).toBeCloseTo(
					gain,
					4
				);
			}),
			{ numRuns: 40 }
		);
	});

	it('never give more than the bound of a search that is stopped at once, which is never below the best', () => {
		fc.assert(
			fc.property(madeCases(2, 3), fc.constantFrom(120, 240), (made, minutes) => {
				const most = mostOfAll(made, 60, minutes, Infinity);
				const { gain, bound } = found(made, 60, minutes, Infinity, NO_TIME);
				expect(gain).toBeLessThanOrEqual(most + 1e-6);
				expect(bound).toBeGreaterThanOrEqual(most - 1e-6);
			}),
			{ numRuns: 40 }
		);
	});

	it('are the same when every weight is twice as much: the gain alone is', () => {
		fc.assert(
			fc.property(madeCases(3, 3), (made) => {
				const doubled = caseFor(
					made,
					made.audiences.map((one) => ({ ...one, weight: 2 * one.weight }))
				);
				const [one, twice] = [made, doubled].map((each) => found(each, 60, 180, Infinity));
				expect(weeksOf(doubled, twice.chosen.week)).toEqual(weeksOf(made, one.chosen.week));
				expect(twice.gain).toBe(2 * one.gain);
			}),
			{ numRuns: 40 }
		);
	});

	it('are those of one audience when it is told in two parts of the same free time', () => {
		fc.assert(
			fc.property(madeCases(2), fc.constantFrom(120, 240), (made, minutes) => {
				const [whole] = made.audiences;
				const halves = caseFor(made, [
					{ ...whole, people: whole.people.map((one) => one * 0.25) },
					{ ...whole, people: whole.people.map((one) => one * 0.75) }
				]);
				expect(found(halves, 60, minutes, Infinity).gain).toBeCloseTo(found(made, 60, minutes, Infinity).gain, 4);
			}),
			{ numRuns: 40 }
		);
	});

	it('are taken away with a loss that is never below the bound, told of each audience', () => {
		fc.assert(
			fc.property(madeCases(3, 3), fc.constantFrom(30, 90), (made, minutes) => {
				const cuts = removableCuts(made.hours, new Map(made.openings.map((_, site) => [site, [0, 2880]])), 30);
				fc.pre(new Set(cuts.map(({ opening }) => opening)).size <= 6);
				const week = new UsableWeek(made.hours);
				const limits = { minutes, siteMinutes: Infinity };
				const { chosen, loss, bound } = ended(searchRemovals(made.hours, week, cuts, limits, FOREVER));
				const least = leastOfAll(made, cuts, minutes);
				expect(chosen === null).toBe(least === Infinity);
				if (chosen === null) return;
				expect(loss).toBeGreaterThanOrEqual(least - 1e-6);
				expect(bound).toBeLessThanOrEqual(least + 1e-6);
			}),
			{ numRuns: 40 }
		);
	});
});

describe('a usable week', () => {
	it('is that of the kernels of usable hours whatever opens and closes, and what it tells of a change is what the change does', () => {
		fc.assert(
			fc.property(fc.oneof(madeCases(3), madeCases(3, 3)), (made) => {
				const week = new UsableWeek(made.hours);
				expect(week.personSeconds).toBeCloseTo(personSecondsOf(made, made.openings), 4);
				for (const { site, start, end } of addableSlots(made.hours, everywhere(made), 60).slice(0, 6)) {
					const opened = new UsableWeek(week);
					const gain = opened.gain(site, start, end);
					opened.add(site, start, end);
					expect(opened.personSeconds - week.personSeconds).toBeCloseTo(gain, 4);
					expect(opened.personSeconds).toBeCloseTo(personSecondsOf(made, weeksOf(made, opened)), 4);
					expect(opened.loss(site, made.openings[site])).toBeCloseTo(gain, 4);
					const ofEach = opened.losses(site, made.openings[site]);
					const weighed = ofEach.map(({ personSeconds }, audience) => made.audiences[audience].weight * personSeconds);
					expect(weighed.reduce((sum, one) => sum + one, 0)).toBeCloseTo(gain, 4);
					opened.setOpenings(site, made.openings[site]);
					expect(opened.personSeconds).toBeCloseTo(week.personSeconds, 4);
				}
			}),
			{ numRuns: 60 }
		);
	});
});
