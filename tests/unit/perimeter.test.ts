import { describe, expect, it } from 'vitest';
import { importPerimeter } from '#io/communes/perimeter.ts';
import { failure } from '../fixtures/failure.ts';
import { blob, geoPackage, loadSqlJs, polygonWkb, square } from '../fixtures/geopackage.ts';

const epci = (code: string, name: string, coordinates: unknown) => ({
	type: 'Feature',
	properties: { CODE_SIREN: code, NOM: name },
	geometry: { type: 'Polygon', coordinates }
});
const bytes = (...features: unknown[]) =>
	new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
const two = bytes(
	epci('200093201', 'Métropole Européenne de Lille', [square(3, 50, 0.1)]),
	epci('200040947', 'CC de Flandre intérieure', [square(2.5, 50.7, 0.2)])
);
const read = (content: Uint8Array, wanted: string | null) =>
	importPerimeter(content, 'epci.geojson', { loadSqlJs, wanted });

describe('a perimeter drawn as polygons', () => {
	it('is every polygon of the file', async () => {
		const { value, rowsRead, rowsKept } = await read(two, null);
		expect([value.length, rowsRead, rowsKept]).toEqual([2, 2, 2]);
	});
	it.each(['200040947', 'cc de flandre interieure'])('or the feature that answers to %s', async (wanted) => {
		const { value, source } = await read(two, wanted);
		expect(value).toEqual([[square(2.5, 50.7, 0.2)]]);
		expect(source.title).toBe('CC de Flandre intérieure');
	});
	it('names the features there are when the one wanted is not', async () => {
		const { detail } = await failure(read(two, '999999999'));
		expect(detail.code).toBe('error_perimeter_not_found');
		expect(detail.params.found).toContain('200093201 Métropole Européenne de Lille');
	});
	it('keeps sound polygons beside one that is not closed', async () => {
		const { value, rejected } = await read(
			bytes(epci('1', 'A', [square(3, 50, 1).slice(0, 4)]), epci('2', 'B', [square(3, 50, 0.1)])),
			null
		);
		expect(value.length).toBe(1);
		expect(rejected.map(({ note, cells }) => [note.row, note.message.code, cells.NOM])).toEqual([
			[1, 'note_ring_open', 'A']
		]);
	});
	it('cannot do without any', async () => {
		expect((await failure(read(bytes(epci('1', 'A', [])), null))).detail.code).toBe('error_perimeter_no_polygon');
	});
	it('may be a layer of a GeoPackage', async () => {
		const layer = {
			name: 'epci',
			epsg: 4326,
			columns: { CODE_SIREN: 'TEXT' } as const,
			rows: [[['200093201'], blob(polygonWkb([square(3, 50, 0.1)]))] as const]
		};
		expect((await read(await geoPackage([layer]), '200093201')).value).toEqual([[square(3, 50, 0.1)]]);
	});
});
