import {
	MaillageError,
	type Imported,
	type Message,
	type Note,
	type NoteSeverity,
	type RejectedRow
} from '#domain/notes.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { Site } from '#domain/site.ts';
import type { Source } from '#domain/source.ts';
import { binaryKind } from '../bytes/binary-kind.ts';
import { metresBetween } from '../geo/polygon-distance.ts';
import { listedHeadings } from '../tables/column-mapping.ts';
import { SiteRegister } from './site-duplicates.ts';
import { SiteKeys } from './site-keys.ts';
import { siteOfRow } from './site-record.ts';
import { groupRows, placeRows, type PlacedRow, type RowGroup } from './site-rows.ts';
import { hoursColumnMessages, scheduleOfRows, tellsHours } from './site-schedule.ts';
import { TerritoryCheck, type SiteTerritory } from './site-territory.ts';
import { SiteColumns } from './sites-columns.ts';
import { readJsonTable } from './sites-json.ts';
import { sitesSource } from './sites-source.ts';
import { cellsRecord, readTable, type Table } from '../tables/table.ts';

export interface SiteImportOptions {
	/** Headings to use instead of those recognised, by field: the `sites.*` part of `--columns`. */
	readonly mapping?: Readonly<Record<string, string>>;
	/** What positions are held against; without it every plausible position is kept and no site is margin. */
	readonly territory?: SiteTerritory;
	/** Where places are, put right by hand, by their keys: it goes before what the file and its addresses say. */
	readonly moves?: ReadonlyMap<string, LonLat>;
}

/** A place of the file that was left out, and why. */
export interface LeftOutSite {
	readonly key: string;
	readonly name: string;
	readonly communeCode: string;
	readonly communeName: string;
	readonly postcode: string;
	readonly row: number;
	readonly message: Message;
	/** What was read as its position, which may be wrong or none. */
	readonly position: LonLat | null;
}

/** Sites are places, rows are rows: a place may have seven of them, one a day. */
export interface ImportedSites extends Imported<readonly Site[]> {
	/** Places left out, whatever the number of their rows, by the code of the reason. */
	readonly placesRejectedBy: ReadonlyMap<string, number>;
	readonly source: Source;
	/** How the file names each site, by its identifier (see `SiteKeys`). */
	readonly keys: ReadonlyMap<Site['id'], string>;
	/** Places that were left out, once each. */
	readonly leftOut: readonly LeftOutSite[];
	/** The rows that a site was read from. */
	readonly rowsOf: (id: Site['id']) => readonly { readonly row: number; readonly cells: RejectedRow['cells'] }[];
}

/**
 * Reads the sites of a file: the Ministry's (raw or prepared headings), an Opendatasoft export (v1, v2), GeoJSON points,
 * or any table whose columns are recognised or mapped. Rows of one place, one a day, make one site with its hours; hours may
 * also stand in a column of text, or in one column a day.
 * @throws MaillageError `error_sites_columns` (nothing says where the sites are), `error_mapping_…`, `error_crs_unknown`,
 * `error_json…`, `error_sites_json_…`, `error_table_…`
 */
export function importSites(bytes: Uint8Array, file: string, options: SiteImportOptions = {}): ImportedSites {
	const table = readSiteTable(bytes, file);
	const columns = new SiteColumns(table, options.mapping ?? {});
	if (!columns.has('lat', 'lon') && !columns.has('x', 'y') && !columns.has('point')) {
		throw new MaillageError('error_sites_columns', { columns: listedHeadings(table.headings) }, file);
	}
	const check = options.territory === undefined ? null : new TerritoryCheck(options.territory);
	const reader = new SiteReader(columns, check, options.moves ?? new Map());
	const { rows, messages } = placeRows(columns);
	for (const message of [...messages, ...hoursColumnMessages(columns)]) reader.say(message);
	for (const group of groupRows(columns, rows)) reader.take(group);
	return reader.finish();
}

/** A table of sites or hours: JSON where the bytes look like it, delimited text else. */
export function readSiteTable(bytes: Uint8Array, file: string): Table {
	return binaryKind(bytes) === 'json' ? readJsonTable(bytes, file) : readTable(bytes, file);
}

class SiteReader {
	readonly #columns: SiteColumns;
	readonly #territory: TerritoryCheck | null;
	readonly #register = new SiteRegister();
	readonly #sites: Site[] = [];
	readonly #notes: Note[];
	readonly #rejected: RejectedRow[] = [];
	readonly #placesRejectedBy = new Map<string, number>();
	readonly #siteKeys: SiteKeys;
	readonly #moves: ReadonlyMap<string, LonLat>;
	readonly #keys = new Map<Site['id'], string>();
	readonly #leftOut: LeftOutSite[] = [];
	readonly #rows = new Map<Site['id'], readonly PlacedRow[]>();

	constructor(columns: SiteColumns, territory: TerritoryCheck | null, moves: ReadonlyMap<string, LonLat>) {
		this.#columns = columns;
		this.#territory = territory;
		this.#moves = moves;
		this.#siteKeys = new SiteKeys(columns);
		this.#notes = [...columns.table.notes];
	}

