import type { BuiltEdges } from './edges.ts';

/** Junction at which a directed edge ends. */
export function headOf(edges: BuiltEdges, directed: number): number {
	return (directed & 1) === 0 ? edges.head[directed >> 1] : edges.tail[directed >> 1];
}

/** Junction at which a directed edge starts. */
export function tailOf(edges: BuiltEdges, directed: number): number {
	return headOf(edges, directed ^ 1);
}

/** The directed edges that leave each junction, open or closed: one for each end of a road there. */
export class LeavingEdges {
	/** junctionCount + 1 offsets into `edge`. */
	readonly first: Uint32Array;
	readonly edge: Uint32Array;

	constructor(edges: BuiltEdges) {
		const directedCount = 2 * edges.edgeCount;
		this.first = new Uint32Array(edges.junctionCount + 1);
		for (let edge = 0; edge < directedCount; edge++) this.first[tailOf(edges, edge) + 1]++;
		for (let i = 0; i < edges.junctionCount; i++) this.first[i + 1] += this.first[i];
		const cursor = this.first.slice();
		this.edge = new Uint32Array(directedCount);
		for (let edge = 0; edge < directedCount; edge++) this.edge[cursor[tailOf(edges, edge)]++] = edge;
	}

	/** Directed edges that leave a junction. */
	at(junction: number): number[] {
		return Array.from(this.edge.subarray(this.first[junction], this.first[junction + 1]));
	}
}
