import type { Bounds, LonLat, MultiPolygonRings } from '#domain/geometry.ts';

/** Metres of a degree of latitude on the sphere of mean radius 6,371,008.8 m. */
const METRES_PER_DEGREE = 111_195.08;

/** Polygons with their bounds and their rings laid flat: lon, lat, lon, lat… */
export interface Polygons {
	readonly bounds: Bounds;
	readonly rings: readonly Float64Array[];
}

export function preparePolygons(geometry: MultiPolygonRings): Polygons {
	const rings = geometry.flatMap((polygon) =>
		polygon.map((ring) => Float64Array.from(ring.flatMap(([lon, lat]) => [lon, lat])))
	);
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const ring of rings) {
		for (let i = 0; i < ring.length; i += 2) {
			west = Math.min(west, ring[i]);
			east = Math.max(east, ring[i]);
			south = Math.min(south, ring[i + 1]);
			north = Math.max(north, ring[i + 1]);
		}
	}
	return { bounds: [west, south, east, north], rings };
}

/** Metres between two points, exact within 0.1 % at the size of a département (local plane). */
export function metresBetween(a: LonLat, b: LonLat): number {
	const east = (b[0] - a[0]) * Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180);
	return Math.hypot(east, b[1] - a[1]) * METRES_PER_DEGREE;
}

/**
 * Metres from a point to polygons, 0 inside them (holes are outside). Polygons whose bounds are further than `atMost`
 * are not measured: Infinity.
 */
export function metresToPolygons({ bounds, rings }: Polygons, point: LonLat, atMost: number): number {
	const [lon, lat] = point;
	if (!isWithin(bounds, point) && (atMost === 0 || metresToBounds(bounds, point) > atMost)) return Infinity;
	let inside = false;
	for (const ring of rings) if (crossesOddly(ring, lon, lat)) inside = !inside;
	if (inside) return 0;
	if (atMost === 0) return Infinity;
	const shrink = Math.cos((lat * Math.PI) / 180);
	let nearest = Infinity;
	for (const ring of rings) {
		for (let i = 0; i + 3 < ring.length; i += 2) {
			nearest = Math.min(
				nearest,
				originToSegment((ring[i] - lon) * shrink, ring[i + 1] - lat, (ring[i + 2] - lon) * shrink, ring[i + 3] - lat)
			);
		}
	}
	return Math.sqrt(nearest) * METRES_PER_DEGREE;
}

/** Metres from a point to bounds, 0 inside them: never more than to what lies in them. */
export function metresToBounds([west, south, east, north]: Bounds, point: LonLat): number {
	const [lon, lat] = point;
	return metresBetween(point, [Math.min(Math.max(lon, west), east), Math.min(Math.max(lat, south), north)]);
}

function isWithin([west, south, east, north]: Bounds, [lon, lat]: LonLat): boolean {
	return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Whether a ray from the point to the east crosses the ring an odd number of times. */
function crossesOddly(ring: Float64Array, lon: number, lat: number): boolean {
	let odd = false;
	for (let i = 0; i + 3 < ring.length; i += 2) {
		const [x1, y1, x2, y2] = [ring[i], ring[i + 1], ring[i + 2], ring[i + 3]];
		if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) odd = !odd;
	}
	return odd;
}

/** Squared distance from the origin to a segment. */
function originToSegment(x1: number, y1: number, x2: number, y2: number): number {
	const [dx, dy] = [x2 - x1, y2 - y1];
	const length = dx * dx + dy * dy;
	const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length));
	const [x, y] = [x1 + along * dx, y1 + along * dy];
	return x * x + y * y;
}
