import type { Weekday, WeekdayRange } from '#domain/opening-schedule.ts';
import type { FrenchCursor } from './hours-french-cursor.ts';
import { DAY_NAMES, MONTH_NAMES, RANK_ENDINGS, RANK_WORDS, SHORT_DAY_NAMES } from './hours-french-words.ts';

/** The days that a sentence names. */
export interface FrenchDays {
	/** Days of every week, in any order, each once. */
	readonly weekdays: readonly Weekday[];
	/** "1er samedi du mois". */
	readonly ranked: readonly WeekdayRange[];
	readonly publicHolidays: boolean;
	/** More than one day is named, with a comma between: "lundi, mardi". */
	readonly listed: boolean;
}

const EVERY_WEEKDAY: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const LEADING: ReadonlySet<string> = new Set(['le', 'les', 'du', 'de', 'des', 'chaque', 'tous', 'l']);
const TO_WORDS: ReadonlySet<string> = new Set(['au', 'a', 'jusqu']);
const HOLIDAY_WORDS: ReadonlySet<string> = new Set(['ferie', 'feries']);

function readDayName(cursor: FrenchCursor): Weekday | null {
	const word = cursor.word();
	const day = DAY_NAMES.get(word);
	if (day !== undefined) {
		cursor.take();
		return day;
	}
	const short = SHORT_DAY_NAMES.get(word);
	if (short === undefined) return null;
	const dotted = cursor.isSign('.', 1);
	const next = cursor.peek(dotted ? 2 : 1);
	const dayFollows =
		next.kind !== 'word' || next.text.length < 3 || DAY_NAMES.has(next.text) || SHORT_DAY_NAMES.has(next.text);
	if (!dayFollows) return null;
	cursor.index += dotted ? 2 : 1;
	return short;
}

function rankAhead(cursor: FrenchCursor): number | null {
	const inLetters = RANK_WORDS.get(cursor.word());
	if (inLetters !== undefined) {
		cursor.take();
		return inLetters;
	}
	const rank = cursor.number(0, 1);
	if (rank === null || rank < 1 || rank > 5 || !cursor.touches(1) || !cursor.isWord(RANK_ENDINGS, 1)) return null;
	cursor.index += 2;
	return rank;
}

function skipBetweenRanks(cursor: FrenchCursor): boolean {
	const start = cursor.index;
	while (cursor.isSign(',/+') || ['et', 'le', 'les'].includes(cursor.word())) cursor.take();
	return cursor.index > start;
}

function readRanks(cursor: FrenchCursor): Set<number> | null {
	const ranks = new Set<number>();
	for (;;) {
		const rank = cursor.attempt(() => (ranks.size === 0 || skipBetweenRanks(cursor) ? rankAhead(cursor) : null));
		if (rank === null) return ranks.size === 0 ? null : ranks;
		ranks.add(rank);
	}
}

function readOfTheMonth(cursor: FrenchCursor): true | null {
	cursor.skipWords(new Set(['de', 'du', 'chaque', 'ce']));
	if (cursor.word() !== 'mois') return null;
	cursor.take();
	return true;
}

/** "1er et 3e du mois", of a day that is named elsewhere or not at all. */
export function readDaylessRanks(cursor: FrenchCursor): true | null {
	return readRanks(cursor) === null ? null : readOfTheMonth(cursor);
}

/** "1er et 3e samedi du mois", "le dernier mercredi de chaque mois". */
function readRanked(cursor: FrenchCursor): WeekdayRange | null {
	const ranks = readRanks(cursor);
	const day = ranks === null ? null : readDayName(cursor);
	if (ranks === null || day === null) return null;
	cursor.attempt(() => readOfTheMonth(cursor));
	// "1er samedi des vacances" is a rank in something else than the month.
	const ofSomething =
		['de', 'des', 'd'].includes(cursor.word()) && cursor.number(1) === null && cursor.word(1) !== 'midi';
	if (ofSomething && !MONTH_NAMES.has(cursor.word(1))) return null;
	return { from: day, to: day, nth: [...ranks], offsetDays: 0 };
}

/** "du mardi au vendredi", "mardi-vendredi", "mardi". */
function readRange(cursor: FrenchCursor): Weekday[] | null {
	const from = readDayName(cursor);
	if (from === null) return null;
	const to = cursor.attempt(() => {
		const start = cursor.index;
		if (cursor.isSign('-')) cursor.take();
		else cursor.skipWords(TO_WORDS);
		return cursor.index > start ? readDayName(cursor) : null;
	});
	if (to === null) return [from];
	const chain = [from, to];
	for (;;) {
		const next = cursor.attempt(() => (cursor.isSign('-') && cursor.take() ? readDayName(cursor) : null));
		if (next === null) break;
		chain.push(next);
	}
	// "lundi - mardi - jeudi" is a list.
	if (chain.length > 2) return chain;
	const days: Weekday[] = [];
	for (let day = from; ; day = ((day + 1) % 7) as Weekday) {
		days.push(day);
		if (day === to) return days;
	}
}

function readEveryDay(cursor: FrenchCursor): readonly Weekday[] | null {
	if (!['tous', 'chaque'].includes(cursor.word())) return null;
	cursor.take();
	cursor.skipWords(new Set(['les']));
	if (!['jours', 'jour'].includes(cursor.word())) return null;
	cursor.take();
	return HOLIDAY_WORDS.has(cursor.word()) ? null : EVERY_WEEKDAY;
}

function readPublicHolidays(cursor: FrenchCursor): true | null {
	if (['jours', 'jour'].includes(cursor.word())) cursor.take();
	if (!cursor.isWord(HOLIDAY_WORDS)) return null;
	cursor.take();
	return true;
}

/** Between two days of a list; null where none joins, else whether it is a comma. */
function readJoin(cursor: FrenchCursor): { comma: boolean } | null {
	const start = cursor.index;
	let comma = false;
	while (cursor.isSign(',/+') || ['et', 'ainsi', 'que'].includes(cursor.word())) {
		comma ||= cursor.isSign(',/');
		cursor.take();
	}
	return cursor.index > start ? { comma } : null;
}

/**
 * The days ahead: "mardi et jeudi", "Lun. Mar.", "du mardi au vendredi", "tous les jours", "1er samedi du mois",
 * "dimanche et jours fériés". Null where no day follows.
 */
export function readFrenchDays(cursor: FrenchCursor): FrenchDays | null {
	const weekdays = new Set<Weekday>();
	const ranked: WeekdayRange[] = [];
	let publicHolidays = false;
	let listed = false;
	const readOne = () => {
		const every = cursor.attempt(() => readEveryDay(cursor));
		if (every === null) cursor.skipWords(LEADING);
		const days = every ?? cursor.attempt(() => readRange(cursor));
		if (days !== null) {
			for (const day of days) weekdays.add(day);
			return true;
		}
		const rank = cursor.attempt(() => readRanked(cursor));
		if (rank !== null) return ranked.push(rank) > 0;
		const holidays = cursor.attempt(() => readPublicHolidays(cursor));
		publicHolidays ||= holidays !== null;
		return holidays;
	};
	if (cursor.attempt(readOne) === null) return null;
	for (;;) {
		const more = cursor.attempt(() => {
			const join = readJoin(cursor);
			// "Lun. Mar.": short names stand side by side.
			if (join === null && !SHORT_DAY_NAMES.has(cursor.word())) return null;
			return readOne() === null ? null : { comma: join?.comma ?? false };
		});
		if (more === null) return { weekdays: [...weekdays], ranked, publicHolidays, listed };
		listed ||= more.comma;
	}
}
