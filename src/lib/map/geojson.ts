import type { LonLat, MultiPolygonRings, PolygonRings } from '#domain/geometry.ts';

type Properties = Readonly<Record<string, string | number | boolean | null>>;

/** GeoJSON of read-only geometry: MapLibre's types ask for mutable arrays but its sources only read them. */
export const points = (position: LonLat, properties: Properties): GeoJSON.Feature =>
	feature({ type: 'Point', coordinates: position as unknown as GeoJSON.Position }, properties);

export const lines = (all: readonly (readonly LonLat[])[], properties: Properties = {}): GeoJSON.Feature =>
	feature({ type: 'MultiLineString', coordinates: all as unknown as GeoJSON.Position[][] }, properties);

export const polygons = (
	all: MultiPolygonRings | readonly PolygonRings[],
	properties: Properties = {}
): GeoJSON.Feature =>
	feature({ type: 'MultiPolygon', coordinates: all as unknown as GeoJSON.Position[][][] }, properties);

export const collection = (features: readonly GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
	type: 'FeatureCollection',
	features: [...features]
});

export const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

function feature(geometry: GeoJSON.Geometry, properties: Properties): GeoJSON.Feature {
	return { type: 'Feature', geometry, properties: { ...properties } };
}
