import { MaillageError } from '#domain/notes.ts';
import { parseJson } from '../tables/json-text.ts';
import { parseCrs, type CrsCode } from './projection.ts';

/** The geometries read here, in the file's own coordinates. */
export type GeoJsonGeometry =
	| { readonly type: 'Point'; readonly coordinates: readonly number[] }
	| { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
	| { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[] };

export interface Feature {
	/** Rank in the file, from 1. */
	readonly rank: number;
	/** Without prototype: a property may be called `__proto__`. */
	readonly properties: Readonly<Record<string, unknown>>;
	/** Not yet checked: whatever the file holds. */
	readonly geometry: unknown;
}

export interface FeatureCollection {
	readonly file: string;
	readonly features: readonly Feature[];
	/** The system that the file names; null when it names none (RFC 7946: then degrees, WGS 84). */
	readonly crs: CrsCode | null;
}

/**
 * The features of a GeoJSON file (FeatureCollection, one Feature, or a bare array of features).
 * @throws MaillageError `error_geojson_not_features`, `error_geojson_empty`, `error_crs_unknown`, and those of parseJson
 */
export function readGeoJson(bytes: Uint8Array, file: string): FeatureCollection {
	const value = parseJson(bytes, file);
	const root = isObject(value) ? value : {};
	const listed = Array.isArray(value)
		? value
		: Array.isArray(root.features)
			? root.features
			: root.type === 'Feature'
				? [root]
				: null;
	if (listed === null || (listed.length > 0 && !listed.some((one) => isObject(one) && one.type === 'Feature'))) {
		const members = Array.isArray(value) ? '[ ]' : Object.keys(root).slice(0, 10).join(', ');
		throw new MaillageError('error_geojson_not_features', { members }, file);
	}
	if (listed.length === 0) throw new MaillageError('error_geojson_empty', {}, file);
	const features = listed.map((one: unknown, i): Feature => {
		const { properties, geometry } = isObject(one) ? one : {};
		return {
			rank: i + 1,
			properties: Object.assign(Object.create(null), isObject(properties) ? properties : {}),
			geometry: geometry ?? null
		};
	});
	const name = namedCrs(root.crs);
	return { file, features, crs: name === null ? null : parseCrs(name, file) };
}

/** The `crs` member of GeoJSON 2008, as GDAL and QGIS still write it. */
function namedCrs(crs: unknown): string | null {
	const properties = isObject(crs) ? crs.properties : null;
	return isObject(properties) && typeof properties.name === 'string' ? properties.name : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
