import { MaillageError, type Note, type NoteSeverity } from '#domain/notes.ts';
import { binaryKind, type BinaryKind } from '../bytes/binary-kind.ts';
import { parseCsv, type CsvRecord } from './csv.ts';
import { decodeText } from './text-encoding.ts';
import { readWorkbook } from './workbook.ts';

export interface TableRow {
	/** As a spreadsheet numbers it: the header is row 1. */
	readonly row: number;
	/** As many as there are headings. */
	readonly cells: readonly string[];
}

/** A table of text as read: nothing interpreted yet. */
export interface Table {
	readonly file: string;
	/** Trimmed, distinct, never empty. */
	readonly headings: readonly string[];
	readonly rows: readonly TableRow[];
	/** Encoding, headings and odd rows. */
	readonly notes: readonly Note[];
}

const NOT_A_TABLE: Readonly<Record<Exclude<BinaryKind, 'spreadsheet'>, string>> = {
	zip: 'error_table_is_zip',
	gzip: 'error_table_is_gzip',
	geopackage: 'error_table_is_geopackage',
	pdf: 'error_table_is_pdf',
	osm_pbf: 'error_table_is_osm_pbf',
	web_page: 'error_table_is_web_page',
	xml: 'error_table_is_xml',
	json: 'error_table_is_json',
	binary: 'error_table_is_binary'
};

/**
 * Reads a delimited table (CSV, semicolons, tabs) in any usual encoding, or a sheet of a workbook (.xlsx). Rows with no cell filled are left out. A row
 * with too few cells is filled with blanks, one with too many loses the last ones: both are kept, with a note, and the
 * importer rejects them if what it needs is not there. Of two columns of the same name the first keeps the name.
 * @throws MaillageError `error_table_empty`, `error_table_no_rows`, `error_table_is_…` (a GeoPackage, a web page…
 * given as a table), and those of readWorkbook.
 */
export function readTable(bytes: Uint8Array, file: string): Table {
	const { records, oddQuoteRows, notes: fileNotes } = recordsOf(bytes, file);
	const [header, ...data] = records;
	if (header === undefined) throw new MaillageError('error_table_empty', {}, file);
	if (data.length === 0) throw new MaillageError('error_table_no_rows', { headings: header.cells.join(', ') }, file);
	const notes: Note[] = [...fileNotes];
	const note = (severity: NoteSeverity, code: string, at: Partial<Note>, params = {}) =>
		notes.push({ severity, message: { code, params }, file, row: null, column: null, read: null, ...at });

	for (const row of oddQuoteRows) note('info', 'note_odd_quote', { row });
	const headings = readHeadings(header, data, note);
	const rows = data.map(({ row, cells }) => {
		if (cells.length === headings.length) return { row, cells };
		const count = { found: cells.length, expected: headings.length };
		if (cells.length < headings.length) {
			note('info', 'note_row_too_short', { row }, count);
			return { row, cells: [...cells, ...Array<string>(headings.length - cells.length).fill('')] };
		}
		const beyond = cells.slice(headings.length);
		if (beyond.some((cell) => cell.trim() !== '')) {
			note('changed', 'note_row_too_long', { row, read: beyond.join(' | ') }, count);
		}
		return { row, cells: cells.slice(0, headings.length) };
	});
	return { file, headings, rows, notes };
}

/** What a file of text or a workbook has of rows. */
function recordsOf(bytes: Uint8Array, file: string) {
	const kind = binaryKind(bytes);
	if (kind === 'spreadsheet') {
		const { records, sheet, others } = readWorkbook(bytes, file);
		const params = { sheet, others: others.join(', ') };
		const note: Note = { ...WHOLE_FILE, message: { code: 'note_workbook_sheet', params }, file };
		return { records, oddQuoteRows: [], notes: others.length === 0 ? [] : [note] };
	}
	if (kind !== null) throw new MaillageError(NOT_A_TABLE[kind], {}, file);
	const { text, notes } = decodeText(bytes, file);
	return { ...parseCsv(text), notes };
}

const WHOLE_FILE = { severity: 'info', row: null, column: null, read: null } as const;

type AddNote = (
	severity: NoteSeverity,
	code: string,
	at: Partial<Note>,
	params?: Record<string, string | number>
) => void;

/** Trimmed headings: empty ones get a name, later namesakes a number, columns of nothing at the end go. */
function readHeadings(header: CsvRecord, data: readonly CsvRecord[], note: AddNote): readonly string[] {
	const written = header.cells.map((cell) => cell.trim());
	const filled = (column: number) => data.some(({ cells }) => (cells[column] ?? '').trim() !== '');
	while (written.at(-1) === '' && !filled(written.length - 1)) written.pop();
	const taken = new Set<string>();
	/** The rank that the next of a spelling may have: thousands may be the same. */
	const ranks = new Map<string, number>();
	return written.map((heading, column) => {
		let name = heading === '' ? `colonne ${column + 1}` : heading;
		const spelling = headingKey(name);
		let rank = ranks.get(spelling) ?? 2;
		for (let key = spelling; taken.has(key); key = headingKey(name)) name = `${heading} (${rank++})`;
		ranks.set(spelling, rank);
		taken.add(headingKey(name));
		const at = { row: header.row, column: name };
		if (heading === '') note('info', 'note_heading_empty', at, { position: column + 1 });
		else if (name !== heading) note('changed', 'note_heading_doubled', at, { heading, name });
		return name;
	});
}

/** No heading or name is known by more: what is longer is compared as it is, for it is looked at once a field. */
const MOST_SPELT_CHARACTERS = 1000;

/** What two spellings of a heading share: no case, accents, spaces, underscores or punctuation. */
export function headingKey(heading: string): string {
	if (heading.length > MOST_SPELT_CHARACTERS) return heading;
	const key = heading
		.normalize('NFD')
		.toLowerCase()
		.replace(/œ/g, 'oe')
		.replace(/[^\p{L}\p{N}]/gu, '');
	return key === '' ? heading : key;
}

/**
 * Index of the column called by one of `names` (any case, accents, spaces or underscores), or null. Names are in order
 * of preference: the first name that has a column decides.
 */
export function columnIndex(table: Pick<Table, 'headings'>, names: readonly string[]): number | null {
	const columns = columnsByKey(table.headings);
	for (const name of names) {
		const column = columns.get(headingKey(name));
		if (column !== undefined) return column;
	}
	return null;
}

/** A table is searched for some thirty fields, and may have thousands of columns: its keys are made once. */
const KNOWN_COLUMNS = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function columnsByKey(headings: readonly string[]): ReadonlyMap<string, number> {
	const known = KNOWN_COLUMNS.get(headings);
	if (known !== undefined) return known;
	const columns = new Map<string, number>();
	headings.forEach((heading, column) => {
		const key = headingKey(heading);
		if (!columns.has(key)) columns.set(key, column);
	});
	KNOWN_COLUMNS.set(headings, columns);
	return columns;
}

/** Cells of a row under their headings, for RejectedRow. Without prototype: a heading may be called `__proto__`. */
export function cellsRecord(table: Pick<Table, 'headings'>, row: Pick<TableRow, 'cells'>): Record<string, string> {
	const record = Object.create(null) as Record<string, string>;
	table.headings.forEach((heading, column) => {
		record[heading] = row.cells[column] ?? '';
	});
	return record;
}
