import type { ReportTable } from '../document.ts';

/** Of a column: at least so many letters' room, and its words are broken beyond so many. */
const LEAST = 7;
const MOST = 34;
/** Titles are broken over lines: their longest word counts, and a part of the rest. */
const TITLE_SHARE = 0.45;

/** Letters that each column has need of. */
export function columnLetters(columns: ReportTable['columns'], rows: ReportTable['rows']): number[] {
	return columns.map(({ title }, column) => {
		const longest = Math.max(0, ...title.split(/[ \n]/).map(({ length }) => length));
		const ofCells = rows.reduce((most, row) => Math.max(most, row.at(column)?.text.length ?? 0), 0);
		return Math.min(Math.max(LEAST, longest + 1, title.length * TITLE_SHARE, ofCells), MOST);
	});
}

/** Widths of the columns of a table that takes all of the room, by what they hold; whole numbers. */
export function columnWidths(columns: ReportTable['columns'], rows: ReportTable['rows'], room: number): number[] {
	const letters = columnLetters(columns, rows);
	const all = letters.reduce((sum, one) => sum + one, 0);
	return letters.map((one) => Math.floor((one / all) * room));
}
