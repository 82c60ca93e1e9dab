import { length } from '../tools/arithmetic.ts';
import { crossing, distance, type Point, type Polyline } from '../tools/geometry.ts';
import { DIRECTIONS, GRID_SIZE, gridNode, gridPoint, neighbour } from '../ground/grid.ts';
import { MinHeap } from '../tools/heap.ts';
import type { Landscape } from '../ground/landscape.ts';
import { fractalNoise } from '../tools/noise.ts';
import type { RoadClass } from './road-classes.ts';

/** Slope at which a metre of new road costs twice a metre on the flat. */
const BEARABLE_SLOPE = 0.06;
/** Following a road that is there costs this share of making one. */
const REUSE = 0.6;
const CHEAPEST = 0.42;

/** A stretch of road between two grid nodes, made once and followed by later roads. */
export interface TrailEdge {
	readonly a: number;
	readonly b: number;
	readonly road: RoadClass;
	/** The route that made it: gives the number of the départementale. */
	readonly route: number;
}

/**
 * Roads over the grid, found one after the other as the easiest way over the ground (after Galin et al. 2010, "Procedural
 * generation of roads"): slopes are dear, so roads wind in the hills; roads there are cheap, so they join; the river and
 * the motorway are crossed at their bridges alone.
 */
export class Trails {
	readonly edges = new Map<number, TrailEdge>();
	private readonly builtApart = new Set<number>();
	private readonly altitude: Float64Array;
	private readonly wander: Float64Array;
	private readonly blocked = new Uint16Array(GRID_SIZE);
	private readonly bridges = new Map<number, number[]>();
	private readonly roadAt = new Uint8Array(GRID_SIZE);
	private readonly cost = new Float64Array(GRID_SIZE).fill(Infinity);
	private readonly before = new Int32Array(GRID_SIZE);
	/** 1 once the search under way has settled a node. */
	private readonly settled = new Uint8Array(GRID_SIZE);

	constructor(land: Landscape, barriers: readonly Polyline[]) {
		this.altitude = land.altitude;
		const noise = fractalNoise(71, 900, 3);
		this.wander = Float64Array.from({ length: GRID_SIZE }, (_, node) => {
			const [x, y] = gridPoint(node);
			const wet = land.toRiver[node] < 130 ? 1.2 : land.toMotorway[node] < 130 ? 0.8 : 0;
			return 1 + 0.6 * noise(x, y) + wet;
		});
		for (const line of barriers) this.block(line);
	}

	/** Lets roads cross a barrier straight from one place to the other; `built` when the crossing is drawn apart. */
	allowBridge(from: Point, to: Point, built: boolean): void {
		const a = gridNode(from);
		const b = gridNode(to);
		if (built) this.builtApart.add(Math.min(a, b) * GRID_SIZE + Math.max(a, b));
		this.bridges.set(a, [...(this.bridges.get(a) ?? []), b]);
		this.bridges.set(b, [...(this.bridges.get(b) ?? []), a]);
	}

	/** Makes the easiest road between two places and returns its nodes; nothing when there is no way. */
	connect(from: Point, to: Point, road: RoadClass, route: number): number[] {
		const target = gridNode(to);
		return this.make(gridNode(from), (node) => node === target, to, road, route);
	}

	/** Makes the easiest road from a place to any road there is. */
	join(from: Point, road: RoadClass, route: number): number[] {
		return this.make(gridNode(from), (node) => this.roadAt[node] === 1, null, road, route);
	}

	hasRoad(node: number): boolean {
		return this.roadAt[node] === 1;
	}

	private make(
		start: number,
		arrived: (node: number) => boolean,
		to: Point | null,
		road: RoadClass,
		route: number
	): number[] {
		const path = this.search(start, arrived, to);
		for (let i = 1; i < path.length; i++) {
			const [a, b] = [Math.min(path[i - 1], path[i]), Math.max(path[i - 1], path[i])];
			const key = a * GRID_SIZE + b;
			if (!this.edges.has(key) && !this.builtApart.has(key)) this.edges.set(key, { a, b, road, route });
		}
		for (const node of path) this.roadAt[node] = 1;
		return path;
	}

	private search(start: number, arrived: (node: number) => boolean, to: Point | null): number[] {
		const heap = new MinHeap();
		const touched: number[] = [start];
		const ahead = (node: number) => (to === null ? 0 : CHEAPEST * distance(gridPoint(node), to));
		this.cost[start] = 0;
		this.before[start] = -1;
		heap.push(ahead(start), start);
		let end = -1;
		while (heap.size > 0) {
			const node = heap.pop();
			if (this.settled[node] === 1) continue;
			this.settled[node] = 1;
			if (arrived(node)) {
				end = node;
				break;
			}
			const relax = (next: number) => {
				const total = this.cost[node] + this.price(node, next);
				if (total >= this.cost[next]) return;
				if (this.cost[next] === Infinity) touched.push(next);
				this.cost[next] = total;
				this.before[next] = node;
				heap.push(total + ahead(next), next);
			};
			for (let d = 0; d < 16; d++) {
				if ((this.blocked[node] >> d) & 1) continue;
				const next = neighbour(node, DIRECTIONS[d][0], DIRECTIONS[d][1]);
				if (next >= 0) relax(next);
			}
			for (const next of this.bridges.get(node) ?? []) relax(next);
		}
		const path: number[] = [];
		for (let node = end; node >= 0; node = this.before[node]) path.push(node);
		for (const node of touched) {
			this.cost[node] = Infinity;
			this.settled[node] = 0;
		}
		return path.reverse();
	}

	private price(a: number, b: number): number {
		const p = gridPoint(a);
		const q = gridPoint(b);
		const metres = length(p[0] - q[0], p[1] - q[1]);
		const slope = Math.abs(this.altitude[a] - this.altitude[b]) / metres / BEARABLE_SLOPE;
		const ground = (this.wander[a] + this.wander[b]) / 2;
		const made = this.roadAt[a] + this.roadAt[b] === 2 && this.edges.has(Math.min(a, b) * GRID_SIZE + Math.max(a, b));
		return metres * (1 + Math.min(30, slope * slope)) * Math.max(CHEAPEST / REUSE, ground) * (made ? REUSE : 1);
	}

	/** Forbids the steps that cross a line. */
	private block(line: Polyline): void {
		for (let i = 1; i < line.length; i++) {
			const near = gridNode(line[i]);
			for (let dy = -3; dy <= 3; dy++) {
				for (let dx = -3; dx <= 3; dx++) {
					const node = neighbour(near, dx, dy);
					if (node >= 0) this.blockFrom(node, line[i - 1], line[i]);
				}
			}
		}
	}

	private blockFrom(node: number, a: Point, b: Point): void {
		for (let d = 0; d < 16; d++) {
			const next = neighbour(node, DIRECTIONS[d][0], DIRECTIONS[d][1]);
			if (next >= 0 && crossing(gridPoint(node), gridPoint(next), a, b)) this.blocked[node] |= 1 << d;
		}
	}
}
