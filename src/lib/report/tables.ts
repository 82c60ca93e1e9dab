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

/** Whether some figure of these is told. */
export const someKnown = (
	figures: Readonly<Partial<Record<FigureId, DiagnosticFigure>>>,
	ids: readonly FigureId[]
): boolean => ids.some((id) => isKnown(figures[id]));
