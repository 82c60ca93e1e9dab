import type { Bounds, LonLat } from '#domain/geometry.ts';

/** Metres of a degree of latitude on the sphere of mean radius 6,371,008.8 m. */
const METRES_PER_DEGREE = 111_195.08;
/** Ground shown around the area, as a part of its larger side. */
const ROOM = 0.04;
/** The least ground that a map shows, metres: of a place smaller than that there is nothing to read. */
const LEAST_METRES = 1500;
/** Whole numbers of paths: a quarter of a pixel each. */
export const UNITS_PER_PIXEL = 4;

/** Where places lie on a map: a plane tangent to the middle of its area, north up. */
export interface Frame {
	/** CSS pixels. */
	readonly width: number;
	readonly height: number;
	readonly pixelsPerMetre: number;
	/** All that is seen. */
	readonly bounds: Bounds;
	/** Pixels from the upper left corner. */
	readonly x: (lon: number) => number;
	readonly y: (lat: number) => number;
}

/** The largest map of an area that a room holds; as wide as the room, save that a tall area makes it narrower in ground, not in paper. */
export function frameOf(area: Bounds, width: number, leastHeight: number, mostHeight: number): Frame {
	const [west, south, east, north] = area;
	const [midLon, midLat] = [(west + east) / 2, (south + north) / 2];
	const perLon = METRES_PER_DEGREE * Math.cos((midLat * Math.PI) / 180);
	const room = 1 + 2 * ROOM;
	const metresWide = Math.max((east - west) * perLon * room, LEAST_METRES);
	const metresHigh = Math.max((north - south) * METRES_PER_DEGREE * room, LEAST_METRES);
	const height = Math.round(Math.min(Math.max((metresHigh / metresWide) * width, leastHeight), mostHeight));
	const pixelsPerMetre = Math.min(width / metresWide, height / metresHigh);
	const x = (lon: number) => width / 2 + (lon - midLon) * perLon * pixelsPerMetre;
	const y = (lat: number) => height / 2 - (lat - midLat) * METRES_PER_DEGREE * pixelsPerMetre;
	const halfLon = width / 2 / pixelsPerMetre / perLon;
	const halfLat = height / 2 / pixelsPerMetre / METRES_PER_DEGREE;
	const bounds: Bounds = [midLon - halfLon, midLat - halfLat, midLon + halfLon, midLat + halfLat];
	return { width, height, pixelsPerMetre, bounds, x, y };
}

/** Whether something of a box can be seen. */
export function isSeen({ bounds }: Frame, [west, south, east, north]: Bounds): boolean {
	return west <= bounds[2] && east >= bounds[0] && south <= bounds[3] && north >= bounds[1];
}

export const isPlaceSeen = (frame: Frame, [lon, lat]: LonLat): boolean => isSeen(frame, [lon, lat, lon, lat]);
