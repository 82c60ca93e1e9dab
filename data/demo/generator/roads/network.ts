import { crossing, distance, between, projectOnSegment, type Point } from '../tools/geometry.ts';
import type { RoadClass } from './road-classes.ts';

/** What a road is, the same along its whole length. */
export interface Road {
	readonly road: RoadClass;
	/** Number of the route it belongs to; −1 for streets. */
	readonly route: number;
	name?: string;
	oneway?: boolean;
	/** A ring: junction=roundabout. */
	roundabout?: boolean;
	/** Kilometres an hour, signed. */
	maxspeed?: number;
	/** Stands apart from the ground's network: it meets it at its own ends alone. */
	elevated?: boolean;
	/** No house, no street opens on it. */
	bare?: boolean;
}

/** A straight piece of a road between two nodes, in the road's direction. */
export interface Piece {
	a: number;
	b: number;
	readonly road: number;
	/** Place along its road: pieces of a road sorted by it follow one another. */
	readonly order: number;
	bridge: boolean;
	gone: boolean;
}

const MESH = 120;
/** A crossing this near to a node is that node. */
const MERGE = 7;
/** Nearer than this, metres, two things touch: arithmetic tells no better. */
const TOUCH = 0.05;

/** A plane network of roads: whatever crosses meets in a node. */
export class Network {
	readonly x: number[] = [];
	readonly y: number[] = [];
	readonly roads: Road[] = [];
	readonly pieces: Piece[] = [];
	/** Living pieces at each node. */
	readonly piecesAt: number[][] = [];
	private readonly pieceMesh = new Map<number, number[]>();
	private readonly nodeMesh = new Map<number, number[]>();
	private orders = 0;

	point(node: number): Point {
		return [this.x[node], this.y[node]];
	}

	addNode(p: Point): number {
		const node = this.x.length;
		this.x.push(p[0]);
		this.y.push(p[1]);
		this.piecesAt.push([]);
		meshOf(this.nodeMesh, mesh(p)).push(node);
		return node;
	}

	addRoad(road: Road): number {
		this.roads.push(road);
		return this.roads.length - 1;
	}

	/** Draws a road along a line. Its ends meet what lies within `snap` metres; it meets all it crosses. */
	draw(line: readonly Point[], road: number, snap = MERGE): number {
		let at = this.nodeNear(line[0], snap) ?? this.addNode(line[0]);
		for (let i = 1; i < line.length; i++) {
			const reach = i === line.length - 1 ? snap : MERGE;
			const next = this.nodeNear(line[i], reach) ?? this.addNode(line[i]);
			this.link(at, next, road);
			at = next;
		}
		return at;
	}

	/** Joins two nodes, straight but for what it meets on the way. */
	link(from: number, to: number, road: number): void {
		let at = from;
		for (let guard = 0; guard < 60 && at !== to; guard++) {
			const next = this.roads[road].elevated ? to : this.nextMet(at, to);
			if (next === at) return;
			this.addPiece(at, next, road);
			at = next;
		}
	}

	/** The first node met on the straight way between two. Going to a node a little aside may meet another piece first. */
	private nextMet(at: number, to: number): number {
		const first = this.firstCrossing(this.point(at), this.point(to), [at, to]);
		if (first === null) return to;
		let next = this.meetAt(first.piece, first.point);
		for (;;) {
			const hit = this.firstCrossing(this.point(at), this.point(next), [at, next]);
			if (hit === null || distance(this.point(at), hit.point) < TOUCH) return next;
			next = this.cut(hit.piece, hit.point);
		}
	}

	/** The node of the ground's network at p or within `reach`, on a piece if need be; null when nothing is there. */
	nodeNear(p: Point, reach: number): number | null {
		const node = this.nearestNode(p, reach);
		if (node !== null) return node;
		const piece = this.nearestPiece(p, reach);
		return piece === null ? null : this.meetAt(piece.piece, piece.point);
	}

	nearestNode(p: Point, reach: number): number | null {
		let best: number | null = null;
		let metres = reach;
		around(p, reach, (key) => {
			for (const node of this.nodeMesh.get(key) ?? []) {
				const d = distance(p, this.point(node));
				if (d <= metres && this.piecesAt[node].some((s) => !this.isElevated(s))) [best, metres] = [node, d];
			}
		});
		return best;
	}

	/** Nodes of the ground's network within `reach` of p, in the order they were made. */
	nodesWithin(p: Point, reach: number): number[] {
		const found: number[] = [];
		around(p, reach, (key) => {
			for (const node of this.nodeMesh.get(key) ?? []) {
				if (distance(p, this.point(node)) <= reach && this.piecesAt[node].length > 0) found.push(node);
			}
		});
		return found.sort((a, b) => a - b);
	}

	/** The piece between a node and the far end `towards` of the piece it cut. */
	pieceBeyond(node: number, towards: number): number {
		const piece = this.piecesAt[node].find((s) => this.other(s, node) === towards);
		if (piece === undefined) throw new Error(`No piece joins nodes ${node} and ${towards}`);
		return piece;
	}

