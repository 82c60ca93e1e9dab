import { cellArea, latLngToCell, UNITS } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { CLASS_BEYOND, CLASS_NO_DATA } from '#domain/atlas-answers.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import {
	bestFirst,
	classFrom,
	classOfSeconds,
	classOfSupply,
	FIXED_SCALES,
	quantileBounds
} from '#workers/jobs/atlas/classes.ts';
import { marksOf } from '#workers/jobs/atlas/marks.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import { densityOfMarks } from '#workers/jobs/atlas/population-values.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { alone, everyoneEverywhere, madeSession, type MadePoint } from '../atlas-session.ts';

const { nearest, 'open-hours': hours, sites } = FIXED_SCALES;

describe('fixed classes', () => {
	it('hold a time of exactly 15 minutes with those within 15 minutes', () => {
		const minutes = [0, 300, 301, 600, 900, 901, 1200, 1201, 1800].map((seconds) => classOfSeconds(nearest, seconds));
		expect(minutes).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 4]);
		expect([1801, UNREACHABLE].map((seconds) => classOfSeconds(nearest, seconds))).toEqual([
			CLASS_BEYOND,
			CLASS_BEYOND
		]);
	});

	it('hold hours and sites from their lower bound, none apart', () => {
		expect([0, 1 / 60, 4 - 1 / 60, 4, 10, 39, 40, 168].map((value) => classOfSupply(hours, value))).toEqual([
			CLASS_BEYOND,
			0,
			0,
			1,
			2,
			4,
			5,
			5
		]);
		expect([0, 1, 2, 3, 4, 5, 9, 10, 600].map((value) => classOfSupply(sites, value))).toEqual([
			CLASS_BEYOND,
			0,
			1,
			2,
			2,
			3,
			3,
			4,
			4
		]);
	});

	it('go from the best served to the worst', () => {
		expect(bestFirst(nearest)).toEqual([0, 1, 2, 3, 4, CLASS_BEYOND]);
		expect(bestFirst(sites)).toEqual([4, 3, 2, 1, 0, CLASS_BEYOND]);
	});
});

describe('quantile classes', () => {
	it('share people out, not marks: one mark of 50 people weighs as much as fifty of one', () => {
		// Sixths of 100 people: half of them in the mark of density 1,000, the others 1 … 50.
		const values = Float64Array.from({ length: 51 }, (_, mark) => (mark === 50 ? 1000 : mark + 1));
		const people = Float64Array.from(values, (_, mark) => (mark === 50 ? 50 : 1));
		expect(quantileBounds(values, people)).toEqual([
			{ from: 0, to: 17 },
			{ from: 17, to: 34 },
			{ from: 34, to: 50 },
			{ from: 50, to: 1000 },
			{ from: 1000, to: null }
		]);
	});

	it('round their bounds to two digits and merge those that become equal', () => {
		const bounds = quantileBounds(
			Float64Array.of(12.31, 12.38, 1234, 1238, 1241, 98_765),
			Float64Array.of(1, 1, 1, 1, 1, 1)
		);
		expect(bounds.map(({ from }) => from)).toEqual([0, 1200]);
	});

	it('are one where all marks are alike, and none where no mark has a value', () => {
		expect(quantileBounds(Float64Array.of(25, 25), Float64Array.of(3, 4))).toEqual([{ from: 0, to: null }]);
		expect(quantileBounds(Float64Array.of(NaN, 4), Float64Array.of(3, 0))).toEqual([]);
	});

	it('hold a value from their lower bound', () => {
		const bounds = [
			{ from: 0, to: 10 },
			{ from: 10, to: null }
		];
		expect([0, 9.9, 10, 500].map((value) => classFrom(bounds, value))).toEqual([0, 0, 1, 1]);
	});
});

const point = (commune: number, people: number, peopleOver65: number): MadePoint => ({
	commune,
	people,
	peopleOver65,
	attached: true,
	seconds: []
});
const draw = (
	session: AtlasSession,
	indicator: 'density' | 'share-65-over' | 'poor-households',
	level: 'cells' | 'hexagons'
) => paint(session, { question: everyoneEverywhere, indicator, level, resolution: 8 }, alone);

describe('what the population is', () => {
	// 300 people of whom 30, 300 of whom 120, and 100 of whom 90: the last commune is too small to tell.
	const session = madeSession({
		communes: 3,
		sites: [],
		points: [point(0, 100, 20), point(0, 200, 10), point(1, 300, 120), point(2, 100, 90)]
	});

	it('has ages of communes alone, and of none that is too small', async () => {
		const { level, marks, classes } = await draw(session, 'share-65-over', 'cells');
		expect([level, classes.unit]).toEqual(['communes', 'percent']);
		// 10 % and 40 %: the bound is the highest value that a part of the people does not exceed.
		expect(classes.bounds).toEqual([
			{ from: 0, to: 40 },
			{ from: 40, to: null }
		]);
		expect([...marks]).toEqual([0, 1, CLASS_NO_DATA, CLASS_NO_DATA]);
		expect([classes.peoplePerClass, classes.peopleWithoutData]).toEqual([[300, 300], 100]);
	});

	it('has no poor households where the data has none', async () => {
		const { marks, classes } = await draw(session, 'poor-households', 'hexagons');
		expect([...new Set(marks)]).toEqual([CLASS_NO_DATA]);
		expect([classes.bounds, classes.peopleWithoutData]).toEqual([[], 700]);
	});

	it('is as dense as its people on the true area of its marks', async () => {
		// 100 people on 0.04 km² are 2,500 per km²; an H3 cell of resolution 8 holds 0.7 km² or so.
		const cells = await draw(session, 'density', 'cells');
		expect(cells.classes.bounds.map(({ from }) => from)).toEqual([0, 5000, 7500]);
		expect([...cells.marks]).toEqual([0, 1, 2, 0]);
	});

	it('is spread over the true area of a hexagon', () => {
		// The four points stand within 1 km, in at most four hexagons of 0.7 km² or so.
		const hexagons = marksOf(session, 'hexagons', 8);
		const { lon, lat } = session.territory.population;
		const densities = densityOfMarks(session, hexagons);
		const mark = session.hexagons[0].hexagonOf[0];
		const people = session.summary.hexagons[0].people[mark];
		expect(people).toBeGreaterThan(0);
		expect(densities[mark]).toBeCloseTo(people / cellArea(latLngToCell(lat[0], lon[0], 8), UNITS.km2), 6);
	});

	it('is drawn on the hexagons nearest in size to those asked for, and on cells where there are none', () => {
		expect([5, 6, 7, 8, 12].map((resolution) => marksOf(session, 'hexagons', resolution).resolution)).toEqual([
			6, 6, 7, 8, 8
		]);
		expect(marksOf({ ...session, hexagons: [] }, 'hexagons', 7)).toMatchObject({ level: 'cells', count: 4 });
	});

	it('is drawn on communes, one mark each, where it has neither cells nor hexagons', async () => {
		const byCommune = { ...session, hexagons: [], summary: { ...session.summary, hexagons: [], cells: null } };
		for (const level of ['cells', 'hexagons', 'communes'] as const) {
			const request = { question: everyoneEverywhere, indicator: 'sites', level, resolution: 8 } as const;
			const drawn = await paint(byCommune, request, alone);
			expect([drawn.level, drawn.resolution, drawn.marks.length]).toEqual(['communes', null, 4]);
			expect(drawn.classes.peopleBeyond).toBe(700);
		}
	});
});
