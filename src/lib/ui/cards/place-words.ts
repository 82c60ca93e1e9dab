import type { CellCard, HexagonCard } from '#domain/cards.ts';
import type { DemandPointKind } from '#domain/population.ts';
import { CUTOFF_CHOICES, type Question } from '#domain/question.ts';
import { hoursText, minutesText } from '#i18n/figures.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { profileInSentence } from '#i18n/profile-words.ts';
import { modeText } from '#i18n/question-words.ts';

/** The longest time searched, in minutes: beyond it nothing is told but that it is beyond. */
export const LONGEST_MINUTES = String(CUTOFF_CHOICES.at(-1));

/** "environ 30 habitants"; under 5, which rounds to 0, "moins de 5 habitants". */
export function roundedPeopleText(peopleRounded: number, locale: Locale): string {
	if (peopleRounded === 0) return m.card_few_people({}, { locale });
	return writeMessage({ code: 'card_about_people', params: { count: peopleRounded } }, locale);
}

/** Its hamlet, else its commune. */
export function placeName(card: CellCard | HexagonCard, locale: Locale): string {
	return card.placeName ?? card.communeName ?? m.card_unnamed_place({}, { locale });
}

/** What a demand point is: "carreau de 200 m". */
export function demandPointText(kind: DemandPointKind, locale: Locale): string {
	const words = {
		'grid-200m': m.card_kind_cell_200m,
		'grid-1km': m.card_kind_cell_1km,
		h3: m.card_kind_hexagon,
		commune: m.card_kind_commune,
		point: m.card_kind_point
	} as const;
	return words[kind]({}, { locale });
}

function nearestText(card: CellCard, { mode }: Question, locale: Locale): string {
	if (!card.attached) return m.card_unattached({}, { locale });
	if (card.nearestSeconds === null) {
		return m.card_nearest_beyond({ minutes: LONGEST_MINUTES, mode: modeText(mode, locale) }, { locale });
	}
	const params = { time: minutesText(card.nearestSeconds, locale), mode: modeText(mode, locale) };
	return m.card_nearest_in(params, { locale });
}

function hoursWithinText(weeklyHours: number | null, { cutoffMinutes }: Question, locale: Locale): string {
	const minutes = String(cutoffMinutes);
	if (weeklyHours === null) return m.card_hours_unknown_within({ minutes }, { locale });
	if (weeklyHours === 0) return m.card_hours_none_within({ minutes }, { locale });
	return m.card_hours_within({ hours: hoursText(weeklyHours, locale), minutes }, { locale });
}

/** "11 h 30 utilisables par semaine à 15 min au plus, au rythme d’un actif à temps plein". */
export function usableWithinText(usableHours: number | null, question: Question, locale: Locale): string {
	const params = {
		minutes: String(question.cutoffMinutes),
		profile: profileInSentence(question.profile, question.editedProfiles, locale)
	};
	if (usableHours === null) return m.card_usable_unknown_within(params, { locale });
	if (usableHours === 0) return m.card_usable_none_within(params, { locale });
	return m.card_usable_within({ ...params, hours: hoursText(usableHours, locale) }, { locale });
}

/**
 * "Le Hameau, environ 30 habitants : bibliothèque la plus proche à 11 min en voiture ; 14 h d’ouverture par semaine à
 * 15 min au plus."
 */
export function cellSentence(card: CellCard, question: Question, locale: Locale): string {
	const params = {
		place: placeName(card, locale),
		people: roundedPeopleText(card.peopleRounded, locale),
		access: nearestText(card, question, locale)
	};
	if (!card.attached || card.nearestSeconds === null) return m.card_sentence_short(params, { locale });
	const hours =
		question.form === 'usable'
			? usableWithinText(card.usableHours, question, locale)
			: hoursWithinText(card.weeklyHours, question, locale);
	return m.card_sentence({ ...params, hours }, { locale });
}

function medianHoursText(hours: number | null, { cutoffMinutes }: Question, locale: Locale): string {
	const minutes = String(cutoffMinutes);
	if (hours === null) return m.card_hours_unknown_within({ minutes }, { locale });
	if (hours === 0) return m.card_median_hours_none({ minutes }, { locale });
	return m.card_median_hours({ hours: hoursText(hours, locale), minutes }, { locale });
}

/** The same of the half of a hexagon's people who have most. */
export function medianUsableText({ usableHours }: HexagonCard, question: Question, locale: Locale): string {
	const usable = usableWithinText(usableHours, question, locale);
	if (usableHours === null) return usable;
	const median = usableHours === 0 ? m.card_median_usable_none : m.card_median_usable;
	return median({ usable }, { locale });
}

/** The same of a hexagon, by its people's medians. */
export function hexagonSentence(card: HexagonCard, question: Question, locale: Locale): string {
	const mode = modeText(question.mode, locale);
	const people = roundedPeopleText(card.peopleRounded, locale);
	const spread = writeMessage({ code: 'card_hexagon_people', params: { people, count: card.cells } }, locale);
	const place = { place: placeName(card, locale), people: spread };
	if (card.attachedPeopleRounded === 0 && card.medianSeconds === null) {
		return m.card_sentence_short({ ...place, access: m.card_unattached({}, { locale }) }, { locale });
	}
	if (card.medianSeconds === null) {
		const access = m.card_median_beyond({ minutes: LONGEST_MINUTES, mode }, { locale });
		return m.card_sentence_short({ ...place, access }, { locale });
	}
	const access = m.card_median_in({ time: minutesText(card.medianSeconds, locale), mode }, { locale });
	const hours =
		question.form === 'usable'
			? medianUsableText(card, question, locale)
			: medianHoursText(card.medianWeeklyHours, question, locale);
	return m.card_sentence({ ...place, access, hours }, { locale });
}
