import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import type { Basemap } from '#domain/basemap.ts';
import type { Population } from '#domain/population.ts';
import { CAUSE_CAPACITY, CAUSE_HOURS } from '#core/sectors/cause.ts';
import type { SectorThreshold } from '#core/sectors/threshold.ts';
import {
	defaultTerms,
	sectorsEvidence,
	type SectorsEvidence,
	type SectorsInput
} from '#workers/jobs/sectors/evidence.ts';
import { baselineThreshold, findSectors } from '#workers/jobs/sectors/find.ts';
import { nearestPlaceName } from '#workers/jobs/atlas/cards/nearest-place.ts';
import { sectorsIndicator } from '#workers/jobs/sectors/indicator.ts';
import { distinctNames, placeNames, sectorName } from '#workers/jobs/sectors/names.ts';
import { contiguitiesOf } from '#workers/jobs/sectors/contiguities.ts';
import { sectorShape } from '#workers/jobs/sectors/shape.ts';
import { sectorsStatements } from '#workers/jobs/sectors/statements.ts';
import { territorySectors } from '#workers/jobs/sectors/territory-sectors.ts';
import { madeInput, type MadeCell, type MadeGridSite } from '../sectors-case.ts';

/** Two cells of 250 people side by side, `seconds` from each site. */
const twoCells = (...seconds: (number | null)[]): MadeCell[] =>
	[0, 1].map((column) => ({ column, row: 0, people: 250, seconds }));
const sectorsOf = (cells: MadeCell[], sites: MadeGridSite[]) => {
	const input = madeInput(cells, sites);
	return sectorsIndicator(input, territorySectors(input, defaultTerms(900), null));
};
const TUESDAY_14_TO_18 = [1440 + 14 * 60, 1440 + 18 * 60];
const TUESDAY_14_TO_17 = [1440 + 14 * 60, 1440 + 17 * 60];
const SATURDAY_10_TO_12 = [5 * 1440 + 600, 5 * 1440 + 720];

describe('what would cure a sector', () => {
	it('is a closer site beyond the cutoff, whatever the hours', () => {
		const { list } = sectorsOf(twoCells(901), [{ week: TUESDAY_14_TO_18 }]);
		expect(list).toHaveLength(1);
		expect(list[0]).toMatchObject({
			people: 500,
			main_cause: 'distance',
			people_by_cause: { distance: 500, hours: 0, capacity: 0 },
			nearest_site: 'site-0',
			nearest_seconds: 901,
			nearest_weekly_hours: 4,
			cures: [{ cure: 'closer-site', people: 500 }],
			deficit_people: 500
		});
	});

	it('is other hours where four hours are open and people are not free', () => {
		// Ten minutes away. Evenings 18–20: 1 h 40 of each, five times; Saturday 9–19 and Sunday 10–18 less the two ways.
		const { list } = sectorsOf(twoCells(600), [{ week: TUESDAY_14_TO_18 }]);
		expect(list[0].main_cause).toBe('hours');
		const [cure] = list[0].cures;
		if (cure.cure !== 'open-more') throw new Error(cure.cure);
		expect([cure.people, cure.site, cure.missing_hours]).toEqual([500, 'site-0', 4]);
		const hours = Object.fromEntries(cure.moments.map((one) => [one.moment, one.hours]));
		expect(hours['weekday-evening']).toBeCloseTo(5 * (100 / 60), 9);
		expect(hours.sunday).toBeCloseTo(8 - 20 / 60, 9);
		// Saturday is cut at 13:00: the way there is of the morning, the way back of the afternoon.
		expect(hours['saturday-morning']).toBeCloseTo(4 - 10 / 60, 9);
		expect(hours['saturday-afternoon']).toBeCloseTo(6 - 10 / 60, 9);
		expect(cure.moments[0].moment).toBe('weekday-evening');
	});

	it('counts what is usable already: two hours of Saturday are half of the threshold', () => {
		const { list } = sectorsOf(twoCells(600), [{ week: [...TUESDAY_14_TO_18, ...SATURDAY_10_TO_12] }]);
		expect(list[0].deficit_people).toBe(250);
		const [cure] = list[0].cures;
		if (cure.cure !== 'open-more') throw new Error(cure.cure);
		expect(cure.missing_hours).toBe(2);
		expect(cure.moments.find(({ moment }) => moment === 'saturday-morning')?.hours).toBeCloseTo(4 - 10 / 60 - 2, 9);
	});

	it('is more for fewer where less than four hours are open and shared by many', () => {
		// Most people, far from there, have a site of their own open 40 hours.
		const elsewhere: MadeCell[] = [0, 1].map((column) => ({ column, row: 90, people: 300, seconds: [null, 60] }));
		const wholeWeek = [0, 1, 2, 3, 4, 5].flatMap((day) => [day * 1440 + 600, day * 1440 + 1080]);
		const { list, threshold } = sectorsOf(
			[...twoCells(300, null), ...elsewhere],
			[{ week: TUESDAY_14_TO_17 }, { week: wholeWeek }]
		);
		expect(list).toHaveLength(1);
		// 3 h for 500 people: 6 for 1,000. Elsewhere 48 h for 600: 80 for 1,000; low is under 40.
		expect(threshold.low_supply_hours_per_1000).toBeCloseTo(40, 9);
		expect(list[0].main_cause).toBe('capacity');
		expect(list[0].cures).toHaveLength(1);
		expect(list[0].cures[0]).toMatchObject({ cure: 'bigger', site: 'site-0', people: 500 });
		if (list[0].cures[0].cure === 'bigger') expect(list[0].cures[0].hours_per_1000).toBeCloseTo(6, 9);
	});
});

