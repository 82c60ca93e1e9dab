import { describe, expect, it } from 'vitest';
import type { RoadNetwork } from '#domain/road-network.ts';
import { readBdTopoRoads } from '#io/roads/bdtopo-roads.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { fromLonLat } from '#io/geo/projection.ts';
import { collection, MEETING, section } from '../fixtures/bdtopo-sections.ts';
import { failure } from '../fixtures/failure.ts';

const read = (text: string, options = {}) =>
	readBdTopoRoads(bytesSource('troncons.geojson', new TextEncoder().encode(text)), options);

/** Nodes of each way. */
const wayNodes = ({ wayTagSet, wayFirst, wayNodes }: RoadNetwork) =>
	Array.from(wayTagSet, (_, way) => [...wayNodes.subarray(wayFirst[way], wayFirst[way + 1])]);

describe('roads of BD TOPO', () => {
	it('join sections at their ends, and never where one passes over another', async () => {
		const { value } = await read(collection(MEETING));
		expect(value.format).toBe('bdtopo');
		const [first, second, third] = wayNodes(value);
		expect(second[0]).toBe(first[2]);
		expect(new Set([...first, ...third]).size).toBe(6);
		expect([value.nodeLon[first[1]], value.nodeLat[first[1]]]).toEqual([5.39, 43.3]);
		expect(value.nodeFlags).toEqual(new Uint8Array(value.nodeLon.length));
		expect(value.restrictions).toEqual([]);
	});

	it('keep apart two ends at one point when their known heights differ by a bridge', async () => {
		const end = async (z1: number[], z2: number[]) => {
			const { value } = await read(
				collection([
					section([
						[5.3, 43.3],
						[5.4, 43.3, ...z1]
					]),
					section([
						[5.4, 43.3, ...z2],
						[5.5, 43.3]
					])
				])
			);
			const [a, b] = wayNodes(value);
			return a[1] === b[0];
		};
		expect(await end([12], [12.4])).toBe(true);
		expect(await end([12], [17.5])).toBe(false);
		expect(await end([12], [-1000])).toBe(true);
		expect(await end([12], [])).toBe(true);
	});

	it('keep the properties that routing reads, as read, in few sets; nulls and names stay out', async () => {
		const { value } = await read(
			collection([
				...MEETING,
				section(MEETING[1].geometry as never, {}),
				section(
					[
						[5, 43],
						[5.1, 43]
					],
					{ vitesse_moyenne_vl: 30 }
				)
			])
		);
		expect(value.tagSets).toEqual([
			{
				nature: 'Route à 1 chaussée',
				sens_de_circulation: 'Double sens',
				vitesse_moyenne_vl: '50',
				urbain: 'true',
				etat_de_l_objet: 'En service'
			},
			expect.objectContaining({ vitesse_moyenne_vl: '30' })
		]);
		expect([...value.wayTagSet]).toEqual([0, 0, 0, 1]);
	});

	it('read Lambert-93, declared or recognised, as the same places', async () => {
		const expected = (await read(collection(MEETING))).value;
		const inMetres = MEETING.map(({ geometry, ...rest }) => {
			const { coordinates } = geometry as { coordinates: [number, number][] };
			return {
				...rest,
				geometry: { type: 'LineString', coordinates: coordinates.map(([lon, lat]) => fromLonLat(2154, lon, lat)) }
			};
		});
		const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } };
		const declaredLast = collection(inMetres).replace(/\}$/, `,"crs":${JSON.stringify(crs)}}`);
		for (const text of [collection(inMetres, { crs }), collection(inMetres), declaredLast]) {
			const { value } = await read(text);
			expect(wayNodes(value)).toEqual(wayNodes(expected));
			value.nodeLon.forEach((lon, node) => expect(lon).toBeCloseTo(expected.nodeLon[node], 8));
			value.nodeLat.forEach((lat, node) => expect(lat).toBeCloseTo(expected.nodeLat[node], 8));
		}
		const webMercator = { type: 'name', properties: { name: 'EPSG:3857' } };
		expect((await failure(read(collection(inMetres, { crs: webMercator })))).detail.code).toBe('error_crs_unknown');
	});

	it('take each line of a multiple geometry, as one row', async () => {
		const several = {
			...MEETING[0],
			geometry: {
				type: 'MultiLineString',
				coordinates: [
					[
						[5, 43],
						[5.1, 43]
					],
					[
						[5.1, 43],
						[5.2, 43]
					]
				]
			}
		};
		const imported = await read(collection([several]));
		expect(wayNodes(imported.value)).toEqual([
			[0, 1],
			[1, 2]
		]);
		expect(imported.rowsKept).toBe(1);
	});

	it('leave out, with the row, the reason and the cells, what is not built or has no usable line', async () => {
		const bad = [
			section(
				[
					[5, 43],
					[5.1, 43]
				],
				{ etat_de_l_objet: 'En projet' }
			),
			{ ...MEETING[0], geometry: null },
			{ ...MEETING[0], geometry: { type: 'Point', coordinates: [5, 43] } },
			section([[5, 43]]),
			section([
				[5, 43],
				[5, 43]
			]),
			{
				...MEETING[0],
				geometry: {
					type: 'LineString',
					coordinates: [
						['5', '43'],
						[6, 44]
					]
				}
			},
			section([
				[5, 43],
				[5, 430]
			]),
			{}
		];
		const imported = await read(collection([...MEETING, ...bad]));
		expect(imported.rejected.map(({ note }) => [note.row, note.message.code, note.read])).toEqual([
			[4, 'note_bdtopo_not_built', 'En projet'],
			[5, 'note_bdtopo_geometry_absent', null],
			[6, 'note_bdtopo_geometry_type', null],
			[7, 'note_bdtopo_geometry_coordinates', null],
			[8, 'note_bdtopo_geometry_coordinates', null],
			[9, 'note_bdtopo_geometry_coordinates', null],
			[10, 'note_bdtopo_out_of_world', '5 43'],
			[11, 'note_bdtopo_geometry_absent', null]
		]);
		expect(imported.rejected[0].cells).toMatchObject({
			nature: 'Route à 1 chaussée',
			vitesse_moyenne_vl: '50',
			acces_pieton: ''
		});
		expect(imported).toMatchObject({ rowsRead: 11, rowsKept: 3 });
	});

	it('keep whole, within bounds, each section that has a point there', async () => {
		const imported = await read(collection(MEETING), { bounds: [5.405, 43.305, 5.42, 43.32] });
		expect(imported.value.nodeLon).toEqual(Float64Array.of(5.4, 5.41));
		expect(imported).toMatchObject({ rowsRead: 1, rowsKept: 1, rejected: [] });
		expect(await failure(read(collection(MEETING), { bounds: [0, 0, 1, 1] }))).toMatchObject({
			detail: { code: 'error_bdtopo_no_road_in_bounds' }
		});
	});

	it('name the source', async () => {
		expect((await read(collection(MEETING))).source).toMatchObject({
			publisher: 'IGN',
			licence: 'Licence Ouverte 2.0'
		});
	});
});
