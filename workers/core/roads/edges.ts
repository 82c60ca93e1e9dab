import type { RoadNetwork } from '#domain/road-network.ts';
import { haversineMetres } from './distance.ts';
import { NO_SPOT, type Junctions } from './junctions.ts';
import { isOpenBackward, isOpenForward, reversedTraits, type WayUses } from './way-uses.ts';

/** Moving time of a direction that may not be taken. */
export const CLOSED = 0xffff_ffff;
/** No edge takes more, deciseconds (two days): a longer one is a slip of the data, and searches count on a bound. */
export const LONGEST_EDGE = 1_728_000;
/** Degrees are kept as whole ten-millionths, as OSM has them. */
export const UNITS_PER_DEGREE = 1e7;
/** Share of an edge's time at a vertex is kept in steps of 1/65535. */
export const FULL_SHARE = 0xffff;

/**
 * Roads between junctions. Each edge has a direction of its own ("forward") and may be open in one direction or both.
 * Directed edge 2e runs forward along edge e, 2e + 1 backward.
 */
export interface RoadEdges {
	readonly edgeCount: number;
	/** edgeCount + 1 offsets into the vertex arrays; an edge's first vertex is its tail, its last one its head. */
	readonly firstVertex: Uint32Array;
	/** Ten-millionths of a degree. */
	readonly vertexLon: Int32Array;
	readonly vertexLat: Int32Array;
	/** Share of the edge's time before the vertex, 0 … 65535; going backward, what is left of it. */
	readonly share: Uint16Array;
	/** Moving time by directed edge, deciseconds; CLOSED where it may not be taken. */
	readonly moving: Uint32Array;
	/** Time beside moving, either way, deciseconds (IGN's sections in town): what a peak factor leaves alone. */
	readonly fixed: Uint16Array;
	/** Traits of each edge, seen forward (see way-uses.ts). */
	readonly traits: Uint8Array;
}

/** Edges with what only the building of the graph needs. */
export interface BuiltEdges extends RoadEdges {
	readonly junctionCount: number;
	/** Junction at each edge's first and last vertex. */
	readonly tail: Uint32Array;
	readonly head: Uint32Array;
	/** Way of each edge's first and last segment. */
	readonly firstWay: Uint32Array;
	readonly lastWay: Uint32Array;
	/** Node of the network at each junction; several junctions share a blocked node, one for each road that ends there. */
	readonly junctionNode: Uint32Array;
}

/** Compresses the ways in use into edges between junctions, each weight rounded once. */
export function buildEdges(network: RoadNetwork, uses: WayUses, junctions: Junctions): BuiltEdges {
	const builder = new EdgeBuilder(network, uses, junctions);
	const { wayFirst, wayNodes } = network;
	const isEdgeStart = (spot: number) => junctions.isJunction[wayNodes[spot]] === 1;
	for (let way = 0; way + 1 < wayFirst.length; way++) {
		if (uses.useOfWay[way] === null) continue;
		for (let spot = wayFirst[way]; spot < wayFirst[way + 1]; spot++) {
			if (!isEdgeStart(spot)) continue;
			if (spot + 1 < wayFirst[way + 1]) builder.follow(spot, 1);
			if (spot > wayFirst[way]) builder.follow(spot, -1);
		}
	}
	builder.followRings();
	return builder.finish();
}

class EdgeBuilder {
	readonly #network: RoadNetwork;
	readonly #uses: WayUses;
	readonly #junctions: Junctions;
	/** 1 where the segment from this spot to the next one already belongs to an edge. */
	readonly #isTaken: Uint8Array;
	readonly #junctionOfNode: Uint32Array;
	readonly #junctionNode: number[] = [];
	readonly #tail: number[] = [];
	readonly #head: number[] = [];
	readonly #firstWay: number[] = [];
	readonly #lastWay: number[] = [];
	readonly #traits: number[] = [];
	readonly #moving: number[] = [];
	readonly #fixed: number[] = [];
	readonly #firstVertex: number[] = [0];
	/** Every segment gives one vertex and every edge one more: at most two a spot. */
	readonly #vertexNode: Uint32Array;
	/** Seconds between the edge's first vertex and each vertex, in a direction that is open. */
	readonly #seconds: Float64Array;
	#vertexCount = 0;

	constructor(network: RoadNetwork, uses: WayUses, junctions: Junctions) {
		this.#network = network;
		this.#uses = uses;
		this.#junctions = junctions;
		const spots = network.wayNodes.length;
		this.#isTaken = new Uint8Array(spots);
		this.#junctionOfNode = new Uint32Array(network.nodeLon.length).fill(NO_SPOT);
		this.#vertexNode = new Uint32Array(2 * spots);
		this.#seconds = new Float64Array(2 * spots);
	}

