import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { readOsmPbf } from '#io/roads/osm-pbf.ts';
import { collection, MEETING } from '../fixtures/bdtopo-sections.ts';
import { crossroads } from '../fixtures/osm-crossroads.ts';
import { writePbf, writeXml, type OsmData } from '../fixtures/osm-writer.ts';

const originals = {
	'zlib PBF': writePbf(crossroads(), { entitiesPerBlock: 3 }),
	'raw PBF': writePbf(crossroads(), { compression: 'none', entitiesPerBlock: 4 }),
	'plain nodes': writePbf(crossroads(), { compression: 'none', dense: false }),
	XML: new TextEncoder().encode(writeXml(crossroads())),
	'gzip XML': gzipSync(new TextEncoder().encode(writeXml(crossroads()))),
	'BD TOPO GeoJSON': new TextEncoder().encode(collection(MEETING))
};

/** Bytes overwritten, and a share of the file to keep where it is cut. */
const damage = fc.record({
	edits: fc.array(fc.record({ at: fc.nat(), value: fc.nat(255) }), { maxLength: 6 }),
	keep: fc.double({ min: 0, max: 1, noNaN: true })
});

describe.each(Object.entries(originals))('a damaged file (%s)', (_name, original) => {
	it('is refused with an error that says why, or read as a sound network; nothing else', async () => {
		await fc.assert(
			fc.asyncProperty(damage, fc.boolean(), async ({ edits, keep }, isCut) => {
				const bytes = original.slice(0, isCut ? Math.floor(keep * original.length) : original.length);
				for (const { at, value } of edits) if (bytes.length > 0) bytes[at % bytes.length] = value;
				try {
					const { value, rowsRead, rowsKept, rejected } = await readRoads(bytesSource('x', bytes));
					expect(rowsRead).toBe(rowsKept + rejected.length);
					expect(Math.max(...value.wayNodes)).toBeLessThan(value.nodeLon.length);
					expect([...value.nodeLon, ...value.nodeLat].every(Number.isFinite)).toBe(true);
				} catch (error) {
					if (!(error instanceof MaillageError)) throw error;
				}
			}),
			{ numRuns: 400 }
		);
	});
});

describe('a PBF cut anywhere', () => {
	it('is refused, unless it is cut between two blocks', async () => {
		const whole = originals['zlib PBF'];
		const boundaries = new Set<number>([0, whole.length]);
		for (let at = 0; at < whole.length;) {
			const view = new DataView(whole.buffer, whole.byteOffset);
			const headerLength = view.getUint32(at);
			// The writer's BlobHeader ends with the size of the blob, as field 3, in one or two bytes of varint.
			const header = whole.subarray(at + 4, at + 4 + headerLength);
			const sizeAt = 2 + header[1] + 1;
			const size = header[sizeAt] < 128 ? header[sizeAt] : (header[sizeAt] & 127) | (header[sizeAt + 1] << 7);
			at += 4 + headerLength + size;
			boundaries.add(at);
		}
		for (let end = 1; end < whole.length; end++) {
			if (boundaries.has(end)) continue;
			await expect(readOsmPbf(bytesSource('x', whole.subarray(0, end))), String(end)).rejects.toMatchObject({
				detail: { code: expect.stringMatching(/^error_pbf_(truncated|not_pbf)$/) as string }
			});
		}
	});
});

describe('random networks', () => {
	const data: fc.Arbitrary<OsmData> = fc
		.record({
			nodes: fc.uniqueArray(
				fc.record({
					id: fc.integer({ min: -1000, max: 2 ** 40 }),
					lon: fc.integer({ min: -180e7, max: 180e7 }).map((steps) => steps / 1e7),
					lat: fc.integer({ min: -90e7, max: 90e7 }).map((steps) => steps / 1e7)
				}),
				{ selector: (node) => node.id, minLength: 2, maxLength: 30 }
			),
			picks: fc.array(fc.array(fc.nat(), { maxLength: 6 }), { maxLength: 10 })
		})
		.map(({ nodes, picks }) => ({
			nodes,
			ways: [[0, 1], ...picks].map((pick, i) => ({
				id: i + 1,
				nodes: pick.map((at) => nodes[at % nodes.length].id),
				tags: { highway: 'path' }
			})),
			relations: []
		}));

	it('come back from PBF as from XML, each way with the coordinates written', async () => {
		await fc.assert(
			fc.asyncProperty(data, fc.boolean(), fc.integer({ min: 1, max: 9 }), async (drawn, dense, entitiesPerBlock) => {
				const { value, rowsRead } = await readRoads(bytesSource('x', writePbf(drawn, { dense, entitiesPerBlock })));
				const fromXml = await readRoads(bytesSource('x', new TextEncoder().encode(writeXml(drawn))));
				expect(fromXml.value).toEqual(value);
				expect(rowsRead).toBe(drawn.ways.length);
				const [first, second] = drawn.nodes;
				const read = [...value.wayNodes.subarray(0, 2)].map((node) => [value.nodeLon[node], value.nodeLat[node]]);
				expect(read).toEqual([first, second].map(({ lon, lat }) => [lon, lat]));
			}),
			{ numRuns: 150 }
		);
	});
});
