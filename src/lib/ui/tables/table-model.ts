import { hoursText, numberText, peopleText, percentText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';

/**
 * What a cell holds: null is "not known"; an empty text is "nothing to say here" (a total without meaning, a figure not
 * computed yet).
 */
export type CellValue = number | string | boolean | null;

/** How a column is written and sorted. Shares are 0–1, hours decimal, `decimal` with one digit. */
export type ColumnKind = 'text' | 'count' | 'share' | 'hours' | 'decimal' | 'yes-no';

export interface TableColumn {
	readonly id: string;
	readonly heading: string;
	readonly kind: ColumnKind;
}

export interface TableRow {
	readonly key: string;
	/** By column id. */
	readonly values: Readonly<Record<string, CellValue>>;
}

export interface TableSort {
	readonly column: string;
	readonly descending: boolean;
}

const isBlank = (value: CellValue | undefined) => value === null || value === undefined || value === '';

/** What a cell shows: "–" where the value is not known. */
export function cellText(value: CellValue, kind: ColumnKind, locale: Locale): string {
	if (value === null) return '–';
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return value ? m.table_yes({}, { locale }) : m.table_no({}, { locale });
	if (kind === 'share') return percentText(value, locale);
	if (kind === 'hours') return hoursText(value, locale);
	if (kind === 'decimal') return numberText(locale, { maximumFractionDigits: 1 }, value);
	return peopleText(value, locale);
}

/**
 * Rows in the order asked; texts as the language orders them, and what is not known last in both directions. Rows that tie
 * keep the order they came in.
 */
export function sortRows(rows: readonly TableRow[], { column, descending }: TableSort, locale: Locale): TableRow[] {
	const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
	const compare = (a: CellValue, b: CellValue) =>
		typeof a === 'string' || typeof b === 'string' ? collator.compare(String(a), String(b)) : Number(a) - Number(b);
	return rows.toSorted(({ values: a }, { values: b }) => {
		const [one, other] = [a[column], b[column]];
		if (isBlank(one) || isBlank(other)) return Number(isBlank(one)) - Number(isBlank(other));
		return descending ? compare(other, one) : compare(one, other);
	});
}

/** Direction a first click gives: names from A, figures from the largest. */
function firstDirection(kind: ColumnKind): 'ascending' | 'descending' {
	return kind === 'text' ? 'ascending' : 'descending';
}

/** The sort after a click on a heading: its first direction, then the other. */
export function sortAfterClick(sort: TableSort, column: TableColumn): TableSort {
	if (sort.column === column.id) return { column: column.id, descending: !sort.descending };
	return { column: column.id, descending: firstDirection(column.kind) === 'descending' };
}

/** A text as it is searched: no case, no accents, no hyphens or apostrophes, "œ" as "oe". */
export function searchable(text: string): string {
	return text
		.toLowerCase()
		.replaceAll('œ', 'oe')
		.replaceAll('æ', 'ae')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[-'’\s]+/g, ' ')
		.trim();
}

/** Rows of which one text holds what is searched; all of them when it is blank. */
export function searchRows(rows: readonly TableRow[], columns: readonly TableColumn[], text: string): TableRow[] {
	const wanted = searchable(text);
	if (wanted === '') return [...rows];
	const texts = columns.filter(({ kind }) => kind === 'text').map(({ id }) => id);
	return rows.filter(({ values }) => texts.some((id) => searchable(String(values[id] ?? '')).includes(wanted)));
}
