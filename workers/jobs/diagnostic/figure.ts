import type { DiagnosticFigure, FigureId } from '#domain/diagnostic.ts';
import type { Message } from '#domain/notes.ts';

/** How a figure was made. */
export interface Making extends Pick<DiagnosticFigure, 'id' | 'unit' | 'method' | 'inputs'> {
	/** Only of a value that is known. */
	readonly formula: Message;
	readonly respondents?: DiagnosticFigure['respondents'];
	readonly estimated?: boolean;
}

/** Figures of one part of the document. */
export type Figures = readonly DiagnosticFigure[];

/** A message. */
export function say(code: string, params: Message['params'] = {}): Message {
	return { code, params };
}

/** A figure: its value and formula, or why it is not known. @param value null, or NaN, where it could not be computed */
export function figure(value: number | null, why: Message, making: Making): DiagnosticFigure {
	const { respondents = null, estimated = false, formula, ...rest } = making;
	const known = value !== null && Number.isFinite(value);
	return {
		...rest,
		value: known ? value : null,
		why: known ? null : why,
		respondents,
		formula: known ? formula : say('diagnostic_formula_none'),
		estimated: known && estimated
	};
}

/** A figure that is always known. */
export function countFigure(value: number, making: Making): DiagnosticFigure {
	return figure(value, say('diagnostic_why_none_tells'), making);
}

/** By identifier, as the document looks them up. */
export function byId(figures: Figures): Readonly<Partial<Record<FigureId, DiagnosticFigure>>> {
	return Object.fromEntries(figures.map((one) => [one.id, one]));
}

/** A part of a whole; null of nothing. */
export const ratio = (part: number | null, whole: number | null): number | null =>
	part === null || whole === null || !(whole > 0) ? null : part / whole;

export const sumOf = (values: Iterable<number>): number => {
	let sum = 0;
	for (const value of values) sum += value;
	return sum;
};
