import type { Weekday } from '#domain/opening-schedule.ts';

/**
 * The words of opening hours in the OpenStreetMap syntax, and those of French and English that mean the same. Keys are
 * lower case without accents. "mar" is the month, as in OpenStreetMap, never "mardi".
 */
export interface HoursWord<Value> {
	readonly value: Value;
	/** False for a word that the OpenStreetMap syntax does not hold, and that is worth a note. */
	readonly standard: boolean;
}

function vocabulary<Value>(rows: readonly (readonly [Value, string, string])[]): ReadonlyMap<string, HoursWord<Value>> {
	const words = new Map<string, HoursWord<Value>>();
	for (const [value, standard, others] of rows) {
		for (const word of others.split(' ')) if (word !== '') words.set(word, { value, standard: false });
		for (const word of standard.split(' ')) words.set(word, { value, standard: true });
	}
	return words;
}

export const WEEKDAY_WORDS = vocabulary<Weekday>([
	[0, 'mo', 'mon monday mondays lu lun lundi lundis'],
	[1, 'tu', 'tue tues tuesday tuesdays ma mardi mardis'],
	[2, 'we', 'wed wednesday wednesdays me mer mercredi mercredis'],
	[3, 'th', 'thu thur thurs thursday thursdays je jeu jeudi jeudis'],
	[4, 'fr', 'fri friday fridays ve ven vendredi vendredis'],
	[5, 'sa', 'sat saturday saturdays sam samedi samedis'],
	[6, 'su', 'sun sunday sundays di dim dimanche dimanches']
]);

export const MONTH_WORDS = vocabulary<number | 'easter'>([
	[1, 'jan', 'january janv janvier'],
	[2, 'feb', 'february fev fevr fevrier'],
	[3, 'mar', 'march mars'],
	[4, 'apr', 'april avr avril'],
	[5, 'may', 'mai'],
	[6, 'jun', 'june juin'],
	[7, 'jul', 'july juil juillet'],
	[8, 'aug', 'august aout'],
	[9, 'sep', 'sept september septembre'],
	[10, 'oct', 'october octobre'],
	[11, 'nov', 'november novembre'],
	[12, 'dec', 'december decembre'],
	['easter', 'easter', 'paques']
]);

export const HOLIDAY_WORDS = vocabulary<'PH' | 'SH'>([
	['PH', 'ph', 'ferie feries'],
	['SH', 'sh', 'vacances']
]);

export const STATE_WORDS = vocabulary<'open' | 'closed' | 'unknown'>([
	['open', 'open', 'ouvert ouverte'],
	['closed', 'closed off', 'ferme fermee fermeture'],
	['unknown', 'unknown', 'inconnu']
]);

export const WEEK_WORDS = vocabulary<'week'>([['week', 'week', 'weeks semaine semaines']]);

export const WEEK_PARITY_WORDS = vocabulary<'odd' | 'even'>([
	['odd', 'odd', 'impaire impaires'],
	['even', 'even', 'paire paires']
]);

export const DAY_UNIT_WORDS = vocabulary<'day'>([['day', 'day days', 'jour jours']]);

export const HOUR_UNIT_WORDS = vocabulary<'hour'>([['hour', 'h', 'hr hrs heure heures']]);

/** Times that depend on the sun, which no library publishes and which we do not compute. */
export const SUN_WORDS: ReadonlySet<string> = new Set(['sunrise', 'sunset', 'dawn', 'dusk']);

/** Words that stand for a sign: "10h à 12h et 14h à 18h". */
export const SIGN_WORDS: ReadonlyMap<string, string> = new Map([
	['et', ','],
	['and', ','],
	['a', '-'],
	['au', '-'],
	['to', '-']
]);
