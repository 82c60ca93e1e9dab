import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { cutInBlocks } from './blocks.ts';
import { FARTHEST, ROW_BYTES } from './lanes.ts';
import { restrictedGraph, type RestrictedGraph, type Targets } from './restricted-graph.ts';
import { orderRows } from './row-order.ts';

/** A row that is no point's. */
const NO_POINT = 0xffff_ffff;
/** 16-bit numbers kept for an arc: the byte at which the row it comes from lies (low, high), its deciseconds. */
export const ARC_WORDS = 3;
/** 32-bit numbers kept for a run: arcs a row, rows. */
export const RUN_WORDS = 2;
/** 32-bit numbers kept for a seed: the byte of a row, the address of a row it may not exceed, deciseconds beside. */
export const SEED_WORDS = 3;

/** Ranks of the summit: their rows, two megabytes, stay in cache. */
const SUMMIT_RANKS = 32_768;
/** Rows in a block, a hundred kilobytes or so, which stay in a processor's second cache. */
const MOST_ROWS_A_BLOCK = 2048;

/** What the kernel reads, in the order in which it reads it. */
export interface SweepProgram {
	/** Runs of rows computed alike, RUN_WORDS each. */
	readonly runs: Uint32Array;
	/** Arcs in the order of the rows they reach, ARC_WORDS each. */
	readonly arcs: Uint16Array;
	/** The rows of the core from which arcs reach a block, each with its least deciseconds, as arcs. */
	readonly gates: Uint16Array;
	/** The points in the order of their rows: the byte at which each one's row lies. */
	readonly points: Uint32Array;
	/** The arcs up from each rank of the summit, as arcs, in one list; the first of each rank, and the end of all. */
	readonly summitArcs: Uint16Array;
	readonly summitFirst: Uint32Array;
}

/**
 * Where things are in the program, and how rows come to be reached. Rows are numbered block by block, block 0 being
 * the core. In memory the rows of the core lie first; those of the other blocks take turns in the place behind.
 */
export interface SweepIndex {
	readonly pointCount: number;
	/** Rows of each block: firstRow[block] … firstRow[block + 1] − 1; so too its runs, arcs, gates and points. */
	readonly firstRow: Uint32Array;
	readonly firstRun: Uint32Array;
	readonly firstArc: Uint32Array;
	readonly firstGate: Uint32Array;
	readonly firstPoint: Uint32Array;
	/** Which point is at each place of the program's points. */
	readonly pointAt: Uint32Array;
	/** Row of each point. */
	readonly rowOfPoint: Uint32Array;
	/**
	 * Where a way up the hierarchy that has come to a rank goes on down: entries entryFirst[rank] … entryFirst[rank+1] − 1
	 * name rows and the deciseconds to them.
	 */
	readonly entryFirst: Uint32Array;
	readonly entryRow: Uint32Array;
	readonly entryWeight: Uint16Array;
	/** The summit: ranks from this on, which a batch of sources climbs together rather than one by one. */
	readonly summit: number;
}

/** Sizes that suit a processor's caches; any sizes give the same times. */
export interface LayoutSizes {
	readonly mostRowsABlock?: number;
	readonly summitRanks?: number;
}

export interface SweepLayout {
	readonly program: SweepProgram;
	readonly index: SweepIndex;
}

/**
 * Prepares sweeps down a hierarchy to points; done once for a network and its points, whatever the sources. For times
 * from the points to sources, give the hierarchy reversed.
 */
export function sweepLayout(
	hierarchy: Hierarchy,
	targets: Targets,
	{ mostRowsABlock = MOST_ROWS_A_BLOCK, summitRanks = SUMMIT_RANKS }: LayoutSizes = {}
): SweepLayout {
	const graph = restrictedGraph(hierarchy, targets);
	const summit = Math.max(0, hierarchy.nodeCount - summitRanks);
	const blocks = cutInBlocks(graph, mostRowsABlock);
	const { vertexOfRow, runs, firstRun } = orderRows(graph, blocks);
	const rowOf = new Uint32Array(graph.vertexCount);
	vertexOfRow.forEach((vertex, row) => (rowOf[vertex] = row));
	const rowOfPoint = graph.vertexOfPoint.map((vertex) => rowOf[vertex]);
	const { arcs, gates, firstArc, firstGate } = arcsByBlock(graph, blocks.first, vertexOfRow, rowOf);
	const { points, pointAt, firstPoint } = pointsByBlock(rowOfPoint, blocks.first, graph.vertexCount);
	return {
		program: { runs, arcs, gates, points, ...summitArcs(hierarchy, summit) },
		index: {
			pointCount: rowOfPoint.length,
			firstRow: blocks.first,
			firstRun,
			firstArc,
			firstGate,
			firstPoint,
			pointAt,
			rowOfPoint,
			entryFirst: graph.entryFirst,
			entryRow: graph.entryVertex.map((vertex) => rowOf[vertex]),
			entryWeight: graph.entryWeight,
			summit
		}
	};
}

