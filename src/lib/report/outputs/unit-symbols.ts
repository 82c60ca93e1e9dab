import type { FigureUnit } from '#domain/diagnostic.ts';
import type { ReportTable } from '../document.ts';

/** Symbols of units that no word of a heading says. */
const SYMBOLS: Readonly<Partial<Record<FigureUnit, string>>> = {
	hours: 'h',
	minutes: 'min',
	'square-metres': 'm²',
	'square-metres-per-person': 'm²',
	euros: '€',
	'euros-per-person': '€'
};

/** The symbol of a unit; null of what is counted, and of shares. */
export const unitSymbol = (unit: FigureUnit | undefined): string | null =>
	unit === undefined ? null : (SYMBOLS[unit] ?? null);

/** The unit that all the numbers of a column are in; null where they differ, or none is told. */
export function columnUnit({ rows }: Pick<ReportTable, 'rows'>, column: number): FigureUnit | null {
	const units = new Set(rows.flatMap((row) => (row.at(column)?.value == null ? [] : [row[column].unit])));
	const [only] = units;
	return units.size === 1 ? (only ?? null) : null;
}

/** The title of a column with the symbol of its unit, for those who read bare numbers beneath: "Surface (m²)". */
export function headingWithUnit(table: Pick<ReportTable, 'columns' | 'rows'>, column: number): string {
	const { title } = table.columns[column];
	const symbol = unitSymbol(columnUnit(table, column) ?? undefined);
	return symbol === null || title.includes(`(${symbol})`) ? title : `${title} (${symbol})`;
}
