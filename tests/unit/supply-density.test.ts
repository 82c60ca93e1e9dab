import { describe, expect, it } from 'vitest';
import type { Commune } from '#domain/commune.ts';
import type { Population } from '#domain/population.ts';
import { peopleAround } from '#core/access/people-around.ts';
import { stackedPairs } from '#core/access/travel-pairs.ts';
import { lorenzCurve, thinnedCurve } from '#core/equity/lorenz.ts';
import { densityClasses, DENSITY_CLASSES } from '#workers/jobs/atlas/supply/density.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { supplySession } from '../supply-session.ts';

// At the equator a degree is 111.195 km either way.
const KM = 1 / 111.195;
const places = (eastKm: readonly number[], people: readonly number[], lat = 0) => ({
	lon: Float64Array.from(eastKm, (km) => (km * KM) / Math.cos((lat * Math.PI) / 180)),
	lat: new Float64Array(eastKm.length).fill(lat),
	people: Float64Array.from(people)
});

describe('people around', () => {
	it.each([0, 50, -43])('are those within the distance, oneself among them, at latitude %d', (lat) => {
		const here = places([0, 0.9, 1.95, 40], [10, 20, 40, 80], lat);
		expect([...peopleAround(here, [here], 1000)]).toEqual([30, 30, 40, 80]);
		expect([...peopleAround(here, [here], 1100)]).toEqual([30, 70, 60, 80]);
	});

	it('are of every list given', () => {
		const here = places([0], [10]);
		expect([...peopleAround(here, [here, places([0.5, 3], [5, 7])], 1000)]).toEqual([15]);
		expect([...peopleAround(here, [], 1000)]).toEqual([0]);
	});
});

describe('classes of density', () => {
	const made = { communes: 1, sites: [], points: [] };
	const sessionOf = (population: Partial<Population>, communes: readonly Commune[] = []): AtlasSession => {
		const session = supplySession(made, []);
		const territory = {
			...session.territory,
			communes,
			population: { ...session.territory.population, ...population } as Population
		};
		return { ...session, territory };
	};
	const named = (session: AtlasSession) =>
		[...densityClasses(session)].map((rank) => (rank === -1 ? null : DENSITY_CLASSES[rank]));
	const points = (eastKm: readonly number[], people: readonly number[]) => ({
		...places(eastKm, people),
		count: people.length,
		ids: people.map((_, point) => String(point)),
		communeCodes: people.map(() => null)
	});

	it('are of the people within a kilometre, on its 3.14 km²: from 300 and from 1,500 for each', () => {
		// 4,713 people on 3.1416 km² are 1,500.2 for each; 943 are 300.2.
		const population = points([0, 0.5, 10, 20], [4700, 13, 943, 942]);
		expect(named(sessionOf({ ...population, kind: 'grid-200m' }))).toEqual([
			'dense',
			'dense',
			'intermediate',
			'sparse'
		]);
	});

	it('are of the ground itself where that is large: a kilometre cell, a commune; not known without ground', () => {
		const cells = points([0, 1, 2], [1500, 299, 300]);
		expect(named(sessionOf({ ...cells, kind: 'grid-1km' }))).toEqual(['dense', 'sparse', 'intermediate']);
		const square = [
			[0, 0],
			[2 * KM, 0],
			[2 * KM, 2 * KM],
			[0, 2 * KM],
			[0, 0]
		] as [number, number][];
		const commune = { code: '96001', margin: false, geometry: [[square]] } as unknown as Commune;
		const people = { ...points([0, 0.1], [1300, 90_000]), communeCodes: ['96001', '96002'] as never[] };
		expect(named(sessionOf({ ...people, kind: 'commune' }, [commune]))).toEqual(['intermediate', null]);
	});
});

describe('pairs of two lists of demand points', () => {
	const pairs = (first: number[], column: number[], value: number[], supplyCount = 3) => ({
		demandCount: first.length - 1,
		supplyCount,
		first: Uint32Array.from(first),
		column: Uint32Array.from(column),
		value: Uint32Array.from(value)
	});

	it('stand one after the other', () => {
		const { demandCount, first, column, value } = stackedPairs(
			pairs([0, 2, 2], [1, 0], [5, 9]),
			pairs([0, 0, 1], [2], [7])
		);
		expect(demandCount).toBe(4);
		expect([...first]).toEqual([0, 2, 2, 2, 3]);
		expect([...column]).toEqual([1, 0, 2]);
		expect([...value]).toEqual([5, 9, 7]);
	});

	it('are to the same places', () => {
		expect(() => stackedPairs(pairs([0], [], []), pairs([0], [], [], 4))).toThrow(RangeError);
	});
});

describe('a Lorenz curve for drawing', () => {
	it('keeps its ends and at most the vertices wanted, all of them its own', () => {
		const values = Array.from({ length: 5000 }, (_, rank) => (rank * 7919) % 5003);
		const curve = lorenzCurve(
			values,
			values.map(() => 1)
		);
		if (curve === null) throw new Error('No curve');
		const drawn = thinnedCurve(curve, 200);
		expect(drawn.people.length).toBeLessThanOrEqual(200);
		expect(drawn.people.length).toBeGreaterThan(150);
		expect([drawn.people[0], drawn.amount[0], drawn.people.at(-1), drawn.amount.at(-1)]).toEqual([0, 0, 1, 1]);
		drawn.people.forEach((share, vertex) => {
			expect(drawn.amount[vertex]).toBe(curve.amount[curve.people.indexOf(share)]);
		});
	});

	it('is left as it is when it has no more', () => {
		const curve = lorenzCurve([1, 2, 3], [1, 1, 1]);
		if (curve === null) throw new Error('No curve');
		expect(thinnedCurve(curve, 4)).toBe(curve);
		expect([...thinnedCurve(curve, 2).people]).toEqual([0, 1]);
	});
});
