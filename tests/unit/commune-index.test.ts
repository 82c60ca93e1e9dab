import { describe, expect, it } from 'vitest';
import type { Commune } from '#domain/commune.ts';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import type { InseeCode } from '#domain/units.ts';
import { CommuneIndex } from '#io/communes/commune-index.ts';
import { square } from '../fixtures/geopackage.ts';

const commune = (code: string, geometry: MultiPolygonRings | null): Commune => ({
	code: code as InseeCode,
	name: code,
	geometry,
	municipalPopulation: null,
	epciCode: null,
	epciName: null,
	centre: null,
	margin: false
});
/** Two squares side by side, one in a hole of a third, and a commune known by name only. */
const west = commune('59001', [[square(3, 50, 0.1)]]);
const east = commune('59002', [[square(3.1, 50, 0.1)]]);
const ring = commune('59003', [[square(4, 50, 0.3), square(4.1, 50.1, 0.1)]]);
const hole = commune('59004', [[square(4.1, 50.1, 0.1)]]);
const index = new CommuneIndex([west, east, ring, hole, commune('59005', null)]);

describe('communes by place', () => {
	it.each([
		['inside', 3.05, 50.05, '59001'],
		['inside its neighbour', 3.15, 50.05, '59002'],
		['in a hole', 4.15, 50.15, '59004'],
		['around the hole', 4.05, 50.15, '59003'],
		['nowhere', 3.5, 50.05, null],
		['in the box of an outline but outside it', 4.35, 50.15, null]
	])('%s', (_name, lon, lat, code) => {
		expect(index.communeOf(lon, lat)?.code ?? null).toBe(code);
	});
	it('a point on a shared border or corner belongs to one commune', () => {
		for (const lat of [50, 50.03, 50.0999]) {
			const found = [west, east].filter((one) => new CommuneIndex([one]).communeOf(3.1, lat) !== null);
			expect(found.length).toBe(1);
			expect(index.communeOf(3.1, lat)).toBe(found[0]);
		}
	});
	it('the nearest is given within a distance, and no further', () => {
		// 0.01° of longitude at 50.05° N is 714 m.
		expect(index.nearest(3.21, 50.05, 720)?.code).toBe('59002');
		expect(index.nearest(3.21, 50.05, 700)).toBeNull();
	});
	it('ranks of many points are those of each', () => {
		const lon = Float64Array.from({ length: 400 }, (_, i) => 2.95 + (i % 20) * 0.075);
		const lat = Float64Array.from({ length: 400 }, (_, i) => 49.95 + Math.floor(i / 20) * 0.02);
		const all = [west, east, ring, hole];
		const expected = Array.from(lon, (value, i) => {
			const found = index.communeOf(value, lat[i]);
			return found === null ? -1 : all.indexOf(found);
		});
		expect([...index.ranksOf(lon, lat)]).toEqual(expected);
		expect(new Set(expected).size).toBeGreaterThan(3);
	});
	it('without any outline nothing is found', () => {
		expect(new CommuneIndex([commune('59005', null)]).communeOf(3, 50)).toBeNull();
	});
});
