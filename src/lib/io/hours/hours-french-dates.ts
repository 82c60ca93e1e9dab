import type { CalendarDay, DateRange } from '#domain/opening-schedule.ts';
import type { FrenchCursor } from './hours-french-cursor.ts';
import { MONTH_NAMES, RANK_ENDINGS } from './hours-french-words.ts';

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ABBREVIATIONS: ReadonlySet<string> = new Set('janv fev fevr avr juil sept oct nov dec'.split(' '));
const FROM_WORDS: ReadonlySet<string> = new Set(['du', 'de', 'd', 'le', 'les', 'des', 'en', 'mois', 'depuis']);
const TO_WORDS: ReadonlySet<string> = new Set(['au', 'a', 'jusqu', 'inclus']);

function readYear(cursor: FrenchCursor): number | null {
	const year = cursor.number(0, 4);
	// "août 2026", never "août 16h".
	if (year === null || year < 1900 || year > 2999) return null;
	cursor.take();
	return year;
}

function dayOf(day: number | null, month: number, year: number | null): CalendarDay | null {
	if (day !== null && (day < 1 || day > DAYS_OF_MONTH[month - 1])) return null;
	return { year, month, day, offsetDays: 0 };
}

/** "1er", "15", before a month. */
function readDayNumber(cursor: FrenchCursor): number | null {
	const day = cursor.number();
	if (day === null) return null;
	cursor.take();
	if (cursor.isWord(RANK_ENDINGS) && cursor.touches(0)) cursor.take();
	return day;
}

/** "15/08", "15/08/2026". */
function readNumeric(cursor: FrenchCursor): CalendarDay | null {
	const [day, month] = [cursor.number(), cursor.number(2)];
	if (day === null || month === null || month < 1 || month > 12 || !cursor.isSign('/', 1)) return null;
	if (cursor.word(3) === 'h' || cursor.isSign(':', 3) || !cursor.touches(1) || !cursor.touches(2)) return null;
	cursor.index += 3;
	const year = cursor.attempt(() => (cursor.isSign('/') && cursor.take() ? readYear(cursor) : null));
	return dayOf(day, month, year);
}

/** "15 août 2026", "1er août", "août 2026", "août". */
function readDay(cursor: FrenchCursor): CalendarDay | null {
	const numeric = cursor.attempt(() => readNumeric(cursor));
	if (numeric !== null) return numeric;
	const day = readDayNumber(cursor);
	const month = MONTH_NAMES.get(cursor.word());
	const abbreviated = ABBREVIATIONS.has(cursor.word());
	if (month === undefined) return null;
	cursor.take();
	if (abbreviated && cursor.isSign('.') && cursor.touches(0)) cursor.take();
	return dayOf(day, month, readYear(cursor));
}

const runsBackwards = (from: CalendarDay, to: CalendarDay) =>
	Number(to.month) < Number(from.month) || (to.month === from.month && (to.day ?? 0) < (from.day ?? 0));

/** Both ends with their years, or neither: "du 20 décembre au 4 janvier 2026" begins in 2025. */
function rangeOf(from: CalendarDay, to: CalendarDay): DateRange | null {
	if ((from.day === null) !== (to.day === null)) return null;
	const wraps = runsBackwards(from, to) ? 1 : 0;
	if (from.year !== null && to.year !== null && to.year - from.year < wraps) return null;
	const fromYear = from.year ?? (to.year === null ? null : to.year - wraps);
	const toYear = to.year ?? (from.year === null ? null : from.year + wraps);
	return { from: { ...from, year: fromYear }, to: { ...to, year: toYear }, openEnd: false };
}

const isDated = ([first]: readonly DateRange[]) => first.from.year !== null;

const single = (day: CalendarDay): DateRange => ({ from: day, to: day.year === null ? null : day, openEnd: false });

function takeTo(cursor: FrenchCursor): boolean {
	const start = cursor.index;
	if (cursor.isSign('-')) cursor.take();
	else cursor.skipWords(TO_WORDS);
	return cursor.index > start;
}

/** "du 1er au 15 août": the month is that of the end. */
function readDaysOfMonth(cursor: FrenchCursor): DateRange | null {
	const first = readDayNumber(cursor);
	if (first === null || !takeTo(cursor)) return null;
	const to = readDay(cursor);
	if (to === null || to.day === null || typeof to.month !== 'number') return null;
	const from = dayOf(first, to.month, to.year);
	return from === null || first >= to.day ? null : rangeOf(from, to);
}

/** "24 et 31 décembre": two days of one month. */
function readTwoDays(cursor: FrenchCursor): DateRange[] | null {
	const first = readDayNumber(cursor);
	if (first === null || (cursor.word() !== 'et' && !cursor.isSign(','))) return null;
	cursor.take();
	cursor.skipWords(FROM_WORDS);
	const second = readDay(cursor);
	if (second === null || second.day === null || typeof second.month !== 'number') return null;
	const day = dayOf(first, second.month, second.year);
	return day === null ? null : [single(day), single(second)];
}

function readRange(cursor: FrenchCursor): DateRange | null {
	const days = cursor.attempt(() => readDaysOfMonth(cursor));
	if (days !== null) return days;
	const from = readDay(cursor);
	if (from === null) return null;
	const to = cursor.attempt(() => (takeTo(cursor) ? readDay(cursor) : null));
	return to === null ? single(from) : rangeOf(from, to);
}

function readOpenEnd(cursor: FrenchCursor): DateRange | null {
	if (cursor.word() !== 'a' || cursor.word(1) !== 'partir') return null;
	cursor.index += 2;
	cursor.skipWords(FROM_WORDS);
	const from = readDay(cursor);
	return from === null ? null : { from, to: null, openEnd: true };
}

function readOne(cursor: FrenchCursor): DateRange[] | null {
	const openEnd = cursor.attempt(() => readOpenEnd(cursor));
	if (openEnd !== null) return [openEnd];
	cursor.skipWords(FROM_WORDS);
	const two = cursor.attempt(() => readTwoDays(cursor));
	if (two !== null) return two;
	const range = readRange(cursor);
	return range === null ? null : [range];
}

/**
 * The dates ahead: "juillet et août", "du 1er juillet au 31 août", "du 1er au 15 août 2026", "24 et 31 décembre",
 * "15/08", "à partir du 1er septembre". Null where none follows.
 */
export function readFrenchDates(cursor: FrenchCursor): DateRange[] | null {
	const dates = cursor.attempt(() => readOne(cursor));
	if (dates === null) return null;
	for (;;) {
		const more = cursor.attempt(() => {
			if (!cursor.isSign(',/+') && cursor.word() !== 'et') return null;
			cursor.take();
			const next = readOne(cursor);
			// Dates of one year and dates of every year are two periods.
			return next !== null && isDated(next) === isDated(dates) ? next : null;
		});
		if (more === null) return dates;
		dates.push(...more);
	}
}
