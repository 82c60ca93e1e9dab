import type { ProfileFigures, UsableAnswer, UsableFigures } from '#domain/hours-answers.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { isCivilWeek } from '#domain/week-choice.ts';
import { hoursText } from './figures.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { profilePeopleText } from './profile-words.ts';
import { MARKERS, shareWord, type SentenceFigure } from './sentence-parts.ts';

/** Why usable hours are not known; null where they are. */
export type UnknownUsable = 'ages' | 'week' | 'people' | 'hours' | null;

export function unknownUsable(whole: ProfileFigures, { week }: Pick<Question, 'week'>): UnknownUsable {
	if (whole.basis === 'not-covered') return 'ages';
	if (isCivilWeek(week) && whole.freeMinutes === null) return 'week';
	if (whole.none.ofPeople + whole.hoursUnknownPeople === 0) return 'people';
	return whole.medianHours === null || whole.none.share === null ? 'hours' : null;
}

function situationOf({ medianHours, none }: UsableFigures): string {
	if (none.share === 1) return 'nobody';
	if (medianHours === 0) return 'mostly_none';
	return none.share === 0 ? 'all_have' : 'some';
}

/** Whom the sentence speaks of: the ages of the profile, or everybody where the population has none. */
function peopleOf(question: Question, summary: TerritorySummary, answer: UsableAnswer | null, locale: Locale): string {
	const hasAges = summary.whoChoices.some(({ kind }) => kind === 'ages');
	const basis = answer?.whole.basis ?? (hasAges ? 'ages' : 'everyone');
	return profilePeopleText(question.profile, question.editedProfiles, basis, locale);
}

/** The sentence of usable hours with its markers; null: they are being computed. */
export function usableTemplate(
	question: Question,
	summary: TerritorySummary,
	answer: UsableAnswer | null,
	locale: Locale
): string {
	const unknown = answer && unknownUsable(answer.whole, question);
	const situation = answer === null ? 'some' : unknown === null ? situationOf(answer.whole) : `unknown_${unknown}`;
	const people = peopleOf(question, summary, answer, locale);
	return m.sentence_usable({ ...MARKERS, situation, people }, { locale });
}

export function usableFigureText(figure: SentenceFigure, { whole }: UsableAnswer, locale: Locale): string | null {
	if (figure === 'hours') return hoursText(whole.medianHours ?? 0, locale);
	return figure === 'share' ? shareWord(whole.none, locale) : null;
}
