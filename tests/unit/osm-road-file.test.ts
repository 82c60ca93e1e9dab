import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readRoads, recogniseRoadFile } from '#io/roads/road-file.ts';
import { crossroads } from '../fixtures/osm-crossroads.ts';
import { writePbf, writeXml } from '../fixtures/osm-writer.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const pbf = writePbf(crossroads());
const xml = encode(writeXml(crossroads()));
const properties = { nature: 'Sentier', sens_de_circulation: 'Double sens', vitesse_moyenne_vl: 4 };
const line = { type: 'LineString', coordinates: Array.from({ length: 50 }, (_, i) => [5 + i / 1000, 43]) };
const geojson = (feature: object) => encode(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
const sections = geojson({ type: 'Feature', properties, geometry: line });

describe('a file of roads', () => {
	it('is recognised by its bytes, whatever its name', () => {
		expect(recogniseRoadFile('a.txt', pbf)).toBe('osm-pbf');
		expect(recogniseRoadFile('a.zip', xml)).toBe('osm-xml');
		expect(recogniseRoadFile('a', gzipSync(xml))).toBe('osm-xml');
		expect(recogniseRoadFile('a', encode(`\ufeff\n<!-- x --><osm version="0.6">`))).toBe('osm-xml');
		expect(recogniseRoadFile('a.json', sections)).toBe('bdtopo-geojson');
		expect(recogniseRoadFile('a', geojson({ type: 'Feature', geometry: line, properties }))).toBe('bdtopo-geojson');
	});

	it('is recognised as BD TOPO by its name only while its properties are out of sight', () => {
		const head = geojson({ type: 'Feature', geometry: line, properties: { nom: 'x' } });
		expect(recogniseRoadFile('troncon_de_route.geojson', head.subarray(0, 200))).toBe('bdtopo-geojson');
		expect(recogniseRoadFile('troncon_de_route.geojson', head)).toBeNull();
		expect(recogniseRoadFile('x.geojson', head.subarray(0, 200))).toBeNull();
	});

	it('is none when it is something else', () => {
		for (const other of [
			'',
			'a;b\n1;2',
			'<html></html>',
			'<gpx><osm/></gpx>',
			'{"type":"FeatureCollection","features":[]}',
			'OSMHeader'
		]) {
			expect([other, recogniseRoadFile('carte.osm.pbf', encode(other))]).toEqual([other, null]);
		}
		expect(recogniseRoadFile('a.osm.gz', gzipSync(encode('code;nom')))).toBeNull();
		expect(recogniseRoadFile('a.osm.gz', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0))).toBeNull();
	});

	it('is read by the reader of its format', async () => {
		const [fromPbf, fromXml, fromGzip] = await Promise.all(
			[pbf, xml, gzipSync(xml)].map((bytes) => readRoads(bytesSource('r', bytes)))
		);
		expect(fromXml.value).toEqual(fromPbf.value);
		expect(fromGzip.value).toEqual(fromPbf.value);
		expect((await readRoads(bytesSource('r', sections))).value.format).toBe('bdtopo');
	});

	it('is refused with what it starts with when it is not known', async () => {
		await expect(readRoads(bytesSource('notes.txt', encode('bonjour\u0000')))).rejects.toMatchObject({
			detail: { code: 'error_roads_unrecognised', params: { read: 'bonjour·', bytes: 8 } },
			file: 'notes.txt'
		});
	});
});
