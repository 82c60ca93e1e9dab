import { describe, expect, it } from 'vitest';
import { NODE_FLAGS, type RoadNetwork } from '#domain/road-network.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readOsmPbf } from '#io/roads/osm-pbf.ts';
import type { RoadLimits } from '#io/roads/road-limits.ts';
import { failure } from '../fixtures/failure.ts';
import { BEYOND_31_BITS, BEYOND_32_BITS, crossroads } from '../fixtures/osm-crossroads.ts';
import {
	blob,
	fileBlock,
	headerBlock,
	joined,
	primitiveBlock,
	writePbf,
	type OsmData,
	type PbfOptions
} from '../fixtures/osm-writer.ts';

const read = (bytes: Uint8Array, options = {}) => readOsmPbf(bytesSource('extrait.osm.pbf', bytes), options);
const readData = async (data: OsmData, options: PbfOptions = {}) => (await read(writePbf(data, options))).value;

/** The points of each way, [lon, lat]. */
function wayPoints(network: RoadNetwork): [number, number][][] {
	return Array.from(network.wayTagSet, (_, way) =>
		Array.from(
			network.wayNodes.subarray(network.wayFirst[way], network.wayFirst[way + 1]),
			(node): [number, number] => [network.nodeLon[node], network.nodeLat[node]]
		)
	);
}

