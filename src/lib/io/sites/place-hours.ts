import { MaillageError, type Imported, type Note, type RejectedRow } from '#domain/notes.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { listedHeadings } from '../tables/column-mapping.ts';
import type { TableRow } from '../tables/table.ts';
import { hoursColumnMessages, scheduleOfRows, tellsDays, tellsHours } from './site-schedule.ts';
import { SiteColumns } from './sites-columns.ts';
import { readSiteTable } from './sites-import.ts';

/** The hours that a file tells of one place, wherever the place is. */
export interface PlaceHours {
	readonly id: string | null;
	readonly name: string | null;
	readonly communeName: string | null;
	/** Its first row. */
	readonly row: number;
	/** Null where the file tells none, or none that could be read. */
	readonly schedule: OpeningSchedule | null;
}

/** Rows of one place together, where a table has one row a place and day. */
function placesOf(columns: SiteColumns): readonly TableRow[][] {
	const { rows } = columns.table;
	if (!tellsDays(columns)) return rows.map((row) => [row]);
	const places = new Map<string, TableRow[]>();
	for (const row of rows) {
		const key = JSON.stringify([
			columns.text(row.cells, 'id'),
			columns.name(row.cells),
			columns.text(row.cells, 'communeName')
		]);
		const place = places.get(key);
		if (place === undefined) places.set(key, [row]);
		else place.push(row);
	}
	return [...places.values()];
}

/**
 * Reads the hours of each place of a table in any of the forms that `importSites` and `importHours` read: a column of
 * text, one column a day, one row a day. No position is asked for.
 * @throws MaillageError `error_hours_columns`, `error_table_…`, `error_json…`, `error_sites_json_…`
 */
export function importPlaceHours(bytes: Uint8Array, file: string): Imported<readonly PlaceHours[]> {
	const table = readSiteTable(bytes, file);
	const columns = new SiteColumns(table, {});
	if (!tellsHours(columns) || !(columns.has('id') || columns.has('name')))
		throw new MaillageError('error_hours_columns', { columns: listedHeadings(table.headings) }, file);
	const notes: Note[] = [...table.notes];
	const rejected: RejectedRow[] = [];
	for (const message of hoursColumnMessages(columns))
		notes.push({ severity: 'info', message, file, row: null, column: null, read: null });
	const value = placesOf(columns).map((rows): PlaceHours => {
		const [{ row, cells }] = rows;
		const name = columns.name(cells);
		const id = columns.textOrNull(cells, 'id');
		const read = scheduleOfRows(columns, name ?? id ?? '', rows);
		notes.push(...read.notes);
		rejected.push(...read.rejected);
		return { id, name, communeName: columns.textOrNull(cells, 'communeName'), row, schedule: read.schedule };
	});
	const rowsRead = table.rows.length;
	return { value, notes, rejected, rowsRead, rowsKept: rowsRead - rejected.length };
}