	nearestPiece(p: Point, reach: number): { piece: number; point: Point; metres: number } | null {
		let best: { piece: number; point: Point; metres: number } | null = null;
		let nearest = reach;
		around(p, reach, (key) => {
			for (const piece of this.pieceMesh.get(key) ?? []) {
				const { a, b, gone } = this.pieces[piece];
				if (gone) continue;
				const { t, metres } = projectOnSegment(p, this.point(a), this.point(b));
				if (metres > nearest) continue;
				nearest = metres;
				best = { piece, point: between(this.point(a), this.point(b), t), metres };
			}
		});
		return best;
	}

	/** The first piece a straight line meets on its way, pieces at the given nodes left aside. */
	firstCrossing(p: Point, q: Point, except: readonly number[]): { piece: number; point: Point; t: number } | null {
		let best: { piece: number; point: Point; t: number } | null = null;
		along(p, q, (key) => {
			for (const piece of this.pieceMesh.get(key) ?? []) {
				const { a, b, gone } = this.pieces[piece];
				if (gone || except.includes(a) || except.includes(b)) continue;
				const hit = crossing(p, q, this.point(a), this.point(b));
				if (hit && (best === null || hit.t < best.t)) best = { piece, point: between(p, q, hit.t), t: hit.t };
			}
		});
		return best;
	}

	/** The node where a piece is met: one of its ends when near enough, else a new one that cuts it. */
	meetAt(piece: number, p: Point): number {
		const { a, b } = this.pieces[piece];
		if (distance(p, this.point(a)) < MERGE) return a;
		if (distance(p, this.point(b)) < MERGE) return b;
		return this.cut(piece, p);
	}

	/** Cuts a piece in two at a new node. */
	cut(piece: number, p: Point): number {
		const { a, b, road, order, bridge } = this.pieces[piece];
		const node = this.addNode(p);
		const share = distance(this.point(a), p) / (distance(this.point(a), p) + distance(p, this.point(b)) || 1);
		const span = this.span(piece);
		this.remove(piece);
		this.store({ a, b: node, road, order, bridge, gone: false }, span * share);
		this.store({ a: node, b, road, order: order + span * share, bridge, gone: false }, span * (1 - share));
		return node;
	}

	remove(piece: number): void {
		this.pieces[piece].gone = true;
		for (const node of [this.pieces[piece].a, this.pieces[piece].b]) {
			const list = this.piecesAt[node];
			list.splice(list.indexOf(piece), 1);
		}
	}

	addPiece(a: number, b: number, road: number): void {
		if (a === b || this.piecesAt[a].some((s) => this.pieces[s].a === b || this.pieces[s].b === b)) return;
		this.store({ a, b, road, order: this.orders++, bridge: false, gone: false }, 1);
	}

	/** Gives a piece other ends; it keeps its place along its road. */
	replace(piece: number, a: number, b: number): void {
		const { road, order, bridge } = this.pieces[piece];
		this.remove(piece);
		this.store({ a, b, road, order, bridge, gone: false }, this.span(piece));
	}

	other(piece: number, node: number): number {
		return this.pieces[piece].a === node ? this.pieces[piece].b : this.pieces[piece].a;
	}

	roadOf(piece: number): Road {
		return this.roads[this.pieces[piece].road];
	}

	private readonly spans: number[] = [];

	private span(piece: number): number {
		return this.spans[piece];
	}

	private isElevated(piece: number): boolean {
		return this.roadOf(piece).elevated === true;
	}

	private store(piece: Piece, span: number): void {
		const index = this.pieces.length;
		this.pieces.push(piece);
		this.spans.push(span);
		this.piecesAt[piece.a].push(index);
		this.piecesAt[piece.b].push(index);
		if (this.isElevated(index)) return;
		along(this.point(piece.a), this.point(piece.b), (key) => meshOf(this.pieceMesh, key).push(index));
	}
}

function mesh([x, y]: Point): number {
	return (Math.floor(y / MESH) + 1000) * 10_000 + Math.floor(x / MESH) + 1000;
}

function meshOf(index: Map<number, number[]>, key: number): number[] {
	const list = index.get(key);
	if (list) return list;
	const made: number[] = [];
	index.set(key, made);
	return made;
}

/** Meshes within `reach` of p. */
function around([x, y]: Point, reach: number, visit: (key: number) => void): void {
	for (let j = Math.floor((y - reach) / MESH); j <= Math.floor((y + reach) / MESH); j++) {
		for (let i = Math.floor((x - reach) / MESH); i <= Math.floor((x + reach) / MESH); i++) {
			visit((j + 1000) * 10_000 + i + 1000);
		}
	}
}

/** Meshes of the box of a segment. */
function along(p: Point, q: Point, visit: (key: number) => void): void {
	for (let j = Math.floor(Math.min(p[1], q[1]) / MESH); j <= Math.floor(Math.max(p[1], q[1]) / MESH); j++) {
		for (let i = Math.floor(Math.min(p[0], q[0]) / MESH); i <= Math.floor(Math.max(p[0], q[0]) / MESH); i++) {
			visit((j + 1000) * 10_000 + i + 1000);
		}
	}
}
