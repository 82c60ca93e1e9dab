import type { DiagnosticFigure, FigureId, FigureUnit } from '#domain/diagnostic.ts';
import type { Locale } from '#i18n/locale.ts';
import type { ReportCell, ReportTable } from './document.ts';
import { figureText } from './figure-text.ts';
import { uncapital } from './place-words.ts';
import { isKnown } from './words.ts';
import type { SectionWriter } from './writer.ts';

export type Column = ReportTable['columns'][number];
export const wordColumn = (title: string): Column => ({ title, align: 'start' });
export const numberColumn = (title: string): Column => ({ title, align: 'end' });

/** A cell of words; "" where there is nothing to say. */
export const wordCell = (text: string | null): ReportCell => ({ text: text ?? '', value: null, figure: null });

/** A cell of a number that is not a figure of the document; empty where it is not known. */
export function valueCell(value: number | null, unit: FigureUnit, locale: Locale): ReportCell {
	return { text: value === null ? '' : figureText(value, unit, locale), value, unit, figure: null };
}

/** A cell of a figure; empty where it is absent or not known. */
export function figureCell(figure: DiagnosticFigure | undefined, locale: Locale): ReportCell {
	if (!isKnown(figure)) return { text: '', value: null, figure: figure?.id ?? null };
	return {
		text: figureText(figure.value, figure.unit, locale),
		value: figure.value,
		unit: figure.unit,
		figure: figure.id
	};
}

/** What is said under a table. */
interface TableNotes {
	/** Of cells that are empty, where there is any. */
	readonly empty: string;
	readonly always?: string;
	/** Columns that no row tells are left out where this is given: it says so of them. */
	readonly leftOut?: (columns: readonly number[]) => string;
}

/** A table, with what its empty cells mean where it has any. */
export function table(
	id: string,
	caption: string,
	columns: readonly Column[],
	rows: readonly (readonly ReportCell[])[],
	{ empty, always = '', leftOut }: TableNotes
): ReportTable {
	const isUntold = (column: number) => rows.length > 0 && rows.every((row) => row[column].text === '');
	const untold = leftOut === undefined ? [] : columns.flatMap((_, column) => (isUntold(column) ? [column] : []));
	const kept = <One>(all: readonly One[]) => all.filter((_, column) => !untold.includes(column));
	const told = rows.map(kept);
	const hasEmpty = told.some((row) => row.some(({ text }) => text === ''));
	const said = [always, hasEmpty ? empty : '', untold.length > 0 ? (leftOut?.(untold) ?? '') : ''];
	const note = said.filter((one) => one !== '').join(' ');
	return { kind: 'table', id, caption, columns: kept(columns), rows: told, note: note === '' ? null : note };
}

/**
 * Says that columns are left out, those of one reason together.
 * @param why a column has nothing in any row, as a sentence; "" where there is no more to say
 */
export function leftOutWords(
	titles: readonly string[],
	why: (column: number) => string,
	writer: Pick<SectionWriter, 'text' | 'locale'>
): (columns: readonly number[]) => string {
	return (columns) => {
		const reasons = [...new Set(columns.map(why))];
		const said = reasons.map((reason) => {
			const names = columns
				.filter((column) => why(column) === reason)
				.map((column) => uncapital(titles[column], writer.locale));
			const list = names.join(writer.locale === 'fr' ? '\u202f; ' : '; ');
			return writer.text('report_column_left_out', { names: list, why: reason }).trim();
		});
		return said.join(' ');
	};
}

/**
 * Of the cells of one row, over how many rows each stands: 0 where one above it stands here too. Only of first columns that are told once,
 * and only where the whole row is the same up to it.
 */
export function rowSpans({ rows, columns, once = 0 }: ReportTable, rank: number): number[] {
	const isSame = (row: number, column: number): boolean =>
		column < once &&
		row > 0 &&
		row < rows.length &&
		rows[row].slice(0, column + 1).every(({ text }, at) => text !== '' && text === rows[row - 1][at].text);
	return columns.map((_, column) => {
		if (isSame(rank, column)) return 0;
		let span = 1;
		while (isSame(rank + span, column)) span++;
		return span;
	});
}

/** Whether some figure of these is told. */
export const someKnown = (
	figures: Readonly<Partial<Record<FigureId, DiagnosticFigure>>>,
	ids: readonly FigureId[]
): boolean => ids.some((id) => isKnown(figures[id]));
