import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import { fromLonLat } from '#io/geo/projection.ts';
import { readGeometryBlob } from '#io/geo/geopackage-geometry.ts';
import { GeoPackage } from '#io/geo/geopackage.ts';
import { importCommunes } from '#io/communes/communes-import.ts';
import { importPopulation } from '#io/population/population-import.ts';
import { failure } from '../fixtures/failure.ts';
import { blob, geoPackage, loadSqlJs, polygonWkb, square, type FixtureLayer } from '../fixtures/geopackage.ts';

const [LILLE_X, LILLE_Y] = fromLonLat(2154, 3.06, 50.63).map(Math.round);
const communes: FixtureLayer = {
	name: 'cities',
	epsg: 2154,
	columns: { ID: 'TEXT', NOM: 'TEXT', INSEE_COM: 'TEXT', POPULATION: 'INTEGER', SIREN_EPCI: 'TEXT' },
	rows: [
		[['COMMUNE_0001', 'Lille', '59350', 236234, '200093201'], blob(polygonWkb([square(LILLE_X, LILLE_Y, 1000)]))],
		[
			['COMMUNE_0002', 'Loos', '59360', null, '200093201/999999999'],
			blob(polygonWkb([square(LILLE_X - 1000, LILLE_Y, 1000)]))
		],
		[['COMMUNE_0003', 'Abîmée', '59361', 1, null], blob(polygonWkb([square(0, 0, 1)])).subarray(0, 60)]
	]
};
const cells: FixtureLayer = {
	name: "enriched'grid",
	epsg: 2154,
	columns: { id: 'TEXT', imputed: 'INTEGER', num_people: 'REAL' },
	rows: [
		[['CRS3035RES200mN3067800E3817400', 1, 34.5], null],
		[['CRS3035RES200mN3068000E3817600', 0, null], null],
		[['CRS3035RES200mN3068200E3817600', 0, 12], null]
	]
};
const open = async (bytes: Uint8Array) => GeoPackage.open(bytes, 'f.gpkg', loadSqlJs);

describe('a GeoPackage whose layers are views', () => {
	/** A view that never ends, in the place of a layer. */
	const withView = async (bytes: Uint8Array) => {
		const database = new (await initSqlJs()).Database(bytes);
		database.run(`CREATE VIEW endless AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id FROM n WHERE id < 0;
			INSERT INTO gpkg_contents VALUES ('endless', 'features', 2154)`);
		const made = database.export();
		database.close();
		return made;
	};

	it('is refused without one being run, and says which they are', async () => {
		expect((await failure(open(await withView(await geoPackage([]))))).detail).toEqual({
			code: 'error_geopackage_views',
			params: { views: 'endless' }
		});
	});

	it('gives its tables where it has some', async () => {
		const geopackage = await open(await withView(await geoPackage([cells])));
		expect(geopackage.layers.map(({ name }) => name)).toEqual([cells.name]);
		geopackage.close();
	});
});

describe('a GeoPackage of several layers', () => {
	it('gives the layer of cells as demand points, found by its columns', async () => {
		const { value, notes, rejected, rowsRead } = await importPopulation(await geoPackage([communes, cells]), 'f.gpkg', {
			loadSqlJs
		});
		expect(value).toMatchObject({
			kind: 'grid-200m',
			count: 2,
			ids: ['CRS3035RES200mN3067800E3817400', 'CRS3035RES200mN3068200E3817600']
		});
		expect([[...value.people], [...(value.imputed ?? [])], rowsRead]).toEqual([[34.5, 12], [1, 0], 3]);
		expect(notes[0]?.message).toEqual({ code: 'note_population_layer', params: { layer: "enriched'grid", layers: 2 } });
		expect(rejected.map(({ note, cells: read }) => [note.row, note.message.code, read.id])).toEqual([
			[2, 'note_population_people_missing', 'CRS3035RES200mN3068000E3817600']
		]);
	});
	it('gives the layer of communes in degrees, a damaged geometry costing its own commune only', async () => {
		const imported = await importCommunes(await geoPackage([cells, communes]), 'f.gpkg', { loadSqlJs });
		expect(
			imported.value.map(({ code, name, municipalPopulation, epciCode }) => [code, name, municipalPopulation, epciCode])
		).toEqual([
			['59350', 'Lille', 236234, '200093201'],
			['59360', 'Loos', null, '200093201']
		]);
		const [lon, lat] = imported.value[0]?.geometry?.[0]?.[0]?.[0] ?? [];
		expect(lon).toBeCloseTo(3.06, 4);
		expect(lat).toBeCloseTo(50.63, 4);
		expect(imported.rejected.map(({ note }) => [note.row, note.message.code])).toEqual([[3, 'note_geometry_damaged']]);
		expect(imported.source.publisher).toBe('IGN');
	});
	it('can be told which layer', async () => {
		const bytes = await geoPackage([communes, cells]);
		const error = await failure(importPopulation(bytes, 'f.gpkg', { loadSqlJs, columns: { layer: 'absente' } }));
		expect(error.detail.code).toBe('error_geopackage_layer_missing');
		expect(error.detail.params.layers).toContain('cities');
	});
	it('of communes alone gives communes as demand points, under their INSEE codes', async () => {
		const { value } = await importPopulation(await geoPackage([communes]), 'f.gpkg', { loadSqlJs });
		expect(value).toMatchObject({ kind: 'commune', ids: ['59350'] });
		expect([...value.people]).toEqual([236234]);
		expect(value.lat[0]).toBeGreaterThan(50.63);
	});
	it('of squares without ids gives their middles, from the geometry', async () => {
		const layer: FixtureLayer = {
			name: 'grille',
			epsg: 2154,
			columns: { pop: 'REAL' },
			rows: [[[5], blob(polygonWkb([square(LILLE_X - 100, LILLE_Y - 100, 200)]))]]
		};
		const { value } = await importPopulation(await geoPackage([layer]), 'f.gpkg', { loadSqlJs });
		expect(value.lon[0]).toBeCloseTo(3.06, 4);
		expect(value.lat[0]).toBeCloseTo(50.63, 4);
	});
});

