import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import { metresToPolygons, preparePolygons } from './polygon-distance.ts';

/** Positions are matched to 1e-5 degree (about a metre): neighbours of one file share their vertices. */
const STEPS_PER_DEGREE = 1e5;
const LAT_STEPS = 2 ** 25;
/** Closer than this two positions are one even across the edge of a step: what writing with six decimals moves at most. */
const SNAP_DEGREES = 1e-6;

/** Twice the signed area of a closed ring in square degrees: above 0 when anticlockwise. */
export function signedArea(ring: readonly LonLat[]): number {
	// From the first vertex, not from the origin: far from it the products would drown a small area.
	const [lon0, lat0] = ring[0];
	let sum = 0;
	for (let i = 1; i < ring.length; i++) {
		sum += (ring[i - 1][0] - lon0) * (ring[i][1] - lat0) - (ring[i][0] - lon0) * (ring[i - 1][1] - lat0);
	}
	return sum;
}

/**
 * The outline of adjoining polygons: an edge that two of them share, each in its direction, cancels out; what is left is chained into
 * closed rings, outer ones anticlockwise, enclaves clockwise in the part around them. Borders drawn twice with vertices of their own
 * (neighbours simplified apart) do not cancel, and stay in the outline.
 */
export function outlineOf(polygons: Iterable<MultiPolygonRings>): MultiPolygonRings {
	const rings = ringsOf(lonelyEdges(polygons));
	// The smallest first: an enclave is one of the innermost part around it.
	const outer = rings.filter((ring) => signedArea(ring) > 0).sort((a, b) => signedArea(a) - signedArea(b));
	const parts = outer.map((ring) => [ring]);
	const areas = outer.map((ring) => preparePolygons([[ring]]));
	for (const ring of rings) {
		if (signedArea(ring) >= 0) continue;
		// The middle of an edge: an enclave may touch the ring around it in a vertex.
		const middle = [(ring[0][0] + ring[1][0]) / 2, (ring[0][1] + ring[1][1]) / 2] as const;
		parts[areas.findIndex((area) => metresToPolygons(area, middle, 0) === 0)]?.push(ring);
	}
	return parts;
}

/** Chains directed edges into closed rings. */
function ringsOf({ positions, starts, ends }: ReturnType<typeof lonelyEdges>): LonLat[][] {
	const next = new Map<number, number[]>();
	for (let i = 0; i < starts.length; i++) {
		const leaving = next.get(starts[i]);
		if (leaving) leaving.push(ends[i]);
		else next.set(starts[i], [ends[i]]);
	}
	const rings: LonLat[][] = [];
	for (const [start, leaving] of next)
		while (leaving.length > 0) {
			const ring = [positions[start]];
			let at: number | undefined = start;
			while ((at = next.get(at)?.pop()) !== undefined) {
				ring.push(positions[at]);
				if (at === start) break;
			}
			if (ring.length >= 4) rings.push(ring);
		}
	return rings;
}

/** Directed edges whose reverse is absent, as pairs of ranks in `positions`; outer rings are turned anticlockwise first. */
function lonelyEdges(polygons: Iterable<MultiPolygonRings>) {
	const positions: LonLat[] = [];
	const rankOf = positionRanks(positions);
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

/** Gives each position the rank of the one it is matched to in `positions`, where it is put if there is none. */
function positionRanks(positions: LonLat[]): (position: LonLat) => number {
	const ranks = new Map<number, number>();
	const keyAt = (lon: number, lat: number) =>
		Math.round((lon + 180) * STEPS_PER_DEGREE) * LAT_STEPS + Math.round((lat + 90) * STEPS_PER_DEGREE);
	const acrossAnEdge = ([lon, lat]: LonLat): number | undefined => {
		for (const east of [-SNAP_DEGREES, SNAP_DEGREES])
			for (const north of [-SNAP_DEGREES, SNAP_DEGREES]) {
				const rank = ranks.get(keyAt(lon + east, lat + north));
				if (rank === undefined) continue;
				const [nearLon, nearLat] = positions[rank];
				if (Math.abs(nearLon - lon) <= SNAP_DEGREES && Math.abs(nearLat - lat) <= SNAP_DEGREES) return rank;
			}
		return undefined;
	};
	return (position) => {
		const key = keyAt(...position);
		const known = ranks.get(key) ?? acrossAnEdge(position);
		if (known !== undefined) return known;
		ranks.set(key, positions.length);
		return positions.push(position) - 1;
	};
}
