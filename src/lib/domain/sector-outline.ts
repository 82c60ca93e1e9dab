import type { LonLat, MultiPolygonRings } from './geometry.ts';

/** Side of the squares that an outline is generalised to, in degrees of latitude: about a kilometre. */
const SIDE_DEGREES = 0.009;

/**
 * The outline of some ground as it can be read from afar: around the squares of about a kilometre that it touches, so that scattered
 * cells are one piece. Closed strokes, a square's sides each; no hole smaller than a square.
 */
export function coarseOutline(parts: MultiPolygonRings): LonLat[][] {
	const first = parts.at(0)?.at(0)?.at(0);
	if (first === undefined) return [];
	const height = SIDE_DEGREES;
	const width = SIDE_DEGREES / Math.cos((first[1] * Math.PI) / 180);
	const touched = new Set<string>();
	for (const part of parts) touch(part, width, height, touched);
	const strokes: LonLat[][] = [];
	for (const key of touched) {
		const [column, row] = key.split(' ').map(Number);
		const [west, east, south, north] = [column * width, (column + 1) * width, row * height, (row + 1) * height];
		const side = (dx: number, dy: number, from: LonLat, to: LonLat) => {
			if (!touched.has(`${column + dx} ${row + dy}`)) strokes.push([from, to]);
		};
		side(0, -1, [west, south], [east, south]);
		side(1, 0, [east, south], [east, north]);
		side(0, 1, [east, north], [west, north]);
		side(-1, 0, [west, north], [west, south]);
	}
	return strokes;
}

/** Adds the squares that a polygon's edges run through, and those whose middle it holds. */
function touch(rings: readonly (readonly LonLat[])[], width: number, height: number, touched: Set<string>): void {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const ring of rings) {
		for (let i = 1; i < ring.length; i++) {
			const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
			const steps = 1 + Math.ceil(2 * Math.max(Math.abs(x2 - x1) / width, Math.abs(y2 - y1) / height));
			for (let step = 0; step <= steps; step++) {
				const [x, y] = [x1 + (step / steps) * (x2 - x1), y1 + (step / steps) * (y2 - y1)];
				touched.add(`${Math.floor(x / width)} ${Math.floor(y / height)}`);
			}
			[west, south] = [Math.min(west, x1), Math.min(south, y1)];
			[east, north] = [Math.max(east, x1), Math.max(north, y1)];
		}
	}
	for (let row = Math.ceil(south / height - 0.5); (row + 0.5) * height < north; row++) {
		const y = (row + 0.5) * height;
		for (let column = Math.ceil(west / width - 0.5); (column + 0.5) * width < east; column++) {
			if (holds(rings, (column + 0.5) * width, y)) touched.add(`${column} ${row}`);
		}
	}
}

/** Even–odd over the rings of one polygon. */
function holds(rings: readonly (readonly LonLat[])[], x: number, y: number): boolean {
	let inside = false;
	for (const ring of rings) {
		for (let i = 1; i < ring.length; i++) {
			const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
			if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
		}
	}
	return inside;
}
