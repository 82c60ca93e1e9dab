import { profileInForce } from '#domain/default-profiles.ts';
import type { Question } from '#domain/question.ts';
import { SITE_KINDS } from '#domain/site.ts';
import { columnsUnder, TABLE_COLUMNS, type TableName } from '#domain/table-columns.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { profileInSentence, profileText } from '#i18n/profile-words.ts';
import { agesText, modeText, weekText, whoText } from '#i18n/question-words.ts';
import { siteKindText } from '#i18n/site-words.ts';
import { shortUnitText } from '#i18n/supply-words.ts';
import { momentText } from '#i18n/week-words.ts';
import { hoursHeadings } from './hours-headings.ts';

export type ColumnOf<Table extends TableName> = (typeof TABLE_COLUMNS)[Table][number];

/** What headings say of the question. */
interface HeadingParams {
	readonly who: string;
	readonly minutes: string;
	readonly mode: string;
	/** "semaine scolaire": the week that hours and moments are of. */
	readonly week: string;
	readonly moment: string;
	/** Whose free time usable hours are of, as after "au rythme d’un", and by its name alone. */
	readonly profile: string;
	readonly name: string;
	readonly ages: string;
	/** What half of people have of supply, in its unit. */
	readonly medianSupply: string;
}
type HeadingWriter = (params: HeadingParams, options: { locale: Locale }) => string;

const COMMUNES: Readonly<Record<ColumnOf<'communes'>, HeadingWriter>> = {
	code: m.table_code,
	name: m.table_commune,
	epci: m.table_epci,
	'municipal-population': m.table_municipal_population,
	people: m.table_people,
	'counted-sites': m.table_counted_sites,
	'people-covered': m.table_people_covered,
	'share-covered': m.table_share_covered,
	'people-at-moment': m.table_people_at_moment,
	'share-at-moment': m.table_share_at_moment,
	'median-weekly-hours': m.table_median_hours,
	'people-without-hours': m.table_people_without_hours,
	'people-hours-unknown': m.table_people_hours_unknown,
	'median-usable-hours': m.table_median_usable_hours,
	'people-without-usable-hours': m.table_people_without_usable_hours,
	'people-usable-hours-unknown': m.table_people_usable_hours_unknown,
	'median-supply': ({ medianSupply }) => medianSupply,
	'people-unattached': m.table_people_unattached
};

const SITES: Readonly<Record<ColumnOf<'sites'>, HeadingWriter>> = {
	id: m.table_id,
	name: m.table_site,
	kind: m.table_kind,
	'commune-code': m.table_code,
	commune: m.table_commune,
	counted: m.table_counted,
	outside: m.table_outside,
	'hours-term': m.table_hours_term,
	'hours-small-holidays': m.table_hours_small_holidays,
	'hours-summer': m.table_hours_summer,
	'open-at-moment': m.table_open_at_moment,
	'people-within': m.table_people_within,
	'people-only-here': m.table_people_only_here,
	surface: m.table_surface,
	entries: m.table_entries,
	loans: m.table_loans,
	borrowers: m.table_borrowers,
	staff: m.table_staff,
	volunteers: m.table_volunteers
};

function paramsOf(question: Question, locale: Locale): HeadingParams {
	const who = whoText(question.who, locale);
	const medianSupply = question.measure.method === 'nearest' ? m.table_median_nearest : m.table_median_supply;
	return {
		who: who.charAt(0).toLocaleUpperCase(locale) + who.slice(1),
		minutes: String(question.cutoffMinutes),
		mode: modeText(question.mode, locale),
		week: weekText(question.week, locale),
		moment: momentText(question.minute, locale),
		profile: profileInSentence(question.profile, question.editedProfiles, locale),
		name: profileText(question.profile, question.editedProfiles, locale),
		ages: agesText(profileInForce(question.profile, question.editedProfiles).ages, locale),
		medianSupply: medianSupply({ unit: shortUnitText(question.measure, locale) }, { locale })
	};
}

/** Heading of one column of the table of communes, with its unit and what the question says. */
export function communeHeading(column: ColumnOf<'communes'>, question: Question, locale: Locale): string {
	return COMMUNES[column](paramsOf(question, locale), { locale });
}

/** Heading of one column of the table of sites. */
export function siteHeading(column: ColumnOf<'sites'>, question: Question, locale: Locale): string {
	return SITES[column](paramsOf(question, locale), { locale });
}

/**
 * Headings of a whole table in the order of its columns under the form of the question, as an export takes them; those of sectors, which are
 * of a question of their own, are `sectorHeadings`.
 */
export function tableHeadings(table: Exclude<TableName, 'sectors'>, question: Question, locale: Locale): string[] {
	if (table === 'hours') return hoursHeadings(question, locale);
	return table === 'communes'
		? columnsUnder('communes', question.form).map((column) => communeHeading(column, question, locale))
		: TABLE_COLUMNS.sites.map((column) => siteHeading(column, question, locale));
}

/** What an export writes for kinds of sites, by kind, and for `yes` and `no`. */
export function tableWords(locale: Locale): Readonly<Record<string, string>> {
	const kinds = SITE_KINDS.map((kind) => [kind, siteKindText(kind, locale)] as const);
	return { ...Object.fromEntries(kinds), yes: m.table_yes({}, { locale }), no: m.table_no({}, { locale }) };
}
