import { describe, expect, it } from 'vitest';
import type { Bounds } from '#domain/geometry.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { crossroads } from '../fixtures/osm-crossroads.ts';
import { writePbf, writeXml, type OsmData } from '../fixtures/osm-writer.ts';

type Tags = Record<string, string>;

/** A node per id of `ways`, each on its own spot of a grid of about 100 m, ten to a row. */
function dataOf(ways: readonly (readonly [nodes: number[], tags: Tags])[], more: Partial<OsmData> = {}): OsmData {
	const ids = [...new Set(ways.flatMap(([nodes]) => nodes))].sort((a, b) => a - b);
	const nodes = ids.map((id) => ({
		id,
		lon: Number((2 + (id % 10) / 1000).toFixed(7)),
		lat: Number((50 + Math.floor(id / 10) / 1000).toFixed(7))
	}));
	return {
		nodes: [...nodes, ...(more.nodes ?? [])],
		ways: [...ways.map(([list, tags], rank) => ({ id: rank + 1, nodes: list, tags })), ...(more.ways ?? [])],
		relations: more.relations ?? []
	};
}

const read = (data: OsmData, bounds?: Bounds) =>
	readRoads(bytesSource('r.osm.pbf', writePbf(data)), bounds ? { bounds } : {});
const basemapOf = async (data: OsmData, bounds?: Bounds) => (await read(data, bounds)).basemap;
/** The id of the node at a position of `dataOf`. */
const nodeAt = ([lon, lat]: readonly [number, number]) =>
	Math.round((lat - 50) * 1000) * 10 + Math.round((lon - 2) * 1000);

describe('the roads of the base map of an OSM file', () => {
	it('are the major ones, links under the class they link to', async () => {
		const classes = [
			'motorway',
			'motorway_link',
			'trunk_link',
			'primary',
			'secondary_link',
			'tertiary',
			'residential',
			'track',
			'constructor'
		];
		// Each way apart from the others, so that none joins.
		const { roads } = await basemapOf(dataOf(classes.map((highway, i) => [[i * 10, i * 10 + 1], { highway }])));
		expect(roads.map(({ roadClass, line }) => [roadClass, line.map(nodeAt)])).toEqual([
			['motorway', [0, 1]],
			['motorway', [10, 11]],
			['trunk', [20, 21]],
			['primary', [30, 31]],
			['secondary', [40, 41]],
			['tertiary', [50, 51]]
		]);
	});

	it('are joined where two pieces of one class meet alone, in whichever direction they were drawn', async () => {
		const { roads } = await basemapOf(
			dataOf([
				[[11, 12], { highway: 'primary', name: 'Rue Haute' }],
				[[23, 12], { highway: 'primary', name: 'Rue Basse' }],
				[[23, 33], { highway: 'secondary' }],
				[[33, 44], { highway: 'secondary' }],
				[[33, 32], { highway: 'secondary' }]
			])
		);
		expect(roads.map(({ roadClass, line }) => [roadClass, line.map(nodeAt)])).toEqual([
			['primary', [11, 12, 23]],
			['secondary', [23, 33]],
			['secondary', [33, 44]],
			['secondary', [33, 32]]
		]);
	});

	it('are simplified, but still meet at their junctions', async () => {
		const { roads } = await basemapOf(
			dataOf([
				[[10, 11, 12, 13, 14, 15], { highway: 'primary' }],
				[[3, 13], { highway: 'tertiary' }]
			])
		);
		expect(roads.map(({ line }) => line.map(nodeAt))).toEqual([
			[10, 13, 15],
			[3, 13]
		]);
	});

	it('are written to five decimals, a metre', async () => {
		const data = dataOf([[[1, 2], { highway: 'primary' }]]);
		data.nodes[0].lon = 2.1234567;
		expect((await basemapOf(data)).roads[0].line[0]).toEqual([2.12346, 50]);
	});

	it('are none in a file of streets alone, like its waters and places', async () => {
		const { nodes, ways } = crossroads();
		const streets = ways.filter(({ tags }) => tags?.highway !== 'tertiary');
		const imported = await read({ nodes, ways: streets, relations: [] });
		expect(imported.basemap).toEqual({ roads: [], waterLines: [], waterAreas: [], places: [] });
		expect(imported.notes).toEqual([]);
	});
});

