import type { Question, QuestionForm, Scope, WeekKind } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Mode } from '#domain/travel.ts';
import { isCivilWeek, mondayOf, type CivilWeek } from '#domain/week-choice.ts';
import { dateText } from './figures.ts';
import { ofPlace } from './french-names.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { profileInSentence } from './profile-words.ts';
import { whoText } from './question-words.ts';
import { measureInSentence } from './supply-words.ts';
import { momentInSentence } from './week-words.ts';

/** The words of the sentence that are its controls. */
export type SentenceControl = 'mode' | 'cutoff' | 'week' | 'moment' | 'who' | 'scope' | 'profile' | 'measure';

const FORMS = {
	coverage: m.sentence_form_coverage,
	moment: m.sentence_form_moment,
	openings: m.sentence_form_openings,
	usable: m.sentence_form_usable,
	supply: m.sentence_form_supply
} as const satisfies Record<QuestionForm, unknown>;

export function formWord(form: QuestionForm, locale: Locale): string {
	return FORMS[form]({}, { locale });
}

/** "En voiture": it begins the sentence. */
export function modeWord(mode: Mode, locale: Locale): string {
	const options = { locale };
	if (mode === 'car') return m.sentence_mode_car({}, options);
	return mode === 'bike' ? m.sentence_mode_bike({}, options) : m.sentence_mode_foot({}, options);
}

export function cutoffWord(minutes: number, locale: Locale): string {
	return m.sentence_cutoff({ minutes }, { locale });
}

/** "en semaine scolaire", "la semaine du 16 novembre 2026". */
export function weekWord(week: WeekKind | CivilWeek, locale: Locale): string {
	const options = { locale };
	if (isCivilWeek(week)) return m.sentence_week_civil({ date: dateText(mondayOf(week), locale) }, options);
	if (week === 'term') return m.sentence_week_term({}, options);
	return week === 'summer' ? m.sentence_week_summer({}, options) : m.sentence_week_small_holidays({}, options);
}

/** "le samedi à 15 h". */
export function momentWord(minute: number, locale: Locale): string {
	return m.sentence_moment_word({ moment: momentInSentence(minute, locale) }, { locale });
}

/** Name of the place the figures are of; the code itself for one that the territory does not know. */
export function scopeName(scope: Scope, summary: TerritorySummary): string {
	if (scope.kind === 'territory') return summary.name;
	if (scope.kind === 'communes' || scope.kind === 'drawn') return scope.name;
	const places = scope.kind === 'epci' ? summary.epcis : summary.communes;
	return places.find(({ code }) => code === scope.code)?.name ?? scope.code;
}

/** The same within the sentence: "d’Entre-Val-et-Monts", "in Entre-Val-et-Monts". */
export function scopeWord(scope: Scope, summary: TerritorySummary, locale: Locale): string {
	const name = scopeName(scope, summary);
	return m.sentence_scope({ place: locale === 'fr' ? ofPlace(name) : name }, { locale });
}

/** The word that a control shows. */
export function controlWord(
	control: SentenceControl,
	question: Question,
	summary: TerritorySummary,
	locale: Locale
): string {
	switch (control) {
		case 'mode':
			return modeWord(question.mode, locale);
		case 'cutoff':
			return cutoffWord(question.cutoffMinutes, locale);
		case 'week':
			return weekWord(question.week, locale);
		case 'moment':
			return momentWord(question.minute, locale);
		case 'who':
			return whoText(question.who, locale);
		case 'scope':
			return scopeWord(question.scope, summary, locale);
		case 'profile':
			return profileInSentence(question.profile, question.editedProfiles, locale);
		case 'measure':
			return measureInSentence(question.measure, locale);
	}
}
