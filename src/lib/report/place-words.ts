import type { DefaultProfileId } from '#domain/default-profiles.ts';
import { profileInForce } from '#domain/default-profiles.ts';
import type { DiagnosticAges, DiagnosticData } from '#domain/diagnostic.ts';
import type { Moment } from '#domain/moments.ts';
import type { Question, Who } from '#domain/question.ts';
import type { Mode } from '#domain/travel.ts';
import type { Locale } from '#i18n/locale.ts';
import { writeMessage } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { profileInSentence } from '#i18n/profile-words.ts';
import { agesText, modeText, whoText } from '#i18n/question-words.ts';
import { cutoffWord, modeWord, weekWord } from '#i18n/sentence-words.ts';
import { momentInSentence } from '#i18n/week-words.ts';

/** "En semaine scolaire" from "en semaine scolaire". */
export const capital = (text: string, locale: Locale): string =>
	text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);

/** "surface" from "Surface", within a sentence. */
export const uncapital = (text: string, locale: Locale): string =>
	text.slice(0, 1).toLocaleLowerCase(locale) + text.slice(1);

/** The words of a question that sentences take: `Mode` and `Week` begin one. */
export function questionWords(question: Question, locale: Locale, mode: Mode = question.mode) {
	const week = weekWord(question.week, locale);
	return {
		mode: modeText(mode, locale),
		Mode: modeWord(mode, locale),
		cutoff: cutoffWord(question.cutoffMinutes, locale),
		week,
		Week: capital(week, locale),
		who: whoText(question.who, locale)
	};
}

/** What a number of people is of, agreeing with it: "habitants", "personne de 25 à 64 ans". */
export function whoNoun(count: number, who: Who, locale: Locale): string {
	const params = { count };
	if (who.kind === 'everyone') return writeMessage({ code: 'report_who_everyone', params }, locale);
	if (who.kind === 'poor-households') return writeMessage({ code: 'report_who_poor', params }, locale);
	const from = String(who.fromAge);
	if (who.toAge === null) return writeMessage({ code: 'report_who_ages_over', params: { count, from } }, locale);
	return writeMessage({ code: 'report_who_ages', params: { count, from, to: String(who.toAge) } }, locale);
}

/** Whom a scenario is compared for: of usable hours the people of the profile, where the population has ages. */
export function whoCompared({ question, figures }: Pick<DiagnosticData, 'question' | 'figures'>): Who {
	const hasAges = AGE_GROUPS.some((ages) => (figures[`population.ages.${ages}.share`]?.value ?? null) !== null);
	if (question.form !== 'usable' || !hasAges) return question.who;
	return { kind: 'ages', ...profileInForce(question.profile, question.editedProfiles).ages };
}

/**
 * "25-64 ans" and "actif à temps plein", of a profile as the question has it; "habitants" where the population tells no ages, and all of it
 * was counted.
 */
export function profileWords(
	id: DefaultProfileId,
	question: Question,
	locale: Locale,
	figures: DiagnosticData['figures'] = {}
) {
	const { editedProfiles } = question;
	return {
		people: isOfAllAges(id, figures)
			? whoText({ kind: 'everyone' }, locale)
			: agesText(profileInForce(id, editedProfiles).ages, locale),
		profile: profileInSentence(id, editedProfiles, locale)
	};
}

/** Whether a profile's usable hours are of everybody, for want of ages. */
export const isOfAllAges = (id: DefaultProfileId, figures: DiagnosticData['figures']): boolean =>
	figures[`usable.${id}.people`]?.formula.code === 'diagnostic_formula_profile_everyone';

/** "le samedi à 15 h": the time that stands for a moment. */
export const momentTime = (minute: number, locale: Locale): string =>
	m.sentence_moment_word({ moment: momentInSentence(minute, locale) }, { locale });

const MOMENTS = {
	'weekday-daytime': m.hours_page_moment_weekday_daytime,
	'wednesday-afternoon': m.hours_page_moment_wednesday_afternoon,
	'weekday-evening': m.hours_page_moment_weekday_evening,
	'saturday-morning': m.hours_page_moment_saturday_morning,
	'saturday-afternoon': m.hours_page_moment_saturday_afternoon,
	sunday: m.hours_page_moment_sunday
} as const satisfies Record<Moment, unknown>;

/** The six moments in the order of the week. */
export const MOMENTS_IN_ORDER = Object.keys(MOMENTS) as readonly Moment[];

/** "Samedi après-midi", as a table heads it. */
export const momentName = (moment: Moment, locale: Locale): string => MOMENTS[moment]({}, { locale });

/** Youngest first. */
export const AGE_GROUPS: readonly DiagnosticAges[] = ['0-10', '11-17', '18-24', '25-64', '65+'];

/** "0-10 ans", "65 ans ou plus", of an age group of the document. */
export function ageGroupText(group: string, locale: Locale): string {
	const [from, to] = group.endsWith('+') ? [group.slice(0, -1), null] : group.split('-');
	return agesText({ fromAge: Number(from), toAge: to === null ? null : Number(to) }, locale);
}
