import { length, lerp, smoothstep } from '../tools/arithmetic.ts';
import { DIRECTIONS, GRID_SIZE, gridNode, gridPoint, neighbour, STEP } from './grid.ts';
import { MinHeap } from '../tools/heap.ts';
import { fractalNoise, valueNoise } from '../tools/noise.ts';
import type { Polyline } from '../tools/geometry.ts';

const SOURCE_ALTITUDE = 262;
const MOUTH_ALTITUDE = 158;
/** Where the hills begin, along the diagonal towards the north-east, metres. */
const HILLS_FROM = 44_000;
const HILLS_TO = 58_000;

/** Altitudes over the grid, metres: a plain to the south-west, hills to the north-east, the river's valley cut in both. */
export function raiseTerrain(river: Polyline): Float64Array {
	const rolling = fractalNoise(11, 4200, 5);
	const ridges = fractalNoise(23, 4600, 4);
	const bend = valueNoise(31, 9000);
	const valley = distanceToLine(river);
	const altitude = new Float64Array(GRID_SIZE);
	for (let node = 0; node < GRID_SIZE; node++) {
		const [x, y] = gridPoint(node);
		const hills = smoothstep(HILLS_FROM, HILLS_TO, x * 0.62 + y * 1.08 + 3500 * bend(x, y));
		const ridge = 1 - Math.abs(ridges(x, y)) * 1.9;
		const plain = 205 + (x + y) * 0.0006 + 52 * rolling(x, y);
		const raw = plain + hills * (70 + 210 * Math.max(0, ridge));
		const bed = lerp(SOURCE_ALTITUDE, MOUTH_ALTITUDE, valley.along[node]);
		const width = lerp(1900, 1100, hills);
		altitude[node] = lerp(bed + 2 + valley.metres[node] * 0.004, raw, smoothstep(180, width, valley.metres[node]));
	}
	return altitude;
}

/** For each grid node, metres to the line (to about the step) and how far down the line its nearest point is, 0 … 1. */
function distanceToLine(line: Polyline): { metres: Float64Array; along: Float64Array } {
	const metres = new Float64Array(GRID_SIZE).fill(Infinity);
	const along = new Float64Array(GRID_SIZE);
	const heap = new MinHeap();
	const last = line.length - 1;
	line.forEach((p, i) => {
		const node = gridNode(p);
		const q = gridPoint(node);
		const d = length(p[0] - q[0], p[1] - q[1]);
		if (d >= metres[node] || d > STEP) return;
		metres[node] = d;
		along[node] = i / last;
		heap.push(d, node);
	});
	while (heap.size > 0) {
		const reached = heap.minKey;
		const node = heap.pop();
		if (reached > metres[node]) continue;
		for (const [dx, dy] of DIRECTIONS) {
			const next = neighbour(node, dx, dy);
			if (next < 0) continue;
			const d = reached + STEP * length(dx, dy);
			if (d >= metres[next]) continue;
			metres[next] = d;
			along[next] = along[node];
			heap.push(d, next);
		}
	}
	return { metres, along };
}

/** Rise over run of the steepest way from a node to its eight neighbours. */
export function steepness(altitude: Float64Array): Float64Array {
	const out = new Float64Array(GRID_SIZE);
	for (let node = 0; node < GRID_SIZE; node++) {
		for (const [dx, dy] of DIRECTIONS.slice(0, 8)) {
			const next = neighbour(node, dx, dy);
			if (next >= 0) {
				out[node] = Math.max(out[node], Math.abs(altitude[next] - altitude[node]) / (STEP * length(dx, dy)));
			}
		}
	}
	return out;
}

/** Distance to the nearest of several lines over the grid, metres. */
export function distanceToLines(lines: readonly Polyline[]): Float64Array {
	return distanceToLine(lines.flat()).metres;
}
