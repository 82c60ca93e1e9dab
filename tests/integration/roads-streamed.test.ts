import { openAsBlob, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Bounds } from '#domain/geometry.ts';
import type { RoadNetwork } from '#domain/road-network.ts';
import { MODES } from '#domain/travel.ts';
import { blobSource, bytesSource, type ByteSource } from '#io/bytes/byte-source.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { encodeRoadGraph } from '#core/roads/graph-file.ts';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { fileSource } from '../../src/cli/file-source.ts';
import { crossroads } from '../fixtures/osm-crossroads.ts';
import { blob, fileBlock, primitiveBlock, writePbf } from '../fixtures/osm-writer.ts';
import { readOsmInMemory } from '../osm-in-memory.ts';
import { realData } from '../realdata.ts';
import { temporaryFolder } from '../territories.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const ARRAYS = ['nodeLon', 'nodeLat', 'nodeFlags', 'wayFirst', 'wayNodes', 'wayTagSet'] as const;

/** Every array of a network as its bytes, and the rest as it is: equal when they are so to the bit. */
function toTheBit(network: RoadNetwork) {
	const bits = ARRAYS.map((name) => {
		const { buffer, byteOffset, byteLength } = network[name];
		return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
	});
	return { bits, format: network.format, tagSets: network.tagSets, restrictions: network.restrictions };
}

/** Pieces of 1,000 bytes: blocks, and the lengths before them, are cut anywhere. */
function inPieces(bytes: Uint8Array): ByteSource {
	return {
		...bytesSource('r.osm.pbf', bytes),
		async *stream() {
			for (let at = 0; at < bytes.length; at += 1000) yield bytes.slice(at, at + 1000);
		}
	};
}

/** [file, its bytes, a box that cuts it] */
type Case = readonly [string, () => Uint8Array, Bounds];
const PORTO = realData('osm/porto.osm.pbf');
const CASES: readonly Case[] = [
	['a crossroads', () => writePbf(crossroads(), { entitiesPerBlock: 2 }), [2.4995, 50.6975, 2.5005, 50.7005]],
	...(PORTO === null ? [] : [['Porto', () => readFileSync(PORTO), [-8.63, 41.14, -8.6, 41.16]] as const])
];

describe('roads read a block at a time', { timeout: 300_000 }, () => {
	it.each(CASES)(
		'are those of %s held whole in memory, to the bit, from disk, from the page or in pieces',
		async (_, make, box) => {
			const bytes = make();
			const path = join(folder.path, 'r.osm.pbf');
			writeFileSync(path, bytes);
			const sources = [await fileSource(path), blobSource('r.osm.pbf', await openAsBlob(path)), inPieces(bytes)];
			for (const options of [{}, { bounds: box }]) {
				const whole = await readOsmInMemory('r.osm.pbf', bytes, options);
				const expected = toTheBit(whole.value);
				for (const source of sources) {
					const { value, basemap, notes, rowsRead, rowsKept } = await readRoads(source, options);
					expect(toTheBit(value)).toEqual(expected);
					expect({ basemap, notes, rowsRead, rowsKept }).toEqual({
						basemap: whole.basemap,
						notes: whole.notes,
						rowsRead: whole.rowsRead,
						rowsKept: whole.rowsKept
					});
				}
			}
		}
	);

	it.each(CASES)('make the graph of %s to the byte, of each mode', async (_, make, bounds) => {
		const bytes = make();
		const streamed = (await readRoads(inPieces(bytes), { bounds })).value;
		const whole = (await readOsmInMemory('r.osm.pbf', bytes, { bounds })).value;
		for (const mode of MODES) {
			const graph = (network: RoadNetwork) => Buffer.from(encodeRoadGraph(buildRoadGraph(network, mode)));
			expect(graph(streamed).equals(graph(whole)), mode).toBe(true);
		}
	});
});

describe('a road file of the page', () => {
	const MEGABYTE = 1 << 20;
	/** Nodes without tags, in blocks of 1 MB left as they are: far more bytes than roads. */
	const padded = (blocks: number) => {
		const nodes = Array.from({ length: 60_000 }, (_, rank) => ({
			id: 1e7 + rank * 1000,
			lon: 3 + (rank % 7),
			lat: 51
		}));
		const raw = primitiveBlock({ nodes, ways: [], relations: [] }, { dense: false });
		const large = fileBlock('OSMData', blob(raw, 'none')) as BlobPart;
		return new Blob([writePbf(crossroads()) as BlobPart, ...Array.from({ length: blocks }, () => large)]);
	};

	it('is never asked for whole', async () => {
		const file = padded(20);
		expect(file.size).toBeGreaterThan(20 * MEGABYTE);
		file.arrayBuffer = () => Promise.reject(new Error('asked for whole'));
		const { value } = await readRoads(blobSource('r.osm.pbf', file), { bounds: [2, 50, 2.9, 51] });
		expect(value.nodeLon).toHaveLength(8);
	});

	it('is left when the page no longer wants it, and its stream is let go', async () => {
		const abort = new AbortController();
		const stopped: unknown[] = [];
		const file = padded(5);
		let pulled = 0;
		const source: ByteSource = {
			...blobSource('r.osm.pbf', file),
			async *stream() {
				try {
					for await (const chunk of blobSource('r.osm.pbf', file).stream()) {
						pulled += chunk.length;
						yield chunk;
					}
				} finally {
					stopped.push(pulled);
				}
			}
		};
		const onProgress = (share: number) => {
			if (share > 0.1) abort.abort(new Error('enough'));
		};
		await expect(readRoads(source, { signal: abort.signal, onProgress })).rejects.toThrow('enough');
		// Once for the first bytes, once for the pass that was stopped, before its end.
		expect(stopped).toHaveLength(2);
		expect(pulled).toBeLessThan(file.size);
	});
});