describe('roads of an .osm.pbf', () => {
	it('keeps roads, paths and ferries with their points, and neither buildings nor roads under construction', async () => {
		const network = await readData(crossroads());
		expect(network.format).toBe('osm');
		expect(wayPoints(network)).toEqual([
			[
				[2.499, 50.7],
				[2.5, 50.7]
			],
			[
				[2.5, 50.7],
				[2.5, 50.701],
				[2.5, 50.702]
			],
			[
				[2.5, 50.7],
				[2.501, 50.7]
			],
			[
				[2.5, 50.7],
				[2.5, 50.699],
				[2.5, 50.698]
			],
			[
				[2.5, 50.702],
				[2.501, 50.702]
			]
		]);
		expect(network.nodeLon).toHaveLength(8);
	});

	it('interns the tags that routing reads: two streets that differ by name only share a set', async () => {
		const { tagSets, wayTagSet } = await readData(crossroads());
		expect(tagSets).toEqual([
			{ highway: 'residential', oneway: 'yes' },
			{ highway: 'tertiary', maxspeed: '50' },
			{ highway: 'service', 'oneway:bicycle': 'no' },
			{ route: 'ferry', duration: '00:20' }
		]);
		expect([...wayTagSet]).toEqual([0, 1, 0, 2, 3]);
	});

	it('flags signals and barriers', async () => {
		const { nodeFlags } = await readData(crossroads());
		// Nodes are in the order of their ids: 1 to 6, then the two large ones; the last is a crossing, whose signals are not the road's.
		const { trafficSignals, blocksCar } = NODE_FLAGS;
		expect([...nodeFlags]).toEqual([trafficSignals, 0, 0, 0, blocksCar, 0, 0, 0]);
	});

	it('reads the same from plain and dense nodes, whatever the compression, grid, blocks and order of the file', async () => {
		const expected = await readData(crossroads());
		const variants: PbfOptions[] = [
			{ dense: false },
			{ compression: 'none' },
			{ granularity: 1000, lonOffset: 2_000_000_000, latOffset: 50_000_000_000 },
			{ granularity: 1 },
			{ entitiesPerBlock: 1 },
			{ order: ['relations', 'ways', 'nodes'] },
			{ order: ['ways', 'nodes', 'relations'], entitiesPerBlock: 2, dense: false },
			{ requiredFeatures: ['OsmSchema-V0.6'], dense: false }
		];
		for (const options of variants) expect(await readData(crossroads(), options)).toEqual(expected);
		const shuffled = crossroads();
		shuffled.nodes.reverse();
		expect(await readData(shuffled)).toEqual(expected);
	});

	it('reads one group with all kinds of entities, and a stream cut in single bytes', async () => {
		const data = crossroads();
		const bytes = joined([headerBlock(), fileBlock('OSMData', blob(primitiveBlock(data)))]);
		const trickle = {
			...bytesSource('t.osm.pbf', bytes),
			async *stream() {
				for (const byte of bytes) yield Uint8Array.of(byte);
			}
		};
		expect((await readOsmPbf(trickle)).value).toEqual(await readData(data));
	});

	it('passes over blocks of unknown types', async () => {
		const known = writePbf(crossroads());
		const bytes = joined([known, fileBlock('OSMIndex', Uint8Array.of(1, 2, 3))]);
		expect((await read(bytes)).value).toEqual((await read(known)).value);
	});

	it('tells the source, with the date of the data where the header has it', async () => {
		const { source } = await read(writePbf(crossroads(), { timestampSeconds: Date.UTC(2026, 0, 31, 20) / 1000 }));
		expect(source).toMatchObject({ licence: 'ODbL 1.0', vintage: '2026-01-31', file: 'extrait.osm.pbf' });
		expect(source.attribution).toContain('les contributeurs d’OpenStreetMap');
		expect((await read(writePbf(crossroads()))).source.vintage).toBeNull();
	});

	it('within bounds keeps whole every road that has a node there, whatever the order of the file', async () => {
		// Node 6 only, at the end of the south arm.
		const bounds = [2.4995, 50.6975, 2.5005, 50.6985] as const;
		for (const order of [['nodes', 'ways', 'relations'] as const, ['relations', 'ways', 'nodes'] as const]) {
			const imported = await read(writePbf(crossroads(), { order: [...order] }), { bounds });
			expect(wayPoints(imported.value)).toEqual([
				[
					[2.5, 50.7],
					[2.5, 50.699],
					[2.5, 50.698]
				]
			]);
			expect(imported).toMatchObject({ rowsRead: 1, rowsKept: 1, rejected: [] });
			expect(imported.value.restrictions).toEqual([]);
		}
		const all = await read(writePbf(crossroads()), { bounds: [2, 50, 3, 51] });
		expect(all.value).toEqual(await readData(crossroads()));
	});

	it('stops at more nodes or points than it may hold, and says how many and of which box', async () => {
		const blocks = writePbf(crossroads());
		const bounds = [2, 50, 3, 51] as const;
		const refusal = async (limits: RoadLimits, more: { bounds?: typeof bounds } = {}) => {
			const { detail, file } = await failure(read(blocks, { limits, ...more }));
			return [detail.code, detail.params, file];
		};
		const nodes = crossroads().nodes.length;
		expect(await refusal({ nodesWithin: nodes - 1, points: 1000 }, { bounds })).toEqual([
			'error_roads_too_many_nodes',
			{ limit: nodes - 1 },
			'extrait.osm.pbf'
		]);
		expect(await refusal({ nodesWithin: nodes, points: 9 }, { bounds })).toEqual([
			'error_roads_too_many_around',
			{ limit: 9, bbox: '2.000,50.000,3.000,51.000' },
			'extrait.osm.pbf'
		]);
		expect(await refusal({ nodesWithin: 0, points: 9 })).toEqual([
			'error_roads_too_many',
			{ limit: 9 },
			'extrait.osm.pbf'
		]);
		expect((await read(blocks, { bounds, limits: { nodesWithin: nodes, points: 1000 } })).rowsKept).toBe(5);
	});

	it('tells its progress from 0 to 1 without going back, and stops when asked', async () => {
		const shares: number[] = [];
		await read(writePbf(crossroads(), { entitiesPerBlock: 2 }), { onProgress: (share: number) => shares.push(share) });
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect(shares.at(-1)).toBe(1);
		const stop = new AbortController();
		const reading = read(writePbf(crossroads()), {
			signal: stop.signal,
			onProgress: () => stop.abort(new Error('stop'))
		});
		await expect(reading).rejects.toThrow('stop');
	});
});

