import { describe, expect, it } from 'vitest';
import { fieldGrid } from '#core/travel/isochrone/field.ts';
import { estimatedField } from '#core/travel/isochrone/estimated-field.ts';
import { isochrones, isochronesOf } from '#core/travel/isochrone/isochrones.ts';
import { sampleField } from '#core/travel/isochrone/sampling.ts';
import { estimateSeconds, reachableMetres, type EstimatedModel } from '#core/travel/estimated/model.ts';
import { chordToMetres, squaredChord, unitVectors } from '#core/travel/estimated/straight-line.ts';
import stored from '../../data/reference/estimated-model.json';
import { madeField, madeGrid, polygonFaults, PolygonLookup, seeded } from '../isochrone-geometry.ts';

const model: EstimatedModel = stored;
const at = (...values: number[]) => Float64Array.from(values);
const FAR = Infinity;

/** Expected within a share of it. */
const near = (value: number, expected: number, share: number) =>
	expect(Math.abs(value / expected - 1), `${value} for ${expected}`).toBeLessThan(share);

describe('isochrones of a field', () => {
	it('of a plane with streets everywhere, east-west and north-south: diamonds of area 2 r²', () => {
		const grid = madeGrid(161, 161, 25);
		const seconds = new Float32Array(161 * 161);
		for (let row = 0; row < 161; row++) {
			for (let column = 0; column < 161; column++) {
				seconds[row * 161 + column] = 25 * (Math.abs(column - 80) + Math.abs(row - 80));
			}
		}
		for (const { cutoffSeconds, areaSquareMetres, polygons } of isochrones({ grid, seconds }, [500, 1000, 1500])) {
			near(areaSquareMetres, 2 * (cutoffSeconds + 0.5) ** 2, 0.002);
			expect(polygons).toHaveLength(1);
		}
	});

	it('draws a hole clockwise, an island within it apart, and counts neither twice', () => {
		const field = madeField([
			[1, 1, 1, 1, 1, 1, 1],
			[1, 9, 9, 9, 9, 9, 1],
			[1, 9, 9, 9, 9, 9, 1],
			[1, 9, 9, 1, 9, 9, 1],
			[1, 9, 9, 9, 9, 9, 1],
			[1, 9, 9, 9, 9, 9, 1],
			[1, 1, 1, 1, 1, 1, 1]
		]);
		const [{ polygons, areaSquareMetres }] = isochrones(field, [4]);
		expect(polygons.map((rings) => rings.length).sort()).toEqual([1, 2]);
		expect(polygonFaults(polygons)).toEqual([]);
		// Crossings at (4.5 − 1) / 8 = 7/16 of a step; half a step at the rim, corners cut.
		const part = 7 / 16;
		const outer = 7 * 7 - 4 * (0.5 * 0.5 * 0.5);
		const hole = (6 - 2 * part) ** 2 - 4 * ((1 - part) ** 2 / 2);
		const island = 2 * part * part;
		near(areaSquareMetres, (outer - hole + island) * 1e4, 1e-4);
	});

	it('leaves out parts and holes below the least area asked, and all they hold', () => {
		const field = madeField([
			[1, 1, 1, 1, 1, 9],
			[1, 9, 1, 1, 1, 9],
			[1, 1, 1, 1, 1, 9],
			[9, 9, 9, 9, 9, 9],
			[9, 9, 9, 9, 9, 1]
		]);
		const [all] = isochrones(field, [5]);
		expect(all.polygons.map((rings) => rings.length).sort()).toEqual([1, 2]);
		const [large] = isochrones(field, [5], { smallestSquareMetres: 30_000 });
		expect(large.polygons.map((rings) => rings.length)).toEqual([1]);
		expect(isochrones(field, [5], { smallestSquareMetres: 1e9 })[0]).toEqual({
			cutoffSeconds: 5,
			polygons: [],
			areaSquareMetres: 0
		});
	});

	it('bridges two opposite corners when their cell is within on the whole, else keeps them apart', () => {
		const saddle = (other: number) => [
			[9, 9, 9, 9],
			[9, 1, other, 9],
			[9, other, 1, 9],
			[9, 9, 9, 9]
		];
		expect(isochrones(madeField(saddle(5)), [4])[0].polygons).toHaveLength(1);
		expect(isochrones(madeField(saddle(9)), [4])[0].polygons).toHaveLength(2);
		expect(isochrones(madeField(saddle(FAR)), [4])[0].polygons).toHaveLength(2);
	});

	it('closes at the rim of the field, half a step beyond its outer nodes', () => {
		const [{ polygons, areaSquareMetres }] = isochrones(
			madeField([
				[1, 1, 1],
				[1, 1, 1],
				[1, 1, 1]
			]),
			[5]
		);
		expect(polygons[0][0]).toHaveLength(9);
		near(areaSquareMetres, 8.5e4, 1e-4);
	});

	it('goes by the rounded second: 5.4 is within 5, 5.5 is not', () => {
		expect(isochrones(madeField([[5.4, FAR]]), [5])[0].polygons).toHaveLength(1);
		expect(isochrones(madeField([[5.5, FAR]]), [5])[0].polygons).toHaveLength(0);
	});

	it('stays valid where nodes are exactly at the level', () => {
		const row = [4.5, 4.5, 1, 4.5, 4.5];
		const [{ polygons }] = isochrones(madeField([row, [4.5, 1, 4.5, 1, 4.5], row, row]), [4]);
		expect(polygonFaults(polygons)).toEqual([]);
	});

	it('refuses what is no cutoff, a step too small and a field too large, each with what was read', () => {
		const field = madeField([[1]]);
		expect(() => isochrones(field, [0])).toThrow('error_isochrone_cutoff {"read":0}');
		expect(() => isochrones(field, [600.5])).toThrow('error_isochrone_cutoff');
		expect(() => fieldGrid([2, 47, 2.1, 47.1], 9)).toThrow('error_isochrone_resolution {"read":9,"least":10}');
		expect(() => fieldGrid([2, 47, 2.1, 47.1], NaN)).toThrow('error_isochrone_resolution');
		expect(() => fieldGrid([2, 46, 4, 48], 10)).toThrow('error_isochrone_too_fine');
	});

	it('says a step that would do when the one asked is too small', () => {
		const bounds = [2, 46, 4, 48] as const;
		try {
			fieldGrid(bounds, 25);
			expect.unreachable();
		} catch (error) {
			const { coarser } = (error as { detail: { params: { coarser: number } } }).detail.params;
			expect(fieldGrid(bounds, coarser).columns).toBeGreaterThan(1);
			expect(() => fieldGrid(bounds, coarser / 1.5)).toThrow('error_isochrone_too_fine');
		}
	});
});

