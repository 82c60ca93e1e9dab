/** The longest text a spreadsheet's cell can hold: a quote mark not closed within it was never meant to be a quote. */
const LONGEST_CELL = 32_767;
const QUOTE = '"';

export interface MendedQuotes {
	readonly text: string;
	/** Ranks (from 0) of the records with a mended cell, rising. */
	readonly records: readonly number[];
}

/**
 * Rewrites the cells that open with a quote mark and do not close with one («"Jean" Macé», a quote left open) so that
 * they read as plain text, up to their delimiter or the end of their line. Without this one such cell swallows the rows
 * after it. Linear time. `text` has LF line ends.
 */
export function mendQuotes(text: string, delimiter: string): MendedQuotes {
	if (!text.includes(QUOTE)) return { text, records: [] };
	const pieces: string[] = [];
	const records: number[] = [];
	let record = 0;
	let copied = 0;
	for (let at = 0; at < text.length;) {
		let end = text[at] === QUOTE ? closedCellEnd(text, at, delimiter) : cellEnd(text, at, delimiter);
		if (end === null) {
			end = cellEnd(text, at, delimiter);
			pieces.push(text.slice(copied, at), QUOTE, text.slice(at, end).replaceAll(QUOTE, '""'), QUOTE);
			copied = end;
			if (records.at(-1) !== record) records.push(record);
		}
		if (text[end] === '\n') record++;
		at = end + 1;
	}
	pieces.push(text.slice(copied));
	return { text: pieces.join(''), records };
}

/** Where the cell that starts at `start` meets its delimiter or the end of its line, quote marks being text. */
function cellEnd(text: string, start: number, delimiter: string): number {
	let end = start;
	while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
	return end;
}

/** Where the quoted cell that opens at `start` ends (spaces may follow its closing mark), or null if it is not well closed. */
function closedCellEnd(text: string, start: number, delimiter: string): number | null {
	for (let mark = start + 1; ; mark += 2) {
		mark = text.indexOf(QUOTE, mark);
		if (mark === -1 || mark - start > LONGEST_CELL) return null;
		if (text[mark + 1] === QUOTE) continue;
		let end = mark + 1;
		while (text[end] === ' ') end++;
		return end >= text.length || text[end] === delimiter || text[end] === '\n' ? end : null;
	}
}
