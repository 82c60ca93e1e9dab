/** Longitude and latitude in degrees, WGS 84, in GeoJSON order. */
export type LonLat = readonly [lon: number, lat: number];

/** Closed rings, the first the outer one, as in GeoJSON. */
export type PolygonRings = readonly (readonly LonLat[])[];
export type MultiPolygonRings = readonly PolygonRings[];

/** [west, south, east, north] in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];
