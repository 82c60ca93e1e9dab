import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeIntervals } from '#core/hours/intervals.ts';
import { marginalOpenings } from '#core/hours/marginal-openings.ts';
import { unionOfOpenings } from '#core/hours/openings-kernel.ts';
import { packed, roundTrips } from '../usable-hours-case.ts';
import type { PlainTrip, Span } from '../usable-hours-plain.ts';

// Crowded into a day and on few minutes, so that openings overlap, touch and begin together.
const minute = fc.oneof(
	fc.integer({ min: 0, max: 48 }).map((half) => half * 30),
	fc.integer({ min: 0, max: 10_079 })
);
const week = fc
	.array(fc.tuple(minute, fc.integer({ min: 1, max: 300 })), { maxLength: 4 })
	.map((spans) => normalizeIntervals(spans.flatMap(([from, lasts]) => [from, Math.min(10_080, from + lasts)])))
	.map((flat) => Array.from({ length: flat.length / 2 }, (_, rank): Span => [flat[2 * rank], flat[2 * rank + 1]]));
const territory = fc.integer({ min: 1, max: 6 }).chain((siteCount) =>
	fc.record({
		weeks: fc.array(week, { minLength: siteCount, maxLength: siteCount }),
		points: fc.array(
			fc
				.subarray([...Array(siteCount).keys()])
				.chain((sites) =>
					fc.tuple(
						...sites.map((site) =>
							fc.record({ site: fc.constant(site), go: fc.integer({ min: 0, max: 1800 }), back: fc.constant(null) })
						)
					)
				) as fc.Arbitrary<PlainTrip[]>,
			{ minLength: 1, maxLength: 5 }
		),
		// Quarters of people: sums are exact.
		people: fc.array(fc.option(fc.nat(40)), { minLength: 5, maxLength: 5 }),
		cutoff: fc.constantFrom(0, 600, 900, 1800)
	})
);

/** Minutes open in reach of a point, minute by minute. */
function openPlainly(trips: readonly PlainTrip[], weeks: readonly (readonly Span[])[], cutoff: number): number {
	const minutes = new Set<number>();
	for (const { site, go } of trips) {
		if (go > cutoff) continue;
		for (const [from, to] of weeks[site]) for (let each = from; each < to; each++) minutes.add(each);
	}
	return minutes.size;
}

describe('what one opening alone gives to people free at any time', () => {
	it('is the union of openings with it less the union without it; a site gives what its openings do', () => {
		fc.assert(
			fc.property(territory, ({ weeks, points, people: quarters, cutoff }) => {
				const people = Float64Array.from(points, (_, point) => (quarters[point] ?? NaN) / 4);
				const found = marginalOpenings(roundTrips(points, weeks.length), packed(weeks), cutoff, people);
				const lossesWithout = (changed: readonly (readonly Span[])[]) =>
					points.map(
						(trips, point) =>
							(people[point] > 0 ? people[point] : 0) *
							(openPlainly(trips, weeks, cutoff) - openPlainly(trips, changed, cutoff))
					);
				const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
				let rank = 0;
				weeks.forEach((openings, gone) => {
					for (const opening of openings) {
						const losses = lossesWithout(
							weeks.map((each, site) => (site === gone ? each.filter((one) => one !== opening) : each))
						);
						expect(found.byOpening[rank]).toBe(sum(losses));
						const losers = sum(losses.map((loss, point) => (loss > 0 ? people[point] : 0)));
						expect(found.peopleByOpening[rank++]).toBe(losers);
					}
					const withoutSite = lossesWithout(weeks.map((each, site) => (site === gone ? [] : each)));
					expect(found.bySite[gone]).toBe(sum(withoutSite));
				});
				expect(rank).toBe(found.byOpening.length);
			}),
			{ numRuns: 200 }
		);
	});

	it('is all of the union for a site that is alone, and nothing for two that are the same', () => {
		fc.assert(
			fc.property(week, (openings) => {
				const trips = [{ site: 0, go: 0, back: null }];
				const alone = roundTrips([trips], 1);
				const [minutes] = unionOfOpenings(alone, 900, packed([openings]));
				expect(marginalOpenings(alone, packed([openings]), 900, Float64Array.of(1)).bySite[0]).toBe(minutes);
				const both = roundTrips([[...trips, { site: 1, go: 5, back: null }]], 2);
				const found = marginalOpenings(both, packed([openings, openings]), 900, Float64Array.of(1));
				expect([...found.bySite, ...found.peopleByOpening].every((one) => one === 0)).toBe(true);
			})
		);
	});

	it('refuses openings of other sites', () => {
		const reach = roundTrips([[{ site: 0, go: 0, back: null }]], 1);
		expect(() => marginalOpenings(reach, packed([[], []]), 900, Float64Array.of(1))).toThrow(RangeError);
	});
});
