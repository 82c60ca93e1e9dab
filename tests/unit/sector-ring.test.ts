import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geometry.ts';
import {
	ringCrosses,
	withCorner,
	withCornerAt,
	withoutCorner,
	type SectorRing
} from '../../src/lib/ui/diagnostic/sector-ring.ts';

const square: SectorRing = [
	[0, 0],
	[4, 0],
	[4, 4],
	[0, 4]
];
const bow: SectorRing = [
	[0, 0],
	[4, 4],
	[4, 0],
	[0, 4]
];

/** A regular star of corners around a middle, in their order: its sides never cross. */
const rounds: fc.Arbitrary<SectorRing> = fc
	.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 3, maxLength: 12 })
	.map((radii) =>
		radii.map((radius, rank): LonLat => {
			const angle = (2 * Math.PI * rank) / radii.length;
			return [3 + radius * Math.cos(angle), 45 + radius * Math.sin(angle)];
		})
	);

describe('the sides of a drawn sector', () => {
	it('do not cross around a middle, wherever one begins and whichever way one goes', () => {
		fc.assert(
			fc.property(rounds, fc.nat(11), (ring, from) => {
				const turned = [...ring.slice(from % ring.length), ...ring.slice(0, from % ring.length)];
				expect(ringCrosses(turned, true)).toBe(false);
				expect(ringCrosses([...turned].reverse(), true)).toBe(false);
			})
		);
	});

	it('cross in a bow tie, and where two corners of a square change places', () => {
		expect(ringCrosses(square, true)).toBe(false);
		expect(ringCrosses(bow, true)).toBe(true);
		expect(ringCrosses(bow, false)).toBe(true);
	});

	it('cross too where one touches another, passes through a corner, or goes back along itself', () => {
		expect(ringCrosses([...square, [2, 0]], false)).toBe(true);
		expect(ringCrosses([...square, [0, 0]], false)).toBe(true);
		expect(
			ringCrosses(
				[
					[0, 0],
					[4, 0],
					[1, 0]
				],
				false
			)
		).toBe(true);
		expect(
			ringCrosses(
				[
					[0, 0],
					[4, 0],
					[4, 0]
				],
				false
			)
		).toBe(true);
		expect(
			ringCrosses(
				[
					[0, 0],
					[4, 0],
					[6, 0],
					[6, 3]
				],
				true
			)
		).toBe(false);
	});
});

describe('a corner', () => {
	it('that would make sides cross is refused, put, moved or taken away', () => {
		expect(withCorner(bow.slice(0, 3), bow[3])).toBeNull();
		expect(withCorner(square.slice(0, 3), square[3])).toEqual(square);
		expect(withCornerAt(square, 3, [2, -1])).toBeNull();
		expect(withCornerAt(square, 3, [1, 5])?.[3]).toEqual([1, 5]);
		const held: SectorRing = [
			[0, 0],
			[3, 0],
			[3, -4],
			[9, -4],
			[9, 0],
			[4, -2]
		];
		expect(withoutCorner(held, 2)).toBeNull();
		expect(withoutCorner(held, 5)).toEqual(held.slice(0, 5));
	});

	it('may be put while only the side that closes the sector crosses another', () => {
		const spiral: SectorRing = [
			[0, 0],
			[4, 0],
			[4, 4],
			[-1, 4],
			[-1, -1],
			[6, -1]
		];
		const last: SectorRing = [...spiral, [6, 3]];
		expect(withCorner(spiral, [6, 3])).toEqual(last);
		expect(ringCrosses(last, true)).toBe(true);
	});
});
