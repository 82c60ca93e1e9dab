import type { LonLat } from '#domain/geometry.ts';
import { simplifiedVertices } from '../geo/simplify.ts';

/** A line as ranks of nodes. */
export type NodeLine = ArrayLike<number>;

/** Degrees of nodes by rank. */
export interface NodePositions {
	readonly lon: ArrayLike<number>;
	readonly lat: ArrayLike<number>;
}

/** What a line may be off by: a few pixels where a commune fills a screen, and less than 1 % of its length but on mountain bends. */
const TOLERANCE_METRES = 10;
/** 1e-5 degree is a metre. */
const ROUNDING = 1e5;

/**
 * Long lines made of short ones: two of them become one where they meet end to end at a node that no other line touches.
 * No line is lost or cut; a line may come out reversed.
 * @param nodeCount every rank of node is below it
 */
export function joinLines(lines: readonly NodeLine[], nodeCount: number): number[][] {
	const uses = nodeUses(lines, nodeCount);
	/** The one or two lines that end at a node of two uses; −1 where there is none. */
	const firstAt = new Int32Array(nodeCount).fill(-1);
	const secondAt = new Int32Array(nodeCount).fill(-1);
	for (let rank = 0; rank < lines.length; rank++) {
		const line = lines[rank];
		for (const node of [line[0], line[line.length - 1]]) {
			if (uses[node] === 2) (firstAt[node] === -1 ? firstAt : secondAt)[node] = rank;
		}
	}
	const isTaken = new Uint8Array(lines.length);
	/** The line not yet taken that goes on from a node, −1 when there is none. */
	const next = (node: number): number => {
		if (secondAt[node] === -1) return -1;
		if (!isTaken[firstAt[node]]) return firstAt[node];
		return isTaken[secondAt[node]] ? -1 : secondAt[node];
	};
	return lines.flatMap((line, rank) => {
		if (isTaken[rank]) return [];
		isTaken[rank] = 1;
		const after = followed(lines, line[line.length - 1], next, isTaken);
		const before = followed(lines, line[0], next, isTaken).reverse();
		return [[...before, ...Array.from(line), ...after]];
	});
}

/** The nodes that come after `node`, itself left out, along the lines that go on from it; they are marked as taken. */
function followed(
	lines: readonly NodeLine[],
	node: number,
	next: (node: number) => number,
	isTaken: Uint8Array
): number[] {
	const nodes: number[] = [];
	let end = node;
	for (let rank = next(end); rank !== -1; rank = next(end)) {
		isTaken[rank] = 1;
		const line = Array.from(lines[rank]);
		if (line[0] !== end) line.reverse();
		for (const one of line.slice(1)) nodes.push(one);
		end = line[line.length - 1];
	}
	return nodes;
}

/** How often each node is used: once at the end of a line, twice within; counts stop at 3. */
function nodeUses(lines: readonly NodeLine[], nodeCount: number): Uint8Array {
	const uses = new Uint8Array(nodeCount);
	for (const line of lines) {
		for (let i = 0; i < line.length; i++) {
			uses[line[i]] = Math.min(3, uses[line[i]] + (i === 0 || i === line.length - 1 ? 1 : 2));
		}
	}
	return uses;
}

/**
 * The lines as degrees to five decimals, simplified within TOLERANCE_METRES. Nodes where lines meet stay, so that what was
 * connected still is; the ends of a line stay.
 */
export function simplifyLines(lines: readonly NodeLine[], { lon, lat }: NodePositions): LonLat[][] {
	const uses = nodeUses(lines, lon.length);
	return lines.map((line) => {
		const lineLon = new Float64Array(line.length);
		const lineLat = new Float64Array(line.length);
		for (let i = 0; i < line.length; i++) {
			lineLon[i] = lon[line[i]];
			lineLat[i] = lat[line[i]];
		}
		// Within a line a node is used twice; a third use is another line's, or its own where it crosses itself.
		const isJunction = (vertex: number) => uses[line[vertex]] > 2;
		return simplifiedVertices(lineLon, lineLat, TOLERANCE_METRES, isJunction).map((vertex) =>
			roundedPosition(lineLon[vertex], lineLat[vertex])
		);
	});
}

/** Degrees to five decimals. */
export function roundedPosition(lon: number, lat: number): LonLat {
	return [Math.round(lon * ROUNDING) / ROUNDING, Math.round(lat * ROUNDING) / ROUNDING];
}
