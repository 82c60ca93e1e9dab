import Papa from 'papaparse';
import type { RejectedRow } from '#domain/notes.ts';

/** A cell to write: null is blank, never 0. */
export type Cell = string | number | null;

/**
 * - `plain`: comma, decimal point, UTF-8: what programmes read;
 * - `french-excel`: byte order mark, semicolon, decimal comma, CR LF: what opens right by a double click in French Excel.
 */
export type CsvDialect = 'plain' | 'french-excel';

/**
 * What a spreadsheet would run as a formula, as `text` that it only shows: a quote is put before. A number written as text
 * ("-3,5", "+33") is no formula and stays as it is.
 */
export function neutralised(text: string): string {
	return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? `'${text}` : text;
}

function written(cell: Cell, dialect: CsvDialect): string {
	if (cell === null) return '';
	if (typeof cell === 'string') return neutralised(cell);
	if (!Number.isFinite(cell)) return '';
	return dialect === 'french-excel' ? String(cell).replace('.', ',') : String(cell);
}

/**
 * A table as CSV. Texts of the files are data: none comes out as a formula.
 * @param about lines that say what the table is of: after it and an empty row, each a row of one cell; nothing where there are none
 */
export function writeCsv(
	headings: readonly string[],
	rows: readonly (readonly Cell[])[],
	dialect: CsvDialect = 'plain',
	about: readonly string[] = []
): Uint8Array {
	const french = dialect === 'french-excel';
	const newline = french ? '\r\n' : '\n';
	const data = rows.map((row) => row.map((cell) => written(cell, dialect)));
	const options = { delimiter: french ? ';' : ',', newline };
	const table = Papa.unparse({ fields: headings.map(neutralised), data }, options) + newline;
	const after =
		about.length === 0
			? ''
			: newline +
				Papa.unparse(
					about.map((line) => [neutralised(line)]),
					options
				) +
				newline;
	return new TextEncoder().encode(`${french ? '\ufeff' : ''}${table}${after}`);
}

/**
 * The rows left out of an import, as read, for the person who will correct them: row, reason, then the file's own columns.
 * @param reason the sentence of a rejected row, in the reader's language
 */
export function writeRejectedCsv(rejected: readonly RejectedRow[], reason: (row: RejectedRow) => string): Uint8Array {
	const headings = [...new Set(rejected.flatMap(({ cells }) => Object.keys(cells)))];
	const rows = rejected.map((row): Cell[] => [
		row.note.row,
		row.note.column,
		reason(row),
		...headings.map((heading) => (Object.hasOwn(row.cells, heading) ? row.cells[heading] : null))
	]);
	return writeCsv(['ligne', 'colonne', 'motif', ...headings], rows, 'french-excel');
}
