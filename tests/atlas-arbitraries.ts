import fc from 'fast-check';
import { CUTOFF_CHOICES, MINUTES_PER_QUARTER, type Question } from '#domain/question.ts';
import type { SiteKind } from '#domain/site.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { normalizeIntervals } from '#core/hours/intervals.ts';
import { everyoneEverywhere, type MadePoint, type MadeSite, type MadeTerritory } from './atlas-session.ts';

const KINDS: readonly SiteKind[] = ['library', 'branch', 'book-point', 'return-box', 'administrative'];
// Few places in time, so that openings overlap, and often not on a quarter of an hour.
const week = fc
	.array(fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 900 })), { maxLength: 4 })
	.map((spans) => normalizeIntervals(spans.flatMap(([start, minutes]) => [start, Math.min(10_080, start + minutes)])));
// The cutoffs themselves among the times: what is at most the cutoff is within it.
const seconds = fc.option(
	fc.oneof(fc.integer({ min: 0, max: 1800 }), fc.constantFrom(300, 301, 600, 601, 900, 901, 1200, 1800)),
	{ freq: 2 }
);

const site = (communes: number): fc.Arbitrary<MadeSite> =>
	fc.record({
		kind: fc.constantFrom(...KINDS),
		counted: fc.boolean(),
		margin: fc.boolean(),
		commune: fc.integer({ min: 0, max: communes - 1 }),
		week: fc.option(week)
	});

const point = (communes: number, sites: number): fc.Arbitrary<MadePoint> =>
	fc
		.record({
			// Quarters of people: sums are exact, so that figures compare to the last bit.
			people: fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4),
			commune: fc.integer({ min: -1, max: communes - 1 }),
			attached: fc.integer({ min: 0, max: 5 }).map((one) => one > 0),
			seconds: fc.array(seconds, { minLength: sites, maxLength: sites })
		})
		.map((made) => ({ ...made, peopleOver65: Math.floor(made.people) / 4 }));

/** Small territories: up to 4 communes, 6 sites, 12 demand points. */
export const anyTerritory: fc.Arbitrary<MadeTerritory> = fc
	.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 6 }))
	.chain(([communes, sites]) =>
		fc.record({
			communes: fc.constant(communes),
			sites: fc.array(site(communes), { minLength: sites, maxLength: sites }),
			points: fc.array(point(communes, sites), { minLength: 1, maxLength: 12 })
		})
	);

/** Any question on such a territory, of everyone everywhere. */
export const anyQuestion: fc.Arbitrary<Question> = fc
	.record({
		cutoffMinutes: fc.constantFrom(...CUTOFF_CHOICES),
		minute: fc.integer({ min: 0, max: 671 }).map((quarter) => (quarter * MINUTES_PER_QUARTER) as MinuteOfWeek),
		withNeighbours: fc.boolean(),
		supply: fc.record({
			kindsLeftOut: fc.subarray([...KINDS], { maxLength: 2 }),
			takenIn: fc.subarray(['s0', 's1', 's2', 's3']),
			leftOut: fc.subarray(['s2', 's4'])
		})
	})
	.map((made) => ({ ...everyoneEverywhere, ...made }));
