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
