import type { Question } from '#domain/question.ts';
import { TABLE_COLUMNS } from '#domain/table-columns.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { profileInSentence } from '#i18n/profile-words.ts';
import { modeText, weekText } from '#i18n/question-words.ts';

type Column = (typeof TABLE_COLUMNS)['hours'][number];

const HEADINGS = {
	id: m.table_id,
	name: m.table_site,
	kind: m.table_kind,
	commune: m.table_commune,
	counted: m.table_counted,
	outside: m.table_outside,
	'hours-week': m.table_week_hours,
	'hours-weekday-daytime': m.table_week_weekday_daytime,
	'hours-wednesday-afternoon': m.table_week_wednesday_afternoon,
	'hours-weekday-evening': m.table_week_weekday_evening,
	'hours-saturday-morning': m.table_week_saturday_morning,
	'hours-saturday-afternoon': m.table_week_saturday_afternoon,
	'hours-sunday': m.table_week_sunday,
	'hours-lunch': m.table_week_lunch,
	year: m.table_year,
	'year-hours': m.table_year_hours,
	'year-term': m.table_year_term,
	'year-small-holidays': m.table_year_small_holidays,
	'year-summer': m.table_year_summer,
	'year-known-to': m.table_year_known_to,
	'year-hours-known': m.table_year_hours_known,
	'profile-people-within': m.table_profile_people_within,
	'profile-hours-only-here': m.table_profile_hours_only_here
} as const satisfies Record<Column, unknown>;

/**
 * Headings of the table of hours in a file, in the order of its columns, with their units and what the question says. Not whose ages the
 * profile weighs: without ages in the data it weighs everybody.
 */
export function hoursHeadings(question: Question, locale: Locale): string[] {
	const { profile, editedProfiles } = question;
	const params = {
		minutes: String(question.cutoffMinutes),
		mode: modeText(question.mode, locale),
		week: weekText(question.week, locale),
		profile: profileInSentence(profile, editedProfiles, locale)
	};
	return TABLE_COLUMNS.hours.map((column) => HEADINGS[column](params, { locale }));
}
