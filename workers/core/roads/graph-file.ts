import { MaillageError } from '#domain/notes.ts';
import { MODES } from '#domain/travel.ts';
import { checkGraph } from './graph-check.ts';
import { LEAST_VERTEX_BYTES, packGraph, unpackGraph } from './graph-packing.ts';
import type { RoadPart } from './parts.ts';
import type { RoadGraph } from './road-graph.ts';

/**
 * A road graph as one buffer: a header of 16 words, then what searches read, each array on its natural boundary and read where it
 * lies, widest elements first, then the rest, packed (graph-packing.ts). Little-endian, as every machine with a browser.
 *
 * Word: 0 magic "MAIG", 1 version, 2 checksum, 3 bytes, 4 mode, 5 format, 6 junctions, 7 restrictions, 8 edges, 9 vertices,
 * 10 states, 11 arcs, 12 parts, 13 bytes packed; the rest is zero.
 */
const MAGIC = 0x4749_414d;
export const ROAD_GRAPH_VERSION = 2;
const HEADER_WORDS = 16;
const CHECKSUM_WORD = 2;
const FORMATS = ['osm', 'bdtopo'] as const;

/** Elements of each array, from the counts of the header. */
interface Counts {
	readonly edgeCount: number;
	readonly vertexCount: number;
	readonly stateCount: number;
	readonly arcCount: number;
	/** Connected parts, and what is left out of them. */
	readonly partEntries: number;
	readonly packedBytes: number;
}

type TypedArray = Float64Array | Uint32Array | Uint8Array;

/** Each array of the file in its order, as views of `buffer` from the end of the header on. */
function layOut(counts: Counts, buffer: ArrayBuffer) {
	const { edgeCount, stateCount, arcCount, partEntries, packedBytes } = counts;
	let byte = HEADER_WORDS * 4;
	const next = <Kind extends TypedArray>(
		kind: { new (buffer: ArrayBuffer, byte: number, length: number): Kind; readonly BYTES_PER_ELEMENT: number },
		length: number
	): Kind => {
		const view = new kind(buffer, byte, length);
		byte += length * kind.BYTES_PER_ELEMENT;
		return view;
	};
	return {
		partKilometres: next(Float64Array, partEntries),
		partEdges: next(Uint32Array, partEntries),
		first: next(Uint32Array, stateCount + 1),
		head: next(Uint32Array, arcCount),
		traits: next(Uint8Array, edgeCount),
		partOfEdge: next(Uint8Array, edgeCount),
		packed: next(Uint8Array, packedBytes)
	};
}

/** Bytes of a file with these counts, a whole number of words. */
function fileBytes({ edgeCount, stateCount, arcCount, partEntries, packedBytes }: Counts): number {
	const words = HEADER_WORDS + 3 * partEntries + stateCount + 1 + arcCount;
	return 4 * words + Math.ceil((2 * edgeCount + packedBytes) / 4) * 4;
}

/**
 * A graph as bytes to keep. The peak factor is not kept: it is applied to the graph read.
 * @throws RangeError for a graph that has a peak factor
 */
export function encodeRoadGraph(graph: RoadGraph): ArrayBuffer {
	if (graph.peakFactor !== 1) throw new RangeError('A graph is kept without its peak factor');
	const { search, edges, report } = graph;
	const parts = [...report.parts, report.leftOut];
	const packed = packGraph(graph);
	const counts = {
		edgeCount: edges.edgeCount,
		vertexCount: edges.vertexLon.length,
		stateCount: search.nodeCount,
		arcCount: search.head.length,
		partEntries: parts.length,
		packedBytes: packed.length
	};
	const buffer = new ArrayBuffer(fileBytes(counts));
	const views = layOut(counts, buffer);
	const values: Record<keyof typeof views, ArrayLike<number>> = {
		first: search.first,
		head: search.head,
		traits: edges.traits,
		partOfEdge: graph.partOfEdge,
		packed,
		partKilometres: parts.map((part) => part.kilometres),
		partEdges: parts.map((part) => part.edgeCount)
	};
	for (const [name, view] of Object.entries(views)) view.set(values[name as keyof typeof views]);
	const words = new Uint32Array(buffer);
	words.set([
		MAGIC,
		ROAD_GRAPH_VERSION,
		0,
		buffer.byteLength,
		MODES.indexOf(graph.mode),
		FORMATS.indexOf(graph.format)
	]);
	words.set([report.junctionCount, report.restrictionCount, edges.edgeCount, counts.vertexCount], 6);
	words.set([counts.stateCount, counts.arcCount, report.parts.length, counts.packedBytes], 10);
	words[CHECKSUM_WORD] = checksum(words);
	return buffer;
}

