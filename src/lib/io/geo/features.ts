import { MaillageError } from '#domain/notes.ts';
import { binaryKind } from '../bytes/binary-kind.ts';
import { readGeoJson, type Feature } from './geojson.ts';
import { readGeometryBlob } from './geopackage-geometry.ts';
import { GeoPackage, layerCrs, type GeoPackageLayer, type SqlJsLoader } from './geopackage.ts';
import type { CrsCode } from './projection.ts';

/** Features of a GeoJSON file or of one layer of a GeoPackage, with what their columns are called. */
export interface FeatureTable {
	readonly file: string;
	/** The layer, where the file has several. */
	readonly layer: string | null;
	/** Names of properties in order of first appearance. */
	readonly headings: readonly string[];
	readonly features: readonly Feature[];
	/** Null when the file names no system. */
	readonly crs: CrsCode | null;
}

/** Told apart by their columns: the first layer for which it is true is taken. */
export type LayerTest = (headings: readonly string[]) => boolean;

/**
 * Features of a GeoJSON file, or of the layer of a GeoPackage that `wanted` names or, by default, `test` accepts.
 * @throws MaillageError `error_geopackage_layer_missing`, `error_geopackage_no_such_layer`, `error_features_other_format`,
 * and those of readGeoJson and GeoPackage.open
 */
export async function readFeatures(
	bytes: Uint8Array,
	file: string,
	loadSqlJs: SqlJsLoader,
	test: LayerTest,
	wanted: string | undefined
): Promise<FeatureTable> {
	const kind = binaryKind(bytes);
	if (kind === 'geopackage') return readLayer(await GeoPackage.open(bytes, file, loadSqlJs), test, wanted);
	if (kind !== null && kind !== 'json')
		throw new MaillageError('error_features_other_format', { format: kind.replace('_', ' ').toUpperCase() }, file);
	const { features, crs } = readGeoJson(bytes, file);
	const headings = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
	return { file, layer: null, headings, features, crs };
}

function readLayer(geopackage: GeoPackage, test: LayerTest, wanted: string | undefined): FeatureTable {
	try {
		const layer = chosenLayer(
			geopackage,
			({ columns, geometryColumn }) => geometryColumn !== null && test(columns),
			wanted
		);
		const { file } = geopackage;
		const features: Feature[] = [];
		const geometryColumn = layer.geometryColumn === null ? [] : [layer.geometryColumn];
		geopackage.eachRow(layer, [...layer.columns, ...geometryColumn], (cells) => {
			const blob = cells[layer.columns.length];
			const properties = Object.create(null) as Record<string, unknown>;
			layer.columns.forEach((column, i) => {
				properties[column] = cells[i];
			});
			features.push({
				rank: features.length + 1,
				properties,
				geometry: blob instanceof Uint8Array ? readGeometryBlob(blob) : null
			});
		});
		return {
			file,
			layer: layer.name,
			headings: layer.columns,
			features,
			crs: layer.epsg === null ? null : layerCrs(layer, file)
		};
	} finally {
		geopackage.close();
	}
}

/**
 * The layer called `wanted`, else the first that passes the test.
 * @throws MaillageError `error_geopackage_layer_missing` (no layer of that name), `error_geopackage_no_such_layer` (none passes)
 */
export function chosenLayer(
	geopackage: GeoPackage,
	test: (layer: GeoPackageLayer) => boolean,
	wanted: string | undefined
): GeoPackageLayer {
	const layers = geopackage.layers
		.map(({ name, columns }) => `${name} (${columns.slice(0, 12).join(', ')})`)
		.join(' ; ');
	if (wanted !== undefined) {
		const named = geopackage.layers.find(({ name }) => name === wanted);
		if (named === undefined)
			throw new MaillageError('error_geopackage_layer_missing', { layer: wanted, layers }, geopackage.file);
		return named;
	}
	const found = geopackage.layers.find(test);
	if (found === undefined) throw new MaillageError('error_geopackage_no_such_layer', { layers }, geopackage.file);
	return found;
}

/** A property as text: blank for null and for what is no text or number. */
export function propertyText(feature: Pick<Feature, 'properties'>, heading: string | undefined): string {
	const value = heading === undefined ? null : feature.properties[heading];
	if (typeof value === 'string') return value.trim();
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The properties of a feature as text, for RejectedRow. */
export function propertyRecord(table: Pick<FeatureTable, 'headings'>, feature: Feature): Record<string, string> {
	const record = Object.create(null) as Record<string, string>;
	for (const heading of table.headings) record[heading] = propertyText(feature, heading);
	return record;
}