/** Where in memory a row lies, from the first row of the core, while its block is swept. */
export function byteOfRow(row: number, firstRow: number, coreRows: number): number {
	return (row < coreRows ? row : coreRows + row - firstRow) * ROW_BYTES;
}

function arcsByBlock(
	graph: RestrictedGraph,
	firstRow: Uint32Array,
	vertexOfRow: Uint32Array,
	rowOf: Uint32Array
): Pick<SweepProgram, 'arcs' | 'gates'> & Pick<SweepIndex, 'firstArc' | 'firstGate'> {
	const coreRows = firstRow[1];
	const arcs = new Uint16Array(graph.tail.length * ARC_WORDS);
	const gates: number[] = [];
	const firstArc = new Uint32Array(firstRow.length);
	const firstGate = new Uint32Array(firstRow.length);
	const leastWeight = new Map<number, number>();
	for (let block = 0, word = 0; block + 1 < firstRow.length; block++) {
		leastWeight.clear();
		for (let row = firstRow[block]; row < firstRow[block + 1]; row++) {
			const vertex = vertexOfRow[row];
			for (let arc = graph.first[vertex]; arc < graph.first[vertex + 1]; arc++) {
				const from = rowOf[graph.tail[arc]];
				putArc(arcs, word, byteOfRow(from, firstRow[block], coreRows), graph.weight[arc]);
				word += ARC_WORDS;
				if (block === 0 || from >= coreRows) continue;
				leastWeight.set(from, Math.min(graph.weight[arc], leastWeight.get(from) ?? Infinity));
			}
		}
		for (const [row, weight] of leastWeight) putArc(gates, gates.length, row * ROW_BYTES, weight);
		firstArc[block + 1] = word / ARC_WORDS;
		firstGate[block + 1] = gates.length / ARC_WORDS;
	}
	return { arcs, firstArc, gates: Uint16Array.from(gates), firstGate };
}

/** The way up from the summit's ranks; the summit's rows lie in memory in the order of ranks. */
function summitArcs(
	{ nodeCount, upFirst, upHead, upWeight }: Hierarchy,
	summit: number
): Pick<SweepProgram, 'summitArcs' | 'summitFirst'> {
	const words: number[] = [];
	const first = new Uint32Array(nodeCount - summit + 1);
	for (let rank = summit; rank < nodeCount; rank++) {
		for (let arc = upFirst[rank]; arc < upFirst[rank + 1]; arc++) {
			if (upWeight[arc] > FARTHEST) continue;
			putArc(words, words.length, (upHead[arc] - summit) * ROW_BYTES, upWeight[arc]);
		}
		first[rank - summit + 1] = words.length / ARC_WORDS;
	}
	return { summitArcs: Uint16Array.from(words), summitFirst: first };
}

function putArc(words: Uint16Array | number[], at: number, byte: number, weight: number): void {
	words[at] = byte & 0xffff;
	words[at + 1] = byte >>> 16;
	words[at + 2] = weight;
}

function pointsByBlock(
	rowOfPoint: Uint32Array,
	firstRow: Uint32Array,
	rowCount: number
): Pick<SweepProgram, 'points'> & Pick<SweepIndex, 'pointAt' | 'firstPoint'> {
	const pointOfRow = new Uint32Array(rowCount).fill(NO_POINT);
	rowOfPoint.forEach((row, point) => (pointOfRow[row] = point));
	const points: number[] = [];
	const firstPoint = new Uint32Array(firstRow.length);
	for (let block = 0; block + 1 < firstRow.length; block++) {
		for (let row = firstRow[block]; row < firstRow[block + 1]; row++) {
			if (pointOfRow[row] !== NO_POINT) points.push(byteOfRow(row, firstRow[block], firstRow[1]));
		}
		firstPoint[block + 1] = points.length;
	}
	return { points: Uint32Array.from(points), pointAt: pointOfRow.filter((point) => point !== NO_POINT), firstPoint };
}
