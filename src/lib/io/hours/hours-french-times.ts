import type { TimeSpan } from '#domain/opening-schedule.ts';
import { MINUTES_PER_DAY } from '#domain/units.ts';
import type { FrenchCursor } from './hours-french-cursor.ts';

const HOUR_UNITS: ReadonlySet<string> = new Set(['h', 'heure', 'heures', 'hr', 'hrs']);
const MINUTE_UNITS: ReadonlySet<string> = new Set(['min', 'mn', 'minutes']);
const TO_WORDS: ReadonlySet<string> = new Set(['a', 'jusqu']);
const AND_WORDS: ReadonlySet<string> = new Set(['et', 'puis']);
/** An end up to this hour after an evening opening is that of the night. */
const NIGHT_END_MINUTES = 6 * 60;
const EVENING_MINUTES = 18 * 60;

interface Clock {
	readonly minutes: number;
	/** "14" of "14-18h": an hour only because an hour follows. */
	readonly bare: boolean;
}

function minutesAfterUnit(cursor: FrenchCursor): number {
	const token = cursor.peek();
	const minute = cursor.number();
	// "de 16h 18h": a number with its own unit is another time.
	const anotherTime = HOUR_UNITS.has(cursor.word(1)) && !cursor.touches(0);
	if (minute === null || token.text.length !== 2 || minute > 59 || anotherTime) return 0;
	cursor.take();
	if (cursor.isWord(MINUTE_UNITS)) cursor.take();
	return minute;
}

function readClock(cursor: FrenchCursor): Clock | null {
	const named = { midi: 720, minuit: MINUTES_PER_DAY }[cursor.word()];
	if (named !== undefined) {
		cursor.take();
		return { minutes: named, bare: false };
	}
	const hour = cursor.number();
	if (hour === null || hour > 24) return null;
	cursor.take();
	if (HOUR_UNITS.has(cursor.word())) {
		cursor.take();
		const minutes = hour * 60 + minutesAfterUnit(cursor);
		// "16h5" is not told from 16h05 or 16h50.
		return minutes > MINUTES_PER_DAY || (cursor.number() !== null && cursor.touches(0))
			? null
			: { minutes, bare: false };
	}
	const minute = cursor.number(1);
	const dotted = cursor.isSign(':.') && cursor.touches(0) && cursor.touches(1) && cursor.peek(1).text.length === 2;
	if (!dotted || minute === null || minute > 59) return { minutes: hour * 60, bare: true };
	cursor.index += 2;
	if (HOUR_UNITS.has(cursor.word()) && cursor.touches(0)) cursor.take();
	const minutes = hour * 60 + minute;
	return minutes > MINUTES_PER_DAY ? null : { minutes, bare: false };
}

/** "au-delà", "(fin non précisée)", "le lendemain": what may follow a time; true where it was there. */
function phraseAhead(cursor: FrenchCursor, phrase: readonly string[]): boolean {
	const found = cursor.attempt(() => {
		for (const part of phrase) {
			const token = cursor.peek();
			if (token.text !== part) return null;
			cursor.take();
		}
		return true;
	});
	return found ?? false;
}

const endNotStated = (cursor: FrenchCursor) => phraseAhead(cursor, ['(', 'fin', 'non', 'precisee', ')']);

function readOpenEnd(cursor: FrenchCursor): TimeSpan | null {
	if (cursor.word() === 'des') cursor.take();
	else if (!phraseAhead(cursor, ['a', 'partir', 'de'])) return null;
	const start = readClock(cursor);
	if (start === null || start.bare || start.minutes >= MINUTES_PER_DAY) return null;
	endNotStated(cursor);
	return { start: start.minutes, end: start.minutes, openEnd: true };
}

function takeTo(cursor: FrenchCursor, between: boolean): boolean {
	if (between) return phraseAhead(cursor, ['et']);
	if (cursor.isSign('-/')) {
		cursor.take();
		return true;
	}
	const start = cursor.index;
	while (cursor.isWord(TO_WORDS)) cursor.take();
	return cursor.index > start;
}

/** The end as minutes that may run into the next day; null where it does not follow the start. */
function settledEnd(start: number, end: number, cursor: FrenchCursor): number | null {
	const nextDay = phraseAhead(cursor, ['le', 'lendemain']);
	if (end === MINUTES_PER_DAY || (end > start && !nextDay)) return end > start ? end : null;
	const night = start >= EVENING_MINUTES && end <= NIGHT_END_MINUTES;
	return end < start && (nextDay || night) ? end + MINUTES_PER_DAY : null;
}

function readSpan(cursor: FrenchCursor): TimeSpan | null {
	const openEnd = cursor.attempt(() => readOpenEnd(cursor));
	if (openEnd !== null) return openEnd;
	const between = cursor.word() === 'entre';
	if (between || cursor.word() === 'de') cursor.take();
	const start = readClock(cursor);
	if (start === null || !takeTo(cursor, between)) return null;
	const end = readClock(cursor);
	if (end === null || (start.bare && end.bare)) return null;
	const from = start.minutes === MINUTES_PER_DAY ? 0 : start.minutes;
	const until = settledEnd(from, end.minutes, cursor);
	if (until === null) return null;
	const open = phraseAhead(cursor, ['et', 'au', '-', 'dela']) || phraseAhead(cursor, ['et', 'au', 'dela']);
	if (open) endNotStated(cursor);
	return { start: from, end: until, openEnd: open };
}

function skipJoin(cursor: FrenchCursor): boolean {
	const start = cursor.index;
	while (cursor.isSign(',/-+') || cursor.isWord(AND_WORDS)) cursor.take();
	return cursor.index > start;
}

/**
 * The openings ahead: "16h-18h30", "de 10 h à 12 h et de 14 h à 18 h", "10h-12h / 14h-18h", "dès 16h". Null where none
 * follows, or where the first cannot be read without a guess ("18h-16h", "16h").
 */
export function readFrenchTimes(cursor: FrenchCursor): TimeSpan[] | null {
	const first = cursor.attempt(() => readSpan(cursor));
	if (first === null) return null;
	const spans = [first];
	for (;;) {
		const next = cursor.attempt(() => (skipJoin(cursor) ? readSpan(cursor) : null));
		if (next === null) return spans;
		spans.push(next);
	}
}
