import type { SlotKind, StateShareOfRegion } from '#domain/cost.ts';
import type { Modification } from '#domain/scenario.ts';
import { centsText, hoursText, numberText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';

/** A modification with the sentence that says it. */
export interface SaidModification {
	readonly modification: Modification;
	readonly words: string;
}

/** An amount in whole euros: "1 234 €", "−60 €". */
export function eurosText(euros: number, locale: Locale): string {
	return numberText(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }, Math.round(euros));
}

/** The cost of one hour, to the cent. */
export const eurosPerHourText = centsText;

/** Hours more or fewer: "78 h", "−12 h 30". */
export function signedHoursText(hours: number, locale: Locale): string {
	return `${hours < 0 ? '−' : ''}${hoursText(Math.abs(hours), locale)}`;
}

const SLOT_TEXTS = {
	'weekday-day': m.cost_slot_weekday_day,
	'weekday-evening': m.cost_slot_weekday_evening,
	'saturday-morning': m.cost_slot_saturday_morning,
	'saturday-afternoon': m.cost_slot_saturday_afternoon,
	'school-holidays': m.cost_slot_school_holidays,
	sunday: m.cost_slot_sunday
} as const satisfies Record<SlotKind, unknown>;

export function slotText(kind: SlotKind, locale: Locale): string {
	return SLOT_TEXTS[kind]({}, { locale });
}

/** A region and what is stated of its rates. */
export function regionText({ name, stated }: StateShareOfRegion, locale: Locale): string {
	if (stated === null) return m.cost_region_unknown({ name }, { locale });
	return m.cost_region_known({ name, year: stated.year }, { locale });
}

/** A number as it stands in a field, where French readers type a comma; empty for null. */
export const fieldText = (number: number | null) => (number === null ? '' : String(number).replace('.', ','));

/** A number typed within bounds; null when the field is empty; undefined when it is no such number. */
export function typedNumber(value: string, least: number, most: number): number | null | undefined {
	const text = value
		.trim()
		.replace(/[\s\u00a0\u202f]/g, '')
		.replace(',', '.');
	if (text === '') return null;
	const number = Number(text);
	return Number.isFinite(number) && number >= least && number <= most ? number : undefined;
}
