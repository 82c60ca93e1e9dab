import { MINUTES_PER_DAY, type MinuteOfWeek } from '#domain/units.ts';
import { hoursText } from './figures.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';

/** 2024-01-01 was a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1);

/** Name of a day, 0 for Monday: "samedi", "sam." when short. */
export function weekdayName(day: number, locale: Locale, width: 'long' | 'short' = 'long'): string {
	const date = new Date(A_MONDAY + day * MINUTES_PER_DAY * 60_000);
	return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(date);
}

/** A time of day: "15 h 15" in French, "15:15" in English. */
export function clockText(minuteOfDay: number, locale: Locale): string {
	if (locale === 'fr') return hoursText(minuteOfDay / 60, locale);
	return `${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}

/** A moment of the week within a sentence: "le samedi à 15 h". */
export function momentText(minute: MinuteOfWeek, locale: Locale): string {
	const day = weekdayName(Math.floor(minute / MINUTES_PER_DAY), locale);
	return m.sentence_moment_word({ day, time: clockText(minute % MINUTES_PER_DAY, locale) }, { locale });
}