describe('incomplete data', () => {
	it('cuts a road to the runs of nodes that the file has, and says how many roads are cut', async () => {
		const data = crossroads();
		data.ways = [
			{ id: 1, nodes: [1, 2, 777, 3, 4], tags: { highway: 'path' } },
			{ id: 2, nodes: [777, 5, 6], tags: { highway: 'path' } },
			{ id: 3, nodes: [1, 777, 5], tags: { highway: 'track', name: 'x' } }
		];
		data.relations = [];
		const imported = await read(writePbf(data));
		expect(wayPoints(imported.value).map((points) => points.length)).toEqual([2, 2, 2]);
		expect(imported.rejected.map((row) => row.cells)).toEqual([{ way: '3', highway: 'track' }]);
		expect(imported).toMatchObject({ rowsRead: 3, rowsKept: 2 });
		expect(imported.notes.map((note) => [note.severity, note.message.code, note.message.params])).toEqual([
			['changed', 'note_osm_ways_cut', { count: 2 }],
			['rejected', 'note_osm_way_without_nodes', { way: 3 }]
		]);
	});

	it('takes a restriction to the piece of a cut road that touches its via node', async () => {
		const data = crossroads();
		data.ways[0].nodes = [5, 6, 777, 2, 1];
		data.relations = data.relations.slice(0, 1);
		const { value } = await read(writePbf(data));
		expect(value.restrictions[0]).toMatchObject({ fromWay: 1, toWay: 2, viaNode: 0 });
	});

	it('takes nodes out of the world for missing ones', async () => {
		const data = crossroads();
		data.nodes[1].lat = 95;
		const imported = await read(writePbf(data));
		expect(imported.rejected.map((row) => row.cells.way)).toEqual(['10']);
	});

	it('counts once a road that the file repeats', async () => {
		const data = crossroads();
		data.ways.push(data.ways[1]);
		const imported = await read(writePbf(data));
		expect(imported.value).toEqual(await readData(crossroads()));
		expect(imported.rowsRead).toBe(5);
		expect(imported.notes).toContainEqual(
			expect.objectContaining({ message: { code: 'note_osm_ways_repeated', params: { count: 1 } } })
		);
	});

	it('drops successive repeats of a node, and a road that stays on the spot', async () => {
		const data = crossroads();
		data.ways[0].nodes = [2, 2, 1, 1];
		data.ways[2].nodes = [4, 4];
		const imported = await read(writePbf(data));
		expect(wayPoints(imported.value)[0]).toHaveLength(2);
		expect(imported.rejected.map((row) => row.cells.way)).toEqual(['12']);
	});

	it('says when there is no road at all, none within bounds, or none with its nodes', async () => {
		const data = crossroads();
		expect((await failure(read(writePbf(data), { bounds: [0, 0, 1, 1] }))).detail.code).toBe(
			'error_osm_no_road_in_bounds'
		);
		expect((await failure(read(writePbf({ ...data, nodes: [] })))).detail.code).toBe('error_osm_roads_without_nodes');
		expect((await failure(read(writePbf({ ...data, ways: data.ways.slice(5) })))).detail.code).toBe(
			'error_osm_no_road'
		);
		expect((await failure(read(headerBlock()))).detail.code).toBe('error_osm_no_road');
	});
});

describe('ids beyond 32 bits', () => {
	it('are told apart from what they would be modulo 2^31 or 2^32', async () => {
		const data = crossroads();
		const [small, large] = [BEYOND_31_BITS - 2 ** 31, BEYOND_32_BITS - 2 ** 32];
		data.nodes.push({ id: small, lon: 9, lat: 9 }, { id: large, lon: 8, lat: 8 });
		expect(await readData(data)).toEqual(await readData(crossroads()));
	});
});