describe('a threshold frozen on the baseline', () => {
	const cells = [
		...twoCells(300, null),
		...[0, 1].map((column): MadeCell => ({ column, row: 90, people: 300, seconds: [null, 60] }))
	];
	const evidenceWith = (elsewhere: number[]) =>
		sectorsEvidence(madeInput(cells, [{ week: TUESDAY_14_TO_17 }, { week: elsewhere }]), defaultTerms(900));
	const { population } = madeInput(cells, [{ week: null }, { week: null }]).territory;
	const causesAt = (evidence: SectorsEvidence, threshold: SectorThreshold) => [
		...findSectors(evidence, threshold, population, contiguitiesOf(population)).causes
	];

	it('does not make a supply low because another place opens more', () => {
		// 6 hours for 1,000 people here, 8.3 elsewhere: not under half of it. With 80 elsewhere, a threshold of that day would call it low.
		const few = evidenceWith([...SATURDAY_10_TO_12, ...TUESDAY_14_TO_17]);
		const many = evidenceWith([0, 1, 2, 3, 4, 5].flatMap((day) => [day * 1440 + 600, day * 1440 + 1080]));
		const frozen = baselineThreshold(few, population);
		expect(causesAt(few, frozen).slice(0, 2)).toEqual([CAUSE_HOURS, CAUSE_HOURS]);
		expect(causesAt(many, frozen).slice(0, 2)).toEqual([CAUSE_HOURS, CAUSE_HOURS]);
		expect(causesAt(many, baselineThreshold(many, population)).slice(0, 2)).toEqual([CAUSE_CAPACITY, CAUSE_CAPACITY]);
	});

	it('is held against times of its own cutoff alone', () => {
		const evidence = evidenceWith(SATURDAY_10_TO_12);
		const shorter = { ...baselineThreshold(evidence, population), cutoffSeconds: 600 };
		expect(() => causesAt(evidence, shorter)).toThrow(RangeError);
	});
});

describe('what is not known', () => {
	it('is not said to be under-served: hours, a way back', () => {
		const unknown = sectorsOf(twoCells(60, 120), [{ week: TUESDAY_14_TO_18 }, { week: null }]);
		expect([unknown.list, unknown.people.hours_unknown, unknown.people.below]).toEqual([[], 500, 0]);
		const oneWay = sectorsOf(
			twoCells(60).map((cell) => ({ ...cell, oneWay: true })),
			[{ week: SATURDAY_10_TO_12 }]
		);
		expect([oneWay.list, oneWay.people.hours_unknown]).toEqual([[], 500]);
	});

	it('leaves distance alone without any hours, and null what depends on them', () => {
		const cells = [...twoCells(901), { column: 50, row: 50, people: 800, seconds: [60] }];
		const sectors = sectorsOf(cells, [{ week: null }]);
		expect(sectors.threshold).toMatchObject({ minimum_usable_hours: null, low_supply_hours_per_1000: null });
		expect(sectors.people).toMatchObject({ below: 500, hours_unknown: null });
		expect(sectors.people.below_by_cause).toEqual({ distance: 500, hours: null, capacity: null });
		expect(sectors.list[0]).toMatchObject({ nearest_weekly_hours: null, people_by_age: null });
		expect(sectorsStatements(sectors)).toEqual([
			{ code: 'sectors_found_by_distance', params: { count: 1, people: 500, minutes: 15 } }
		]);
	});

	it('tells who is off the network apart, and no site that does not count', () => {
		const off = twoCells(null).map((cell) => ({ ...cell, attached: false }));
		expect(sectorsOf(off, [{ week: TUESDAY_14_TO_18 }]).people).toMatchObject({ unattached: 500, below: 0 });
		const [sector] = sectorsOf(twoCells(60), [{ week: TUESDAY_14_TO_18, counted: false }]).list;
		expect(sector).toMatchObject({ main_cause: 'distance', nearest_site: null, nearest_seconds: null });
	});

	it('says the people of groups too small to be told apart', () => {
		const sectors = sectorsOf([{ column: 0, row: 0, people: 299, seconds: [901] }], [{ week: SATURDAY_10_TO_12 }]);
		expect([sectors.list, sectors.people.not_individualised]).toEqual([[], 299]);
		expect(sectorsStatements(sectors)).toContainEqual({
			code: 'sectors_not_individualised',
			params: { count: 299, fewest: 300 }
		});
	});
});

