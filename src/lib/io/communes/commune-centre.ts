import type { Commune } from '#domain/commune.ts';
import type { LonLat, PolygonRings } from '#domain/geometry.ts';
import { ringArea } from '../geo/polygons.ts';

/**
 * The point that stands for a commune: the one its file gives (town hall), else a point inside its largest polygon.
 * Null for a commune known by name only.
 */
export function communeCentre(commune: Pick<Commune, 'centre' | 'geometry'>): LonLat | null {
	if (commune.centre !== null) return commune.centre;
	if (commune.geometry === null || commune.geometry.length === 0) return null;
	const largest = commune.geometry.reduce((most, one) => (ringArea(one[0]) > ringArea(most[0]) ? one : most));
	return pointInside(largest);
}

/**
 * A point inside a polygon: on the parallel through the middle of its latitudes, the middle of the longest stretch
 * inside (holes left out). Unlike a centroid it is never outside a crescent.
 */
function pointInside(rings: PolygonRings): LonLat {
	let [south, north] = [Infinity, -Infinity];
	for (const [, latitude] of rings[0]) {
		south = Math.min(south, latitude);
		north = Math.max(north, latitude);
	}
	const lat = (south + north) / 2;
	const crossings: number[] = [];
	for (const ring of rings) {
		for (let i = 0; i + 1 < ring.length; i++) {
			const [x1, y1] = ring[i];
			const [x2, y2] = ring[i + 1];
			if (y1 > lat !== y2 > lat) crossings.push(x1 + ((x2 - x1) * (lat - y1)) / (y2 - y1));
		}
	}
	crossings.sort((a, b) => a - b);
	let best: LonLat = rings[0][0];
	let longest = -1;
	for (let i = 0; i + 1 < crossings.length; i += 2) {
		const length = crossings[i + 1] - crossings[i];
		if (length > longest) {
			longest = length;
			best = [(crossings[i] + crossings[i + 1]) / 2, lat];
		}
	}
	return best;
}
