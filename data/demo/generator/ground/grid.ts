import { clamp } from '../tools/arithmetic.ts';
import type { Point } from '../tools/geometry.ts';
import { HEIGHT_KM, WIDTH_KM } from '../plan.ts';

/** Side of the working grid's meshes, metres. */
export const STEP = 100;
export const COLUMNS = (WIDTH_KM * 1000) / STEP + 1;
export const ROWS = (HEIGHT_KM * 1000) / STEP + 1;
export const GRID_SIZE = COLUMNS * ROWS;

/** Steps to the eight neighbours, then to the eight a knight's move away. */
export const DIRECTIONS: readonly (readonly [dx: number, dy: number])[] = [
	[1, 0],
	[1, 1],
	[0, 1],
	[-1, 1],
	[-1, 0],
	[-1, -1],
	[0, -1],
	[1, -1],
	[2, 1],
	[1, 2],
	[-1, 2],
	[-2, 1],
	[-2, -1],
	[-1, -2],
	[1, -2],
	[2, -1]
];

/** The grid node nearest to a point. */
export function gridNode([x, y]: Point): number {
	const column = clamp(Math.round(x / STEP), 0, COLUMNS - 1);
	const row = clamp(Math.round(y / STEP), 0, ROWS - 1);
	return row * COLUMNS + column;
}

export function gridPoint(node: number): Point {
	return [(node % COLUMNS) * STEP, Math.floor(node / COLUMNS) * STEP];
}

/** The node one step further, or −1 beyond the edge. */
export function neighbour(node: number, dx: number, dy: number): number {
	const column = (node % COLUMNS) + dx;
	const row = Math.floor(node / COLUMNS) + dy;
	return column < 0 || row < 0 || column >= COLUMNS || row >= ROWS ? -1 : row * COLUMNS + column;
}

/** A value of the plane read from a field over the grid, bilinear. */
export function sample(field: Float64Array, [x, y]: Point): number {
	const u = clamp(x / STEP, 0, COLUMNS - 1.001);
	const v = clamp(y / STEP, 0, ROWS - 1.001);
	const column = Math.floor(u);
	const row = Math.floor(v);
	const at = row * COLUMNS + column;
	const s = u - column;
	const t = v - row;
	const south = field[at] * (1 - s) + field[at + 1] * s;
	const north = field[at + COLUMNS] * (1 - s) + field[at + COLUMNS + 1] * s;
	return south * (1 - t) + north * t;
}
