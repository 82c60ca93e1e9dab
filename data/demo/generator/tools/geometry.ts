import { clamp, length } from './arithmetic.ts';

/** Metres east and north of the territory's own origin (projection.ts places it in France). */
export type Point = readonly [x: number, y: number];
export type Polyline = readonly Point[];

export function distance(p: Point, q: Point): number {
	return length(p[0] - q[0], p[1] - q[1]);
}

export function between(p: Point, q: Point, t: number): Point {
	return [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];
}

/** The unit vector from p to q; [1, 0] when they coincide. */
export function direction(p: Point, q: Point): Point {
	const d = distance(p, q);
	return d === 0 ? [1, 0] : [(q[0] - p[0]) / d, (q[1] - p[1]) / d];
}

export function moved(p: Point, heading: Point, metres: number): Point {
	return [p[0] + heading[0] * metres, p[1] + heading[1] * metres];
}

/** A quarter turn to the left. */
export function leftOf(heading: Point): Point {
	return [-heading[1], heading[0]];
}

/** A heading turned left by the angle whose tangent is given. */
export function turned(heading: Point, tangent: number): Point {
	const x = heading[0] - heading[1] * tangent;
	const y = heading[1] + heading[0] * tangent;
	const d = length(x, y);
	return [x / d, y / d];
}

export function polylineLength(line: Polyline): number {
	let sum = 0;
	for (let i = 1; i < line.length; i++) sum += distance(line[i - 1], line[i]);
	return sum;
}

/** Where p falls on the segment ab: its fraction in [0, 1] and the distance to it. */
export function projectOnSegment(p: Point, a: Point, b: Point): { t: number; metres: number } {
	const dx = b[0] - a[0];
	const dy = b[1] - a[1];
	const square = dx * dx + dy * dy;
	const t = square === 0 ? 0 : clamp(((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square, 0, 1);
	return { t, metres: length(p[0] - a[0] - dx * t, p[1] - a[1] - dy * t) };
}

/** Sine of the angle under which two segments are parallel. */
const PARALLEL = 1e-9;

/** Fractions along ab and cd where they cross, or null. Parallel segments do not cross. */
export function crossing(a: Point, b: Point, c: Point, d: Point): { t: number; u: number } | null {
	const rx = b[0] - a[0];
	const ry = b[1] - a[1];
	const sx = d[0] - c[0];
	const sy = d[1] - c[1];
	const denominator = rx * sy - ry * sx;
	if (Math.abs(denominator) <= PARALLEL * length(rx, ry) * length(sx, sy)) return null;
	const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / denominator;
	const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / denominator;
	return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? { t, u } : null;
}

/** Distance from p to a polyline, and the distance along it of the nearest point. */
export function projectOnPolyline(p: Point, line: Polyline): { metres: number; along: number } {
	let best = { metres: Infinity, along: 0 };
	let walked = 0;
	for (let i = 1; i < line.length; i++) {
		const step = distance(line[i - 1], line[i]);
		const { t, metres } = projectOnSegment(p, line[i - 1], line[i]);
		if (metres < best.metres) best = { metres, along: walked + t * step };
		walked += step;
	}
	return best;
}

/** The point `along` metres down a polyline (its ends beyond) and the heading there. */
export function pointAlong(line: Polyline, along: number): { point: Point; heading: Point } {
	let left = Math.max(0, along);
	for (let i = 1; i < line.length; i++) {
		const step = distance(line[i - 1], line[i]);
		if (left <= step || i === line.length - 1) {
			const heading = direction(line[i - 1], line[i]);
			return { point: moved(line[i - 1], heading, Math.min(left, step)), heading };
		}
		left -= step;
	}
	return { point: line[0], heading: [1, 0] };
}

/** Even–odd rule. */
export function insideRing(p: Point, ring: Polyline): boolean {
	let inside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [xi, yi] = ring[i];
		const [xj, yj] = ring[j];
		if (yi > p[1] !== yj > p[1] && p[0] < ((xj - xi) * (p[1] - yi)) / (yj - yi) + xi) inside = !inside;
	}
	return inside;
}
