import type { DiagnosticFigure, FigureId, FigureUnit } from '#domain/diagnostic.ts';
import type { Locale } from '#i18n/locale.ts';
import type { ReportCell, ReportTable } from './document.ts';
import { figureText } from './figure-text.ts';
import { isKnown } from './words.ts';

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

/** A table, with what its empty cells mean where it has any. */
export function table(
	id: string,
	caption: string,
	columns: readonly Column[],
	rows: readonly (readonly ReportCell[])[],
	notes: { readonly empty: string; readonly always?: string }
): ReportTable {
	const hasEmpty = rows.some((row) => row.some(({ text }) => text === ''));
	const note = [notes.always, hasEmpty ? notes.empty : undefined]
		.filter((one) => one !== undefined && one !== '')
		.join(' ');
	return { kind: 'table', id, caption, columns, rows, note: note === '' ? null : note };
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
