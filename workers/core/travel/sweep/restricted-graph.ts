import { ArcLists, ARC_STRIDE, NODE_STRIDE } from '../hierarchy/arc-lists.ts';
import { rankOfNode, type Hierarchy } from '../hierarchy/hierarchy.ts';
import type { Attachments } from '../search-graph.ts';
import { bypass, link, type ArcsBothWays } from './bypass.ts';
import { FARTHEST } from './lanes.ts';

/** A rank that leads to no point. */
const NO_VERTEX = 0xffff_ffff;

/**
 * What is left of a hierarchy's way down when only the times at some points are wanted: vertices so numbered that
 * every arc leads from a higher to a lower one. A vertex stands for a node of the hierarchy or for a point.
 *
 * Source: RPHAST, Delling, Goldberg, Werneck, "Faster batched shortest paths in road networks", ATMOS 2011. Points as
 * vertices, and ways that pass straight through a vertex taken from it (see `bypass`), are this project's.
 */
export interface RestrictedGraph {
	readonly vertexCount: number;
	/** vertexCount + 1 offsets into tail and weight: the arcs that reach a vertex. */
	readonly first: Uint32Array;
	readonly tail: Uint32Array;
	/** Deciseconds, at most FARTHEST. */
	readonly weight: Uint16Array;
	/** Every point has one, whether a way leads to it or not. */
	readonly vertexOfPoint: Uint32Array;
	/**
	 * Where a way up the hierarchy that has come to a rank goes on down: entries entryFirst[rank] … entryFirst[rank+1] − 1
	 * name vertices and the deciseconds to them. None where the rank leads to no point.
	 */
	readonly entryFirst: Uint32Array;
	readonly entryVertex: Uint32Array;
	readonly entryWeight: Uint16Array;
}

/** The points wanted: things attached to nodes, or the nodes of the graph themselves, point p being node p. */
export type Targets = Attachments | 'nodes';

/** A graph in the making: lists of arcs in both directions between vertices, those of points before those of ranks. */
interface Draft {
	readonly arcs: ArcsBothWays;
	readonly vertexCount: number;
	/** Vertices that stay whatever passes through them. */
	readonly isPoint: Uint8Array;
	readonly vertexOfPoint: Uint32Array;
	/** Vertex of each rank, or NO_VERTEX. */
	readonly vertexOfRank: Uint32Array;
}

/** Restricts the way down of a hierarchy to what leads to the points, and bypasses the vertices that cost more than they save. */
export function restrictedGraph(hierarchy: Hierarchy, targets: Targets): RestrictedGraph {
	const draft = targets === 'nodes' ? draftToNodes(hierarchy) : draftToPoints(hierarchy, targets);
	addDownArcs(draft, hierarchy);
	return finish(draft, bypass(draft.arcs, draft.isPoint));
}

function draftToNodes(hierarchy: Hierarchy): Draft {
	const { nodeCount } = hierarchy;
	return {
		arcs: noArcs(nodeCount),
		vertexCount: nodeCount,
		isPoint: new Uint8Array(nodeCount).fill(1),
		vertexOfPoint: rankOfNode(hierarchy),
		vertexOfRank: Uint32Array.from({ length: nodeCount }, (_, rank) => rank)
	};
}

function draftToPoints(hierarchy: Hierarchy, { first, node, deciseconds }: Attachments): Draft {
	const { nodeCount, downFirst, downTail } = hierarchy;
	const rankOf = rankOfNode(hierarchy);
	const pointCount = first.length - 1;
	const leadsToPoint = new Uint8Array(nodeCount);
	node.forEach((at, entry) => {
		if (deciseconds[entry] <= FARTHEST) leadsToPoint[rankOf[at]] = 1;
	});
	const vertexOfRank = new Uint32Array(nodeCount).fill(NO_VERTEX);
	let vertexCount = pointCount;
	for (let rank = 0; rank < nodeCount; rank++) {
		if (leadsToPoint[rank] === 0) continue;
		vertexOfRank[rank] = vertexCount++;
		for (let arc = downFirst[rank]; arc < downFirst[rank + 1]; arc++) leadsToPoint[downTail[arc]] = 1;
	}
	const arcs = noArcs(vertexCount);
	const vertexOfPoint = Uint32Array.from({ length: pointCount }, (_, point) => point);
	for (let point = 0; point < pointCount; point++) {
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			if (deciseconds[entry] > FARTHEST) continue;
			link(arcs, vertexOfRank[rankOf[node[entry]]], point, deciseconds[entry]);
		}
	}
	return {
		arcs,
		vertexCount,
		isPoint: new Uint8Array(vertexCount).fill(1, 0, pointCount),
		vertexOfPoint,
		vertexOfRank
	};
}

