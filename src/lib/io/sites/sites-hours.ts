import {
	MaillageError,
	type Imported,
	type Message,
	type Note,
	type NoteSeverity,
	type RejectedRow
} from '#domain/notes.ts';
import type { Site } from '#domain/site.ts';
import { listedHeadings } from '../tables/column-mapping.ts';
import { SiteFinder } from './site-finder.ts';
import { hoursColumnMessages, scheduleOfRows, tellsDays, tellsHours } from './site-schedule.ts';
import { SiteColumns } from './sites-columns.ts';
import { readSiteTable } from './sites-import.ts';
import { cellsRecord, type TableRow } from '../tables/table.ts';

export interface HoursImportOptions {
	/** Headings to use instead of those recognised, by field, as for sites. */
	readonly mapping?: Readonly<Record<string, string>>;
}

/**
 * Reads a file of hours, one row a site and day, one expression a site or one column a day, and gives its hours to the sites it names: by
 * identifier, else by name (case, accents and punctuation apart), the commune and the position telling namesakes
 * apart. A row of no site, of several, or that cannot be read is rejected with its reason; a site already told by the
 * same file is not told twice. The value is all the sites, those without hours in the file as they were.
 * @throws MaillageError `error_hours_columns` (neither days nor expressions, or nothing to know the site by),
 * `error_mapping_…`, `error_table_…`, `error_json…`, `error_sites_json_…`
 */
export function importHours(
	bytes: Uint8Array,
	file: string,
	sites: readonly Site[],
	options: HoursImportOptions = {}
): Imported<readonly Site[]> {
	const table = readSiteTable(bytes, file);
	const columns = new SiteColumns(table, options.mapping ?? {});
	if (!tellsHours(columns) || !(columns.has('id') || columns.has('name'))) {
		throw new MaillageError('error_hours_columns', { columns: listedHeadings(table.headings) }, file);
	}
	const notes: Note[] = [...table.notes];
	const rejected: RejectedRow[] = [];
	const add = (
		severity: NoteSeverity,
		message: Message,
		row: number | null,
		column: string | null,
		read: string | null
	) => {
		const note: Note = { severity, message, file, row, column, read };
		notes.push(note);
		return note;
	};
	const reject = (row: TableRow, message: Message, column: string | null, read: string | null) =>
		rejected.push({ note: add('rejected', message, row.row, column, read), cells: cellsRecord(table, row) });

	for (const message of hoursColumnMessages(columns)) add('info', message, null, null, null);
	const rowsBySite = new Map<Site, TableRow[]>();
	const finder = new SiteFinder(columns, sites);
	for (const row of table.rows) {
		const found = finder.find(row);
		if (found.site === null)
			reject(row, found.message, columns.heading(columns.has('name') ? 'name' : 'id'), found.read);
		else rowsBySite.set(found.site, [...(rowsBySite.get(found.site) ?? []), row]);
	}
	let replaced = 0;
	const value = sites.map((site) => {
		const rows = rowsBySite.get(site);
		if (rows === undefined) return site;
		const [first, ...others] = rows;
		if (!tellsDays(columns)) {
			for (const row of others)
				reject(
					row,
					{ code: 'note_hours_site_again', params: { row: String(first.row) } },
					columns.heading('hours'),
					columns.text(row.cells, 'hours')
				);
		}
		const read = scheduleOfRows(columns, site.name, rows);
		let isRejected = false;
		for (const note of read.notes) {
			const isError = note.severity === 'changed' && note.message.code.startsWith('error_');
			// A text may be wrong in two readings: its row is left out once.
			if (isError && !isRejected) reject(first, note.message, note.column, note.read);
			else notes.push(isError ? { ...note, severity: 'info' } : note);
			isRejected ||= isError;
		}
		rejected.push(...read.rejected);
		if (read.schedule === null) return site;
		if (site.schedule !== null) replaced++;
		return { ...site, schedule: read.schedule };
	});
	if (replaced > 0) add('info', { code: 'note_hours_replaced', params: { count: replaced } }, null, null, null);
	const without = value.filter((site) => site.schedule === null).length;
	if (without > 0) add('info', { code: 'note_hours_sites_without', params: { count: without } }, null, null, null);
	return { value, notes, rejected, rowsRead: table.rows.length, rowsKept: table.rows.length - rejected.length };
}
