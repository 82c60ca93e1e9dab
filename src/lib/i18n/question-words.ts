import type { SchoolDayKind } from '#domain/calendar.ts';
import type { WeekKind, Who } from '#domain/question.ts';
import { datesOfWeek, schoolWeekKinds } from '#domain/school-week.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Mode } from '#domain/travel.ts';
import { isCivilWeek, mondayOf, type CivilWeek } from '#domain/week-choice.ts';
import { dateText } from './figures.ts';
import { writeMessage, type Locale } from './message.ts';
import { m } from './paraglide/messages.js';

const MODES = { car: m.mode_by_car, bike: m.mode_by_bike, foot: m.mode_on_foot } as const satisfies Record<
	Mode,
	unknown
>;
const WEEKS = {
	term: m.week_kind_term,
	'small-holidays': m.week_kind_small_holidays,
	summer: m.week_kind_summer
} as const satisfies Record<WeekKind, unknown>;

/** Whom figures are of, in the plural, as after a number: "habitants", "25-64 ans", "ménages pauvres". */
export function whoText(who: Who, locale: Locale): string {
	if (who.kind === 'everyone') return m.who_everyone({}, { locale });
	if (who.kind === 'poor-households') return m.who_poor_households({}, { locale });
	return agesText(who, locale);
}

/** "25-64 ans", "80 ans ou plus". */
export function agesText(ages: { readonly fromAge: number; readonly toAge: number | null }, locale: Locale): string {
	const from = String(ages.fromAge);
	if (ages.toAge === null) return m.who_ages_over({ from }, { locale });
	return m.who_ages({ from, to: String(ages.toAge) }, { locale });
}

/** "en voiture", "à vélo", "à pied". */
export function modeText(mode: Mode, locale: Locale): string {
	return MODES[mode]({}, { locale });
}

/** "semaine scolaire", "petites vacances", "été", "semaine du 16 novembre 2026". */
export function weekText(week: WeekKind | CivilWeek, locale: Locale): string {
	if (!isCivilWeek(week)) return WEEKS[week]({}, { locale });
	return m.week_civil({ date: dateText(mondayOf(week), locale) }, { locale });
}

/** A number of them, whole: "12 400 habitants", "1 personne de 25 à 64 ans". */
export function whoCountText(count: number, who: Who, locale: Locale): string {
	const whole = Math.round(count);
	if (who.kind === 'everyone') return writeMessage({ code: 'who_count_everyone', params: { count: whole } }, locale);
	if (who.kind === 'poor-households')
		return writeMessage({ code: 'who_count_poor_households', params: { count: whole } }, locale);
	const from = String(who.fromAge);
	if (who.toAge === null) return writeMessage({ code: 'who_count_ages_over', params: { count: whole, from } }, locale);
	return writeMessage({ code: 'who_count_ages', params: { count: whole, from, to: String(who.toAge) } }, locale);
}

/** "semaine 47 : 16–22 novembre 2026". */
export function civilWeekSpanText(week: CivilWeek, locale: Locale): string {
	const dates = datesOfWeek(week).map((date) => new Date(`${date}T00:00Z`));
	const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
	const number = String(Number(week.slice(-2)));
	return m.sentence_week_span({ number, dates: format.formatRange(dates[0], dates[6]) }, { locale });
}

const DAY_KINDS = {
	term: m.sentence_week_days_term,
	'small-holidays': m.sentence_week_days_small_holidays,
	summer: m.sentence_week_days_summer,
	unknown: m.sentence_week_days_unknown
} as const satisfies Record<SchoolDayKind, unknown>;

/** What the days of a civil week are for schools, in their order: "petites vacances, semaine scolaire (zone B)". */
export function schoolWeekText(
	week: CivilWeek,
	{ zone, calendar }: Pick<TerritorySummary, 'zone' | 'calendar'>,
	locale: Locale
): string {
	const kinds = schoolWeekKinds(week, calendar.school)
		.map((kind) => DAY_KINDS[kind]({}, { locale }))
		.join(', ');
	return zone === 'Corse'
		? m.sentence_week_days_corse({ kinds }, { locale })
		: m.sentence_week_days_zone({ kinds, zone }, { locale });
}
