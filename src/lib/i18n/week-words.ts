import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '#domain/units.ts';
import type { Locale } from './message.ts';

const DAYS: Readonly<Record<Locale, readonly string[]>> = {
	fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
	en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
};

/** "samedi"; `day` 0 is Monday. */
export function dayText(day: number, locale: Locale): string {
	return DAYS[locale][day];
}

/** "sam.", "Sat". */
export function shortDayText(day: number, locale: Locale): string {
	const letters = DAYS[locale][day].slice(0, 3);
	return locale === 'fr' ? `${letters}.` : letters;
}

/** A time of the day in minutes after midnight: "15 h", "9 h 05"; "15:00" in English. */
export function clockText(minuteOfDay: number, locale: Locale): string {
	const [hour, minute] = [Math.floor(minuteOfDay / 60), Math.floor(minuteOfDay % 60)];
	const padded = String(minute).padStart(2, '0');
	if (locale === 'en') return `${String(hour).padStart(2, '0')}:${padded}`;
	return minute === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${padded}`;
}

/** Day and minute of the day of a minute of the week, which may run past Sunday midnight into Monday. */
export function dayAndMinute(minuteOfWeek: number): { readonly day: number; readonly minute: number } {
	const minute = ((minuteOfWeek % MINUTES_PER_WEEK) + MINUTES_PER_WEEK) % MINUTES_PER_WEEK;
	return { day: Math.floor(minute / MINUTES_PER_DAY), minute: minute % MINUTES_PER_DAY };
}

/** "samedi 15 h", "Saturday 15:00". */
export function momentText(minuteOfWeek: number, locale: Locale): string {
	const { day, minute } = dayAndMinute(minuteOfWeek);
	return `${dayText(day, locale)} ${clockText(minute, locale)}`;
}

/** "mercredi à 14 h", "Wednesday at 14:00". */
export function momentInSentence(minuteOfWeek: number, locale: Locale): string {
	const { day, minute } = dayAndMinute(minuteOfWeek);
	return `${dayText(day, locale)} ${locale === 'fr' ? 'à' : 'at'} ${clockText(minute, locale)}`;
}
