const RADIANS = Math.PI / 180;
/** Mean radius of the Earth, metres (IUGG). */
export const EARTH_RADIUS_METRES = 6_371_008.8;
export const METRES_PER_DEGREE = EARTH_RADIUS_METRES * RADIANS;

/** Great-circle distance between two points in degrees. */
export function haversineMetres(lonA: number, latA: number, lonB: number, latB: number): number {
	const sinLat = Math.sin(((latB - latA) * RADIANS) / 2);
	const sinLon = Math.sin(((lonB - lonA) * RADIANS) / 2);
	const h = sinLat * sinLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLon * sinLon;
	return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Degrees clockwise from north, 0 … 360, of the short way from A to B (local flat projection: right to 0.01° below a kilometre). */
export function bearingDegrees(lonA: number, latA: number, lonB: number, latB: number): number {
	const east = (lonB - lonA) * Math.cos(((latA + latB) / 2) * RADIANS);
	const bearing = Math.atan2(east, latB - latA) / RADIANS;
	return bearing < 0 ? bearing + 360 : bearing;
}
