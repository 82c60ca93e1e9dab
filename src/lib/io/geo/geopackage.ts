import type { Database, SqlJsStatic, SqlValue } from 'sql.js';
import { MaillageError } from '#domain/notes.ts';
import { isCrsCode, KNOWN_CRS, type CrsCode } from './projection.ts';

/**
 * Gives the bytes of sql.js's `dist/sql-wasm.wasm`: from the disk for the command line, by `fetch` of a bundled address in
 * a worker. It is asked only when a GeoPackage is read.
 */
export type SqlJsLoader = () => Promise<Uint8Array>;

export interface GeoPackageLayer {
	readonly name: string;
	/** All columns but the geometry, in the file's order. */
	readonly columns: readonly string[];
	/** Null for a table of attributes. */
	readonly geometryColumn: string | null;
	/** EPSG number of the coordinates; null when the file gives none. */
	readonly epsg: number | null;
}

/** Bytes of an SQLite header: page size at 16 (1 means 65,536), number of pages at 28, write counters at 24 and 92. */
const HEADER_BYTES = 100;

/**
 * An open GeoPackage (OGC 12-128): layers and their rows. Close it after use: it holds the whole file in memory.
 */
export class GeoPackage {
	readonly file: string;
	readonly layers: readonly GeoPackageLayer[];
	readonly #database: Database;

	private constructor(database: Database, file: string) {
		this.#database = database;
		this.file = file;
		this.layers = this.#readLayers();
	}

	/**
	 * @throws MaillageError `error_geopackage_not_sqlite`, `error_geopackage_truncated`, `error_geopackage_damaged`,
	 * `error_geopackage_no_layers`, `error_geopackage_views` (a view is a program: one may run for ever, so none is run)
	 */
	static async open(bytes: Uint8Array, file: string, loadWasm: SqlJsLoader): Promise<GeoPackage> {
		checkHeader(bytes, file);
		const sql = await loadSqlJs(loadWasm);
		const database = new sql.Database(bytes);
		try {
			return new GeoPackage(database, file);
		} catch (error) {
			database.close();
			throw error;
		}
	}

	/**
	 * Calls `take` with the cells of each row, in the order of `columns`, the geometry blob among them if it is named.
	 * @throws MaillageError `error_geopackage_damaged`
	 */
	eachRow(
		layer: GeoPackageLayer,
		columns: readonly string[],
		take: (cells: readonly SqlValue[]) => void,
		limit = -1
	): void {
		this.#query(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(layer.name)} LIMIT ${limit}`, take);
	}

	close(): void {
		this.#database.close();
	}

	#query(sql: string, take: (cells: readonly SqlValue[]) => void): void {
		try {
			const statement = this.#database.prepare(sql);
			try {
				while (statement.step()) take(statement.get());
			} finally {
				statement.free();
			}
		} catch (error) {
			if (error instanceof MaillageError) throw error;
			throw new MaillageError(
				'error_geopackage_damaged',
				{ reason: error instanceof Error ? error.message : String(error) },
				this.file
			);
		}
	}

	#rows(sql: string): SqlValue[][] {
		const rows: SqlValue[][] = [];
		this.#query(sql, (cells) => rows.push([...cells]));
		return rows;
	}

	#readLayers(): GeoPackageLayer[] {
		const named = (type: string) =>
			new Set(this.#rows(`SELECT name FROM sqlite_master WHERE type = '${type}'`).map(([name]) => name));
		const tables = named('table');
		if (!tables.has('gpkg_contents'))
			throw new MaillageError('error_geopackage_no_layers', { tables: [...tables].join(', ') }, this.file);
		const geometries = new Map<SqlValue, SqlValue[]>();
		if (tables.has('gpkg_geometry_columns')) {
			for (const [table, ...rest] of this.#rows('SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns'))
				geometries.set(table, rest);
		}
		const contents = this.#rows(`SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes')`);
		const layers = contents.flatMap(([name]): GeoPackageLayer[] => {
			if (typeof name !== 'string' || !tables.has(name)) return [];
			const [geometryColumn = null, epsg = null] = geometries.get(name) ?? [];
			const all = this.#rows(`PRAGMA table_info(${quoted(name)})`).map((row) => String(row[1]));
			return [
				{
					name,
					columns: all.filter((column) => column !== geometryColumn),
					geometryColumn: typeof geometryColumn === 'string' ? geometryColumn : null,
					epsg: typeof epsg === 'number' && epsg > 0 ? epsg : null
				}
			];
		});
		const views = named('view');
		const layersOfViews = contents.flatMap(([name]) => (views.has(name) ? [name] : []));
		if (layers.length === 0 && layersOfViews.length > 0)
			throw new MaillageError('error_geopackage_views', { views: layersOfViews.join(', ') }, this.file);
		if (layers.length === 0)
			throw new MaillageError('error_geopackage_no_layers', { tables: [...tables].join(', ') }, this.file);
		return layers;
	}
}

/**
 * The system of a layer's coordinates.
 * @throws MaillageError `error_crs_unknown`
 */
export function layerCrs(layer: GeoPackageLayer, file: string): CrsCode {
	if (layer.epsg === null) return 4326;
	if (!isCrsCode(layer.epsg))
		throw new MaillageError('error_crs_unknown', { read: `EPSG:${layer.epsg}`, expected: KNOWN_CRS }, file);
	return layer.epsg;
}

/** Refuses what is no SQLite file, and a file shorter than the number of pages it announces. */
function checkHeader(bytes: Uint8Array, file: string): void {
	const magic = String.fromCharCode(...bytes.subarray(0, 16));
	if (magic !== 'SQLite format 3\u0000') throw new MaillageError('error_geopackage_not_sqlite', {}, file);
	if (bytes.length < HEADER_BYTES)
		throw new MaillageError('error_geopackage_truncated', { read: bytes.length, expected: HEADER_BYTES }, file);
	const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
	const pageSize = view.getUint16(16) === 1 ? 65536 : view.getUint16(16);
	// The number of pages is to be trusted only when the two counters agree (SQLite file format, §1.3.7).
	const expected = view.getUint32(24) === view.getUint32(92) ? pageSize * view.getUint32(28) : 0;
	if (bytes.length < expected)
		throw new MaillageError('error_geopackage_truncated', { read: bytes.length, expected }, file);
}

async function loadSqlJs(loadWasm: SqlJsLoader): Promise<SqlJsStatic> {
	const [{ default: initialise }, wasm] = await Promise.all([import('sql.js'), loadWasm()]);
	return initialise({ wasmBinary: wasm.slice().buffer });
}

function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
