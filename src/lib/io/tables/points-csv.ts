import { MaillageError, type Imported, type Note, type RejectedRow } from '#domain/notes.ts';
import { parseNumber } from './numbers.ts';
import { cellsRecord, columnIndex, readTable, type Table, type TableRow } from './table.ts';

/** Points of a table: parallel arrays, degrees WGS 84. */
export interface Points {
	readonly ids: readonly string[];
	readonly lon: Float64Array;
	readonly lat: Float64Array;
}

const ID = ['id', 'identifiant', 'code', 'name', 'nom'];
const LON = ['lon', 'lng', 'long', 'longitude', 'x'];
const LAT = ['lat', 'latitude', 'y'];

const FAULTS = {
	id_missing: 'note_point_without_id',
	id_taken: 'note_point_id_taken',
	lon: 'note_point_coordinate',
	lat: 'note_point_coordinate'
} as const;

/**
 * Points to route between: a table with id, lon, lat.
 * A row without a usable coordinate, or whose id is already taken, is rejected with its reason.
 * @throws MaillageError `error_points_columns` when a column is missing, and what readTable throws
 */
export function importPoints(bytes: Uint8Array, file: string): Imported<Points> {
	return pointsOfTable(readTable(bytes, file), ID);
}

/** Whether a first line names a longitude or a latitude: it is then no point itself. */
export function namesCoordinates(headings: readonly string[]): boolean {
	return columnIndex({ headings }, LON) !== null || columnIndex({ headings }, LAT) !== null;
}

/**
 * The points of a table already read, as `importPoints` reads them.
 * @param idNames headings of what tells points apart, in order of preference
 * @throws MaillageError `error_points_columns` when a column is missing
 */
export function pointsOfTable(table: Table, idNames: readonly string[]): Imported<Points> {
	const column = (names: readonly string[]) => {
		const index = columnIndex(table, names);
		if (index === null) {
			const params = { expected: names[0], columns: table.headings.join(', ') };
			throw new MaillageError('error_points_columns', params, table.file);
		}
		return index;
	};
	const at = { id: column(idNames), lon: column(LON), lat: column(LAT) };
	const ids: string[] = [];
	const lons: number[] = [];
	const lats: number[] = [];
	const rejected: RejectedRow[] = [];
	const taken = new Set<string>();
	for (const row of table.rows) {
		const id = row.cells[at.id].trim();
		const lon = coordinate(row.cells[at.lon], 180);
		const lat = coordinate(row.cells[at.lat], 90);
		const fault =
			id === '' ? 'id_missing' : taken.has(id) ? 'id_taken' : lon === null ? 'lon' : lat === null ? 'lat' : null;
		if (fault !== null || lon === null || lat === null) {
			rejected.push(
				rejection(table, row, FAULTS[fault ?? 'lat'], at[fault === 'lon' || fault === 'lat' ? fault : 'id'])
			);
			continue;
		}
		taken.add(id);
		ids.push(id);
		lons.push(lon);
		lats.push(lat);
	}
	return {
		value: { ids, lon: Float64Array.from(lons), lat: Float64Array.from(lats) },
		notes: [...table.notes, ...rejected.map(({ note }) => note)],
		rejected,
		rowsRead: table.rows.length,
		rowsKept: ids.length
	};
}

function coordinate(text: string, most: number): number | null {
	const value = parseNumber(text);
	return value !== null && Math.abs(value) <= most ? value : null;
}

function rejection(table: Table, row: TableRow, code: string, column: number): RejectedRow {
	const note: Note = {
		severity: 'rejected',
		message: { code, params: {} },
		file: table.file,
		row: row.row,
		column: table.headings[column],
		read: row.cells[column]
	};
	return { note, cells: cellsRecord(table, row) };
}