describe('the name of a sector', () => {
	const { territory } = madeInput(twoCells(901), [{ week: null }]);
	const { lon, lat } = territory.population;
	const basemapOf = (...names: string[]): Basemap => ({
		roads: [],
		waterLines: [],
		waterAreas: [],
		places: names.map((name, rank) => ({
			name,
			kind: 'hamlet',
			position: [lon[rank % 2], lat[rank % 2]],
			population: null
		}))
	});
	const places = (...names: string[]) => placeNames(basemapOf(...names));
	const points = Uint32Array.of(0, 1);

	it('is of its commune, and of the places its people live by', () => {
		expect(sectorName(territory, placeNames(null), points)).toBe('Essai-les-Carreaux');
		expect(sectorName(territory, places('Le Pré', 'Le Bois'), points)).toBe('Essai-les-Carreaux (Le Bois, Le Pré)');
		expect(sectorName(territory, places('Essai-les-Carreaux', 'Le Bois'), points)).toBe('Essai-les-Carreaux (Le Bois)');
	});

	it('is of places without a commune, of degrees without either', () => {
		const population = { ...territory.population, communeCodes: [null, null] };
		expect(sectorName({ ...territory, population }, places('Le Pré', 'Le Bois'), points)).toBe('Le Bois, Le Pré');
		expect(sectorName({ ...territory, population }, placeNames(null), points)).toMatch(/^\d+\.\d{3}, -?\d+\.\d{3}$/);
	});

	it('has the place that is nearest of all, whichever box it is in', () => {
		const around = Array.from({ length: 400 }, (_, rank) => ({
			name: `Lieu-dit ${rank}`,
			kind: 'hamlet' as const,
			position: [lon[0] + ((rank * 37) % 101) / 1000 - 0.05, lat[0] + ((rank * 53) % 97) / 1000 - 0.05] as const,
			population: null
		}));
		const basemap = { ...basemapOf(), places: around };
		const nameAt = placeNames(basemap);
		for (let rank = 0; rank < 200; rank++) {
			const position = [lon[0] + ((rank * 29) % 83) / 400 - 0.1, lat[0] + ((rank * 17) % 89) / 400 - 0.1] as const;
			expect(nameAt(position)).toBe(nearestPlaceName(basemap, position));
		}
	});

	it('is told apart from the same one', () => {
		expect(distinctNames(['A', 'B', 'A', 'A'])).toEqual(['A', 'B', 'A 2', 'A 3']);
	});
});

describe('the ground of a sector', () => {
	const ofKind = (kind: Population['kind'], ids: string[]): SectorsInput['territory'] => {
		const { territory } = madeInput(
			ids.map((_, column) => ({ column, row: 0, people: 1, seconds: [] })),
			[]
		);
		const centres = kind === 'h3' ? ids.map((id) => cellToLatLng(id)) : ids.map((_, rank) => [48, 3 + rank * 0.05]);
		const [lat, lon] = [0, 1].map((axis) => Float64Array.from(centres, (centre) => centre[axis]));
		return { ...territory, population: { ...territory.population, kind, ids, lon, lat } };
	};

	it('is one ring around two cells side by side: six corners, those that they share on it', () => {
		const shape = sectorShape(madeInput(twoCells(1), [{ week: null }]).territory, Uint32Array.of(0, 1));
		if (shape.kind !== 'area') throw new Error(shape.kind);
		expect(shape.rings.map((rings) => rings.map((ring) => ring.length))).toEqual([[7]]);
	});

	it('is the outline of hexagons: eighteen corners around seven', () => {
		const territory = ofKind('h3', gridDisk(latLngToCell(48, 3, 8), 1));
		const shape = sectorShape(
			territory,
			Uint32Array.from({ length: 7 }, (_, rank) => rank)
		);
		if (shape.kind !== 'area') throw new Error(shape.kind);
		expect(shape.rings.map((rings) => rings.map((ring) => ring.length))).toEqual([[19]]);
	});

	it('is points where they have no ground, joined by the distance stated and never smoothed', () => {
		const points = ofKind('point', ['a', 'b', 'c']);
		expect(sectorShape(points, Uint32Array.of(0, 2))).toEqual({
			kind: 'points',
			positions: [
				[3, 48],
				[3.1, 48]
			]
		});
		// 0.05° of longitude at 48° are 3.7 km: communes join at 5 km, points at 500 m.
		expect(contiguitiesOf(points.population).joining.neighbour).toHaveLength(0);
		const communes = contiguitiesOf(ofKind('commune', ['a', 'b', 'c']).population);
		expect([...communes.joining.neighbour]).toEqual([1, 0, 2, 1]);
		expect(communes.around.neighbour).toHaveLength(0);
	});
});