describe('the waters of the base map of an OSM file', () => {
	const road: [number[], Tags] = [[0, 1], { highway: 'residential' }];
	const square = [50, 53, 83, 80, 50];

	it('are rivers, canals and streams as lines, joined; ditches and drains are left out', async () => {
		const { waterLines } = await basemapOf(
			dataOf([
				road,
				[[20, 31], { waterway: 'river' }],
				[[31, 22], { waterway: 'canal' }],
				[[25, 36], { waterway: 'stream' }],
				[[27, 38], { waterway: 'ditch' }]
			])
		);
		expect(waterLines.map((line) => line.map(nodeAt))).toEqual([
			[20, 31, 22],
			[25, 36]
		]);
	});

	it('are closed ways as areas, of half a hectare at least', async () => {
		const { waterAreas } = await basemapOf(
			dataOf([
				road,
				[square, { natural: 'water' }],
				[[100, 102, 122, 120, 100], { waterway: 'riverbank' }],
				[[90, 91, 90, 90], { natural: 'water' }]
			])
		);
		expect(waterAreas.map((rings) => rings.map((ring) => ring.map(nodeAt)))).toEqual([
			[square],
			[[100, 102, 122, 120, 100]]
		]);
	});

	it('are told as not drawn when their outline is a relation, open, or lacks a node', async () => {
		const data = dataOf([road, [[50, 53, 83], { natural: 'water' }], [square, { natural: 'water' }]], {
			relations: [
				{ id: 1, tags: { type: 'multipolygon', natural: 'water' }, members: [{ type: 'way', ref: 2, role: 'outer' }] },
				{ id: 2, tags: { type: 'multipolygon', landuse: 'forest' }, members: [] },
				{ id: 3, tags: { type: 'waterway', waterway: 'river' }, members: [] }
			]
		});
		const whole = await read(data);
		const note = (count: number) =>
			expect.objectContaining({ message: { code: 'note_osm_water_not_drawn', params: { count } } });
		expect(whole.notes).toEqual([note(2)]);
		expect(whole.basemap.waterAreas).toHaveLength(1);
		const holed = await read({ ...data, nodes: data.nodes.filter(({ id }) => id !== 80) });
		expect(holed.notes).toEqual([note(3)]);
		expect(holed.basemap.waterAreas).toEqual([]);
		expect(whole.rowsRead).toBe(1);
		expect(whole.value.wayTagSet).toHaveLength(1);
	});

	it('count once when the file holds them twice', async () => {
		const data = dataOf([road, [[20, 31], { waterway: 'river' }]]);
		expect((await basemapOf({ ...data, ways: [...data.ways, data.ways[1]] })).waterLines).toHaveLength(1);
	});

	it('have their streams only while these are few: 30,000 vertices of streams are too much, rivers stay', async () => {
		const zigzag = Array.from({ length: 30_000 }, (_, i) => ({
			id: 1000 + i,
			lon: 3 + i / 1000,
			lat: 51 + (i % 2) / 1000
		}));
		const stream = { id: 900, nodes: zigzag.map(({ id }) => id), tags: { waterway: 'stream' } };
		const river: [number[], Tags] = [[20, 31], { waterway: 'river' }];
		const { waterLines } = await basemapOf(dataOf([road, river], { nodes: zigzag, ways: [stream] }));
		expect(waterLines.map((line) => line.length)).toEqual([2]);
		const short = { ...stream, nodes: stream.nodes.slice(0, 100) };
		const few = await basemapOf(dataOf([road, river], { nodes: zigzag, ways: [short] }));
		expect(few.waterLines.map((line) => line.length)).toEqual([2, 100]);
	});
});

describe('the places of the base map of an OSM file', () => {
	const place = (id: number, tags: Tags, lon = 2, lat = 50) => ({ id, lon, lat, tags });
	const data = dataOf([[[0, 1], { highway: 'primary' }]], {
		nodes: [
			place(101, { place: 'city', name: ' Bourg-l’Évêque ', population: '12 345' }, 2.1234567),
			place(102, { place: 'hamlet', name: 'Le Fond', population: '~30' }),
			place(103, { place: 'suburb', name: 'Gare', population: '0' }),
			place(104, { place: 'village', population: '500' }),
			place(105, { place: 'locality', name: 'Les Trois Chênes' }),
			place(106, { place: '__proto__', name: 'x' }),
			place(107, { place: 'town', name: 'x'.repeat(201) }),
			place(108, { place: 'village', name: '__proto__', population: '99999999999' }, 2.5)
		]
	});

	it('are the named cities, towns, villages, suburbs and hamlets, with the people stated', async () => {
		const { places } = await basemapOf(data);
		expect(places).toEqual([
			{ name: 'Bourg-l’Évêque', kind: 'city', position: [2.12346, 50], population: 12345 },
			{ name: 'Le Fond', kind: 'hamlet', position: [2, 50], population: null },
			{ name: 'Gare', kind: 'suburb', position: [2, 50], population: 0 },
			{ name: '__proto__', kind: 'village', position: [2.5, 50], population: null }
		]);
	});

	it('are those within bounds, when bounds are given', async () => {
		const { places, roads } = await basemapOf(data, [1.9, 49.9, 2.1, 50.1]);
		expect(places.map(({ name }) => name)).toEqual(['Le Fond', 'Gare']);
		expect(roads).toHaveLength(1);
	});

	it('are the same in XML', async () => {
		const fromXml = await readRoads(bytesSource('r.osm', new TextEncoder().encode(writeXml(data))));
		expect(fromXml.basemap).toEqual(await basemapOf(data));
	});
});

describe('the waters of a file read within bounds', () => {
	it('are those with a node within, kept whole', async () => {
		const data = dataOf([
			[[0, 1], { highway: 'primary' }],
			[[2, 99], { waterway: 'river' }],
			[[95, 97], { waterway: 'river' }]
		]);
		const { waterLines } = await basemapOf(data, [1.9995, 49.9995, 2.0025, 50.0005]);
		expect(waterLines.map((line) => line.map(nodeAt))).toEqual([[2, 99]]);
	});
});
