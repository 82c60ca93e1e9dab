import type { DiagnosticFigure, FigureUnit } from '#domain/diagnostic.ts';
import type { Locale } from '#i18n/locale.ts';
import { writeTemplate } from '#i18n/message.ts';
import { numberText } from '#i18n/figures.ts';
import type { Span, ToldFigureId, Words } from './document.ts';
import { figureNumber, figureText } from './figure-text.ts';

/** A figure whose value is known. */
export type KnownFigure = DiagnosticFigure & { readonly value: number };
/** A figure as a sentence tells it. */
export interface WordFigure {
	readonly id: ToldFigureId;
	readonly unit: FigureUnit;
	readonly value: number;
}
export type WordParam = string | number | WordFigure;

export const isKnown = (figure: DiagnosticFigure | undefined): figure is KnownFigure =>
	figure !== undefined && figure.value !== null;

// Private use characters around a rank: the message places the mark, and the words are cut there.
const mark = (rank: number) => `\uE000${rank}\uE001`;
const MARK = /\uE000(\d+)\uE001/;
const MARKS = /[\uE000\uE001]/g;

/** What a message tells apart beside plurals, as `{name}Is`: nothing, one, several; of a share nothing, a part, all; or not known. */
export type Amount = 'none' | 'one' | 'many' | 'some' | 'all' | 'unknown';

export function amountOf(figure: DiagnosticFigure | undefined, locale: Locale): Amount {
	return isKnown(figure) ? amountOfValue(figure, locale) : 'unknown';
}

function amountOfValue({ value, unit }: Pick<WordFigure, 'value' | 'unit'>, locale: Locale): Amount {
	if (value === 0) return 'none';
	if (unit === 'share') return value === 1 ? 'all' : 'some';
	return amountOfCount(figureNumber(value, unit), locale);
}

function amountOfCount(count: number, locale: Locale): Amount {
	if (count === 0) return 'none';
	return new Intl.PluralRules(locale).select(count) === 'one' ? 'one' : 'many';
}

/**
 * The text of a message as runs: a figure keeps its name, is worded by its unit, and its number decides of the message's plurals. Each
 * blank that is a figure or a number has beside it `{name}Is`, for a message that tells none, one and several apart.
 */
export function writeWords(code: string, params: Readonly<Record<string, WordParam>>, locale: Locale): Words {
	const figures: WordFigure[] = [];
	const filled: Record<string, unknown> = {};
	for (const [name, param] of Object.entries(params)) {
		if (typeof param === 'string') filled[name] = param.replaceAll(MARKS, '');
		else if (typeof param === 'number') {
			filled[name] = counted(numberText(locale, { maximumFractionDigits: 2 }, param), param);
			filled[`${name}Is`] = amountOfCount(param, locale);
		} else {
			filled[name] = counted(mark(figures.length), figureNumber(param.value, param.unit));
			filled[`${name}Is`] = amountOfValue(param, locale);
			figures.push(param);
		}
	}
	return spansOf(writeTemplate(code, filled, locale), figures, locale);
}

/** Reads as this text, counts as this number. */
function counted(text: string, value: number) {
	return { [Symbol.toPrimitive]: (hint: string) => (hint === 'number' ? value : text), toString: () => text };
}

function spansOf(text: string, figures: readonly WordFigure[], locale: Locale): Words {
	return text.split(MARK).flatMap((piece, rank): Span[] => {
		if (rank % 2 === 0) return piece === '' ? [] : [{ kind: 'text', text: piece }];
		const figure = figures[Number(piece)];
		return [{ kind: 'figure', id: figure.id, text: figureText(figure.value, figure.unit, locale) }];
	});
}

/** Words without a figure. */
export const plainWords = (text: string): Words => (text === '' ? [] : [{ kind: 'text', text }]);

/** Sentences that follow each other, a space between. */
export function joinSentences(sentences: readonly Words[]): Words {
	const said = sentences.filter((words) => words.length > 0);
	return said.flatMap((words, rank): Words => (rank === 0 ? words : [{ kind: 'text', text: ' ' }, ...words]));
}

/** The sentence with more said before its final stop; at its end where it has none. */
export function beforeStop(sentence: Words, more: string): Words {
	const last = sentence.at(-1);
	if (last === undefined) return [];
	if (last.kind === 'figure' || !last.text.endsWith('.')) return [...sentence, { kind: 'text', text: more }];
	return [...sentence.slice(0, -1), { kind: 'text', text: `${last.text.slice(0, -1)}${more}.` }];
}

/** The words as plain text. */
export const wordsText = (words: Words): string => words.map(({ text }) => text).join('');