function noArcs(vertexCount: number): ArcsBothWays {
	return { into: new ArcLists(vertexCount, () => 2), out: new ArcLists(vertexCount, () => 2) };
}

function addDownArcs(draft: Draft, { nodeCount, downFirst, downTail, downWeight }: Hierarchy): void {
	const { arcs, vertexOfRank } = draft;
	for (let rank = 0; rank < nodeCount; rank++) {
		if (vertexOfRank[rank] === NO_VERTEX) continue;
		for (let arc = downFirst[rank]; arc < downFirst[rank + 1]; arc++) {
			if (downWeight[arc] <= FARTHEST) link(arcs, vertexOfRank[downTail[arc]], vertexOfRank[rank], downWeight[arc]);
		}
	}
}

/** Numbers the vertices that stay, in their order, and lists what leads to them. */
function finish(draft: Draft, bypassed: Uint8Array): RestrictedGraph {
	const { vertexCount, vertexOfRank } = draft;
	const { into, out } = draft.arcs;
	const newOf = new Uint32Array(vertexCount).fill(NO_VERTEX);
	let stays = 0;
	let arcCount = 0;
	for (let vertex = 0; vertex < vertexCount; vertex++) {
		if (bypassed[vertex]) continue;
		newOf[vertex] = stays++;
		arcCount += into.count(vertex);
	}
	const first = new Uint32Array(stays + 1);
	const tail = new Uint32Array(arcCount);
	const weight = new Uint16Array(arcCount);
	const entryFirst = new Uint32Array(vertexOfRank.length + 1);
	for (let vertex = 0, arc = 0; vertex < vertexCount; vertex++) {
		if (bypassed[vertex]) continue;
		arc = copyArcs(into, vertex, newOf, tail, weight, arc);
		first[newOf[vertex] + 1] = arc;
	}
	vertexOfRank.forEach((vertex, rank) => {
		const entries = vertex === NO_VERTEX ? 0 : bypassed[vertex] ? out.count(vertex) : 1;
		entryFirst[rank + 1] = entryFirst[rank] + entries;
	});
	const entryVertex = new Uint32Array(entryFirst[vertexOfRank.length]);
	const entryWeight = new Uint16Array(entryVertex.length);
	vertexOfRank.forEach((vertex, rank) => {
		if (vertex === NO_VERTEX) return;
		if (bypassed[vertex]) copyArcs(out, vertex, newOf, entryVertex, entryWeight, entryFirst[rank]);
		else entryVertex[entryFirst[rank]] = newOf[vertex];
	});
	const vertexOfPoint = draft.vertexOfPoint.map((vertex) => newOf[vertex]);
	return { vertexCount: stays, first, tail, weight, vertexOfPoint, entryFirst, entryVertex, entryWeight };
}

/** Copies the arcs of a vertex, their other ends renumbered, to where `at` points; answers the place after them. */
function copyArcs(
	lists: ArcLists,
	vertex: number,
	newOf: Uint32Array,
	others: Uint32Array,
	weights: Uint16Array,
	at: number
): number {
	const start = lists.node[vertex * NODE_STRIDE];
	const count = lists.count(vertex);
	for (let i = 0; i < count; i++) {
		others[at + i] = newOf[lists.arc[start + i * ARC_STRIDE]];
		weights[at + i] = lists.arc[start + i * ARC_STRIDE + 1];
	}
	return at + count;
}
