import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addSites, clearUnion, emptyUnion } from '#core/hours/growing-union.ts';
import { normalizeIntervals, totalMinutes } from '#core/hours/intervals.ts';
import { packed, roundTrips } from '../usable-hours-case.ts';
import type { Span } from '../usable-hours-plain.ts';
import { visitsPlainly } from '../usable-hours-plain.ts';
import { possibleVisits } from '#core/hours/visits.ts';

const WINDOW: Span = [0, 400];
/** Many sites with short openings crowded into one window: spans that are apart, touch, bridge two others, bridge many. */
const crowd = fc.array(
	fc.record({
		go: fc.integer({ min: 0, max: 2400 }),
		back: fc.integer({ min: 0, max: 2400 }),
		openings: fc
			.array(fc.tuple(fc.integer({ min: 0, max: 390 }), fc.oneof(fc.constant(5), fc.integer({ min: 1, max: 90 }))), {
				maxLength: 5
			})
			.map((each) => normalizeIntervals(each.flatMap(([from, lasts]) => [from, from + lasts])))
	}),
	{ minLength: 1, maxLength: 25 }
);

it('the visits of a slot are at every step those of the sites added so far: sorted, disjoint, not touching', () => {
	fc.assert(
		fc.property(crowd, (sites) => {
			const openings = sites.map((each) =>
				Array.from({ length: each.openings.length / 2 }, (_, rank): Span => [
					each.openings[2 * rank],
					each.openings[2 * rank + 1]
				])
			);
			const trips = sites.map(({ go, back }, site) => ({ site, go, back })).sort((one, other) => one.go - other.go);
			const reach = roundTrips([trips], sites.length);
			const task = { week: 0, windows: WINDOW, minimumVisitMinutes: 0 };
			const visits = possibleVisits([packed(openings)], [task]);
			const union = emptyUnion(reach, visits);
			clearUnion(union);
			trips.forEach((_, entry) => {
				addSites(union, visits, reach, entry, entry + 1);
				const added = { openings, windows: [WINDOW], minimumVisitMinutes: 0 };
				const plain = normalizeIntervals(visitsPlainly(trips.slice(0, entry + 1), added, 2400).flat());
				expect([...union.spans.subarray(0, 2 * union.count[0])]).toEqual(plain);
				expect(union.seconds[0]).toBe(totalMinutes(plain));
			});
		}),
		{ numRuns: 500 }
	);
});
