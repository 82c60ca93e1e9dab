import fc from 'fast-check';
import { SLOT_KINDS, type CostSettings, type ModificationCost } from '#domain/cost.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { OpeningSchedule, Weekday } from '#domain/opening-schedule.ts';
import type { Change, Modification, NewSite, Scenario } from '#domain/scenario.ts';
import { SITE_KINDS } from '#domain/site.ts';
import type { InseeCode } from '#domain/units.ts';
import { anySchedule } from './hours-arbitraries.ts';

/** Scenarios of every shape the model holds; hours are what the OpenStreetMap syntax can say. */

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const name = fc.string({ maxLength: 40, unit: 'grapheme' });
const siteId = fc.string({ minLength: 1, maxLength: 30 });
const position = fc.tuple(real(-180, 180), real(-90, 90)) as unknown as fc.Arbitrary<LonLat>;
const surface = real(0, 5000);
const schedule: fc.Arbitrary<OpeningSchedule> = fc
	.tuple(anySchedule, fc.option(name), fc.constantFrom('osm', 'grid', 'french', 'rows'))
	.map(([read, sourceText, syntax]) => ({
		...read,
		syntax: syntax as OpeningSchedule['syntax'],
		sourceText: sourceText ?? read.sourceText
	}));

const place: fc.Arbitrary<Omit<NewSite, 'schedule' | 'id'>> = fc.record({
	name,
	kind: fc.constantFrom(...SITE_KINDS),
	position,
	communeCode: fc.constantFrom(null, '01004' as InseeCode, '2A004' as InseeCode),
	communeName: fc.option(name),
	surfaceSquareMetres: fc.option(surface)
});
const rounds = fc.record({
	weekday: fc.integer({ min: 0, max: 6 }) as fc.Arbitrary<Weekday>,
	start: fc.integer({ min: 0, max: 1000 }),
	end: fc.integer({ min: 1001, max: 1440 }),
	weeks: fc.constantFrom('every' as const, 'odd' as const, 'even' as const),
	inSchoolHolidays: fc.boolean()
});

/** A change; the site that it makes, if any, has this identifier. */
export const anyChange = (newId: string): fc.Arbitrary<Change> =>
	fc.oneof(
		fc.record({ kind: fc.constant('hours' as const), siteId, schedule }),
		fc
			.tuple(place, fc.option(schedule))
			.map(([site, hours]): Change => ({ kind: 'add', site: { ...site, id: newId, schedule: hours } })),
		fc.record({ kind: fc.constant('close' as const), siteId }),
		fc.record({ kind: fc.constant('move' as const), siteId, position }),
		fc.record({
			kind: fc.constant('merge' as const),
			siteIds: fc.array(
				siteId.map((id) => `a${id}`),
				{ minLength: 1, maxLength: 3 }
			),
			into: siteId.map((id) => `b${id}`),
			surfaceSquareMetres: fc.option(surface)
		}),
		fc
			.tuple(place, rounds)
			.map(([site, rounds]): Change => ({ kind: 'bookmobile-stop', site: { ...site, id: newId }, rounds })),
		fc.record({ kind: fc.constant('surface' as const), siteId, surfaceSquareMetres: surface })
	);

const euros = fc.option(real(-1e6, 1e6));
const onDuty = fc.option(real(0, 20));
const cost: fc.Arbitrary<ModificationCost> = fc.record({
	paidOnDuty: onDuty,
	volunteersOnDuty: onDuty,
	investmentEuros: euros,
	runningEurosPerYear: euros,
	vehicleEurosPerYear: euros,
	eligible: fc.option(fc.boolean())
});

export const anyCosts: fc.Arbitrary<CostSettings> = fc.record({
	paidOnDuty: onDuty,
	volunteersOnDuty: onDuty,
	eurosPerPaidHour: fc.option(real(0, 200)),
	preparationShare: real(0, 2),
	regionCode: fc.constantFrom(null, '84', '32'),
	rates: fc.dictionary(fc.constantFrom(...SLOT_KINDS), real(0, 1), { noNullPrototype: true }),
	aidYears: fc.integer({ min: 0, max: 10 }),
	funders: fc.array(fc.record({ name, eurosPerYear: real(-1e6, 1e6) }), { maxLength: 3 })
});

export const anyModifications: fc.Arbitrary<Modification[]> = fc
	.nat(6)
	.chain((count) =>
		fc.tuple(
			...Array.from({ length: count }, (_, rank) =>
				fc.record({ id: fc.constant(`m${rank}`), on: fc.boolean(), change: anyChange(`new-${rank}`), cost })
			)
		)
	);

export const anyScenario: fc.Arbitrary<Scenario> = fc.record({
	id: fc.stringMatching(/^[a-z\d][\w-]{0,12}$/),
	name,
	modifications: anyModifications,
	costs: anyCosts
});