describe('sampling', () => {
	const grid = madeGrid(81, 81, 50);
	const middle = { lon: grid.west + 40 * grid.lonStep, lat: grid.south + 40 * grid.latStep };
	/** One second a metre from the middle. */
	const radial = (lon: Float64Array, lat: Float64Array) => {
		const points = unitVectors(lon, lat);
		const centre = unitVectors(at(middle.lon), at(middle.lat));
		return Float64Array.from(lon, (_, i) => chordToMetres(squaredChord(points, i, centre, 0)));
	};

	it('draws what asking every node would, for less', () => {
		let asked = 0;
		const counted = (lon: Float64Array, lat: Float64Array) => {
			asked += lon.length;
			return radial(lon, lat);
		};
		const cutoffs = [500, 1000, 1500];
		const sparse = sampleField(grid, counted, cutoffs);
		const lon = Float64Array.from({ length: 81 * 81 }, (_, node) => grid.west + (node % 81) * grid.lonStep);
		const lat = Float64Array.from({ length: 81 * 81 }, (_, node) => grid.south + Math.floor(node / 81) * grid.latStep);
		const full = { grid, seconds: Float32Array.from(radial(lon, lat)) };
		expect(isochrones(sparse, cutoffs)).toEqual(isochrones(full, cutoffs));
		expect(asked).toBeLessThan(0.6 * 81 * 81);
	});

	it('follows an arm thinner than a block wherever it was seen to enter one', () => {
		// 30 m wide, along a column of nodes that is no column of corners, out of a disc of 300 m.
		const armLon = middle.lon + grid.lonStep;
		const sampler = (lon: Float64Array, lat: Float64Array) =>
			radial(lon, lat).map((metres, i) =>
				Math.abs(lon[i] - armLon) < 0.3 * grid.lonStep ? Math.min(metres, 100) : metres
			);
		const [{ polygons }] = isochrones(sampleField(grid, sampler, [300]), [300]);
		const lookup = new PolygonLookup(polygons);
		for (let row = 0; row < 81; row++) expect(lookup.holds(armLon, grid.south + row * grid.latStep)).toBe(true);
	});

	it('takes what is not a number for unreachable', () => {
		const field = sampleField(grid, (lon) => new Float64Array(lon.length).fill(NaN), [600]);
		expect(field.seconds.every((seconds) => seconds === Infinity)).toBe(true);
	});
});

describe('isochrones of the estimated model', () => {
	it('around one place: discs of the distance the model reaches', () => {
		for (const mode of ['foot', 'bike', 'car'] as const) {
			const source = estimatedField(model, mode, at(5.72), at(45.19), 1200);
			const resolution = (reachableMetres(model, mode, 1200) ?? 0) / 60;
			for (const { cutoffSeconds, polygons, areaSquareMetres } of isochronesOf(source, resolution, [600, 900, 1200])) {
				const reach = reachableMetres(model, mode, cutoffSeconds) ?? 0;
				near(areaSquareMetres, Math.PI * reach ** 2, 0.005);
				expect(polygons.map((rings) => rings.length)).toEqual([1]);
				expect(polygonFaults(polygons)).toEqual([]);
			}
		}
	});

	it('of the network: one time everywhere, the nearest place’s, agreeing with the model on random points', () => {
		const [siteLon, siteLat] = [at(5.7, 5.73, 5.9, NaN), at(45.15, 45.16, 45.2, 45)];
		const source = estimatedField(model, 'bike', siteLon, siteLat, 900);
		const [{ polygons }] = isochronesOf(source, 50, [900]);
		expect(polygons).toHaveLength(2);
		const lookup = new PolygonLookup(polygons);
		const sites = unitVectors(siteLon, siteLat);
		const random = seeded(5);
		let wrong = 0;
		for (let i = 0; i < 5000; i++) {
			const [lon, lat] = [5.65 + 0.3 * random(), 45.1 + 0.15 * random()];
			const point = unitVectors(at(lon), at(lat));
			const within = [0, 1, 2].some(
				(j) => estimateSeconds(model, 'bike', chordToMetres(squaredChord(point, 0, sites, j))) <= 900
			);
			if (within !== lookup.holds(lon, lat)) wrong++;
		}
		expect(wrong).toBeLessThanOrEqual(25);
	});

	it('are empty where nothing can be reached', () => {
		const none = [{ cutoffSeconds: 30, polygons: [], areaSquareMetres: 0 }];
		expect(isochronesOf(estimatedField(model, 'car', at(5.7), at(45.1), 30), 50, [30])).toEqual(none);
		expect(isochronesOf(estimatedField(model, 'foot', at(), at(), 30), 50, [30])).toEqual(none);
	});
});
