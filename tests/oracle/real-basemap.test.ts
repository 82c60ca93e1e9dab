import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLACE_KINDS, ROAD_CLASSES } from '#domain/basemap.ts';
import type { LonLat } from '#domain/geometry.ts';
import { blobSource } from '#io/bytes/byte-source.ts';
import { metresBetween } from '#io/geo/polygon-distance.ts';
import { inflateBlock, pbfBlocks } from '#io/roads/osm-pbf-blocks.ts';
import { visitPrimitiveBlock } from '#io/roads/osm-pbf-primitives.ts';
import type { OsmVisitor } from '#io/roads/osm-entities.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { realData } from '../realdata.ts';

const source = async (path: string) => blobSource(basename(path), await openAsBlob(path));

/** Every entity of the file, without any of what the reader of roads does with them. */
async function visitAll(path: string, visitor: OsmVisitor): Promise<void> {
	for await (const block of pbfBlocks(await source(path))) {
		if (block.type === 'OSMData') visitPrimitiveBlock(inflateBlock(block), visitor);
	}
}

const metresOf = (line: readonly LonLat[]) =>
	line.reduce((sum, position, i) => (i === 0 ? 0 : sum + metresBetween(line[i - 1], position)), 0);

/** Plain counting: metres of roads by class, metres of rivers, places by kind, from the file as it is. */
async function counted(path: string) {
	const at = new Map<number, LonLat>();
	const places = new Map<string, number>();
	const roadMetres = new Map<string, number>();
	let riverMetres = 0;
	await visitAll(path, {
		node(id, lon, lat, tags) {
			at.set(id, [lon, lat]);
			const place = tags.get('place');
			if (place !== undefined && tags.get('name')) places.set(place, (places.get(place) ?? 0) + 1);
		}
	});
	await visitAll(path, {
		way(_id, tags, nodeIds) {
			const line = nodeIds().flatMap((id) => (at.has(id) ? [at.get(id) as LonLat] : []));
			const highway = tags.get('highway')?.replace(/_link$/, '');
			if (highway !== undefined) roadMetres.set(highway, (roadMetres.get(highway) ?? 0) + metresOf(line));
			else if (/^(river|canal|stream)$/.test(tags.get('waterway') ?? '')) riverMetres += metresOf(line);
		}
	});
	return { places, roadMetres, riverMetres };
}

/** Lost to simplification: more where a road is all hairpins. */
const EXTRACTS = [
	{ path: 'osm/liechtenstein.osm.pbf', lostShare: 0.01 },
	{ path: 'osm/andorra.osm.pbf', lostShare: 0.02 },
	{ path: 'osm/porto.osm.pbf', lostShare: 0.01 }
].map((extract) => ({ ...extract, file: realData(extract.path) }));

describe.each(EXTRACTS)('the base map of $path', ({ file, lostShare }) => {
	it.skipIf(file === null)(
		'has as much road of each class and river, and as many places, as counted apart',
		async () => {
			const { basemap } = await readRoads(await source(file ?? ''));
			const plain = await counted(file ?? '');
			const metresDrawn = (lines: readonly (readonly LonLat[])[]) =>
				lines.reduce((sum, line) => sum + metresOf(line), 0);
			for (const roadClass of ROAD_CLASSES) {
				const metres = metresDrawn(basemap.roads.flatMap((road) => (road.roadClass === roadClass ? [road.line] : [])));
				const expected = plain.roadMetres.get(roadClass) ?? 0;
				expect(Math.abs(metres - expected)).toBeLessThanOrEqual(lostShare * expected);
			}
			const riverMetres = metresDrawn(basemap.waterLines);
			expect(Math.abs(riverMetres - plain.riverMetres)).toBeLessThanOrEqual(lostShare * plain.riverMetres);
			for (const kind of PLACE_KINDS) {
				const count = basemap.places.filter((place) => place.kind === kind).length;
				expect([kind, count]).toEqual([kind, plain.places.get(kind) ?? 0]);
			}
		}
	);
});

describe('the base map of the real BD TOPO', () => {
	const path = realData('bdtopo/troncon_de_route-marseille10.geojson');

	it.skipIf(path === null)('has as much road as the sections of importance 1 to 4 that are in service', async () => {
		const { basemap } = await readRoads(await source(path ?? ''));
		const { features } = JSON.parse(await (await openAsBlob(path ?? '')).text()) as {
			features: { properties: Record<string, string>; geometry: { coordinates: [number, number][] } }[];
		};
		const major = features.filter(
			({ properties }) => /^[1-4]$/.test(properties.importance) && properties.etat_de_l_objet === 'En service'
		);
		expect(major.length).toBeGreaterThan(500);
		const expected = major.reduce((sum, { geometry }) => sum + metresOf(geometry.coordinates), 0);
		const metres = basemap.roads.reduce((sum, { line }) => sum + metresOf(line), 0);
		expect(Math.abs(metres - expected)).toBeLessThanOrEqual(0.01 * expected);
	});
});
