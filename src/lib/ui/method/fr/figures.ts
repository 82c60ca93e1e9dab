import { hoursText, numberText, percentText } from '#i18n/figures.ts';
import { clockText, dayAndMinute, dayText } from '#i18n/week-words.ts';

/** A number as French writes it. */
export const n = (value: number, digits = 3) => numberText('fr', { maximumFractionDigits: digits }, value);
/** A number with all its decimals. */
export const fixed = (value: number, digits: number) =>
	numberText('fr', { minimumFractionDigits: digits, maximumFractionDigits: digits }, value);
export const percent = (share: number) => `${percentText(share, 'fr')} %`;
export const euros = (value: number) => `${n(value)} €`;
export const hours = (value: number) => hoursText(value, 'fr');
export const minutes = (value: number) => `${n(value)} min`;

/** "mercredi 17 h–20 h", of minutes of the week. */
export function span([from, to]: readonly [number, number]): string {
	const { day, minute } = dayAndMinute(from);
	return `${dayText(day, 'fr')} ${clockText(minute, 'fr')}–${clockText(minute + to - from, 'fr')}`;
}
