import type { Database, SqlValue } from 'sql.js';
import type { Bounds } from '#domain/geometry.ts';
import { geometryBlob, geometryBounds } from './gpkg-geometry.ts';
import { CONTENTS_SQL, GPKG_APPLICATION_ID, GPKG_VERSION, SRS_ROWS } from './gpkg-schema.ts';
import type { ColumnType, Layer } from './layers.ts';

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
	text: 'TEXT',
	integer: 'INTEGER',
	real: 'REAL',
	boolean: 'BOOLEAN'
};
const WGS84 = 4326;

/**
 * Layers as a GeoPackage (OGC 12-128r18, version 1.3): WGS 84, one table of features a layer.
 * @param loadWasm bytes of sql.js's `sql-wasm.wasm`, asked only when a file is written
 * @param date of the last change that the contents state, so that the same layers are the same file
 */
export async function writeGeoPackage(
	layers: readonly Layer[],
	loadWasm: () => Promise<Uint8Array>,
	date: string
): Promise<Uint8Array> {
	const [{ default: initialise }, wasm] = await Promise.all([import('sql.js'), loadWasm()]);
	const sql = await initialise({ wasmBinary: wasm.slice().buffer });
	const database = new sql.Database();
	try {
		database.run(`PRAGMA application_id = ${GPKG_APPLICATION_ID}; PRAGMA user_version = ${GPKG_VERSION};`);
		database.run(CONTENTS_SQL);
		for (const row of SRS_ROWS) database.run('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)', [...row]);
		for (const layer of layers) writeLayer(database, layer, date);
		return database.export();
	} finally {
		database.close();
	}
}

function writeLayer(database: Database, { name, description, columns, features }: Layer, date: string): void {
	const table = quoted(name);
	const fields = columns.map(({ name: column, type }) => `${quoted(column)} ${SQL_TYPES[type]}`);
	const type = geometryType(features);
	database.run(
		`CREATE TABLE ${table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ${type}, ${fields.join(', ')})`
	);
	const blanks = ['?', ...columns.map(() => '?')].join(', ');
	const names = ['geom', ...columns.map(({ name: column }) => quoted(column))].join(', ');
	const insert = database.prepare(`INSERT INTO ${table} (${names}) VALUES (${blanks})`);
	let box: Bounds | null = null;
	database.run('BEGIN');
	for (const { geometry, values } of features) {
		const blob = geometry === null ? null : geometryBlob(geometry, WGS84);
		if (geometry !== null) box = union(box, geometryBounds(geometry));
		insert.run([blob, ...values.map(sqlValue)]);
	}
	insert.free();
	const [west, south, east, north] = box ?? [null, null, null, null];
	database.run('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
		name,
		'features',
		name,
		description,
		`${date}T00:00:00.000Z`,
		west,
		south,
		east,
		north,
		WGS84
	]);
	database.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)', [name, 'geom', type, WGS84, 0, 0]);
	database.run('COMMIT');
}

/** The type that all features of a layer have; any where they differ. */
function geometryType(features: Layer['features']): string {
	const types = new Set(features.flatMap(({ geometry }) => (geometry === null ? [] : [geometry.type])));
	const [only] = types;
	return types.size === 1 ? only.toUpperCase() : 'GEOMETRY';
}

const sqlValue = (value: Layer['features'][number]['values'][number]): SqlValue =>
	typeof value === 'boolean' ? Number(value) : typeof value === 'number' && !Number.isFinite(value) ? null : value;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function union(one: Bounds | null, other: Bounds): Bounds {
	if (one === null) return other;
	return [
		Math.min(one[0], other[0]),
		Math.min(one[1], other[1]),
		Math.max(one[2], other[2]),
		Math.max(one[3], other[3])
	];
}
