import type { IsoDate } from '#domain/calendar.ts';
import type { Locale } from './locale.ts';

/**
 * A number with the separators of the language. French thousands are parted by a whole no-break space: the narrow one that
 * Intl writes is a tenth of an em in the app's typeface, and "103 979" then reads as one number. What is below zero has a true
 * minus, what rounds to zero none: files for spreadsheets write their numbers otherwise (io/tables/csv-writer.ts).
 */
export function numberText(locale: Locale, options: Intl.NumberFormatOptions, value: number): string {
	const text = formatOf(locale, options).format(value);
	return text.replaceAll('\u202f', '\u00a0').replace('-', '\u2212');
}

/** A format takes longer to be made than to write a number, and pages write hundreds in the same few. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
	const key = `${locale} ${JSON.stringify(options)}`;
	const format = formats.get(key) ?? new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options });
	formats.set(key, format);
	return format;
}

/** A civil date in words: "30 août 2026". */
export function dateText(date: IsoDate, locale: Locale): string {
	return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00Z`));
}

/** A duration in hours as it is said: "14 h 30", "9 h", "45 min"; to the minute. */
export function hoursText(hours: number, locale: Locale): string {
	const minutes = Math.round(hours * 60);
	const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
	if (whole === 0 && rest > 0) return `${rest}\u00a0min`;
	const figure = numberText(locale, {}, whole);
	return rest === 0 ? `${figure}\u00a0h` : `${figure}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}

/** A share as a percentage: whole, save that what is not all is never said 100, and what is not nothing never 0. */
export function percentText(share: number, locale: Locale): string {
	const whole = Math.round(share * 100);
	const misleads = (whole === 100 && share < 1) || (whole === 0 && share > 0);
	const percent = !misleads ? whole : whole === 100 ? Math.floor(share * 1000) / 10 : Math.ceil(share * 1000) / 10;
	return numberText(locale, { maximumFractionDigits: 1 }, percent);
}

/** People or households as a whole number, with the separators of the language: "103 979". */
export function peopleText(people: number, locale: Locale): string {
	return numberText(locale, { maximumFractionDigits: 0 }, people);
}

/**
 * A travel time in whole minutes, rounded up: a place at 15 min 20 s is not within 15 min, so it is said "16 min". What is
 * said and what a cutoff decides then always agree. Never under 1 min.
 */
export function minutesText(seconds: number, locale: Locale): string {
	const figure = numberText(locale, {}, Math.max(1, Math.ceil(seconds / 60)));
	return `${figure}\u00a0min`;
}

/** Whether a number would round to "0.00" and is more than the rest of a sum in floating point. */
const isTiny = (value: number): boolean => Math.abs(value) >= 1e-6 && Math.abs(value) < 0.005;

/** Digits of a number told to the hundredth: what is not nothing is not told "0", but "0,004". */
export const fineDigits = (value: number): Intl.NumberFormatOptions =>
	isTiny(value) ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: 2 };

/** An amount of euros to the cent: "0,75 €"; "0,004 €" under half a cent. */
export const centsText = (euros: number, locale: Locale): string =>
	numberText(locale, { style: 'currency', currency: 'EUR', ...fineDigits(euros) }, euros);

/** An amount of euros: whole from 100 € on, to the cent below where it has any. */
export function eurosText(euros: number, locale: Locale): string {
	if (isTiny(euros)) return centsText(euros, locale);
	const cents = Math.abs(euros) < 100 && Math.round(euros * 100) % 100 !== 0 ? 2 : 0;
	const options = { minimumFractionDigits: cents, maximumFractionDigits: cents };
	return numberText(locale, { style: 'currency', currency: 'EUR', ...options }, euros);
}

/** People counted with somebody among them are never said to be nobody: "1" for 0.3. */
export function somebodyText(people: number, locale: Locale): string {
	return peopleText(wholePeople(people), locale);
}

/** The number that `somebodyText` says. */
export const wholePeople = (people: number): number => (people > 0 ? Math.max(1, Math.round(people)) : 0);

const BYTE_UNITS = [
	[1e9, 'gigabyte', 1],
	[1e6, 'megabyte', 1],
	[1e3, 'kilobyte', 0]
] as const;

/** The size of files, as file managers tell it: "10,7 Go", "2,4 Mo", "31 ko"; what is not empty is never of 0. */
export function bytesText(bytes: number, locale: Locale): string {
	const [size, unit, digits] = BYTE_UNITS.find(([least]) => bytes >= least) ?? BYTE_UNITS[2];
	const value = bytes > 0 && bytes < size ? 1 : bytes / size;
	const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits } as const;
	return numberText(locale, options, value).replace(' ', '\u00a0');
}

/** "500 m", "2 km". */
export function lengthText(metres: number, locale: Locale): string {
	const [value, unit] = metres >= 1000 ? [metres / 1000, 'km'] : [metres, 'm'];
	return `${numberText(locale, {}, value)}\u00a0${unit}`;
}
