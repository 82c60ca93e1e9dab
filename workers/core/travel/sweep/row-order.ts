import type { Blocks } from './blocks.ts';
import type { RestrictedGraph } from './restricted-graph.ts';

/** Rows in the order in which a sweep computes them, in runs: rows of as many arcs each, none of which needs another. */
export interface RowOrder {
	/** Vertex of each row; rows of a block lie together, blocks in their order. */
	readonly vertexOfRow: Uint32Array;
	/** Per run: arcs of each of its rows, then how many rows. */
	readonly runs: Uint32Array;
	/** One offset more than there are blocks: the runs of each block. */
	readonly firstRun: Uint32Array;
}

/** Orders each block so that a row comes after those it needs, in runs as long as may be: of the rows ready, always those of the commonest number of arcs. */
export function orderRows(graph: RestrictedGraph, blocks: Blocks): RowOrder {
	const { vertexCount, first, tail } = graph;
	const blockOf = new Uint32Array(vertexCount);
	for (let block = 0; block + 1 < blocks.first.length; block++) {
		for (let i = blocks.first[block]; i < blocks.first[block + 1]; i++) blockOf[blocks.vertex[i]] = block;
	}
	const outward = arcsOut(graph);
	const needs = new Uint32Array(vertexCount);
	for (let vertex = 0; vertex < vertexCount; vertex++) {
		for (let arc = first[vertex]; arc < first[vertex + 1]; arc++) {
			if (blockOf[tail[arc]] === blockOf[vertex]) needs[vertex] += 1;
		}
	}
	const vertexOfRow = new Uint32Array(vertexCount);
	const runs: number[] = [];
	const firstRun = [0];
	let row = 0;
	for (let block = 0; block + 1 < blocks.first.length; block++) {
		const ready = new ReadyByDegree();
		const makeReady = (vertex: number) => ready.add(vertex, first[vertex + 1] - first[vertex]);
		for (const vertex of blocks.vertex.subarray(blocks.first[block], blocks.first[block + 1])) {
			if (needs[vertex] === 0) makeReady(vertex);
		}
		for (let run = ready.takeLongest(); run !== null; run = ready.takeLongest()) {
			runs.push(run.degree, run.vertices.length);
			for (const vertex of run.vertices) {
				vertexOfRow[row++] = vertex;
				for (let arc = outward.first[vertex]; arc < outward.first[vertex + 1]; arc++) {
					const head = outward.head[arc];
					if (blockOf[head] === block && --needs[head] === 0) makeReady(head);
				}
			}
		}
		firstRun.push(runs.length / 2);
	}
	return { vertexOfRow, runs: Uint32Array.from(runs), firstRun: Uint32Array.from(firstRun) };
}

/** Vertices ready to be computed, by how many arcs reach them. */
class ReadyByDegree {
	readonly #lists: number[][] = [];

	add(vertex: number, degree: number): void {
		while (this.#lists.length <= degree) this.#lists.push([]);
		this.#lists[degree].push(vertex);
	}

	takeLongest(): { degree: number; vertices: number[] } | null {
		let longest = 0;
		this.#lists.forEach((list, degree) => {
			if (list.length > this.#lists[longest].length) longest = degree;
		});
		const vertices = this.#lists[longest] ?? [];
		if (vertices.length === 0) return null;
		this.#lists[longest] = [];
		return { degree: longest, vertices };
	}
}

function arcsOut({ vertexCount, first, tail }: RestrictedGraph): { first: Uint32Array; head: Uint32Array } {
	const outFirst = new Uint32Array(vertexCount + 1);
	for (const vertex of tail) outFirst[vertex + 1] += 1;
	for (let vertex = 0; vertex < vertexCount; vertex++) outFirst[vertex + 1] += outFirst[vertex];
	const cursor = outFirst.slice(0, vertexCount);
	const head = new Uint32Array(tail.length);
	for (let vertex = 0; vertex < vertexCount; vertex++) {
		for (let arc = first[vertex]; arc < first[vertex + 1]; arc++) head[cursor[tail[arc]]++] = vertex;
	}
	return { first: outFirst, head };
}
