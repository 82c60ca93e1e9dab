import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOSED, FULL_SHARE } from '#core/roads/edges.ts';
import { decodeRoadGraph, encodeRoadGraph, ROAD_GRAPH_VERSION } from '#core/roads/graph-file.ts';
import { packGraph, unpackGraph } from '#core/roads/graph-packing.ts';
import { withPeakFactor } from '#core/roads/peak-factor.ts';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { VarintReader, VarintWriter } from '#core/roads/varints.ts';
import { MaillageError } from '#domain/notes.ts';
import { madeNetwork } from '../fixtures/made-roads.ts';

const graph = buildRoadGraph(
	madeNetwork(
		{
			a: { east: 0, north: 0 },
			b: { east: 500, north: 0 },
			bend: { east: 700, north: 80 },
			c: { east: 1000, north: 0 },
			d: { east: 500, north: 300 },
			alone: { east: 0, north: 900 },
			too: { east: 0, north: 950 }
		},
		[
			{ nodes: ['a', 'b', 'bend', 'c'], tags: { highway: 'primary' } },
			{ nodes: ['b', 'd'], tags: { highway: 'residential', oneway: 'yes' } },
			{ nodes: ['d', 'c'], tags: { highway: 'residential', access: 'destination' } },
			{ nodes: ['alone', 'too'], tags: { highway: 'residential' } }
		],
		[{ fromWay: 1, toWay: 2, viaNode: 'd' }]
	),
	'car'
);

function refusal(buffer: ArrayBuffer): { code: string; params: object } | null {
	try {
		decodeRoadGraph(buffer, 'routes.bin');
		return null;
	} catch (error) {
		if (!(error instanceof MaillageError)) throw error;
		expect(error.file).toBe('routes.bin');
		return error.detail;
	}
}

/** The file with some words changed, and its checksum put right where `forged`. */
function altered(change: (words: Uint32Array) => void, forged = false): ArrayBuffer {
	const words = new Uint32Array(encodeRoadGraph(graph).slice(0));
	change(words);
	if (forged) {
		let hash = 0x811c_9dc5;
		words.forEach((word, i) => {
			if (i !== 2) hash = Math.imul(hash ^ word, 0x0100_0193);
		});
		words[2] = hash >>> 0;
	}
	return words.buffer;
}

