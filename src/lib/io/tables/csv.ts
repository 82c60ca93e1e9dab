import Papa from 'papaparse';
import { mendQuotes } from './csv-quotes.ts';

/** Delimiters met in open data, the first preferred on a tie. */
const DELIMITERS = [';', ',', '\t', '|'] as const;
/** For a table of one column: a character no text file holds, so that commas stay in the text. */
const NO_DELIMITER = '\u001f';

export interface CsvRecord {
	/** Rank in the file, from 1, blank lines counted: the row number a spreadsheet shows. */
	readonly row: number;
	readonly cells: readonly string[];
}

export interface CsvText {
	readonly delimiter: string;
	/** Lines with nothing in them are left out (their row numbers are not reused). */
	readonly records: readonly CsvRecord[];
	/** Rows with a cell that opens with a quote mark and does not close with one: read as plain text. */
	readonly oddQuoteRows: readonly number[];
}

/**
 * The records of a delimited text: delimiter found in the first line, quoted cells may hold delimiters and line ends,
 * line ends CR, LF or CRLF (inside quoted cells they all become LF). A first line "sep=;" is obeyed and left out.
 */
export function parseCsv(text: string): CsvText {
	let unread = text.replace(/\r\n?/g, '\n');
	const declared = /^sep=(.)\n/i.exec(unread);
	const delimiter = declared?.[1] ?? detectDelimiter(unread);
	let row = 0;
	if (declared) {
		unread = unread.slice(declared[0].length);
		row = 1;
	}
	const mended = mendQuotes(unread, delimiter);
	const oddQuoteRows = mended.records.map((record) => row + record + 1);
	const records: CsvRecord[] = [];
	for (const cells of Papa.parse<string[]>(mended.text, { delimiter, newline: '\n' }).data) {
		row++;
		if (cells.some((cell) => cell.trim() !== '')) records.push({ row, cells });
	}
	return { delimiter, records, oddQuoteRows };
}

/**
 * The delimiter of a table, from its first line alone: what follows may hold decimal commas. Quoted headings do not count.
 */
export function detectDelimiter(text: string): string {
	const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
	let quoted = false;
	let anything = false;
	for (const character of text) {
		if (character === '"') quoted = !quoted;
		else if (character === '\n' || character === '\r') {
			if (anything && !quoted) break;
		} else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
		if (character.trim() !== '') anything = true;
	}
	let best = NO_DELIMITER;
	let most = 0;
	for (const [delimiter, count] of counts) {
		if (count > most) {
			best = delimiter;
			most = count;
		}
	}
	return best;
}
