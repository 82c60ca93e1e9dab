import { length } from '../tools/arithmetic.ts';
import { direction, distance, leftOf, moved, type Point, type Polyline } from '../tools/geometry.ts';
import { DIRECTIONS, GRID_SIZE, gridPoint, neighbour, STEP } from './grid.ts';
import { MinHeap } from '../tools/heap.ts';
import { valueNoise } from '../tools/noise.ts';
import { RIVER } from '../plan.ts';
import { curveThrough, relaxed, simplified } from '../tools/polyline.ts';

/** A brook is drawn where it drains this many square kilometres. */
const BROOK_CATCHMENT_KM2 = 7;

export interface Brook {
	readonly line: Polyline;
	/** Square kilometres drained at its mouth. */
	readonly catchmentKm2: number;
}

/** The river's centre line, its meanders larger in the plain than in the hills. */
export function traceRiver(): Point[] {
	const base = curveThrough(RIVER, 60);
	const wide = valueNoise(41, 1700);
	const tight = valueNoise(43, 760);
	const meandering = base.map((p, i): Point => {
		const heading = direction(base[Math.max(0, i - 1)], base[Math.min(base.length - 1, i + 1)]);
		return moved(p, leftOf(heading), 620 * wide(p[0], p[1]) + 260 * tight(p[0], p[1]));
	});
	return curveThrough(simplified(relaxed(meandering, 3), 4), 45);
}

/** Brooks: where water gathers as it runs down the terrain to the river or to the edge. */
export function traceBrooks(altitude: Float64Array, river: Polyline): Brook[] {
	const { downhill, order } = drain(altitude);
	const catchment = new Float64Array(GRID_SIZE).fill((STEP * STEP) / 1e6);
	for (let i = order.length - 1; i >= 0; i--) {
		if (downhill[order[i]] >= 0) catchment[downhill[order[i]]] += catchment[order[i]];
	}
	const wet = (node: number) => catchment[node] >= BROOK_CATCHMENT_KM2;
	const fed = new Uint8Array(GRID_SIZE);
	for (let node = 0; node < GRID_SIZE; node++) if (wet(node) && downhill[node] >= 0) fed[downhill[node]] = 1;
	const sources = order.filter((node) => wet(node) && fed[node] === 0).reverse();
	sources.sort((a, b) => runLength(b, downhill) - runLength(a, downhill));
	const taken = new Uint8Array(GRID_SIZE);
	const brooks: Brook[] = [];
	const nearRiver = riverNodes(river);
	for (const source of sources) {
		const nodes: number[] = [];
		let node = source;
		while (node >= 0 && taken[node] === 0 && nearRiver[node] === 0) {
			nodes.push(node);
			taken[node] = 1;
			node = downhill[node];
		}
		const catchmentKm2 = nodes.length > 0 ? catchment[nodes[nodes.length - 1]] : 0;
		if (nodes.length < 12) continue;
		const points = nodes.map(gridPoint);
		if (node >= 0) points.push(nearRiver[node] > 0 ? river[nearRiver[node] - 1] : gridPoint(node));
		brooks.push({ line: winding(relaxed(points, 4)), catchmentKm2 });
	}
	return brooks;
}

/** A brook's small bends, which a grid of 100 m cannot hold; its ends stay. */
function winding(points: Polyline): Point[] {
	const wide = valueNoise(47, 900);
	const tight = valueNoise(53, 330);
	const bent = points.map((p, i): Point => {
		const ends = Math.min(1, Math.min(i, points.length - 1 - i) / 6);
		const shift = ends * (150 * wide(p[0], p[1]) + 70 * tight(p[0], p[1]));
		return [p[0] + shift, p[1] + ends * (150 * wide(p[1], p[0]) + 70 * tight(p[1], p[0]))];
	});
	return curveThrough(simplified(relaxed(bent, 2), 10), 55);
}

/** Index + 1 of the river point nearest to each node the river runs by, 0 elsewhere. */
function riverNodes(river: Polyline): Int32Array {
	const marks = new Int32Array(GRID_SIZE);
	for (let node = 0; node < GRID_SIZE; node++) marks[node] = 0;
	river.forEach((p, i) => {
		for (const [dx, dy] of [[0, 0], ...DIRECTIONS.slice(0, 8)]) {
			const column = Math.round(p[0] / STEP);
			const row = Math.round(p[1] / STEP);
			const node = neighbour(0, column + dx, row + dy);
			if (
				node >= 0 &&
				(marks[node] === 0 || distance(gridPoint(node), p) < distance(gridPoint(node), river[marks[node] - 1]))
			) {
				marks[node] = i + 1;
			}
		}
	});
	return marks;
}

function runLength(source: number, downhill: Int32Array): number {
	let steps = 0;
	for (let node = source; node >= 0; node = downhill[node]) steps++;
	return steps;
}

/**
 * Where each node drains to (−1: off the edge), and the nodes from outlet to source: Barnes's priority flood, which leaves
 * no pit without an outlet.
 */
function drain(altitude: Float64Array): { downhill: Int32Array; order: number[] } {
	const downhill = new Int32Array(GRID_SIZE).fill(-1);
	const seen = new Uint8Array(GRID_SIZE);
	const order: number[] = [];
	const heap = new MinHeap();
	for (let node = 0; node < GRID_SIZE; node++) {
		if (DIRECTIONS.slice(0, 8).every(([dx, dy]) => neighbour(node, dx, dy) >= 0)) continue;
		seen[node] = 1;
		heap.push(altitude[node], node);
	}
	while (heap.size > 0) {
		const level = heap.minKey;
		const node = heap.pop();
		order.push(node);
		for (const [dx, dy] of DIRECTIONS.slice(0, 8)) {
			const next = neighbour(node, dx, dy);
			if (next < 0 || seen[next] === 1) continue;
			seen[next] = 1;
			downhill[next] = node;
			heap.push(Math.max(altitude[next], level + 0.001 * length(dx, dy)), next);
		}
	}
	return { downhill, order };
}