describe('the road graph file', () => {
	it('gives back the graph', () => {
		expect(decodeRoadGraph(encodeRoadGraph(graph))).toEqual(graph);
	});

	it('is read in place where searches read: those arrays are views of the buffer', () => {
		const buffer = encodeRoadGraph(graph);
		const read = decodeRoadGraph(buffer);
		for (const array of [read.search.first, read.search.head, read.edges.traits, read.partOfEdge]) {
			expect(array.buffer).toBe(buffer);
		}
	});

	it('gives back any times, turns, shares, vertices and edges of arcs, the likely and the others', () => {
		const { edges, search } = graph;
		const u32 = fc.nat({ max: 0x7fff_ffff });
		const arrays = fc.record({
			moving: fc.array(u32, { minLength: edges.moving.length, maxLength: edges.moving.length }),
			turns: fc.array(fc.nat({ max: 40_000 }), { minLength: search.head.length, maxLength: search.head.length }),
			fixed: fc.array(fc.nat({ max: 0xffff }), { minLength: edges.edgeCount, maxLength: edges.edgeCount }),
			arcEdge: fc.array(fc.nat({ max: 2 * edges.edgeCount - 1 }), {
				minLength: search.head.length,
				maxLength: search.head.length
			}),
			lon: fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 1, maxLength: 40 }),
			share: fc.nat({ max: FULL_SHARE })
		});
		fc.assert(
			fc.property(arrays, ({ moving, turns, fixed, arcEdge, lon, share }) => {
				const changed = {
					edges: {
						...edges,
						moving: edges.moving.map((time, edge) => (time === CLOSED ? CLOSED : moving[edge])),
						fixed: Uint16Array.from(fixed),
						vertexLon: edges.vertexLon.map((_, vertex) => lon[vertex % lon.length]),
						vertexLat: edges.vertexLat.map((_, vertex) => lon[(vertex * 7) % lon.length]),
						share: edges.share.map((own) => (own === 0 || own === FULL_SHARE ? own : share))
					},
					arcEdge: Uint32Array.from(arcEdge)
				};
				const weight = search.weight.map((_, arc) => changed.edges.moving[arcEdge[arc]] + turns[arc]);
				const { edgeCount, traits, ...packedEdges } = changed.edges;
				const bytes = packGraph({ ...graph, ...changed, search: { ...search, weight } });
				const counts = {
					edgeCount,
					vertexCount: edges.vertexLon.length,
					stateCount: search.nodeCount,
					head: search.head
				};
				expect(traits.length).toBe(edgeCount);
				expect(unpackGraph(bytes, counts)).toEqual({
					edges: packedEdges,
					endState: graph.endState,
					arcEdge: changed.arcEdge,
					weight
				});
				expect(unpackGraph(bytes.subarray(0, -1), counts)).toBeNull();
			})
		);
	});

	it('is the same bytes each time', () => {
		expect(new Uint8Array(encodeRoadGraph(graph))).toEqual(new Uint8Array(encodeRoadGraph(graph)));
	});

	it('refuses what is no graph, with its size', () => {
		expect(refusal(new ArrayBuffer(0))).toEqual({ code: 'error_road_graph_not_one', params: { bytes: 0 } });
		const text = new TextEncoder().encode('identifiant;temps\n1;2\n').slice();
		expect(refusal(text.buffer)?.code).toBe('error_road_graph_not_one');
	});

	it('refuses another version, with both', () => {
		const version = (value: number) => altered((words) => (words[1] = value));
		expect(refusal(version(ROAD_GRAPH_VERSION + 1))).toEqual({
			code: 'error_road_graph_newer',
			params: { version: ROAD_GRAPH_VERSION + 1, known: ROAD_GRAPH_VERSION }
		});
		expect(refusal(version(ROAD_GRAPH_VERSION - 1))?.code).toBe('error_road_graph_older');
	});

	it('refuses a file cut short, anywhere', () => {
		const buffer = encodeRoadGraph(graph);
		for (let bytes = 16; bytes < buffer.byteLength; bytes += 7) {
			expect(refusal(buffer.slice(0, bytes))).toEqual({
				code: 'error_road_graph_truncated',
				params: { bytes, expected: buffer.byteLength }
			});
		}
	});

	it('refuses a file with any word altered', () => {
		const count = encodeRoadGraph(graph).byteLength / 4;
		fc.assert(
			fc.property(fc.integer({ min: 2, max: count - 1 }), fc.integer({ min: 1, max: 0xffff_ffff }), (word, change) => {
				expect(refusal(altered((words) => (words[word] ^= change)))?.code).toMatch(/altered|truncated/);
			})
		);
	});

	it('refuses tables that lead outside, even under a right checksum', () => {
		const count = encodeRoadGraph(graph).byteLength / 4;
		const refusedOrSound = (word: number, value: number) => {
			const buffer = altered((words) => (words[word] = value), true);
			if (refusal(buffer) !== null) return;
			const { search, edges, arcEdge } = decodeRoadGraph(buffer);
			expect(search.head.every((head) => head < search.nodeCount)).toBe(true);
			expect(arcEdge.every((edge) => edge < 2 * edges.edgeCount)).toBe(true);
			expect(search.first[search.nodeCount]).toBe(search.head.length);
		};
		for (let word = 4; word < count; word++) refusedOrSound(word, 0xffff_fff0);
		fc.assert(
			fc.property(fc.integer({ min: 4, max: count - 1 }), fc.nat({ max: 0xffff_ffff }), (word, value) =>
				refusedOrSound(word, value)
			)
		);
	});

	it('does not keep a peak factor', () => {
		expect(() => encodeRoadGraph(withPeakFactor(graph, 1.2))).toThrow(RangeError);
	});
});

describe('numbers of variable length', () => {
	it('are read as they were written, small ones of one byte', () => {
		const unsigned = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 0xffff_ffff }));
		const signed = fc.oneof(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
		fc.assert(
			fc.property(fc.array(fc.tuple(unsigned, signed), { maxLength: 200 }), (pairs) => {
				const to = new VarintWriter();
				for (const [value, difference] of pairs) {
					to.put(value);
					to.putSigned(difference);
				}
				const from = new VarintReader(to.bytes());
				for (const pair of pairs) expect([from.next(), from.nextSigned()]).toEqual(pair);
				expect(from.isAtEnd).toBe(true);
				expect([from.next(), from.isAtEnd]).toEqual([0, false]);
			})
		);
		const one = new VarintWriter();
		for (const value of [0, -1, 63, -64]) one.putSigned(value);
		one.put(127);
		expect(one.bytes().length).toBe(5);
	});

	it('are any count of them', () => {
		const to = new VarintWriter();
		for (let value = 0; value < 100_000; value++) to.put(value);
		const from = new VarintReader(to.bytes());
		for (let value = 0; value < 100_000; value++) if (from.next() !== value) expect.fail(String(value));
		expect(from.isAtEnd).toBe(true);
	});
});

describe('the peak factor', () => {
	it('multiplies moving times and leaves turns', () => {
		const slow = withPeakFactor(graph, 2);
		graph.search.weight.forEach((weight, arc) => {
			expect(slow.search.weight[arc] - weight).toBe(graph.edges.moving[graph.arcEdge[arc]]);
		});
		expect(withPeakFactor(graph, 1).search.weight).toEqual(graph.search.weight);
	});

	it('is above zero, and applied once', () => {
		for (const factor of [0, -1, NaN, Infinity, 11]) expect(() => withPeakFactor(graph, factor)).toThrow(RangeError);
		expect(() => withPeakFactor(withPeakFactor(graph, 1.5), 1.5)).toThrow(RangeError);
	});
});
