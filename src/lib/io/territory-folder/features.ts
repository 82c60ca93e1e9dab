import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import { MaillageError } from '#domain/notes.ts';

export interface FolderFeature {
	readonly properties: Readonly<Record<string, unknown>>;
	readonly geometry: unknown;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOrNull(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}

export function numberOrNull(value: unknown): number | null {
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A position in degrees, WGS 84: a place on Earth. */
export function isPosition(value: unknown): value is LonLat {
	if (!Array.isArray(value) || value.length < 2) return false;
	const [lon, lat] = value as readonly unknown[];
	return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function isMultiPolygon(value: unknown): value is MultiPolygonRings {
	const each = (list: unknown, holds: (one: unknown) => boolean) => Array.isArray(list) && list.every(holds);
	const isRing = (ring: unknown) => each(ring, isPosition) && (ring as readonly unknown[]).length > 0;
	return each(value, (rings) => each(rings, isRing) && (rings as readonly unknown[]).length > 0);
}

/**
 * The outline of a feature; null where it is no MultiPolygon, or one of no polygon.
 * @param rank of the feature, from 1
 * @throws MaillageError `error_folder_geojson` where its coordinates are none
 */
export function outlineOf({ geometry }: FolderFeature, rank: number, file: string): MultiPolygonRings | null {
	if (!isRecord(geometry) || geometry.type !== 'MultiPolygon') return null;
	const { coordinates } = geometry;
	if (isMultiPolygon(coordinates)) return coordinates.length === 0 ? null : coordinates;
	throw new MaillageError('error_folder_geojson', { reason: `geometry, ${rank}` }, file);
}

/**
 * The features of a file of the folder.
 * @throws MaillageError `error_folder_geojson` when it is not a feature collection
 */
export function featuresOf(bytes: Uint8Array, file: string): FolderFeature[] {
	let parsed: unknown;
	try {
		parsed = JSON.parse(new TextDecoder().decode(bytes));
	} catch (error) {
		throw new MaillageError('error_folder_geojson', { reason: error instanceof Error ? error.message : '' }, file);
	}
	if (!isRecord(parsed) || !Array.isArray(parsed.features))
		throw new MaillageError('error_folder_geojson', { reason: 'features' }, file);
	return parsed.features.map((feature: unknown) => ({
		properties: isRecord(feature) && isRecord(feature.properties) ? feature.properties : {},
		geometry: isRecord(feature) ? feature.geometry : null
	}));
}

/** A feature collection, one feature a line: a person can read it and a version control can compare it. */
export function writeFeatures(
	features: readonly object[],
	members: Readonly<Record<string, unknown>> = {}
): Uint8Array {
	const head = JSON.stringify({ type: 'FeatureCollection', ...members }).slice(0, -1);
	return new TextEncoder().encode(
		`${head},"features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`
	);
}
