import type { SearchGraph } from '../search-graph.ts';
import type { Hierarchy } from './hierarchy.ts';

/**
 * A hierarchy as one buffer whose arrays are read where they lie: a header of 8 words, then each array of 32-bit words.
 * Little-endian, as every machine with a browser.
 *
 * Word: 0 magic "MAIH", 1 version, 2 checksum of all other words, 3 fingerprint of the graph, 4 nodes, 5 arcs up,
 * 6 arcs down; the rest is zero.
 */
const MAGIC = 0x4849_414d;
const VERSION = 1;
const HEADER_WORDS = 8;
const CHECKSUM_WORD = 2;

/** Each array of the file in its order, as views of `buffer` from the end of the header on. */
function layOut(buffer: ArrayBuffer, nodeCount: number, upCount: number, downCount: number) {
	let byte = HEADER_WORDS * 4;
	const next = (length: number) => {
		const view = new Uint32Array(buffer, byte, length);
		byte += length * 4;
		return view;
	};
	return {
		nodeOfRank: next(nodeCount),
		upFirst: next(nodeCount + 1),
		upHead: next(upCount),
		upWeight: next(upCount),
		downFirst: next(nodeCount + 1),
		downTail: next(downCount),
		downWeight: next(downCount)
	};
}

function fileBytes(nodeCount: number, upCount: number, downCount: number): number {
	return 4 * (HEADER_WORDS + 3 * nodeCount + 2 + 2 * upCount + 2 * downCount);
}

/** A hierarchy as bytes to keep beside the graph it was made of. */
export function encodeHierarchy(hierarchy: Hierarchy, graph: SearchGraph): ArrayBuffer {
	const { nodeCount, upHead, downTail } = hierarchy;
	const buffer = new ArrayBuffer(fileBytes(nodeCount, upHead.length, downTail.length));
	const views = layOut(buffer, nodeCount, upHead.length, downTail.length);
	for (const [name, view] of Object.entries(views)) view.set(hierarchy[name as keyof typeof views]);
	const words = new Uint32Array(buffer);
	words.set([MAGIC, VERSION, 0, fingerprint(graph), nodeCount, upHead.length, downTail.length]);
	words[CHECKSUM_WORD] = checksum(words);
	return buffer;
}

/**
 * The hierarchy in a buffer made by `encodeHierarchy`; its arrays are views of the buffer, nothing is copied.
 * @returns null where the buffer holds anything else than a sound hierarchy of this very graph in this version: the
 * graph is then to be contracted again
 */
export function decodeHierarchy(buffer: ArrayBuffer, graph: SearchGraph): Hierarchy | null {
	if (buffer.byteLength % 4 !== 0 || buffer.byteLength < HEADER_WORDS * 4) return null;
	const words = new Uint32Array(buffer);
	const [magic, version, sum, graphFingerprint, nodeCount, upCount, downCount] = words;
	if (magic !== MAGIC || version !== VERSION || nodeCount !== graph.nodeCount) return null;
	if (buffer.byteLength !== fileBytes(nodeCount, upCount, downCount)) return null;
	if (sum !== checksum(words) || graphFingerprint !== fingerprint(graph)) return null;
	const hierarchy = { nodeCount, ...layOut(buffer, nodeCount, upCount, downCount) };
	return isSound(hierarchy) ? hierarchy : null;
}

/** Whether rows and ranks are such that a search on them ends and stays within its arrays. */
function isSound(hierarchy: Hierarchy): boolean {
	const { nodeCount, nodeOfRank, upFirst, upHead, downFirst, downTail } = hierarchy;
	return (
		nodeOfRank.every((node) => node < nodeCount) &&
		leadsUp(nodeCount, upFirst, upHead) &&
		leadsUp(nodeCount, downFirst, downTail)
	);
}

function leadsUp(nodeCount: number, first: Uint32Array, other: Uint32Array): boolean {
	if (first[0] !== 0 || first[nodeCount] !== other.length) return false;
	for (let rank = 0; rank < nodeCount; rank++) {
		if (first[rank] > first[rank + 1]) return false;
		for (let arc = first[rank]; arc < first[rank + 1]; arc++) {
			if (other[arc] <= rank || other[arc] >= nodeCount) return false;
		}
	}
	return true;
}

/** FNV-1a (Fowler, Noll, Vo) over words rather than bytes. */
function hash(words: Uint32Array, from: number, seed: number): number {
	let mixed = seed;
	for (let word = from; word < words.length; word++) mixed = Math.imul(mixed ^ words[word], 0x0100_0193);
	return mixed >>> 0;
}

const FNV_OFFSET = 0x811c_9dc5;

function checksum(words: Uint32Array): number {
	return hash(words, CHECKSUM_WORD + 1, hash(words.subarray(0, CHECKSUM_WORD), 0, FNV_OFFSET));
}

/** A number that two different graphs have in common by chance alone. */
function fingerprint({ first, head, weight }: SearchGraph): number {
	return [first, head, weight].reduce((mixed, array) => hash(array, 0, mixed), FNV_OFFSET);
}