	/** Follows the road from a junction until the next one, and keeps it as an edge. */
	follow(startSpot: number, startStep: 1 | -1): void {
		if (this.#isTaken[startStep === 1 ? startSpot : startSpot - 1] === 1) return;
		const { wayNodes, wayFirst } = this.#network;
		const { isJunction, wayOfSpot } = this.#junctions;
		const firstWay = wayOfSpot[startSpot];
		const sums = { forward: 0, backward: 0, fixed: 0 };
		let spot = startSpot;
		let step = startStep;
		this.#addVertex(wayNodes[spot], sums);
		for (;;) {
			this.#isTaken[step === 1 ? spot : spot - 1] = 1;
			this.#addSegment(spot, step, sums);
			spot += step;
			const node = wayNodes[spot];
			if (isJunction[node] === 1) {
				this.#addVertex(node, sums);
				break;
			}
			this.#addVertex(node, sums);
			const way = wayOfSpot[spot];
			if (spot === (step === 1 ? wayFirst[way + 1] - 1 : wayFirst[way])) {
				spot = this.#otherEnd(node, spot);
				step = spot === wayFirst[wayOfSpot[spot]] ? 1 : -1;
			}
		}
		const traits = this.#uses.traits[firstWay];
		this.#addEdge(wayNodes[startSpot], wayNodes[spot], startStep === 1 ? traits : reversedTraits(traits), sums);
		this.#firstWay.push(firstWay);
		this.#lastWay.push(wayOfSpot[spot]);
	}

	/** Closed roads that meet no other: each becomes one loop, cut where its first way starts. */
	followRings(): void {
		const { wayFirst, wayNodes } = this.#network;
		for (let way = 0; way + 1 < wayFirst.length; way++) {
			const start = wayFirst[way];
			if (this.#uses.useOfWay[way] === null || wayFirst[way + 1] - start < 2 || this.#isTaken[start] === 1) continue;
			this.#junctions.isJunction[wayNodes[start]] = 1;
			this.follow(start, 1);
		}
	}

	#otherEnd(node: number, spot: number): number {
		const { firstEnd, secondEnd } = this.#junctions;
		return firstEnd[node] === spot ? secondEnd[node] : firstEnd[node];
	}

	#addSegment(spot: number, step: 1 | -1, sums: Sums): void {
		const { wayNodes, nodeLon, nodeLat } = this.#network;
		const uses = this.#uses;
		const way = this.#junctions.wayOfSpot[spot];
		const [a, b] = [wayNodes[spot], wayNodes[spot + step]];
		const metres = haversineMetres(nodeLon[a], nodeLat[a], nodeLon[b], nodeLat[b]);
		const along = step === 1 ? uses.forwardSecondsPerMetre[way] : uses.backwardSecondsPerMetre[way];
		const against = step === 1 ? uses.backwardSecondsPerMetre[way] : uses.forwardSecondsPerMetre[way];
		sums.forward += metres * along;
		sums.backward += metres * against;
		sums.fixed += metres * uses.fixedSecondsPerMetre[way];
	}

	#addVertex(node: number, sums: Sums): void {
		const vertex = this.#vertexCount++;
		this.#vertexNode[vertex] = node;
		// Where both directions are open their speeds keep one ratio along an edge, so either tells the share.
		this.#seconds[vertex] = Math.max(sums.forward, sums.backward) + sums.fixed;
	}

	#addEdge(tailNode: number, headNode: number, traits: number, sums: Sums): void {
		this.#tail.push(this.#junctionAt(tailNode));
		this.#head.push(this.#junctionAt(headNode));
		this.#traits.push(traits);
		this.#moving.push(
			isOpenForward(traits) ? deciseconds(sums.forward) : CLOSED,
			isOpenBackward(traits) ? deciseconds(sums.backward) : CLOSED
		);
		this.#fixed.push(Math.round(sums.fixed * 10));
		this.#firstVertex.push(this.#vertexCount);
	}

	#junctionAt(node: number): number {
		const known = this.#junctionOfNode[node];
		if (known !== NO_SPOT && this.#junctions.isBlocked[node] === 0) return known;
		this.#junctionNode.push(node);
		return (this.#junctionOfNode[node] = this.#junctionNode.length - 1);
	}

	finish(): BuiltEdges {
		const { nodeLon, nodeLat } = this.#network;
		const vertexCount = this.#vertexCount;
		const edgeCount = this.#tail.length;
		const vertexLon = new Int32Array(vertexCount);
		const vertexLat = new Int32Array(vertexCount);
		const share = new Uint16Array(vertexCount);
		for (let edge = 0; edge < edgeCount; edge++) {
			const [start, end] = [this.#firstVertex[edge], this.#firstVertex[edge + 1]];
			const whole = this.#seconds[end - 1];
			for (let vertex = start; vertex < end; vertex++) {
				const node = this.#vertexNode[vertex];
				vertexLon[vertex] = Math.round(nodeLon[node] * UNITS_PER_DEGREE);
				vertexLat[vertex] = Math.round(nodeLat[node] * UNITS_PER_DEGREE);
				share[vertex] = whole > 0 ? Math.round((this.#seconds[vertex] / whole) * FULL_SHARE) : 0;
			}
			// A road without length has no middle: its ends still differ.
			share[end - 1] = FULL_SHARE;
		}
		return {
			edgeCount,
			firstVertex: Uint32Array.from(this.#firstVertex),
			vertexLon,
			vertexLat,
			share,
			moving: Uint32Array.from(this.#moving),
			fixed: Uint16Array.from(this.#fixed),
			traits: Uint8Array.from(this.#traits),
			junctionCount: this.#junctionNode.length,
			tail: Uint32Array.from(this.#tail),
			head: Uint32Array.from(this.#head),
			firstWay: Uint32Array.from(this.#firstWay),
			lastWay: Uint32Array.from(this.#lastWay),
			junctionNode: Uint32Array.from(this.#junctionNode)
		};
	}
}

/** Seconds along an edge from its first vertex: moving forward, moving backward (0 where closed), and beside. */
interface Sums {
	forward: number;
	backward: number;
	fixed: number;
}

function deciseconds(seconds: number): number {
	return Math.min(LONGEST_EDGE, Math.round(seconds * 10));
}
