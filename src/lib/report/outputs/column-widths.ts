import type { ReportTable } from '../document.ts';

/** Of a column in letters: at least so many, and its words are broken beyond so many. */
const LEAST = 6;
const MOST = 34;
/** Titles are broken over lines: a part of them counts. */
const TITLE_SHARE = 0.4;
/** Where there is room words have so much more than they need: a face that stands in for that of the document is wider. */
const SLACK = 1.3;
/** Heads are bold, and wider than the words beneath. */
const BOLD = 1.2;

const longestWord = (text: string): number => Math.max(0, ...text.split(/[ \n]/).map(({ length }) => length));

/** Letters that each column must have for no word to be broken, and those that it would have use of. */
function needs(columns: ReportTable['columns'], rows: ReportTable['rows']): { must: number; use: number }[] {
	return columns.map(({ title }, column) => {
		const cells = rows.map((row) => row.at(column)?.text ?? '');
		const words = Math.max(LEAST, longestWord(title) * BOLD, ...cells.map(longestWord));
		const must = Math.min(words, MOST);
		const longest = Math.max(title.length * TITLE_SHARE, ...cells.map(({ length }) => length));
		return { must, use: Math.max(must, Math.min(longest, MOST)) };
	});
}

/** Letters that each column has use of. */
export const columnLetters = (columns: ReportTable['columns'], rows: ReportTable['rows']): number[] =>
	needs(columns, rows).map(({ use }) => use);

/**
 * Widths of the columns of a table that takes all of the room: first what no word may be broken for, then what is left by what the
 * columns would use; whole numbers.
 * @param letter width of a letter, in the unit of the room
 */
export function columnWidths(
	columns: ReportTable['columns'],
	rows: ReportTable['rows'],
	room: number,
	letter: number
): number[] {
	const all = needs(columns, rows);
	const must = all.reduce((sum, one) => sum + one.must * letter, 0);
	const given = letter * Math.min(SLACK, room / must);
	const wanted = all.reduce((sum, one) => sum + one.use - one.must, 0);
	const left = Math.max(0, room - (must / letter) * given);
	return all.map((one) =>
		Math.floor(one.must * given + (wanted === 0 ? left / all.length : ((one.use - one.must) / wanted) * left))
	);
}
