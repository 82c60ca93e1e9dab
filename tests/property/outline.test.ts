import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import { outlineOf, signedArea } from '#io/geo/outline.ts';

const square = (x: number, y: number, side = 1): LonLat[] => [
	[x, y],
	[x + side, y],
	[x + side, y + side],
	[x, y + side],
	[x, y]
];

const areaOf = (ring: readonly LonLat[]) => signedArea(ring) / 2;
const areaOfAll = (outline: MultiPolygonRings) => outline.flat().reduce((sum, ring) => sum + areaOf(ring), 0);

describe('the outline of a territory', () => {
	it('cancels the borders that communes share, whichever way their rings turn', () => {
		const outline = outlineOf([[[square(0, 0)]], [[[...square(1, 0)].reverse()]]]);
		expect(outline.map((part) => part.length)).toEqual([1]);
		expect(areaOf(outline[0][0])).toBeCloseTo(2, 9);
		expect(outline[0][0]).toHaveLength(7);
	});

	it('keeps an enclave as a hole of the part around it, and islands as parts of their own', () => {
		const ring = (x0: number, y0: number, side: number) =>
			[0, 1, 2].flatMap((x) =>
				[0, 1, 2].flatMap((y) => (x === 1 && y === 1 ? [] : [[[square(x0 + x * side, y0 + y * side, side)]]]))
			);
		// A ring of communes within the enclave of another, and an island away.
		const outline = outlineOf([...ring(0, 0, 10), ...ring(12, 12, 1), [[square(50, 50)]]]);
		expect(outline.map((part) => part.map(areaOf))).toEqual([[1], [9, -1], [900, -100]]);
	});

	it('is empty of nothing', () => {
		expect(outlineOf([])).toEqual([]);
	});

	/** Squares of a board of 6 × 6, each corner written as a file with six decimals would have moved it. */
	const board = fc.record({
		origin: fc.tuple(fc.double({ min: -5, max: 9, noNaN: true }), fc.double({ min: 41, max: 51, noNaN: true })),
		taken: fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }),
		moves: fc.array(fc.double({ min: -0.49e-6, max: 0.49e-6, noNaN: true }), { minLength: 288, maxLength: 288 }),
		turned: fc.array(fc.boolean(), { minLength: 36, maxLength: 36 })
	});
	const SIDE = 0.01;

	it('has the area of the squares of a board, and no edge within it, though no two corners are written quite alike', () => {
		fc.assert(
			fc.property(board, ({ origin: [lon, lat], taken, moves, turned }) => {
				const squares = taken.flatMap((isTaken, at): MultiPolygonRings[] => {
					if (!isTaken) return [];
					const corners = square(lon + (at % 6) * SIDE, lat + Math.floor(at / 6) * SIDE, SIDE)
						.slice(0, 4)
						.map(([x, y], corner): LonLat => [x + moves[8 * at + 2 * corner], y + moves[8 * at + 2 * corner + 1]]);
					const ring = [...corners, corners[0]];
					return [[[turned[at] ? ring.reverse() : ring]]];
				});
				const outline = outlineOf(squares);
				expect(areaOfAll(outline) / SIDE ** 2).toBeCloseTo(squares.length, 2);
				const neighbours = (at: number) =>
					[at % 6 > 0 && taken[at - 1], at % 6 < 5 && taken[at + 1], taken[at - 6], taken[at + 6]].filter(Boolean)
						.length;
				const sides = taken.reduce((sum, isTaken, at) => sum + (isTaken ? 4 - neighbours(at) : 0), 0);
				expect(outline.flat().reduce((sum, ring) => sum + ring.length - 1, 0)).toBe(sides);
				for (const [outer, ...enclaves] of outline) {
					expect(areaOf(outer)).toBeGreaterThan(0);
					for (const enclave of enclaves) expect(areaOf(enclave)).toBeLessThan(0);
				}
			})
		);
	});
});
