import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geometry.ts';
import { LAYER_ORDER } from '../../src/lib/map/layers/order.ts';
import { coarseOutline } from '#domain/sector-outline.ts';
import { numberPosition, sectorLayers, sectorSource } from '../../src/lib/map/layers/sectors.ts';
import { selectionSource } from '../../src/lib/map/layers/selection.ts';
import { summary } from '../summary-fixture.ts';

const square = (west: number, south: number, side: number): LonLat[] => [
	[west, south],
	[west + side, south],
	[west + side, south + side],
	[west, south + side],
	[west, south]
];
const area = (...parts: LonLat[][][]) => ({ kind: 'area', rings: parts }) as const;

describe('the number of a sector', () => {
	it('stands on its own ground, in the largest part', () => {
		const [lon, lat] = numberPosition(area([square(0, 0, 1)], [square(10, 0, 4)])) ?? [NaN, NaN];
		expect(lon).toBeCloseTo(12);
		expect(lat).toBeGreaterThan(0);
		expect(lat).toBeLessThan(4);
	});

	it('never stands in the hollow of a horseshoe, nor in a hole', () => {
		const horseshoe: LonLat[] = [
			[0, 0],
			[9, 0],
			[9, 9],
			[7, 9],
			[7, 3],
			[2, 3],
			[2, 9],
			[0, 9],
			[0, 0]
		];
		const [, lat] = numberPosition(area([horseshoe])) ?? [NaN, NaN];
		expect(lat).toBeLessThan(3);
		const ringed = numberPosition(area([square(0, 0, 9), square(1, 1, 7)])) ?? [NaN, NaN];
		expect(ringed[0] > 1 && ringed[0] < 8 && ringed[1] > 1 && ringed[1] < 8).toBe(false);
	});

	it('is on one of its points where points have no ground, and nowhere without any', () => {
		const positions: LonLat[] = [
			[0, 0],
			[1, 1],
			[9, 9]
		];
		expect(positions).toContainEqual(numberPosition({ kind: 'points', positions }));
		expect(numberPosition({ kind: 'points', positions: [] })).toBeNull();
		expect(numberPosition(area())).toBeNull();
	});
});

describe('sectors on the map', () => {
	const sectors = [
		{ name: 'Le Val', number: 1, shape: area([square(0, 0, 1)]) },
		{ name: 'Les Monts', number: 2, shape: { kind: 'points', positions: [[5, 5]] as LonLat[] } as const }
	];

	it('are outlines and numbers, never filled', () => {
		const { features } = sectorSource(sectors);
		expect(features.filter(({ geometry }) => geometry.type.includes('Polygon'))).toEqual([]);
		const numbers = features.filter(({ properties }) => properties?.part === 'number');
		expect(numbers.map(({ properties }) => [properties?.name, properties?.number])).toEqual([
			['Le Val', 1],
			['Les Monts', 2]
		]);
		expect(sectorLayers('light').filter(({ type }) => (type as string) === 'fill')).toEqual([]);
	});

	it('have every layer a place in the stack, their numbers above all but what is being placed', () => {
		for (const { id } of sectorLayers('dark')) expect(LAYER_ORDER).toContain(id);
		expect(LAYER_ORDER.slice(-4)).toEqual(['sectors-badge', 'sectors-number', 'ghost-line', 'ghost-point']);
		expect(LAYER_ORDER.indexOf('sectors-far-casing')).toBeGreaterThan(LAYER_ORDER.indexOf('isochrones-line'));
	});

	it('are outlined when selected or pointed at; a name that is not drawn outlines nothing', () => {
		const roles = (selected: string, pointed: string) =>
			selectionSource(
				summary(),
				{ kind: 'sector', name: selected },
				{ kind: 'sector', name: pointed },
				() => 0,
				sectors
			).features.map(({ geometry, properties }) => [geometry.type, properties?.role as string]);
		expect(roles('Le Val', 'Les Monts')).toEqual([
			['Point', 'pointed'],
			['MultiLineString', 'selected']
		]);
		expect(roles('Ailleurs', 'Nulle part')).toEqual([]);
	});
});

describe('the outline read from afar', () => {
	/** Whether as many strokes begin as end at each corner. */
	const isClosed = (strokes: readonly LonLat[][]) => {
		const ends = new Map<string, number>();
		for (const [from, to] of strokes) {
			for (const [[lon, lat], sign] of [
				[from, 1],
				[to, -1]
			] as const) {
				const key = `${lon.toFixed(9)} ${lat.toFixed(9)}`;
				ends.set(key, (ends.get(key) ?? 0) + sign);
			}
		}
		return [...ends.values()].every((sum) => sum === 0);
	};

	it('goes around whole squares, closed, and holds all of the ground', () => {
		const strokes = coarseOutline([[square(0.001, 0.001, 0.1)]]);
		expect(isClosed(strokes)).toBe(true);
		const [lons, lats] = [0, 1].map((axis) => strokes.flat().map((end) => end[axis]));
		expect(Math.min(...lons, ...lats)).toBeLessThanOrEqual(0.001);
		expect(Math.max(...lons)).toBeGreaterThanOrEqual(0.101);
		// 12 squares a side and no stroke within: a large ground has no hollow.
		expect(strokes).toHaveLength(4 * 12);
	});

	it('makes one piece of scattered cells, and nothing of no ground', () => {
		const cells = Array.from({ length: 4 }, (_, rank) => [square(0.001 + rank * 0.009, 0.001, 0.002)]);
		expect(coarseOutline(cells)).toHaveLength(10);
		expect(coarseOutline([])).toEqual([]);
	});
});
