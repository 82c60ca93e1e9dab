import { describe, expect, it } from 'vitest';
import { DIAGNOSTIC_SECTIONS } from '#domain/diagnostic.ts';
import { MaillageError } from '#domain/notes.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readAdminDivision } from '#io/communes/admin-division.ts';
import { readAdminSlice, writeAdminSlice } from '#io/communes/admin-slice.ts';
import { importCommunes } from '#io/communes/communes-import.ts';
import { importPerimeter } from '#io/communes/perimeter.ts';
import { importPopulation } from '#io/population/population-import.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { readScenarioFile } from '#io/scenario/scenario-json.ts';
import { importSites } from '#io/sites/sites-import.ts';
import { readBasemap, writeBasemap } from '#io/territory-folder/basemap-json.ts';
import { readCommunesGeojson } from '#io/territory-folder/communes-geojson.ts';
import { readManifest } from '#io/territory-folder/manifest.ts';
import { readMatrixBin, writeMatrixBin } from '#io/territory-folder/matrix-bin.ts';
import { readSitesGeojson, writeSitesGeojson } from '#io/territory-folder/sites-geojson.ts';
import { urlFolder } from '#io/territory-folder/url-folder.ts';
import { NEW_DOCUMENT, withText } from '../../src/lib/state/documents.ts';
import { readDocuments, writeDocuments } from '../../src/lib/state/documents-text.ts';
import { communesGeojson } from '../fixtures/three-communes.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const noSql = () => Promise.reject(new Error('no GeoPackage here'));

const COMMUNES = communesGeojson();
const POLYGON = COMMUNES.replaceAll('"nom"', '"name"');
const SITES = JSON.stringify([{ fields: { nom: 'A', geo_point_2d: [45.96, 5.33] } }]);
const SITES_GEOJSON = JSON.stringify({
	type: 'FeatureCollection',
	features: [{ type: 'Feature', properties: { nom: 'A' }, geometry: { type: 'Point', coordinates: [5.33, 45.96] } }]
});
const FOLDER_SITES = text(writeSitesGeojson(importSites(utf8(SITES), 'f').value));
const SECTIONS = JSON.stringify({
	type: 'FeatureCollection',
	features: [
		{
			type: 'Feature',
			properties: {
				nature: 'Route à 1 chaussée',
				sens_de_circulation: 'Double sens',
				vitesse_moyenne_vl: 50,
				liens: { a: [1] }
			},
			geometry: {
				type: 'LineString',
				coordinates: [
					[5.3, 45.9],
					[5.31, 45.9]
				]
			}
		}
	]
});
const ADMIN_COMMUNES = JSON.stringify([
	{ code: '01004', nom: 'Ambérieu-en-Bugey', type: 'commune-actuelle', population: 5 }
]);
const ADMIN_EPCIS = JSON.stringify([{ code: '240100883', nom: 'Plaine de l’Ain', membres: [{ code: '01004' }] }]);
const SCENARIO = JSON.stringify({
	format: 'maillage-scenario',
	schema_version: 1,
	territory: { name: 'T', epci_code: null },
	scenario: { id: 'a', name: 'A', modifications: [{ id: 'b', on: true, change: { kind: 'close', site_id: 'L2' } }] }
});
const ADMIN_SLICE = text(writeAdminSlice(readAdminDivision(utf8(ADMIN_COMMUNES), utf8(ADMIN_EPCIS))));
const MANIFEST = JSON.stringify({
	format: 'maillage-territory',
	version: 1,
	name: 'T',
	zone: 'A',
	epci_code: null,
	fictional: true,
	population_kind: 'point',
	municipale_vintage: null,
	municipale_source: 'f',
	margin_km: 30,
	sources: {},
	travel: { origin: 'estimated' },
	inputs: {},
	sites_read: 1,
	sites_rejected: 0,
	sites_outside: 0,
	sites_repeated: 0,
	sites_hours_not_understood: 0
});
const MATRIX = {
	fromIds: ['a'],
	toIds: ['b'],
	first: Uint32Array.of(0, 1),
	to: Uint32Array.of(0),
	seconds: Uint32Array.of(5)
};

/** A matrix whose names are these. */
function matrixWithNames(names: string): Uint8Array {
	const sound = writeMatrixBin(MATRIX);
	const held = new DataView(sound.buffer).getUint32(12, true);
	const tail = sound.subarray(20 + Math.ceil(held / 4) * 4);
	const bytes = utf8(names);
	const made = new Uint8Array(20 + Math.ceil(bytes.length / 4) * 4 + tail.length);
	made.set(sound.subarray(0, 20));
	new DataView(made.buffer).setUint32(12, bytes.length, true);
	made.set(bytes, 20);
	made.set(tail, made.length - tail.length);
	return made;
}