/**
 * The graph in a buffer made by `encodeRoadGraph`; the heads of its arcs are views of the buffer, not copied.
 * @param file name for errors
 * @throws MaillageError error_road_graph_not_one, error_road_graph_newer, error_road_graph_older, error_road_graph_truncated,
 * error_road_graph_altered
 */
export function decodeRoadGraph(buffer: ArrayBuffer, file: string | null = null): RoadGraph {
	const bytes = buffer.byteLength;
	const words = new Uint32Array(buffer, 0, Math.floor(bytes / 4));
	if (words.length < 4 || words[0] !== MAGIC) throw new MaillageError('error_road_graph_not_one', { bytes }, file);
	const version = words[1];
	const versions = { version, known: ROAD_GRAPH_VERSION };
	if (version > ROAD_GRAPH_VERSION) throw new MaillageError('error_road_graph_newer', versions, file);
	if (version < ROAD_GRAPH_VERSION) throw new MaillageError('error_road_graph_older', versions, file);
	if (bytes < words[3]) throw new MaillageError('error_road_graph_truncated', { bytes, expected: words[3] }, file);
	const altered = () => new MaillageError('error_road_graph_altered', { bytes }, file);
	if (bytes !== words[3] || words.length < HEADER_WORDS || checksum(words) !== words[CHECKSUM_WORD]) throw altered();
	const [mode, format] = [MODES[words[4]], FORMATS[words[5]]];
	const counts = {
		edgeCount: words[8],
		vertexCount: words[9],
		stateCount: words[10],
		arcCount: words[11],
		partEntries: words[12] + 1,
		packedBytes: words[13]
	};
	if (mode === undefined || format === undefined || fileBytes(counts) !== bytes) throw altered();
	if (counts.vertexCount * LEAST_VERTEX_BYTES > counts.packedBytes) throw altered();
	const graph = assemble(mode, format, words, counts, layOut(counts, buffer));
	if (graph === null || !checkGraph(graph)) throw altered();
	return graph;
}

/** The checksum that the bytes of a graph state, not compared with them; null where they are no graph's of this version. */
export function roadGraphChecksum(bytes: ArrayBuffer): number | null {
	if (bytes.byteLength < HEADER_WORDS * 4) return null;
	const view = new DataView(bytes);
	const word = (at: number) => view.getUint32(at * 4, true);
	return word(0) === MAGIC && word(1) === ROAD_GRAPH_VERSION ? word(CHECKSUM_WORD) : null;
}

/** The graph of a file; null when its packed parts are not of its counts. */
function assemble(
	mode: RoadGraph['mode'],
	format: RoadGraph['format'],
	words: Uint32Array,
	{ edgeCount, vertexCount, stateCount, partEntries }: Counts,
	{ first, head, traits, partOfEdge, partKilometres, partEdges, packed }: ReturnType<typeof layOut>
): RoadGraph | null {
	const unpacked = unpackGraph(packed, { edgeCount, vertexCount, stateCount, head });
	if (unpacked === null) return null;
	const { edges, endState, arcEdge, weight } = unpacked;
	const parts: RoadPart[] = Array.from(partKilometres, (kilometres, part) => ({
		edgeCount: partEdges[part],
		kilometres
	}));
	return {
		mode,
		format,
		search: { nodeCount: stateCount, first, head, weight },
		edges: { edgeCount, ...edges, traits },
		arcEdge,
		endState,
		partOfEdge,
		peakFactor: 1,
		report: {
			junctionCount: words[6],
			restrictionCount: words[7],
			parts: parts.slice(0, -1),
			leftOut: parts[partEntries - 1]
		}
	};
}

/** FNV-1a (Fowler, Noll, Vo) over words rather than bytes, the checksum's own word aside. */
function checksum(words: Uint32Array): number {
	let hash = 0x811c_9dc5;
	for (let word = 0; word < words.length; word++) {
		if (word !== CHECKSUM_WORD) hash = Math.imul(hash ^ words[word], 0x0100_0193);
	}
	return hash >>> 0;
}
