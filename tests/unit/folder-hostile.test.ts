import { describe, expect, it } from 'vitest';
import { readCellsCsv } from '#io/territory-folder/cells-csv.ts';
import { readCommunesGeojson } from '#io/territory-folder/communes-geojson.ts';
import { readMatrixBin, writeMatrixBin } from '#io/territory-folder/matrix-bin.ts';
import { readSitesGeojson } from '#io/territory-folder/sites-geojson.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const collection = (...features: object[]) => utf8(JSON.stringify({ type: 'FeatureCollection', features }));
const site = (properties: object, coordinates: unknown = [5.3, 45.9]) => ({
	properties: { id: 's1', name: 'A', ...properties },
	geometry: { type: 'Point', coordinates }
});
const commune = (coordinates: unknown, properties: object = {}) => ({
	properties: { code: '01004', name: 'A', ...properties },
	geometry: { type: 'MultiPolygon', coordinates }
});
const refused = (code: string) =>
	expect.objectContaining({ detail: expect.objectContaining({ code }) as unknown }) as Error;

describe('a territory folder that somebody made or changed', () => {
	it.each([[[]], [[5.3]], [['5.3', 45.9]], [[5.3, null]], [[500, 45.9]], [null]])(
		'refuses a site at %j',
		(coordinates) => {
			expect(() => readSitesGeojson(collection(site({}, coordinates)), 'f')).toThrow(refused('error_folder_site'));
		}
	);

	it('refuses two sites of one id', () => {
		expect(() => readSitesGeojson(collection(site({}), site({})), 'f')).toThrow(refused('error_folder_site'));
	});

	it('reads a word that is none of a list as unknown', () => {
		const words = {
			kind: 'constructor',
			statut: '__proto__',
			service_class: 'Z',
			hours_syntax: 'x',
			opening_hours: 'Mo 10:00-12:00'
		};
		const [read] = readSitesGeojson(collection(site(words)), 'f');
		expect([read.kind, read.statut, read.serviceClass, read.schedule?.syntax]).toEqual([
			'other',
			'unknown',
			null,
			'osm'
		]);
	});

	it.each([[[[]]], [[[[]]]], [[[[[5.3]]]]], [[[[[5.3, 'a']]]]], [[[[[5.3, 95]]]]], [{ length: 3 }]])(
		'refuses a commune whose outline is %j',
		(coordinates) => {
			expect(() => readCommunesGeojson(collection(commune(coordinates)), 'f')).toThrow(refused('error_folder_geojson'));
		}
	);

	it('reads an outline of no polygon and a centre that is none as absent', () => {
		const [read] = readCommunesGeojson(collection(commune([], { centre: ['a', 'b'] })), 'f');
		expect([read.geometry, read.centre]).toEqual([null, null]);
	});

	it('reads names without marks that would turn the figures beside them around', () => {
		const name = '\u202eVal\u2066 de\n l’Eau\u200f';
		expect(readSitesGeojson(collection(site({ name })), 'f')[0].name).toBe('Val de\n l’Eau');
		expect(readCommunesGeojson(collection(commune([], { name })), 'f')[0].name).toBe('Val de\n l’Eau');
	});

	it.each([
		['lon', '500'],
		['lat', '-91'],
		['people', '-1'],
		['people', 'Infinity'],
		['people', '']
	])('refuses a cell whose %s is « %s », and says where', (column, text) => {
		const cells: Record<string, string> = { id: 'a', lon: '5.3', lat: '45.9', people: '10', [column]: text };
		const table = `id,lon,lat,people,commune,imputed,households,poor_households\n${cells.id},${cells.lon},${cells.lat},${cells.people},,,,\n`;
		expect(() => readCellsCsv(utf8(table), 'point', 'f')).toThrow(
			expect.objectContaining({
				detail: { code: 'error_folder_cells_number', params: { row: '2', column, read: text } }
			}) as Error
		);
	});

	it('refuses a matrix whose parts do not hold together', () => {
		const sound = {
			fromIds: ['a', 'b'],
			toIds: ['x'],
			first: Uint32Array.of(0, 1, 1),
			to: Uint32Array.of(0),
			seconds: Uint32Array.of(60)
		};
		expect(readMatrixBin(writeMatrixBin(sound), 'f')).toEqual(sound);
		for (const wrong of [
			{ ...sound, first: Uint32Array.of(0, 2, 1) },
			{ ...sound, first: Uint32Array.of(1, 1, 1) },
			{ ...sound, to: Uint32Array.of(7) },
			{ ...sound, fromIds: [1, 2] as unknown as string[] }
		]) {
			expect(() => readMatrixBin(writeMatrixBin(wrong), 'f')).toThrow(refused('error_folder_matrix'));
		}
	});
});
