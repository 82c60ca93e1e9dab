import { distance, between, projectOnSegment, type Point, type Polyline } from './geometry.ts';

/** Douglas–Peucker: the fewest points of the line that keep within `tolerance` metres of it. */
export function simplified(line: Polyline, tolerance: number): Point[] {
	const keep = new Uint8Array(line.length);
	keep[0] = keep[line.length - 1] = 1;
	const stack: [number, number][] = [[0, line.length - 1]];
	for (let span = stack.pop(); span; span = stack.pop()) {
		const [from, to] = span;
		let farthest = -1;
		let metres = tolerance;
		for (let i = from + 1; i < to; i++) {
			const away = projectOnSegment(line[i], line[from], line[to]).metres;
			if (away > metres) [farthest, metres] = [i, away];
		}
		if (farthest < 0) continue;
		keep[farthest] = 1;
		stack.push([from, farthest], [farthest, to]);
	}
	return line.filter((_, i) => keep[i] === 1);
}

/** A curve through every point of the line (centripetal Catmull–Rom), as points about `step` metres apart. */
export function curveThrough(line: Polyline, step: number): Point[] {
	const out: Point[] = [line[0]];
	for (let i = 1; i < line.length; i++) {
		const p1 = line[i - 1];
		const p2 = line[i];
		const p0 = i > 1 ? line[i - 2] : between(p1, p2, -1);
		const p3 = i + 1 < line.length ? line[i + 1] : between(p1, p2, 2);
		const pieces = Math.max(1, Math.round(distance(p1, p2) / step));
		for (let k = 1; k < pieces; k++) out.push(catmullRom(p0, p1, p2, p3, k / pieces));
		out.push(p2);
	}
	return out;
}

/** Barry and Goldman's recursion; knots are the square roots of the chords, which never loops. */
function catmullRom(p0: Point, p1: Point, p2: Point, p3: Point, fraction: number): Point {
	const t1 = Math.sqrt(distance(p0, p1)) || 1e-6;
	const t2 = t1 + (Math.sqrt(distance(p1, p2)) || 1e-6);
	const t3 = t2 + (Math.sqrt(distance(p2, p3)) || 1e-6);
	const t = t1 + (t2 - t1) * fraction;
	const a1 = between(p0, p1, t / t1);
	const a2 = between(p1, p2, (t - t1) / (t2 - t1));
	const a3 = between(p2, p3, (t - t2) / (t3 - t2));
	const b1 = between(a1, a2, t / t2);
	const b2 = between(a2, a3, (t - t1) / (t3 - t1));
	return between(b1, b2, (t - t1) / (t2 - t1));
}

/** Each inner point drawn towards the middle of its neighbours, `passes` times; the ends stay. */
export function relaxed(line: Polyline, passes: number): Point[] {
	let current: Point[] = [...line];
	for (let pass = 0; pass < passes; pass++) {
		current = current.map((p, i) =>
			i === 0 || i === current.length - 1 ? p : between(p, between(current[i - 1], current[i + 1], 0.5), 0.5)
		);
	}
	return current;
}

/** The line cut so that no piece is longer than `step` metres; every point of the line stays. */
export function densified(line: Polyline, step: number): Point[] {
	const out: Point[] = [line[0]];
	for (let i = 1; i < line.length; i++) {
		const pieces = Math.max(1, Math.ceil(distance(line[i - 1], line[i]) / step));
		for (let k = 1; k <= pieces; k++) out.push(k === pieces ? line[i] : between(line[i - 1], line[i], k / pieces));
	}
	return out;
}

/** The line moved sideways by `metres` to the left (negative: right). */
export function offset(line: Polyline, metres: number): Point[] {
	return line.map((p, i) => {
		const before = line[Math.max(0, i - 1)];
		const after = line[Math.min(line.length - 1, i + 1)];
		const d = distance(before, after) || 1;
		return [p[0] - ((after[1] - before[1]) / d) * metres, p[1] + ((after[0] - before[0]) / d) * metres];
	});
}
