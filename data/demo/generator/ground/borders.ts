import type { Point } from '../tools/geometry.ts';
import { COLUMNS, ROWS, STEP } from './grid.ts';
import { relaxed, simplified } from '../tools/polyline.ts';

/** Borders are drawn within this many metres of the smoothed line. */
const TOLERANCE = 14;

/** A border between two areas, drawn once and used by both: neighbours meet without gap or overlap. */
interface Arc {
	readonly left: number;
	readonly right: number;
	/** Corners of the mesh, first and last included. */
	readonly corners: readonly number[];
	readonly line: readonly Point[];
}

/**
 * Outlines of the areas of a labelled grid, one closed ring each (first point repeated last), anticlockwise.
 * Each grid node owns the square around it; the cracks between two labels become arcs, smoothed with their ends fixed.
 * An area's holes are left out: partitionGround makes none.
 */
export function traceBorders(owner: Int32Array, areas: readonly number[]): Map<number, Point[]> {
	const arcs = smoothedArcs(owner);
	const rings = new Map<number, Point[]>();
	for (const area of areas) {
		const own = arcs.flatMap((arc) =>
			arc.left === area ? [arc.line] : arc.right === area ? [[...arc.line].reverse()] : []
		);
		rings.set(area, longestRing(own));
	}
	return rings;
}

const CORNER_COLUMNS = COLUMNS + 1;
const STEPS: readonly number[] = [1, CORNER_COLUMNS, -1, -CORNER_COLUMNS];

function cornerPoint(corner: number): Point {
	return [((corner % CORNER_COLUMNS) - 0.5) * STEP, (Math.floor(corner / CORNER_COLUMNS) - 0.5) * STEP];
}

function smoothedArcs(owner: Int32Array): Arc[] {
	const label = (column: number, row: number) =>
		column < 0 || row < 0 || column >= COLUMNS || row >= ROWS ? -1 : owner[row * COLUMNS + column];
	/** Labels to the left and right of the crack that leaves a corner east, north, west or south. */
	const sides = (corner: number, d: number): [number, number] => {
		const column = corner % CORNER_COLUMNS;
		const row = Math.floor(corner / CORNER_COLUMNS);
		const ne = label(column, row);
		const nw = label(column - 1, row);
		const sw = label(column - 1, row - 1);
		const se = label(column, row - 1);
		return d === 0 ? [ne, se] : d === 1 ? [nw, ne] : d === 2 ? [sw, nw] : [se, sw];
	};
	const cracks = (corner: number) => [0, 1, 2, 3].filter((d) => sides(corner, d)[0] !== sides(corner, d)[1]);
	const arcs: Arc[] = [];
	const seen = new Set<number>();
	for (let corner = 0; corner < CORNER_COLUMNS * (ROWS + 1); corner++) {
		const out = cracks(corner);
		if (out.length <= 2) continue;
		for (const start of out) {
			if (seen.has(corner * 4 + start)) continue;
			const corners = [corner];
			let at = corner;
			let d = start;
			for (;;) {
				seen.add(at * 4 + d);
				at += STEPS[d];
				corners.push(at);
				const back = (d + 2) % 4;
				const onward = cracks(at);
				if (onward.length !== 2) {
					seen.add(at * 4 + back);
					break;
				}
				seen.add(at * 4 + back);
				d = onward[0] === back ? onward[1] : onward[0];
			}
			const [left, right] = sides(corner, start);
			arcs.push({ left, right, corners, line: drawn(corners) });
		}
	}
	return arcs;
}

function drawn(corners: readonly number[]): Point[] {
	return simplified(relaxed(corners.map(cornerPoint), 5), TOLERANCE);
}

/** Lines joined end to end; of the rings they close, the one of most points. */
function longestRing(lines: readonly (readonly Point[])[]): Point[] {
	const key = (p: Point) => `${p[0]} ${p[1]}`;
	const from = new Map<string, (readonly Point[])[]>();
	for (const line of lines) from.set(key(line[0]), [...(from.get(key(line[0])) ?? []), line]);
	let best: Point[] = [];
	for (;;) {
		const first = [...from.values()].find((waiting) => waiting.length > 0)?.[0];
		if (!first) return best;
		const ring: Point[] = [first[0]];
		let line: readonly Point[] | undefined = first;
		while (line) {
			ring.push(...line.slice(1));
			const waiting: (readonly Point[])[] = from.get(key(line[0])) ?? [];
			waiting.splice(waiting.indexOf(line), 1);
			line = from.get(key(ring[ring.length - 1]))?.[0];
			if (key(ring[ring.length - 1]) === key(ring[0])) break;
		}
		if (ring.length > best.length) best = ring;
	}
}
