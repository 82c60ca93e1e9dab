import type { QuestionForm } from './question.ts';

/** Columns of the tables, in their order; the page gives their headings in the user's language. */
export const TABLE_COLUMNS = {
	communes: [
		'code',
		'name',
		'epci',
		'municipal-population',
		'people',
		'counted-sites',
		'people-covered',
		'share-covered',
		'people-at-moment',
		'share-at-moment',
		'median-weekly-hours',
		'people-without-hours',
		'people-hours-unknown',
		'median-usable-hours',
		'people-without-usable-hours',
		'people-usable-hours-unknown',
		'median-supply',
		'people-unattached'
	],
	sites: [
		'id',
		'name',
		'kind',
		'commune-code',
		'commune',
		'counted',
		'outside',
		'hours-term',
		'hours-small-holidays',
		'hours-summer',
		'open-at-moment',
		'people-within',
		'people-only-here',
		'surface',
		'entries',
		'loans',
		'borrowers',
		'staff',
		'volunteers'
	],
	hours: [
		'id',
		'name',
		'kind',
		'commune',
		'counted',
		'outside',
		'hours-week',
		'hours-weekday-daytime',
		'hours-wednesday-afternoon',
		'hours-weekday-evening',
		'hours-saturday-morning',
		'hours-saturday-afternoon',
		'hours-sunday',
		'hours-lunch',
		'year',
		'year-hours',
		'year-term',
		'year-small-holidays',
		'year-summer',
		'year-known-to',
		'year-hours-known',
		'profile-people-within',
		'profile-hours-only-here'
	],
	sectors: [
		'name',
		'communes',
		'people',
		'people-distance',
		'people-hours',
		'people-capacity',
		'people-taken-in',
		'main-cause',
		'nearest-site',
		'nearest-minutes',
		'nearest-weekly-hours',
		'deficit',
		'rank'
	]
} as const;
export type TableName = keyof typeof TABLE_COLUMNS;

/** Columns that only a form of the sentence has figures for. */
const OF_FORM: Readonly<Record<string, QuestionForm>> = {
	'median-usable-hours': 'usable',
	'people-without-usable-hours': 'usable',
	'people-usable-hours-unknown': 'usable',
	'median-supply': 'supply'
};

/** The columns that a table has under a form of the sentence, in their order: on screen and in a file. */
export function columnsUnder<Table extends TableName>(
	table: Table,
	form: QuestionForm
): readonly (typeof TABLE_COLUMNS)[Table][number][] {
	const columns: readonly (typeof TABLE_COLUMNS)[Table][number][] = TABLE_COLUMNS[table];
	return columns.filter((column) => (OF_FORM[column] ?? form) === form);
}
