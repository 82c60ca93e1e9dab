import type { FigureUnit } from '#domain/diagnostic.ts';
import { eurosText, hoursText, numberText, percentText, somebodyText, wholePeople } from '#i18n/figures.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { Locale } from '#i18n/locale.ts';

/** From here on hours are told whole: those of a year. */
const HOURS_TOLD_WHOLE = 100;

/**
 * A value in the words of its unit, the same wherever the document tells it: "86 %", "14 h 30", "1 850 m²", "12 €". Units that a noun says
 * ("habitants", "communes", "équivalents temps plein") are left to the sentence.
 */
export function figureText(value: number, unit: FigureUnit, locale: Locale): string {
	switch (unit) {
		case 'share':
			return m.sentence_percent({ percent: percentText(value, locale) }, { locale });
		case 'hours':
			return hoursText(value >= HOURS_TOLD_WHOLE ? Math.round(value) : value, locale);
		case 'minutes':
			return m.report_minutes({ minutes: numberText(locale, { maximumFractionDigits: 0 }, value) }, { locale });
		case 'euros':
		case 'euros-per-person':
			return eurosText(value, locale);
		case 'square-metres':
			return m.report_square_metres({ area: numberText(locale, { maximumFractionDigits: 0 }, value) }, { locale });
		case 'square-metres-per-person':
			return m.report_square_metres({ area: numberText(locale, { maximumFractionDigits: 3 }, value) }, { locale });
		case 'people-per-km2':
			return numberText(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }, value);
		case 'full-time-equivalents':
			return numberText(locale, { maximumFractionDigits: 1 }, value);
		case 'per-person':
			return numberText(locale, { maximumFractionDigits: 2 }, value);
		case 'people':
		case 'communes':
		case 'sites':
		case 'sectors':
		case 'volunteers':
		case 'entries':
			return somebodyText(value, locale);
	}
}

/** The number that words agree with: as it is said, so that "1" is never followed by a plural. */
export function figureNumber(value: number, unit: FigureUnit): number {
	switch (unit) {
		case 'people':
		case 'communes':
		case 'sites':
		case 'sectors':
		case 'volunteers':
		case 'entries':
			return wholePeople(value);
		case 'people-per-km2':
			return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
		case 'full-time-equivalents':
			return Math.round(value * 10) / 10;
		default:
			return value;
	}
}
