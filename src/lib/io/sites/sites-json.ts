import { MaillageError } from '#domain/notes.ts';
import { parseJson } from '../tables/json-text.ts';
import type { Table } from '../tables/table.ts';

/** The heading under which a feature's own point comes, as "POINT (lon lat)". */
const GEOMETRY = 'geometry';

type JsonObject = Readonly<Record<string, unknown>>;

interface JsonRecord {
	readonly properties: JsonObject;
	readonly geometry: unknown;
}

/**
 * The records of a JSON file as a table, one row a record (numbered from 1): Opendatasoft exports v1 (`fields`), API v1
 * (`records`) and v2 (`results`, or a plain list), GeoJSON feature collections. Points become one cell, "lat, lon" for
 * Opendatasoft's `geo_point_2d`, "POINT (lon lat)" for a geometry.
 * @throws MaillageError `error_json`, `error_json_truncated`, `error_sites_json_shape` (no list of records in it),
 * `error_sites_json_empty`
 */
export function readJsonTable(bytes: Uint8Array, file: string): Table {
	const records = recordList(parseJson(bytes, file), file).map(recordOf);
	if (records.length === 0) throw new MaillageError('error_sites_json_empty', {}, file);
	const columns = new Map<string, number>();
	const rows = records.map(({ properties, geometry }, i) => {
		const cells: string[] = [];
		const set = (heading: string, value: unknown) => {
			const column = columns.get(heading) ?? columns.size;
			columns.set(heading, column);
			cells[column] = cellText(value);
		};
		for (const [heading, value] of Object.entries(properties)) {
			// The geometry repeated among the fields says nothing more than the point beside it.
			if (heading !== GEOMETRY) set(heading, value);
		}
		if (isObject(geometry)) set(GEOMETRY, geometry);
		return { row: i + 1, cells };
	});
	const headings = [...columns.keys()];
	return {
		file,
		headings,
		rows: rows.map(({ row, cells }) => ({ row, cells: headings.map((_, column) => cells[column] ?? '') })),
		notes: []
	};
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordList(value: unknown, file: string): readonly unknown[] {
	if (Array.isArray(value)) return value;
	if (isObject(value)) {
		for (const key of ['features', 'results', 'records']) {
			const list = value[key];
			if (Array.isArray(list)) return list;
		}
	}
	const read = isObject(value) ? Object.keys(value).slice(0, 10).join(', ') : typeof value;
	throw new MaillageError('error_sites_json_shape', { read }, file);
}

/** A record's own fields, out of the envelope that each format puts round them. */
function recordOf(value: unknown): JsonRecord {
	const outer = isObject(value) ? value : {};
	const record = isObject(outer.record) ? outer.record : outer;
	if (isObject(record.properties)) return { properties: record.properties, geometry: record.geometry };
	if (!isObject(record.fields)) return { properties: record, geometry: record.geometry };
	const id = record.recordid ?? record.id;
	const properties = id === undefined ? record.fields : { ...record.fields, recordid: id };
	return { properties, geometry: 'geo_point_2d' in properties ? null : record.geometry };
}

function cellText(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value;
	if (typeof value !== 'object') return String(value);
	if (Array.isArray(value))
		return value.every((item) => typeof item !== 'object') ? value.join(', ') : JSON.stringify(value);
	const { lon, lat, type, coordinates } = value as JsonObject;
	if (typeof lon === 'number' && typeof lat === 'number') return `${lat}, ${lon}`;
	if (type === 'Point' && Array.isArray(coordinates)) return `POINT (${coordinates.slice(0, 2).join(' ')})`;
	return typeof type === 'string' && 'coordinates' in value ? type : JSON.stringify(value);
}
