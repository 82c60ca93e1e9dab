/**
 * Opening hours as libraries publish them: an ordered list of rules with the meaning of the OpenStreetMap
 * `opening_hours` syntax, which holds periods (school term, holidays, summer), public holidays, alternate weeks,
 * "1er samedi du mois", seasons and dated closures without loss. What a date holds is decided by our own calendar
 * (workers/core/hours), never here.
 */

/** 0 Monday … 6 Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Opening from `start` to `end`, minutes after midnight; `end` above 1440 runs into the next day. start < end. */
export interface TimeSpan {
	readonly start: number;
	readonly end: number;
	/** "16:00+": the end is not stated; `end` is then 1440 and hours are a lower bound told as such. */
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

/** Inclusive; may wrap over the new year when years are not stated. `to` null is the single day or month. */
export interface DateRange {
	readonly from: CalendarDay;
	readonly to: CalendarDay | null;
	/** "Jan 1+": from then on. */
	readonly openEnd: boolean;
}

export interface YearRange {
	readonly from: number;
	readonly to: number | null;
	readonly every: number;
	readonly openEnd: boolean;
}

/** ISO weeks from–to, each `every`-th: "week 1-53/2" is { from: 1, to: 53, every: 2 }. */
export interface WeekRange {
	readonly from: number;
	readonly to: number;
	readonly every: number;
}

/** PH: public holidays; SH: school holidays. `offsetDays` as in "PH -1 day". */
export interface HolidaySelector {
	readonly kind: 'PH' | 'SH';
	readonly offsetDays: number;
}

/**
 * What a matching rule says of its hours.
 * `restricted` is an opening that does not count for the public: by appointment, classes, crèches, a reserved audience.
 */
export type RuleState = 'open' | 'closed' | 'restricted' | 'unknown';

export interface OpeningRule {
	/** How the rule joins those before it: `;` overrides the days it matches, `,` adds to them, `||` is used where nothing else matched. */
	readonly joins: 'override' | 'add' | 'fallback';
	readonly years: readonly YearRange[];
	readonly dates: readonly DateRange[];
	readonly weeks: readonly WeekRange[];
	readonly weekdays: readonly WeekdayRange[];
	/** Holidays named in the weekday list. */
	readonly holidays: readonly HolidaySelector[];
	/** "SH Mo-Fr": the holiday narrows the weekdays (true); "Mo-Fr,PH": it adds days (false). */
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
