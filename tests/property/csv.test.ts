import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { mendQuotes } from '#io/tables/csv-quotes.ts';
import { detectDelimiter, parseCsv } from '#io/tables/csv.ts';
import { writeCsv } from '#io/tables/csv-writer.ts';
import { readTable } from '#io/tables/table.ts';

const delimiter = fc.constantFrom(';', ',', '\t', '|');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
/** Cells with everything that upsets a reader: quotes, delimiters, line ends, spaces, formulas, accents. */
const cell = fc.string({
	unit: fc.constantFrom('a', 'é', '1', '"', ';', ',', '\t', '|', '\n', ' ', '=', '-', "'"),
	maxLength: 8
});
const word = fc.stringMatching(/^[a-z]{1,6}$/);
const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
	fc.record({
		headings: fc.uniqueArray(word, { minLength: width, maxLength: width }),
		rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })
	})
);
const filled = (row: readonly string[]) => row.some((one) => one.trim() !== '');
const encode = (text: string) => new TextEncoder().encode(text);

describe('tables of text', () => {
	it('written by the rules are read back cell for cell, whatever the delimiter and the line end', () => {
		fc.assert(
			fc.property(table, delimiter, lineEnd, fc.boolean(), ({ headings, rows }, by, newline, quotes) => {
				const text = Papa.unparse([headings, ...rows], { delimiter: by, newline, quotes });
				const kept = rows.filter(filled);
				fc.pre(kept.length > 0);
				expect(readTable(encode(text), 'f.csv').rows.map(({ cells }) => cells)).toEqual(kept);
			})
		);
	});

	it('that we write are read back, save the quote put before what would be a formula', () => {
		fc.assert(
			fc.property(table, fc.constantFrom('plain' as const, 'french-excel' as const), ({ headings, rows }, dialect) => {
				const kept = rows.filter(filled);
				fc.pre(kept.length > 0);
				const read = readTable(writeCsv(headings, kept, dialect), 'f.csv').rows.map(({ cells }) => cells);
				read.forEach((cells, r) => cells.forEach((one, c) => expect([kept[r][c], `'${kept[r][c]}`]).toContain(one)));
				for (const one of read.flat()) expect(one).not.toMatch(/^[=@\t\r]/);
			})
		);
	});

	it('of any text have as many cells in each row as headings, and rows rising', () => {
		fc.assert(
			fc.property(fc.array(cell, { maxLength: 30 }), (pieces) => {
				const text = `a;b;c\n${pieces.join('\n')}\n1;2;3`;
				const { headings, rows } = readTable(encode(text), 'f.csv');
				for (const { cells } of rows) expect(cells.length).toBe(headings.length);
				rows.forEach(({ row }, i) => expect(row).toBeGreaterThan(i === 0 ? 1 : rows[i - 1].row));
			})
		);
	});

	it('lose no character but quotes, delimiters, blanks and line ends, however badly quoted', () => {
		const letters = (text: string) => text.replace(/[^aé1=]/g, '');
		fc.assert(
			fc.property(fc.array(cell, { minLength: 1, maxLength: 20 }), (pieces) => {
				const text = `a;b;c\n${pieces.join(';')}`;
				const { records } = parseCsv(text);
				expect(letters(records.map(({ cells }) => cells.join('')).join(''))).toBe(letters(text));
			})
		);
	});

	it('well quoted are not touched by the mending of quotes', () => {
		fc.assert(
			fc.property(table, delimiter, ({ headings, rows }, by) => {
				const text = Papa.unparse([headings, ...rows], { delimiter: by, newline: '\n' });
				expect(mendQuotes(text, by)).toEqual({ text, records: [] });
			})
		);
	});
});

it('the delimiter does not depend on the rows below the header', () => {
	fc.assert(
		fc.property(fc.array(word, { minLength: 2, maxLength: 5 }), delimiter, fc.array(cell), (headings, by, rows) => {
			expect(detectDelimiter(`${headings.join(by)}\n${rows.join('\n')}`)).toBe(by);
		})
	);
});
