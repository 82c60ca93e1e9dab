import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simplifiedVertices } from '#io/geo/simplify.ts';

/** A degree of latitude, metres; at the equator a degree of longitude is the same. */
const DEGREE = 111_195.08;
const simplify = (
	points: readonly (readonly [eastMetres: number, northMetres: number])[],
	isFixed?: (i: number) => boolean
) =>
	simplifiedVertices(
		points.map(([east]) => east / DEGREE),
		points.map(([, north]) => north / DEGREE),
		15,
		isFixed
	);

/** Metres from a point to a segment, computed otherwise than by the code: the least over many points of the segment. */
function metresToSegment(
	[x, y]: readonly [number, number],
	[ax, ay]: readonly [number, number],
	[bx, by]: readonly [number, number]
) {
	let least = Infinity;
	for (let i = 0; i <= 500; i++)
		least = Math.min(least, Math.hypot(ax + ((bx - ax) * i) / 500 - x, ay + ((by - ay) * i) / 500 - y));
	return least;
}

describe('a simplified line', () => {
	it('keeps the ends alone where the rest is straight to within the tolerance', () => {
		expect(
			simplify([
				[0, 0],
				[100, 14.9],
				[200, -14.9],
				[300, 0]
			])
		).toEqual([0, 3]);
	});

	it('keeps a bend beyond the tolerance', () => {
		expect(
			simplify([
				[0, 0],
				[100, 15.1],
				[200, 0]
			])
		).toEqual([0, 1, 2]);
	});

	it('measures a spike that goes past the end', () => {
		expect(
			simplify([
				[0, 0],
				[100, 0],
				[60, 0]
			])
		).toEqual([0, 1, 2]);
	});

	it('keeps the shape of a closed ring', () => {
		expect(
			simplify([
				[0, 0],
				[50, 1],
				[100, 0],
				[100, 100],
				[0, 100],
				[0, 0]
			])
		).toEqual([0, 2, 3, 4, 5]);
	});

	it('keeps the vertices it is told to', () => {
		expect(
			simplify(
				[
					[0, 0],
					[100, 0],
					[200, 0],
					[300, 0]
				],
				(i) => i === 2
			)
		).toEqual([0, 2, 3]);
	});

	it('shrinks longitudes with the latitude: at 60° a degree is half as long', () => {
		const lon = [0, 25 / DEGREE, 0];
		expect(simplifiedVertices(lon, [60, 60.001, 60.002], 15)).toEqual([0, 2]);
		expect(simplifiedVertices(lon, [0, 0.001, 0.002], 15)).toEqual([0, 1, 2]);
	});

	it('has one vertex, or none, as it came', () => {
		expect(simplify([])).toEqual([]);
		expect(simplify([[1, 1]])).toEqual([0]);
	});

	it('leaves out no vertex further than the tolerance from what remains', () => {
		const metres = fc.integer({ min: -120, max: 120 });
		fc.assert(
			fc.property(fc.array(fc.tuple(metres, metres), { minLength: 2, maxLength: 25 }), (points) => {
				const kept = simplify(points);
				expect(kept[0]).toBe(0);
				expect(kept.at(-1)).toBe(points.length - 1);
				for (let k = 1; k < kept.length; k++) {
					expect(kept[k]).toBeGreaterThan(kept[k - 1]);
					for (let i = kept[k - 1] + 1; i < kept[k]; i++) {
						expect(metresToSegment(points[i], points[kept[k - 1]], points[kept[k]])).toBeLessThan(15.4);
					}
				}
			}),
			{ seed: 1, numRuns: 300 }
		);
	});
});