	/** Says once for the file what holds for many of its rows. */
	say(message: Message): void {
		const { file } = this.#columns.table;
		this.#notes.push({ severity: 'info', message, file, row: null, column: null, read: null });
	}

	take(group: RowGroup): void {
		const { rows } = group;
		const [first] = rows;
		const key = this.#siteKeys.next(group);
		const moved = this.#moves.get(key) ?? null;
		const position = moved ?? group.position;
		if (position === null) {
			// Each row has its own reason: one may be blank where another holds words.
			for (const row of rows) if (row.message !== null) this.#reject(row, row.message, row.column, row.read);
			if (first.message !== null) this.#leaveOut(key, first, null, first.message);
			return;
		}
		const note = this.#noteAt(first.row.row);
		const site = siteOfRow(this.#columns, first.row, position, (severity, code, field, read, params = {}) =>
			note(severity, { code, params }, this.#columns.heading(field), read)
		);
		const refuse = (message: Message, column: string | null, read: string | null) => {
			for (const row of rows) this.#reject(row, message, column, read);
			this.#leaveOut(key, first, position, message);
		};
		// Who puts a place right by hand knows better than its address.
		const stated = moved === null ? site : { position, communeCode: null, communeName: null, postcode: null };
		const placed = this.#territory?.place(stated) ?? null;
		if (placed?.kept === false) return refuse(placed.message, first.column, first.read);
		const checked = this.#register.check(
			{
				...site,
				margin: placed?.margin ?? site.margin,
				communeCode: placed?.communeCode ?? site.communeCode,
				communeName: placed?.communeName ?? site.communeName
			},
			this.#columns.text(first.row.cells, 'id') !== ''
		);
		if (checked.kept === null) return refuse(checked.message, this.#columns.heading('name'), site.name);
		if (moved !== null) note('changed', movedMessage(moved, group.position), first.column, first.read);
		else if (first.message !== null) note('changed', first.message, first.column, first.read);
		if (placed?.message) note('info', placed.message, first.column, first.read);
		if (checked.message !== null)
			note(
				checked.severity,
				checked.message,
				this.#columns.heading(checked.severity === 'changed' ? 'id' : 'name'),
				site.name
			);
		this.#keys.set(checked.kept.id, key);
		this.#rows.set(checked.kept.id, rows);
		this.#sites.push({ ...checked.kept, schedule: this.#scheduleOf(site, rows) });
	}

	#scheduleOf(site: Site, rows: readonly PlacedRow[]): Site['schedule'] {
		if (!tellsHours(this.#columns)) return null;
		const read = scheduleOfRows(
			this.#columns,
			site.name,
			rows.map(({ row }) => row)
		);
		this.#notes.push(...read.notes);
		this.#rejected.push(...read.rejected);
		return read.schedule;
	}

	#noteAt(row: number) {
		return (severity: NoteSeverity, message: Message, column: string | null, read: string | null): Note => {
			const note: Note = { severity, message, file: this.#columns.table.file, row, column, read };
			this.#notes.push(note);
			return note;
		};
	}

	#leaveOut(key: string, { row }: PlacedRow, position: LonLat | null, message: Message): void {
		const { code } = message;
		this.#placesRejectedBy.set(code, (this.#placesRejectedBy.get(code) ?? 0) + 1);
		this.#leftOut.push({
			key,
			name: this.#columns.name(row.cells) ?? this.#columns.text(row.cells, 'id'),
			communeCode: this.#columns.text(row.cells, 'communeCode'),
			communeName: this.#columns.text(row.cells, 'communeName'),
			postcode: this.#columns.text(row.cells, 'postcode'),
			row: row.row,
			message,
			position
		});
	}

	#reject({ row }: PlacedRow, message: Message, column: string | null, read: string | null): void {
		const note = this.#noteAt(row.row)('rejected', message, column, read);
		this.#rejected.push({ note, cells: cellsRecord(this.#columns.table, row) });
	}

	finish(): ImportedSites {
		const rowsRead = this.#columns.table.rows.length;
		return {
			value: this.#sites,
			notes: this.#notes,
			rejected: this.#rejected,
			rowsRead,
			rowsKept: rowsRead - this.#rejected.length,
			placesRejectedBy: this.#placesRejectedBy,
			source: sitesSource(this.#columns.table),
			keys: this.#keys,
			leftOut: this.#leftOut,
			rowsOf: (id) =>
				(this.#rows.get(id) ?? []).map(({ row }) => ({ row: row.row, cells: cellsRecord(this.#columns.table, row) }))
		};
	}
}

/** @param before what the file says; null where it says nothing that can be read */
function movedMessage(to: LonLat, before: LonLat | null): Message {
	const [lon, lat] = to.map((degrees) => degrees.toFixed(5));
	return before === null
		? { code: 'note_site_placed', params: { lat, lon } }
		: { code: 'note_site_moved', params: { lat, lon, metres: Math.round(metresBetween(before, to)) } };
}
