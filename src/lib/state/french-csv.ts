import { writeCsv } from '#io/tables/csv-writer.ts';

/**
 * A table of a page as CSV for French Excel: null is blank, no text comes out as a formula.
 * @param about what the table is of, beneath it
 */
export function frenchCsv(
	headings: readonly string[],
	rows: readonly (readonly (string | number | null)[])[],
	about: readonly string[]
): Uint8Array {
	return writeCsv(headings, rows, 'french-excel', about);
}
