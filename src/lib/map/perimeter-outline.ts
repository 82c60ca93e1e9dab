import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';

/** Positions are matched to 1e-5 degree (about a metre): neighbours of one file share their vertices. */
const STEPS_PER_DEGREE = 1e5;
const LAT_STEPS = 2 ** 25;

/** Twice the signed area in square degrees: above 0 when anticlockwise. */
export function signedArea(ring: readonly LonLat[]): number {
	let sum = 0;
	for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
	return sum;
}

/** The rings around a set of polygons: outer ones anticlockwise, enclaves clockwise. */
export interface Outline {
	readonly outer: LonLat[][];
	readonly enclaves: LonLat[][];
}

/**
 * The outline of adjoining polygons: an edge that two of them share, each in its direction, cancels out; what is left is
 * chained into closed rings. Where two neighbours were simplified apart their common border does not cancel and stays drawn.
 */
export function outlineOf(polygons: Iterable<MultiPolygonRings>): Outline {
	const { positions, starts, ends } = lonelyEdges(polygons);
	const next = new Map<number, number[]>();
	for (let i = 0; i < starts.length; i++) {
		const leaving = next.get(starts[i]);
		if (leaving) leaving.push(ends[i]);
		else next.set(starts[i], [ends[i]]);
	}
	const outline: Outline = { outer: [], enclaves: [] };
	for (const [start, leaving] of next)
		while (leaving.length > 0) {
			const ring = [positions[start]];
			let at: number | undefined = start;
			while ((at = next.get(at)?.pop()) !== undefined) {
				ring.push(positions[at]);
				if (at === start) break;
			}
			if (ring.length < 4) continue;
			(signedArea(ring) > 0 ? outline.outer : outline.enclaves).push(ring);
		}
	return outline;
}

/** Directed edges whose reverse is absent, as pairs of ranks in `positions`; outer rings are turned anticlockwise first. */
function lonelyEdges(polygons: Iterable<MultiPolygonRings>) {
	const ranks = new Map<number, number>();
	const positions: LonLat[] = [];
	const rankOf = (position: LonLat) => {
		const key =
			Math.round((position[0] + 180) * STEPS_PER_DEGREE) * LAT_STEPS +
			Math.round((position[1] + 90) * STEPS_PER_DEGREE);
		const known = ranks.get(key);
		if (known !== undefined) return known;
		ranks.set(key, positions.length);
		return positions.push(position) - 1;
	};
	/** Key of an edge from a to b; there are fewer than 2^26 vertices, so both fit a double. */
	const keyOf = (a: number, b: number) => a * 2 ** 26 + b;
	const edges = new Set<number>();
	for (const polygon of polygons)
		for (const rings of polygon)
			rings.forEach((ring, rank) => {
				const forwards = signedArea(ring) > 0 === (rank === 0);
				for (let i = 1; i < ring.length; i++) {
					const [a, b] = [rankOf(ring[i - 1]), rankOf(ring[i])];
					if (a === b) continue;
					const [from, to] = forwards ? [a, b] : [b, a];
					if (!edges.delete(keyOf(to, from))) edges.add(keyOf(from, to));
				}
			});
	const starts: number[] = [];
	const ends: number[] = [];
	for (const key of edges) {
		starts.push(Math.floor(key / 2 ** 26));
		ends.push(key % 2 ** 26);
	}
	return { positions, starts, ends };
}