describe('a file that is no sound GeoPackage', () => {
	it('truncated: both sizes are said', async () => {
		const bytes = await geoPackage([communes]);
		const error = await failure(open(bytes.subarray(0, bytes.length - 5000)));
		expect(error.detail).toEqual({
			code: 'error_geopackage_truncated',
			params: { read: bytes.length - 5000, expected: bytes.length }
		});
	});
	it('corrupt inside', async () => {
		const bytes = (await geoPackage([communes, cells])).slice();
		bytes.fill(0xa5, 4096);
		expect((await failure(importPopulation(bytes, 'f.gpkg', { loadSqlJs }))).detail.code).toBe(
			'error_geopackage_damaged'
		);
	});
	it('another file', async () => {
		expect((await failure(open(new TextEncoder().encode('a;b\n1;2')))).detail.code).toBe('error_geopackage_not_sqlite');
	});
	it('an SQLite database without layers: its tables are named', async () => {
		const sql = await initSqlJs();
		const database = new sql.Database();
		database.run('CREATE TABLE clients (id)');
		const error = await failure(open(database.export()));
		expect(error.detail).toEqual({ code: 'error_geopackage_no_layers', params: { tables: 'clients' } });
	});
	it('in a system that is not read', async () => {
		const bytes = await geoPackage([{ ...communes, epsg: 27572 }]);
		expect((await failure(importCommunes(bytes, 'f.gpkg', { loadSqlJs }))).detail.code).toBe('error_crs_unknown');
	});
});

describe('geometry blobs', () => {
	const ring = square(1, 2, 3);
	const polygon = { type: 'Polygon', coordinates: [ring] };
	it('little or big endian, flat or with heights, ISO or EWKB', () => {
		expect(readGeometryBlob(blob(polygonWkb([ring])))).toEqual(polygon);
		expect(readGeometryBlob(blob(polygonWkb([ring], { little: false }), { little: false }))).toEqual(polygon);
		expect(readGeometryBlob(blob(polygonWkb([ring], { type: 1003, extra: 1 })))).toEqual(polygon);
		expect(readGeometryBlob(blob(polygonWkb([ring], { type: 3003, extra: 2 })))).toEqual(polygon);
		expect(readGeometryBlob(blob(polygonWkb([ring], { type: 0x80000003, extra: 1 })))).toEqual(polygon);
	});
	it('multipolygons part by part', () => {
		const parts = [polygonWkb([ring]), polygonWkb([square(9, 9, 1)])];
		expect(readGeometryBlob(blob([1, 6, 0, 0, 0, 2, 0, 0, 0, ...parts.flat()]))).toEqual({
			type: 'MultiPolygon',
			coordinates: [[ring], [square(9, 9, 1)]]
		});
	});
	it('empty or of another type: none', () => {
		expect(readGeometryBlob(blob([], { empty: true }))).toBeNull();
		expect(readGeometryBlob(blob([1, 2, 0, 0, 0, 0, 0, 0, 0]))).toBeNull();
	});
	it('damaged wherever it is cut, and never slow for a count it cannot hold', () => {
		const whole = blob(polygonWkb([ring]));
		for (let length = 0; length < whole.length; length++)
			expect(readGeometryBlob(whole.subarray(0, length))).toEqual({ type: 'Damaged' });
		expect(readGeometryBlob(blob([1, 3, 0, 0, 0, 255, 255, 255, 255]))).toEqual({ type: 'Damaged' });
	});
});
