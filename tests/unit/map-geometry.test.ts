import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geometry.ts';
import type { CommuneSummary, PolygonMesh } from '#domain/territory-summary.ts';
import type { InseeCode } from '#domain/units.ts';
import { levelAt, markSizeMetres, pixelsPerMetre } from '../../src/lib/map/camera.ts';
import { communeAt, MeshIndex, siteAt } from '../../src/lib/map/picking.ts';
import { lengthText } from '#i18n/figures.ts';
import { scaleBar } from '#domain/scale-bar.ts';

const square = (x: number, y: number, side = 1): LonLat[] => [
	[x, y],
	[x + side, y],
	[x + side, y + side],
	[x, y + side],
	[x, y]
];

function meshOf(rings: readonly LonLat[][]): PolygonMesh {
	const first = [0];
	for (const ring of rings) first.push(first[first.length - 1] + ring.length);
	return { count: rings.length, first: Uint32Array.from(first), lonLat: Float64Array.from(rings.flat(2)) };
}

/** A mesh of one square of so many metres at the equator. */
const metres = (size: number) => meshOf([square(0, 0, size / 111_319.49)]);

describe('the level of the marks', () => {
	const cells = metres(200);
	const hexagons = [8, 7, 6].map((resolution, rank) => ({
		resolution,
		mesh: metres(800 * 2.65 ** rank),
		people: new Float32Array(1)
	}));

	it('knows the scale of Web Mercator: 78 271.517 m a pixel at zoom 0 on the equator, half of it at 60°', () => {
		expect(1 / pixelsPerMetre(0, 0)).toBeCloseTo(78_271.517, 2);
		expect(pixelsPerMetre(9, 60) / pixelsPerMetre(9, 0)).toBeCloseTo(2, 9);
		expect(markSizeMetres(cells)).toBeCloseTo(200, 3);
	});

	it('is the true cells once 200 m make 4 pixels, at any latitude', () => {
		for (const lat of [0, 43, 51]) {
			const zoom = Math.log2(4 / (200 * pixelsPerMetre(0, lat)));
			expect(levelAt(cells, hexagons, zoom + 0.01, lat)).toEqual({ level: 'cells', resolution: 0 });
			expect(levelAt(cells, hexagons, zoom - 0.01, lat)).toEqual({ level: 'hexagons', resolution: 8 });
		}
	});

	it('is hexagons of at least 8 pixels from afar, ever coarser, the coarsest from the farthest', () => {
		const seen: number[] = [];
		for (let zoom = 14; zoom >= 2; zoom -= 0.1) {
			const choice = levelAt(cells, hexagons, zoom, 48);
			if (choice?.level !== 'hexagons') continue;
			const mesh = hexagons.find(({ resolution }) => resolution === choice.resolution)?.mesh ?? cells;
			const pixels = (markSizeMetres(mesh) ?? 0) * pixelsPerMetre(zoom, 48);
			if (choice.resolution !== 6) expect(pixels).toBeGreaterThanOrEqual(8);
			if (seen.at(-1) !== choice.resolution) seen.push(choice.resolution);
		}
		expect(seen).toEqual([8, 7, 6]);
	});

	it('is cells at every zoom without hexagons, hexagons without cells, nothing with neither', () => {
		expect(levelAt(cells, [], 3, 48)?.level).toBe('cells');
		expect(levelAt(null, hexagons, 16, 48)).toEqual({ level: 'hexagons', resolution: 8 });
		expect(levelAt(null, [], 12, 48)).toBeNull();
	});
});

describe('what lies under the pointer', () => {
	const communes = [
		{ code: '01001' as InseeCode, geometry: [[square(0, 0, 4), square(1, 1)]], bounds: [0, 0, 4, 4] },
		{ code: '01002' as InseeCode, geometry: [[square(1, 1)]], bounds: [1, 1, 2, 2] },
		{ code: '01003' as InseeCode, geometry: null, bounds: null }
	] as unknown as CommuneSummary[];

	it('is the commune around a position, holes left out', () => {
		expect(communeAt(communes, [3, 3])).toBe('01001');
		expect(communeAt(communes, [1.5, 1.5])).toBe('01002');
		expect(communeAt(communes, [9, 9])).toBeNull();
	});

	it('is the mark whose polygon, not whose box, holds the position', () => {
		const diamond: LonLat[] = [
			[0, -1],
			[1, 0],
			[0, 1],
			[-1, 0],
			[0, -1]
		];
		const index = new MeshIndex(meshOf([diamond, square(0.6, 0.6, 0.3)]));
		expect(index.at([0, 0])).toBe(0);
		expect(index.at([0.7, 0.7])).toBe(1);
		expect(index.at([-0.9, -0.9])).toBeNull();
		expect(new MeshIndex(meshOf([])).at([0, 0])).toBeNull();
	});

	it('is the nearest site within its mark and the tolerance', () => {
		const marks = [
			{ site: 4, x: 0, y: 0, radius: 10 },
			{ site: 7, x: 14, y: 0, radius: 5 }
		];
		expect(siteAt(marks, 0, 0, 3)).toBe(4);
		expect(siteAt(marks, 13, 0, 3)).toBe(7);
		expect(siteAt(marks, 0, 12, 3)).toBe(4);
		expect(siteAt(marks, 0, 14, 3)).toBeNull();
		expect(siteAt(marks, 0, 14, 12)).toBe(4);
	});
});

describe('the scale bar', () => {
	it('is the longest of 1, 2, 5 × 10ⁿ that fits', () => {
		for (let zoom = 4; zoom < 17; zoom += 0.37) {
			const scale = pixelsPerMetre(zoom, 47);
			const { metres: length, pixels } = scaleBar(scale, 120);
			expect(pixels).toBeLessThanOrEqual(120);
			expect(pixels).toBeGreaterThan(120 / 2.5 - 1e-6);
			expect(pixels / scale).toBeCloseTo(length, 6);
			expect([1, 2, 5]).toContain(length / 10 ** Math.floor(Math.log10(length) + 1e-9));
		}
		expect(lengthText(500, 'fr')).toBe('500\u00a0m');
		expect(lengthText(2000, 'fr')).toBe('2\u00a0km');
	});
});
