import { DEFAULT_SECTORS, type Question, type SectorsChoice } from '#domain/question.ts';
import { hoursText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { profileInSentence } from '#i18n/profile-words.ts';
import { modeText } from '#i18n/question-words.ts';

const MINUTES_PER_HALF_HOUR = 30;
/** More than the widest free time of a week holds: a mistake of typing. */
export const MOST_HOURS = 80;
export const MOST_PEOPLE = 100_000;

/** Under which people are under-served, in words. */
export function thresholdText(question: Question, locale: Locale): string {
	const { profile, minimumUsableMinutes } = question.sectors;
	const distance = { minutes: String(question.cutoffMinutes), mode: modeText(question.mode, locale) };
	// Nobody has less than nothing: distance alone is left.
	if (minimumUsableMinutes === 0) return m.sectors_threshold_distance(distance, { locale });
	const hours = hoursText(minimumUsableMinutes / 60, locale);
	const rhythm = profileInSentence(profile, question.editedProfiles, locale);
	return m.sectors_threshold_both({ ...distance, hours, profile: rhythm }, { locale });
}

export function isProposed({ profile, minimumUsableMinutes, minimumPeople }: SectorsChoice): boolean {
	return (
		profile === DEFAULT_SECTORS.profile &&
		minimumUsableMinutes === DEFAULT_SECTORS.minimumUsableMinutes &&
		minimumPeople === DEFAULT_SECTORS.minimumPeople
	);
}

/** Hours typed as minutes, to the nearest half hour; null when they are no such number. */
export function usableMinutesOf(hours: number): number | null {
	if (!Number.isFinite(hours) || hours < 0 || hours > MOST_HOURS) return null;
	return Math.round((hours * 60) / MINUTES_PER_HALF_HOUR) * MINUTES_PER_HALF_HOUR;
}

/** People typed, whole; null when they are no such number. */
export function minimumPeopleOf(people: number): number | null {
	return Number.isFinite(people) && people >= 0 && people <= MOST_PEOPLE ? Math.round(people) : null;
}
