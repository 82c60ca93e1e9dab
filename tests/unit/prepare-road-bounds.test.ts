import { describe, expect, it } from 'vitest';
import type { Population } from '#domain/population.ts';
import type { Site } from '#domain/site.ts';
import { roadBounds, roadMarginMetres, type Places } from '#workers/jobs/prepare/roads.ts';

const KM_PER_DEGREE = 111.195;

const people = (...positions: readonly (readonly [number, number])[]) =>
	({
		count: positions.length,
		lon: Float64Array.from(positions, ([lon]) => lon),
		lat: Float64Array.from(positions, ([, lat]) => lat)
	}) as Population;

const site = (lon: number, lat: number, margin: boolean) => ({ position: [lon, lat], margin }) as unknown as Site;

const places = (more: Partial<Places> = {}): Places => ({
	population: people([3, 45], [3.2, 45.1]),
	marginPopulation: people(),
	sites: [],
	communes: [],
	...more
});
const REACH = { cutoffMinutes: 30, marginMetres: 30_000, snapMetres: 1000 };

describe('how far around a territory roads are kept', () => {
	it('is half of what the longest journey goes at 130 km/h and of the margin, and what parts a place from its road', () => {
		// 30 minutes at 130 km/h are 65 km; (65 + 30) / 2 + 1.
		expect(roadMarginMetres(REACH)).toBeCloseTo(48_500, 6);
		expect(roadMarginMetres({ ...REACH, cutoffMinutes: 60 })).toBeCloseTo(81_000, 6);
	});

	it('is never less than the margin, however short the journeys', () => {
		expect(roadMarginMetres({ ...REACH, cutoffMinutes: 5, marginMetres: 100_000 })).toBe(101_000);
	});

	it('is counted from the box of the territory, in kilometres north and in kilometres east', () => {
		const [west, south, east, north] = roadBounds(places(), REACH);
		expect((45 - south) * KM_PER_DEGREE).toBeCloseTo(48.5, 3);
		expect((north - 45.1) * KM_PER_DEGREE).toBeCloseTo(48.5, 3);
		// A degree of longitude is shorter the farther north: the box is as wide as asked at its northern side too.
		const kmPerDegreeNorth = KM_PER_DEGREE * Math.cos((north * Math.PI) / 180);
		expect((3 - west) * kmPerDegreeNorth).toBeCloseTo(48.5, 1);
		expect((east - 3.2) * kmPerDegreeNorth).toBeCloseTo(48.5, 1);
	});

	it('does not grow with places of the margin, which have ten kilometres around them', () => {
		const near = site(3.2 + 0.3, 45, true);
		expect(roadBounds(places({ sites: [near] }), REACH)).toEqual(roadBounds(places(), REACH));
		const far = roadBounds(places({ marginPopulation: people([3, 45.6]) }), REACH);
		expect((far[3] - 45.6) * KM_PER_DEGREE).toBeCloseTo(10, 3);
		const own = roadBounds(places({ sites: [site(3, 46, false)] }), REACH);
		expect((own[3] - 46) * KM_PER_DEGREE).toBeCloseTo(48.5, 3);
	});
});
