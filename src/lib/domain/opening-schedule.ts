/**
 * Opening hours as libraries publish them: an ordered list of rules with the meaning of the OpenStreetMap
 * `opening_hours` syntax, which holds periods (school term, holidays, summer), public holidays, alternate weeks,
 * "1er samedi du mois", seasons and dated closures without loss. What a date holds is decided by our own calendar
 * (workers/core/hours), never here.
 */

/** 0 Monday … 6 Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Opening from `start` to `end`, minutes after midnight; `end` above 1440 runs into the next day. */
export interface TimeSpan {
	/** 0 … 1439. */
	readonly start: number;
	/** Above `start`, at most `start` + 1440; equal to `start` only in "16:00+", where nothing after `start` is certain. */
	readonly end: number;
	/** "16:00+", "10:00-12:00+": how long it stays open after `end` is not stated. Only what precedes `end` counts. */
	readonly openEnd: boolean;
}

export interface WeekdayRange {
	readonly from: Weekday;
	/** Same as `from` for one day; may be lower (Sa–Mo wraps). */
	readonly to: Weekday;
	/** 1 … 5, or −1 … −5 counted from the month's end ("Sa[1]", "Sa[-1]"); empty: every one. */
	readonly nth: readonly number[];
	/** "We[1] +2 days"; 0 in nearly every schedule. */
	readonly offsetDays: number;
}

/** A day of the year; `year` null is every year; `day` null with a month is the whole month. */
export interface CalendarDay {
	readonly year: number | null;
	/** 1 … 12, or the moveable feast. */
	readonly month: number | 'easter';
	readonly day: number | null;
	readonly offsetDays: number;
}

/**
 * Inclusive; wraps over the new year when years are not stated and `to` comes before `from`. `to` null is the single day
 * or month. Years are stated on both ends or on neither; on `from` alone only where the end is open.
 */
export interface DateRange {
	readonly from: CalendarDay;
	readonly to: CalendarDay | null;
	/** "Sep 1+": from then on, to the end of the year, or for ever when the year is stated. */
	readonly openEnd: boolean;
}

/** Inclusive, each `every`-th year; `to` equals `from` for one year, null from then on. */
export interface YearRange {
	readonly from: number;
	readonly to: number | null;
	readonly every: number;
}

/** ISO weeks from–to, each `every`-th: "week 1-53/2" is { from: 1, to: 53, every: 2 }; `to` below `from` wraps (every 1). */
export interface WeekRange {
	readonly from: number;
	readonly to: number;
	readonly every: number;
}

/** PH: public holidays; SH: school holidays, summer included. `offsetDays` as in "PH -1 day": the day before one. */
export interface HolidaySelector {
	readonly kind: 'PH' | 'SH';
	readonly offsetDays: number;
}

/**
 * What a matching rule says of its hours.
 * `restricted` is an opening that does not count for the public: by appointment, classes, crèches, a reserved audience;
 * its comment says whom it is for (`isRestrictingComment`). `unknown`: somebody says something of that time, but not
 * whether the door is open.
 */
export type RuleState = 'open' | 'closed' | 'restricted' | 'unknown';

export interface OpeningRule {
	/** How the rule joins those before it: `;` overrides the days it matches, `,` adds to them, `||` holds where those before leave the door shut. */
	readonly joins: 'override' | 'add' | 'fallback';
	readonly years: readonly YearRange[];
	readonly dates: readonly DateRange[];
	readonly weeks: readonly WeekRange[];
	readonly weekdays: readonly WeekdayRange[];
	/** Holidays named in the weekday list. */
	readonly holidays: readonly HolidaySelector[];
	/** "SH Mo-Fr": the holiday narrows the weekdays (true); "Mo-Fr,PH": it adds days (false). False without both. */
	readonly holidaysNarrow: boolean;
	/** Empty: the whole day. */
	readonly times: readonly TimeSpan[];
	readonly state: RuleState;
	readonly comment: string | null;
}

export type ScheduleSyntax = 'osm' | 'rows' | 'french' | 'grid';

export interface OpeningSchedule {
	readonly rules: readonly OpeningRule[];
	/** What was read, verbatim, kept beside what was understood. */
	readonly sourceText: string;
	readonly syntax: ScheduleSyntax;
}

const RESTRICTING_WORDS =
	/rendez[- ]?vous|\brdv\b|appointment|reserv|classe|scolaire|creche|groupe|collectivit|assistant|ecole|college|lycee|school|nursery|group|private|adherents? seul/;
/** "hors vacances scolaires" tells when, not for whom. */
const PERIOD_WORDS = /(?:vacances|periodes?|temps|annee|calendrier) scolaires?|school (?:holidays?|term|year)/g;

/**
 * Whether a comment reserves the opening to somebody: by appointment, classes, crèches, groups. Accents and case do not
 * count. Such hours are shown and never counted for the public.
 */
export function isRestrictingComment(comment: string): boolean {
	const plain = comment.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return RESTRICTING_WORDS.test(plain.replaceAll(PERIOD_WORDS, ''));
}

/** A rule open the whole of every day: the blank that others are made from. */
export const BLANK_RULE: OpeningRule = {
	joins: 'override',
	years: [],
	dates: [],
	weeks: [],
	weekdays: [],
	holidays: [],
	holidaysNarrow: false,
	times: [],
	state: 'open',
	comment: null
};
