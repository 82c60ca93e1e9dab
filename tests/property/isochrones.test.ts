import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isochrones } from '#core/travel/isochrone/isochrones.ts';
import type { TimeField } from '#core/travel/isochrone/field.ts';
import { madeField, polygonFaults, PolygonLookup } from '../isochrone-geometry.ts';

/** Plateaus, values exactly at a level, unreachable nodes, and anything between. */
const seconds = fc.oneof(
	{ arbitrary: fc.integer({ min: 0, max: 8 }), weight: 3 },
	{ arbitrary: fc.constantFrom(2.5, 4.5, 6.5), weight: 2 },
	{ arbitrary: fc.constant(Infinity), weight: 2 },
	{ arbitrary: fc.double({ min: 0, max: 9, noNaN: true }), weight: 3 }
);
const field = fc
	.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), fc.constantFrom(10, 25, 200))
	.chain(([columns, rows, step]) =>
		fc
			.array(fc.array(seconds, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
			.map((values) => madeField(values, step))
	);
const CUTOFFS = [2, 4, 6];
const smallest = fc.constantFrom(0, 50, 500, 20_000, 60_000);

function nodes({ grid }: TimeField): { node: number; lon: number; lat: number }[] {
	return Array.from({ length: grid.columns * grid.rows }, (_, node) => ({
		node,
		lon: grid.west + (node % grid.columns) * grid.lonStep,
		lat: grid.south + Math.floor(node / grid.columns) * grid.latStep
	}));
}

describe('isochrones of any field', () => {
	it('are nested: every vertex of a shorter one is in or on every longer one, and so is every point', () => {
		fc.assert(
			fc.property(
				field,
				smallest,
				fc.array(fc.tuple(fc.double({ min: -1, max: 7, noNaN: true }), fc.double({ min: -1, max: 7, noNaN: true }))),
				(made, least, points) => {
					const drawn = isochrones(made, CUTOFFS, { smallestSquareMetres: least });
					const lookups = drawn.map(({ polygons }) => new PolygonLookup(polygons));
					for (let shorter = 0; shorter + 1 < drawn.length; shorter++) {
						expect(drawn[shorter].areaSquareMetres).toBeLessThanOrEqual(
							drawn[shorter + 1].areaSquareMetres * (1 + 1e-9)
						);
						for (const position of drawn[shorter].polygons.flat(2)) {
							expect(lookups[shorter + 1].holdsOrTouches(position)).toBe(true);
						}
						for (const [column, row] of points) {
							const [lon, lat] = [
								made.grid.west + column * made.grid.lonStep,
								made.grid.south + row * made.grid.latStep
							];
							if (lookups[shorter].holds(lon, lat)) expect(lookups[shorter + 1].holdsOrTouches([lon, lat])).toBe(true);
						}
					}
				}
			),
			{ numRuns: 400 }
		);
	});

	it('hold the nodes within the cutoff, and no other', () => {
		fc.assert(
			fc.property(field, (made) => {
				for (const { cutoffSeconds, polygons } of isochrones(made, CUTOFFS)) {
					const lookup = new PolygonLookup(polygons);
					for (const { node, lon, lat } of nodes(made)) {
						expect(lookup.holds(lon, lat)).toBe(made.seconds[node] < cutoffSeconds + 0.5);
					}
				}
			}),
			{ numRuns: 300 }
		);
	});

	it('are valid GeoJSON: closed, turned the right way, holes in their ring, no ring meeting itself or another', () => {
		fc.assert(
			fc.property(field, smallest, (made, least) => {
				for (const { polygons } of isochrones(made, CUTOFFS, { smallestSquareMetres: least })) {
					expect(polygonFaults(polygons)).toEqual([]);
				}
			}),
			{ numRuns: 300 }
		);
	});
});