/** Every reader of JSON: [what it reads, a sound text, how]. */
const READERS: readonly (readonly [string, string, (text: string) => unknown])[] = [
	['communes', COMMUNES, (json) => importCommunes(utf8(json), 'f', { loadSqlJs: noSql })],
	['a perimeter', POLYGON, (json) => importPerimeter(utf8(json), 'f', { loadSqlJs: noSql, wanted: null })],
	[
		'people by commune',
		COMMUNES.replaceAll('"nom"', '"population":5,"nom"'),
		(json) => importPopulation(utf8(json), 'f', { loadSqlJs: noSql })
	],
	['sites', SITES, (json) => importSites(utf8(json), 'f')],
	['sites in GeoJSON', SITES_GEOJSON, (json) => importSites(utf8(json), 'f')],
	['sections of road', SECTIONS, (json) => readRoads(bytesSource('troncon_de_route.geojson', utf8(json)))],
	['a scenario', SCENARIO, (json) => readScenarioFile(utf8(json), 'f')],
	['the national list of communes', ADMIN_COMMUNES, (json) => readAdminDivision(utf8(json), utf8(ADMIN_EPCIS))],
	['the national list of EPCI', ADMIN_EPCIS, (json) => readAdminDivision(utf8(ADMIN_COMMUNES), utf8(json))],
	['a slice of the national list', ADMIN_SLICE, (json) => readAdminSlice(utf8(json), 'f')],
	['a manifest', MANIFEST, (json) => readManifest(utf8(json))],
	['communes of a folder', COMMUNES, (json) => readCommunesGeojson(utf8(json), 'f')],
	['sites of a folder', FOLDER_SITES, (json) => readSitesGeojson(utf8(json), 'f')],
	[
		'a base map',
		text(writeBasemap({ roads: [], waterLines: [], waterAreas: [], places: [] })),
		(json) => readBasemap(utf8(json), 'f')
	],
	['names of a matrix', '{"from":["a"],"to":["b"]}', (json) => readMatrixBin(matrixWithNames(json), 'f')],
	[
		'an index of a published folder',
		'{"files":[{"path":"cells.csv","bytes":1}]}',
		(json) => urlFolder('/t', { fetch: async () => new Response(json) })
	],
	[
		'documents',
		writeDocuments({ T: withText(NEW_DOCUMENT, DIAGNOSTIC_SECTIONS[0], 'words') }),
		(json) => readDocuments(json)
	]
];

/** What is read, or the refusal of it; anything else thrown is a fault. */
async function readOrRefused(read: () => unknown): Promise<unknown> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof MaillageError) return error;
		throw error;
	}
}

/** Everything reachable has been led astray nowhere: what an object says of `polluted`, it says by itself. */
function expectOwn(value: unknown, seen = new Set<unknown>()): void {
	if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) return;
	seen.add(value);
	if ('polluted' in value) expect(Object.hasOwn(value, 'polluted')).toBe(true);
	if (value instanceof Map) for (const [key, one] of value) [key, one].forEach((each) => expectOwn(each, seen));
	for (const one of Object.values(value)) expectOwn(one, seen);
}

const POLLUTION =
	'"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"prototype":{"polluted":"yes"}';

describe.each(READERS)('JSON of %s', (_, sound, read) => {
	it('is read when it is sound', async () => {
		const value = await readOrRefused(() => read(sound));
		expect(value).not.toBeInstanceOf(MaillageError);
		expect(value).not.toBeNull();
	});

	it('pollutes no prototype, whatever its keys', async () => {
		const before = Object.getOwnPropertyNames(Object.prototype);
		const polluted = sound.replaceAll('{', `{${POLLUTION},`).replaceAll(',}', '}');
		const replaced = sound.replaceAll(
			/"(code|nom|name|properties|fields|format|scenario|documents|files)":/g,
			'"__proto__":'
		);
		for (const hostile of [polluted, replaced, `{${POLLUTION}}`, `[{${POLLUTION}}]`, 'null', '[]', '{}', '3', '"x"']) {
			expectOwn(await readOrRefused(() => read(hostile)));
			expect(({} as Record<string, unknown>).polluted).toBeUndefined();
			expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
		}
	});

	it('exhausts nobody by its depth', async () => {
		const deep = '['.repeat(50_000) + ']'.repeat(50_000);
		const nested = '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000);
		for (const value of [deep, nested]) {
			for (const hostile of [
				value,
				sound.replace(/:("[^"]*"|\d+)/, `:${value}`),
				sound.replace('{', `{"more":${value},`)
			]) {
				await readOrRefused(() => read(hostile));
			}
		}
	});
});
