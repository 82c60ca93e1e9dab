/**
 * Units as branded numbers: the compiler refuses seconds where minutes are meant.
 * A brand costs nothing at run time.
 */
declare const unit: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [unit]: Name };

/** Minutes after Monday 00:00 of a week, 0 … 10080. */
export type MinuteOfWeek = Branded<number, 'minute-of-week'>;
/** A 5-character INSEE commune code: text, for the leading zero and for 2A, 2B. */
export type InseeCode = Branded<string, 'insee-code'>;
/** A 9-digit SIREN of an EPCI. */
export type EpciCode = Branded<string, 'epci-code'>;

export const MINUTES_PER_DAY = 1440;
export const MINUTES_PER_WEEK = 10080;

const INSEE_CODE = /^(?:\d{2}|2[AB])\d{3}$/;

/** The INSEE code in `text`, or null when it is not one (a lost leading zero is not guessed here). */
export function parseInseeCode(text: string): InseeCode | null {
	const trimmed = text.trim().toUpperCase();
	return INSEE_CODE.test(trimmed) ? (trimmed as InseeCode) : null;
}

/** The département of a commune: two characters, three overseas (971 … 989). */
export function departementOf(code: InseeCode): string {
	return code.startsWith('97') || code.startsWith('98') ? code.slice(0, 3) : code.slice(0, 2);
}
