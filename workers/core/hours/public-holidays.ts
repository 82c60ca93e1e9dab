import type { CivilDay } from './civil-date.ts';
import { addDays, civilDay, easterSunday } from './civil-date.ts';

/** Public holidays, by the message that names each. */
export type PublicHoliday =
	| 'public_holiday_new_year'
	| 'public_holiday_good_friday'
	| 'public_holiday_easter_monday'
	| 'public_holiday_labour_day'
	| 'public_holiday_victory_1945'
	| 'public_holiday_ascension'
	| 'public_holiday_whit_monday'
	| 'public_holiday_bastille_day'
	| 'public_holiday_assumption'
	| 'public_holiday_all_saints'
	| 'public_holiday_armistice_1918'
	| 'public_holiday_christmas'
	| 'public_holiday_saint_stephen'
	| 'public_holiday_abolition_of_slavery';

/** Code du travail, art. L3133-1. */
const FIXED: readonly (readonly [PublicHoliday, number, number])[] = [
	['public_holiday_new_year', 1, 1],
	['public_holiday_labour_day', 5, 1],
	['public_holiday_victory_1945', 5, 8],
	['public_holiday_bastille_day', 7, 14],
	['public_holiday_assumption', 8, 15],
	['public_holiday_all_saints', 11, 1],
	['public_holiday_armistice_1918', 11, 11],
	['public_holiday_christmas', 12, 25]
];
const MOVEABLE: readonly (readonly [PublicHoliday, number])[] = [
	['public_holiday_easter_monday', 1],
	['public_holiday_ascension', 39],
	['public_holiday_whit_monday', 50]
];
/**
 * Moselle, Bas-Rhin, Haut-Rhin: Code du travail, art. L3134-13. Good Friday is one only in communes with a Protestant
 * or mixed church; it is taken for all of them, as libraries there close.
 */
const ALSACE_MOSELLE: ReadonlySet<string> = new Set(['57', '67', '68']);
/** Code du travail, art. L3422-2: commemoration of the abolition of slavery. */
const ABOLITION: ReadonlyMap<string, readonly [number, number]> = new Map([
	['971', [5, 27]],
	['972', [5, 22]],
	['973', [6, 10]],
	['974', [12, 20]],
	['976', [4, 27]],
	['977', [10, 9]],
	['978', [5, 28]]
]);

/**
 * The public holidays of a year in a département ("59", "2A", "974"; null: those of the whole country), by day. Where
 * two fall on one day (Ascension on May 8) the moveable one names it. Local days of overseas collectivities beyond the
 * abolition of slavery are not held.
 */
export function publicHolidays(year: number, departement: string | null): ReadonlyMap<CivilDay, PublicHoliday> {
	const days = new Map<CivilDay, PublicHoliday>();
	const easter = easterSunday(year);
	for (const [name, month, dayOfMonth] of FIXED) days.set(civilDay(year, month, dayOfMonth), name);
	const abolition = departement === null ? undefined : ABOLITION.get(departement);
	if (abolition !== undefined) days.set(civilDay(year, ...abolition), 'public_holiday_abolition_of_slavery');
	for (const [name, offset] of MOVEABLE) days.set(addDays(easter, offset), name);
	if (departement !== null && ALSACE_MOSELLE.has(departement)) {
		days.set(addDays(easter, -2), 'public_holiday_good_friday');
		days.set(civilDay(year, 12, 26), 'public_holiday_saint_stephen');
	}
	return days;
}
