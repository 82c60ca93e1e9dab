import { ARC_STRIDE, NODE_STRIDE, type ArcLists } from '../hierarchy/arc-lists.ts';
import { FARTHEST } from './lanes.ts';

/** Arcs between vertices, listed at both ends. */
export interface ArcsBothWays {
	readonly into: ArcLists;
	readonly out: ArcLists;
}

/** Adds an arc; of several between the same vertices the quickest stays. */
export function link({ into, out }: ArcsBothWays, tail: number, head: number, weight: number): void {
	into.add(head, tail, weight, 1);
	out.add(tail, head, weight, 1);
}

/** A vertex with more arcs out than this, or more pairs of an arc in and one out, is not tried. */
const MOST_OUT = 16;
const MOST_PAIRS = 60;
/** What a vertex costs a sweep beside its arcs, in arcs. */
const COST_OF_VERTEX = 1;

/**
 * Bypasses, from the lowest up, every vertex that is no point and whose arcs would be no more numerous if they were
 * joined two by two: a sweep then does without it. Its own list of arcs out stays as it was: these are the entries of
 * its rank. Vertices are numbered so that every arc leads from a higher to a lower one.
 *
 * @returns flags of the vertices bypassed
 */
export function bypass(arcs: ArcsBothWays, isPoint: Uint8Array): Uint8Array {
	const { into, out } = arcs;
	const bypassed = new Uint8Array(isPoint.length);
	for (let vertex = 0; vertex < isPoint.length; vertex++) {
		const [arriving, leaving] = [into.count(vertex), out.count(vertex)];
		if (isPoint[vertex] || leaving > MOST_OUT || arriving * leaving > MOST_PAIRS) continue;
		if (pairsToAdd(arcs, vertex) > arriving + leaving + COST_OF_VERTEX) continue;
		bypassed[vertex] = 1;
		joinArcs(arcs, vertex);
	}
	return bypassed;
}

/** Pairs of an arc into a vertex and one out of it whose ends no arc joins yet. */
function pairsToAdd({ into, out }: ArcsBothWays, vertex: number): number {
	let pairs = 0;
	const [start, outStart] = [into.node[vertex * NODE_STRIDE], out.node[vertex * NODE_STRIDE]];
	for (let from = start; from < start + into.count(vertex) * ARC_STRIDE; from += ARC_STRIDE) {
		const tail = into.arc[from];
		for (let to = outStart; to < outStart + out.count(vertex) * ARC_STRIDE; to += ARC_STRIDE) {
			if (!out.has(tail, out.arc[to])) pairs += 1;
		}
	}
	return pairs;
}

/** Joins the arcs through a vertex two by two and takes it from the lists of the vertices above; its own lists stay as they were. */
function joinArcs(arcs: ArcsBothWays, vertex: number): void {
	const { into, out } = arcs;
	const [start, outStart] = [into.node[vertex * NODE_STRIDE], out.node[vertex * NODE_STRIDE]];
	const outEnd = outStart + out.count(vertex) * ARC_STRIDE;
	for (let from = start; from < start + into.count(vertex) * ARC_STRIDE; from += ARC_STRIDE) {
		const tail = into.arc[from];
		out.remove(tail, vertex);
		for (let to = outStart; to < outEnd; to += ARC_STRIDE) {
			const weight = into.arc[from + 1] + out.arc[to + 1];
			if (weight <= FARTHEST) link(arcs, tail, out.arc[to], weight);
		}
	}
	for (let to = outStart; to < outEnd; to += ARC_STRIDE) into.remove(out.arc[to], vertex);
}
