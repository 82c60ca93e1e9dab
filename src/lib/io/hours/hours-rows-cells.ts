import type { Weekday } from '#domain/opening-schedule.ts';
import { MINUTES_PER_DAY } from '#domain/units.ts';
import { WEEKDAY_WORDS } from './hours-words.ts';

/** The cells of hours one row per site and day: what each may hold, in French or English. */

/**
 * When the hours of a row hold. `holidays` are all school holidays, `small-holidays` all but the summer's, `summer` the
 * summer's; `july-august` is what it says, school or not.
 */
export type RowPeriod = 'year' | 'term' | 'holidays' | 'small-holidays' | 'summer' | 'july-august';

const MISSING: ReadonlySet<string> = new Set([
	'',
	'na',
	'n/a',
	'nan',
	'null',
	'none',
	'-',
	'–',
	'—',
	'ferme',
	'fermee',
	'closed'
]);
const CLOCK = /^(\d{1,2})(?:\s?[:h.]\s?(\d{2})?(?::\d{2})?)?\s?(?:min|mn)?$/;
const WHOLE_YEAR: ReadonlySet<string> = new Set([
	'',
	'annee',
	'toute l annee',
	'year',
	'normal',
	'normale',
	'standard',
	'habituel',
	'hiver',
	'winter'
]);

function plain(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll(/['’\s]+/g, ' ')
		.trim();
}

/** Whether a cell says nothing, or says "fermé". */
export function isMissingTime(text: string | undefined): boolean {
	return text === undefined || MISSING.has(plain(text));
}

/** Minutes after midnight, 0 … 1440, of "10:00", "10:00:00", "9h", "9h30", "9:30" or "9"; null where it is no time. */
export function parseClock(text: string): number | null {
	if (text.length > 12) return null;
	const parts = CLOCK.exec(plain(text));
	if (parts === null) return null;
	const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)];
	const minutes = hour * 60 + minute;
	return minute < 60 && minutes <= MINUTES_PER_DAY ? minutes : null;
}

/** The weekday of "mardi", "Mar.", "Tuesday", "Tu" or of 1 (Monday) … 7 (Sunday); null where it is none. */
export function parseWeekday(text: string): Weekday | null {
	const word = plain(text).replace(/\.$/, '');
	if (/^[1-7]$/.test(word)) return (Number(word) - 1) as Weekday;
	// Among days alone "mar" is mardi.
	return word === 'mar' ? 1 : (WEEKDAY_WORDS.get(word)?.value ?? null);
}

/** The period of "été", "vacances", "année"…; the whole year where nothing is said, null where it is not understood. */
export function parsePeriod(text: string | undefined): RowPeriod | null {
	const words = isMissingTime(text) ? '' : plain(text ?? '').replaceAll(/[-_/.]/g, ' ');
	const except = /\b(?:hors|except)\b/.test(words);
	const months = /juillet|\baout\b|july|august/.test(words);
	const summer = /\bete\b|estiv|summer|grandes vacances/.test(words);
	if (WHOLE_YEAR.has(words) || (except && (summer || months))) return 'year';
	if (months) return 'july-august';
	if (summer) return 'summer';
	const holidays = /vacance|holiday/.test(words);
	if (except && holidays) return 'term';
	if (holidays) return /petite|small/.test(words) ? 'small-holidays' : 'holidays';
	return /scolaire|\bterm\b|school/.test(words) ? 'term' : null;
}
