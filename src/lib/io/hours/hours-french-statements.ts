import type { Message } from '#domain/notes.ts';
import type { RuleState, TimeSpan } from '#domain/opening-schedule.ts';
import type { FrenchDays } from './hours-french-days.ts';
import type { FrenchPeriod } from './hours-french-periods.ts';

/** One thing that a sentence says: on these days of this period, these hours. */
export interface FrenchStatement {
	readonly period: FrenchPeriod;
	/** Null: every day of the period. */
	readonly days: FrenchDays | null;
	/** Empty: the whole day. */
	readonly times: readonly TimeSpan[];
	readonly state: RuleState;
	/** For whom, where it is restricted; null otherwise. */
	readonly comment: string | null;
	/** Periods in which it does not hold: closed then ("closed"), or not told ("unknown"). */
	readonly outside: readonly { readonly period: FrenchPeriod; readonly state: 'closed' | 'unknown' }[];
	/** Not on public holidays. */
	readonly exceptPublicHolidays: boolean;
	/** Under a heading ("Vacances scolaires :"), whose statements are all that holds in its period. */
	readonly headed: boolean;
	/** Offset of its first character in the text. */
	readonly position: number;
}

/** A statement while its parts are met. */
export interface FrenchDraft {
	period: FrenchPeriod | null;
	days: FrenchDays | null;
	times: TimeSpan[];
	closed: boolean;
	/** "fermé le lundi", where hours that follow are not told from those of an opening. */
	closedFirst: boolean;
	comment: string | null;
	outside: FrenchStatement['outside'];
	exceptPublicHolidays: boolean;
	/** Something in it is not understood: whether it is open is not known. */
	doubtful: boolean;
	/** "un samedi sur deux", which a parity of weeks would settle. */
	alternate: boolean;
	/** A morning or an afternoon without its hours yet. */
	half: 'morning' | 'afternoon' | null;
	position: number;
	until: number;
}

export function newDraft(position: number): FrenchDraft {
	return {
		period: null,
		days: null,
		times: [],
		closed: false,
		closedFirst: false,
		comment: null,
		outside: [],
		exceptPublicHolidays: false,
		doubtful: false,
		alternate: false,
		half: null,
		position,
		until: position
	};
}

/** Thrown inside the reader only: what stops it, and where. */
export class FrenchHoursFault extends Error {
	readonly code: string;
	readonly position: number;
	readonly until: number;

	constructor(code: string, position: number, until: number) {
		super(`${code} at ${position}`);
		this.code = code;
		this.position = position;
		this.until = until;
	}
}

/** Notes, each once. */
export class HoursNotes {
	readonly list: Message[] = [];

	add(code: string, params: Message['params'] = {}): void {
		const same = (note: Message) => note.code === code && JSON.stringify(note.params) === JSON.stringify(params);
		if (!this.list.some(same)) this.list.push({ code, params });
	}
}

const MORNING_STARTS_BEFORE = 12 * 60;

/** Whether hours said to be of the morning begin before noon, of the afternoon from noon on. */
export function agreesWithHalf(times: readonly TimeSpan[], half: FrenchDraft['half']): boolean {
	return times.every(({ start }) => half === null || start < MORNING_STARTS_BEFORE === (half === 'morning'));
}

export const namesNothing = (period: FrenchPeriod) =>
	!period.term && !period.schoolHolidays && period.dates.length === 0 && period.weeks.length === 0;

/** Single dates need no weekday: "le 24 décembre 10h-16h". */
export function onlySingleDates({ dates }: FrenchPeriod): boolean {
	return (
		dates.length > 0 &&
		dates.every(({ from, to, openEnd }) => {
			const last = to ?? from;
			return !openEnd && from.day !== null && last.day === from.day && last.month === from.month;
		})
	);
}

/** The days less others; null where `taken` are not all among them. */
export function daysWithout(days: FrenchDays, taken: FrenchDays): FrenchDays | null {
	if (taken.ranked.length > 0 || taken.weekdays.some((day) => !days.weekdays.includes(day))) return null;
	return { ...days, weekdays: days.weekdays.filter((day) => !taken.weekdays.includes(day)) };
}
