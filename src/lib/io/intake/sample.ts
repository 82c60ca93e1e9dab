import { MaillageError } from '#domain/notes.ts';
import { binaryKind } from '../bytes/binary-kind.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { readFirstBytes } from '../bytes/first-bytes.ts';
import { readGeoJson } from '../geo/geojson.ts';
import { GeoPackage, type SqlJsLoader } from '../geo/geopackage.ts';
import { recogniseRoadFile, type RoadFileKind } from '../roads/road-file.ts';
import { readJsonTable } from '../sites/sites-json.ts';
import { parseJson } from '../tables/json-text.ts';
import { readTable, type Table } from '../tables/table.ts';

/** What shapes stand in the geometries of a sheet. */
export type SheetGeometry = 'none' | 'point' | 'polygon' | 'other';

/** The beginning of a table, a collection of features or a layer: what it is recognised by. */
export interface Sheet {
	/** Of the layer of a GeoPackage; null elsewhere. */
	readonly layer: string | null;
	readonly headings: readonly string[];
	/** First rows as text, SAMPLE_ROWS of them at most. */
	readonly rows: readonly (readonly string[])[];
	/** Rows of the whole; null where only its beginning was read. */
	readonly rowCount: number | null;
	readonly geometry: SheetGeometry;
}

export type SampleFormat = 'csv' | 'xlsx' | 'json' | 'geojson' | 'geopackage' | RoadFileKind;

export interface Sample {
	readonly format: SampleFormat;
	/** None for roads, which their format alone tells. */
	readonly sheets: readonly Sheet[];
}

export const SAMPLE_ROWS = 60;
const ROAD_HEAD_BYTES = 64 * 1024;
/** A longer table is recognised by its beginning. */
const WHOLE_TABLE_BYTES = 48e6;
const TABLE_HEAD_BYTES = 512 * 1024;
/** JSON and GeoPackages are read whole, here as by their importers. */
const MOST_BYTES = 400e6;

/**
 * The beginning of a file, whatever its format.
 * @throws MaillageError `error_intake_empty`, `error_intake_large`, `error_intake_zip`, `error_intake_scenario`, and those of readTable,
 * readGeoJson, readJsonTable and GeoPackage.open
 */
export async function sampleFile(source: ByteSource, loadSqlJs: SqlJsLoader): Promise<Sample> {
	const { name, size } = source;
	if (size === 0) throw new MaillageError('error_intake_empty', {}, name);
	const head = await readFirstBytes(source, ROAD_HEAD_BYTES);
	const roads = recogniseRoadFile(name, head);
	if (roads !== null) return { format: roads, sheets: [] };
	const kind = binaryKind(head);
	if (kind === 'zip') throw new MaillageError('error_intake_zip', {}, name);
	if (kind === 'json' || kind === 'geopackage') {
		if (size > MOST_BYTES) throw new MaillageError('error_intake_large', { megabytes: Math.round(size / 1e6) }, name);
		const bytes = await source.bytes();
		if (kind === 'geopackage') return { format: 'geopackage', sheets: await layerSheets(bytes, name, loadSqlJs) };
		return jsonSample(bytes, name);
	}
	// Of a zip the list is at the end: its beginning tells nothing.
	if (kind === 'spreadsheet') {
		if (size > MOST_BYTES) throw new MaillageError('error_intake_large', { megabytes: Math.round(size / 1e6) }, name);
		return { format: 'xlsx', sheets: [tableSheet(readTable(await source.bytes(), name), true)] };
	}
	if (size <= WHOLE_TABLE_BYTES)
		return { format: 'csv', sheets: [tableSheet(readTable(await source.bytes(), name), true)] };
	const beginning = await readFirstBytes(source, TABLE_HEAD_BYTES);
	return { format: 'csv', sheets: [tableSheet(readTable(wholeLines(beginning), name), false)] };
}

/** Bytes up to the last end of line. */
function wholeLines(bytes: Uint8Array): Uint8Array {
	const end = bytes.lastIndexOf(0x0a);
	return end === -1 ? bytes : bytes.subarray(0, end + 1);
}

function tableSheet(table: Table, whole: boolean): Sheet {
	return {
		layer: null,
		headings: table.headings,
		rows: table.rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells),
		rowCount: whole ? table.rows.length : null,
		geometry: 'none'
	};
}

function jsonSample(bytes: Uint8Array, name: string): Sample {
	const value = parseJson(bytes, name);
	const root = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
	if (Object.hasOwn(root, 'format') && root.format === 'maillage-scenario')
		throw new MaillageError('error_intake_scenario', {}, name);
	const table = readJsonTable(bytes, name);
	if (!Array.isArray(root.features)) {
		const sheet = tableSheet(table, true);
		return {
			format: 'json',
			sheets: [{ ...sheet, geometry: sheet.headings.includes('geo_point_2d') ? 'point' : 'none' }]
		};
	}
	const { features } = readGeoJson(bytes, name);
	const geometry = geometryOf(features.slice(0, SAMPLE_ROWS).map((feature) => typeOf(feature.geometry)));
	return { format: 'geojson', sheets: [{ ...tableSheet(table, true), geometry }] };
}

function typeOf(geometry: unknown): string | null {
	const type = typeof geometry === 'object' && geometry !== null ? (geometry as { type?: unknown }).type : null;
	return typeof type === 'string' ? type : null;
}

function geometryOf(types: readonly (string | null)[]): SheetGeometry {
	const met = types.filter((type) => type !== null);
	if (met.length === 0) return 'none';
	if (met.every((type) => type === 'Point')) return 'point';
	return met.every((type) => type === 'Polygon' || type === 'MultiPolygon') ? 'polygon' : 'other';
}

async function layerSheets(bytes: Uint8Array, name: string, loadSqlJs: SqlJsLoader): Promise<Sheet[]> {
	const geopackage = await GeoPackage.open(bytes, name, loadSqlJs);
	try {
		return geopackage.layers.map((layer): Sheet => {
			const rows: string[][] = [];
			let rowCount = 0;
			if (layer.columns.length > 0) {
				geopackage.eachRow(layer, layer.columns, (cells) => rows.push(cells.map(cellText)), SAMPLE_ROWS);
				geopackage.eachRow(layer, layer.columns.slice(0, 1), () => rowCount++);
			}
			const geometry = layer.geometryColumn === null ? 'none' : 'polygon';
			return { layer: layer.name, headings: layer.columns, rows, rowCount, geometry };
		});
	} finally {
		geopackage.close();
	}
}

function cellText(value: unknown): string {
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
