import type { DateRange, WeekRange } from '#domain/opening-schedule.ts';
import type { FrenchCursor } from './hours-french-cursor.ts';
import { readFrenchDates } from './hours-french-dates.ts';

/** When a part of the sentence holds: all that is filled holds at once. All empty: the whole year. */
export interface FrenchPeriod {
	readonly term: boolean;
	readonly schoolHolidays: boolean;
	readonly dates: readonly DateRange[];
	readonly weeks: readonly WeekRange[];
}

export const WHOLE_YEAR: FrenchPeriod = { term: false, schoolHolidays: false, dates: [], weeks: [] };

const months = (from: number, to: number): DateRange => ({
	from: { year: null, month: from, day: null, offsetDays: 0 },
	to: { year: null, month: to, day: null, offsetDays: 0 },
	openEnd: false
});
const TERM: FrenchPeriod = { ...WHOLE_YEAR, term: true };
const HOLIDAYS: FrenchPeriod = { ...WHOLE_YEAR, schoolHolidays: true };
const holidaysOf = (from: number, to: number): FrenchPeriod => ({ ...HOLIDAYS, dates: [months(from, to)] });
/** Summer holidays begin in July and end by September; the others are those of October to June. */
const SUMMER = holidaysOf(7, 8);
const SMALL = holidaysOf(10, 6);
/** Holidays named by their feast or season, by the months that hold them and no other holidays, in every zone. */
const NAMED_HOLIDAYS: ReadonlyMap<string, FrenchPeriod> = new Map([
	['ete', SUMMER],
	['toussaint', holidaysOf(10, 11)],
	['noel', holidaysOf(12, 1)],
	['hiver', holidaysOf(2, 3)],
	['fevrier', holidaysOf(2, 3)]
]);
const ODD: WeekRange = { from: 1, to: 53, every: 2 };
const EVEN: WeekRange = { from: 2, to: 52, every: 2 };

const LEADING: ReadonlySet<string> = new Set([
	...['en', 'pendant', 'durant', 'lors', 'la', 'le', 'les', 'l', 'de', 'des', 'd', 'du', 'toutes', 'toute', 'tout'],
	...['horaire', 'horaires', 'au', 'aux', 'sur']
]);
const TERM_WORDS: ReadonlySet<string> = new Set([
	'periode',
	'periodes',
	'temps',
	'annee',
	'calendrier',
	'semaine',
	'semaines'
]);
const SCHOOL_WORDS: ReadonlySet<string> = new Set(['scolaire', 'scolaires']);
const HOLIDAY_WORDS: ReadonlySet<string> = new Set(['vacances', 'conges']);

function readHolidays(cursor: FrenchCursor): FrenchPeriod | null {
	const size = cursor.word();
	const sized = ['petites', 'grandes'].includes(size);
	if (sized) cursor.take();
	if (!cursor.isWord(HOLIDAY_WORDS)) return null;
	cursor.take();
	if (cursor.isWord(SCHOOL_WORDS)) cursor.take();
	if (sized) return size === 'petites' ? SMALL : SUMMER;
	return cursor.attempt(() => readWhichHolidays(cursor)) ?? HOLIDAYS;
}

/** "de la Toussaint", "d’été"; other names ("de printemps") are left to be said as not understood. */
function readWhichHolidays(cursor: FrenchCursor): FrenchPeriod | null {
	cursor.skipWords(new Set(['de', 'd', 'la']));
	const named = NAMED_HOLIDAYS.get(cursor.word());
	if (named !== undefined) cursor.take();
	return named ?? null;
}

function readWeeks(cursor: FrenchCursor): FrenchPeriod | null {
	if (!['semaine', 'semaines', 'sem'].includes(cursor.word())) return null;
	cursor.take();
	if (cursor.isSign('.')) cursor.take();
	const parity = /^(im)?paires?$/.exec(cursor.word());
	if (parity === null) return null;
	cursor.take();
	return { ...WHOLE_YEAR, weeks: [parity[1] === undefined ? EVEN : ODD] };
}

function readSummer(cursor: FrenchCursor): FrenchPeriod | null {
	if (cursor.word() === 'periode') cursor.take();
	return ['ete', 'estivale', 'estivales', 'estival'].includes(cursor.take().text) ? SUMMER : null;
}

function readNamed(cursor: FrenchCursor): FrenchPeriod | null {
	cursor.skipWords(LEADING);
	if (cursor.isWord(TERM_WORDS) && SCHOOL_WORDS.has(cursor.word(1))) {
		cursor.index += 2;
		return TERM;
	}
	if (cursor.word() === 'annee') {
		cursor.take();
		return WHOLE_YEAR;
	}
	const readers = [readWeeks, readHolidays, readSummer];
	for (const read of readers) {
		const period = cursor.attempt(() => read(cursor));
		if (period !== null) return period;
	}
	return null;
}

/**
 * The period ahead: "en période scolaire", "pendant les vacances", "petites vacances", "été", "semaines paires", "du 1er
 * au 15 août". Null where none follows.
 */
export function readFrenchPeriod(cursor: FrenchCursor): FrenchPeriod | null {
	const named = cursor.attempt(() => readNamed(cursor));
	if (named !== null) return named;
	const dates = cursor.attempt(() => readFrenchDates(cursor));
	return dates === null ? null : { ...WHOLE_YEAR, dates };
}

/** Both at once; the dates of a summer that is told by its dates are those told. Null where they exclude each other. */
export function bothPeriods(one: FrenchPeriod, other: FrenchPeriod): FrenchPeriod | null {
	const term = one.term || other.term;
	const schoolHolidays = one.schoolHolidays || other.schoolHolidays;
	if (term && schoolHolidays) return null;
	const weeks = one.weeks.length > 0 && other.weeks.length > 0 ? null : [...one.weeks, ...other.weeks];
	if (weeks === null) return null;
	const summer = one === SUMMER || other === SUMMER;
	if (summer) return dated(one === SUMMER ? other : one, weeks);
	if (one.dates.length > 0 && other.dates.length > 0) return null;
	return { term, schoolHolidays, weeks, dates: [...one.dates, ...other.dates] };
}

function dated(told: FrenchPeriod, weeks: readonly WeekRange[]): FrenchPeriod {
	return told.dates.length > 0 ? { ...told, schoolHolidays: false, weeks } : { ...SUMMER, term: told.term, weeks };
}

/** What is left of the year without the period; null where it cannot be told. */
export function withoutPeriod(period: FrenchPeriod): FrenchPeriod | null {
	const { term, schoolHolidays, dates, weeks } = period;
	if (dates.length > 0 || weeks.length > 0 || term === schoolHolidays) return null;
	return term ? HOLIDAYS : TERM;
}
