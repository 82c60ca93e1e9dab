import { describe, expect, it } from 'vitest';
import { cellCentre, cellCentres, cellId, cellPolygon, parseCellId, type GridCell } from '#io/geo/grid-cell-id.ts';
import { fromLonLat, parseCrs, toLonLat, toLonLatInPlace } from '#io/geo/projection.ts';

const cell = (text: string): GridCell => {
	const parsed = parseCellId(text);
	if (parsed === null) throw new Error(text);
	return parsed;
};

describe('projections', () => {
	it('EPSG:3035 agrees with the worked example of EPSG Guidance Note 7-2 (50° N, 5° E)', () => {
		const [x, y] = fromLonLat(3035, 5, 50);
		expect(x).toBeCloseTo(3962799.45, 2);
		expect(y).toBeCloseTo(2999718.85, 2);
	});
	it('Lambert-93 has its origin at 3° E, 46.5° N (IGN: 700000, 6600000)', () => {
		const [lon, lat] = toLonLat(2154, 700000, 6600000);
		expect(lon).toBeCloseTo(3, 9);
		expect(lat).toBeCloseTo(46.5, 9);
	});
	it.each([2154, 3035] as const)('EPSG:%i there and back is the same point to a millimetre', (crs) => {
		for (const [lon, lat] of [
			[-4.8, 48.4],
			[9.5, 42.1],
			[3.06, 50.63]
		] as const) {
			const back = toLonLat(crs, ...fromLonLat(crs, lon, lat));
			expect(back[0]).toBeCloseTo(lon, 8);
			expect(back[1]).toBeCloseTo(lat, 8);
		}
	});
	it('whole arrays are converted as single points are', () => {
		const x = Float64Array.of(700000, 650000);
		const y = Float64Array.of(6600000, 7000000);
		toLonLatInPlace(2154, x, y);
		expect([x[1], y[1]]).toEqual([...toLonLat(2154, 650000, 7000000)]);
	});
	it.each([
		['EPSG:2154', 2154],
		['urn:ogc:def:crs:EPSG::2154', 2154],
		['urn:ogc:def:crs:OGC:1.3:CRS84', 4326],
		['http://www.opengis.net/def/crs/EPSG/0/3035', 3035],
		['epsg:3035', 3035],
		['3035', 3035],
		['Lambert-93', 2154],
		['Lambert 93', 2154],
		['WGS84', 4326]
	])('%s is understood', (text, crs) => {
		expect(parseCrs(text, 'f')).toBe(crs);
	});
	it.each(['EPSG:27572', 'Lambert II étendu', '', 'EPSG:21540'])(
		'%j is refused, with the systems there are',
		(text) => {
			expect(() => parseCrs(text, 'f')).toThrow(/error_crs_unknown.*EPSG:3035/);
		}
	);
});

describe('ids of grid cells', () => {
	it('name the south-west corner and the size', () => {
		expect(parseCellId('CRS3035RES200mN2029800E4254200')).toEqual({
			crs: 3035,
			sizeMetres: 200,
			north: 2029800,
			east: 4254200
		});
		expect(parseCellId('CRS3035RES1000mN2029000E4254000')?.sizeMetres).toBe(1000);
		expect(parseCellId('CRS3035RES1kmN2029E4254')?.sizeMetres).toBe(1000);
		expect(parseCellId('CRS2975RES200mN7634000E340600')?.crs).toBe(2975);
	});
	it('are written as they are read', () => {
		expect(cellId(cell('CRS3035RES200mN2029800E4254200'))).toBe('CRS3035RES200mN2029800E4254200');
	});
	it.each([
		'',
		'200mN2029800E4254200',
		'CRS9999RES200mN1E1',
		'CRS3035RES0mN1E1',
		'CRS4326RES200mN1E1',
		'CRS3035RES200mN1E1x'
	])('%j is none', (text) => {
		expect(parseCellId(text)).toBeNull();
	});
	it('the centre lies half a side from the corner, and the corners one side apart', () => {
		const one = cell('CRS3035RES200mN3067800E3817400');
		const [x, y] = fromLonLat(3035, ...cellCentre(one));
		expect(x).toBeCloseTo(3817500, 3);
		expect(y).toBeCloseTo(3067900, 3);
		const ring = cellPolygon(one).map(([lon, lat]) => fromLonLat(3035, lon, lat).map(Math.round));
		expect(ring).toEqual([
			[3817400, 3067800],
			[3817600, 3067800],
			[3817600, 3068000],
			[3817400, 3068000],
			[3817400, 3067800]
		]);
	});
	it('centres of many are those of each, also across systems', () => {
		const cells = ['CRS3035RES200mN3067800E3817400', 'CRS2975RES200mN7634000E340600'].map(cell);
		const { lon, lat } = cellCentres(cells);
		cells.forEach((one, i) => expect([lon[i], lat[i]]).toEqual([...cellCentre(one)]));
	});
});
