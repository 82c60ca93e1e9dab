import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geometry.ts';
import { metresBetween, metresToPolygons, preparePolygons } from '#io/geo/polygon-distance.ts';

const square = (west: number, south: number, side: number): LonLat[] => [
	[west, south],
	[west + side, south],
	[west + side, south + side],
	[west, south + side],
	[west, south]
];
const withHole = preparePolygons([[square(5, 45, 1), square(5.4, 45.4, 0.2)], [square(7, 45, 0.5)]]);
const point = fc.tuple(fc.double({ min: 4, max: 8.5, noNaN: true }), fc.double({ min: 44, max: 47, noNaN: true }));

describe('metres to polygons', () => {
	it('are none inside, and holes are outside', () => {
		fc.assert(
			fc.property(point, ([lon, lat]) => {
				const inSquare = (west: number, south: number, side: number) =>
					lon > west && lon < west + side && lat > south && lat < south + side;
				const inside = (inSquare(5, 45, 1) && !inSquare(5.4, 45.4, 0.2)) || inSquare(7, 45, 0.5);
				expect(metresToPolygons(withHole, [lon, lat], Infinity) === 0).toBe(inside);
			})
		);
	});

	it('are those of the nearest point of the outline', () => {
		// One minute of latitude is a nautical mile, 1,853 m on the mean sphere.
		expect(metresToPolygons(withHole, [5.5, 46 + 1 / 60], Infinity)).toBeCloseTo(1853.25, 1);
		const corner = metresToPolygons(withHole, [4.9, 44.9], Infinity);
		expect(corner / metresBetween([4.9, 44.9], [5, 45])).toBeCloseTo(1, 2);
	});

	it('are not measured further than asked, and the same when they are', () => {
		fc.assert(
			fc.property(point, fc.double({ min: 0, max: 200_000, noNaN: true }), (at, most) => {
				const metres = metresToPolygons(withHole, at, Infinity);
				const bounded = metresToPolygons(withHole, at, most);
				expect(bounded === metres || (bounded === Infinity && metres > most * 0.98)).toBe(true);
			})
		);
	});
});
