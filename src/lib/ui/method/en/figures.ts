import { hoursText, numberText, percentText } from '#i18n/figures.ts';
import { clockText, dayAndMinute, dayText } from '#i18n/week-words.ts';

/** A number as English writes it. */
export const n = (value: number, digits = 3) => numberText('en', { maximumFractionDigits: digits }, value);
/** A number with all its decimals. */
export const fixed = (value: number, digits: number) =>
	numberText('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }, value);
export const percent = (share: number) => `${percentText(share, 'en')} %`;
export const euros = (value: number) => `€${n(value)}`;
export const hours = (value: number) => hoursText(value, 'en');
export const minutes = (value: number) => `${n(value)} min`;

/** "Wednesday 17:00–20:00", of minutes of the week. */
export function span([from, to]: readonly [number, number]): string {
	const { day, minute } = dayAndMinute(from);
	return `${dayText(day, 'en')} ${clockText(minute, 'en')}–${clockText(minute + to - from, 'en')}`;
}
