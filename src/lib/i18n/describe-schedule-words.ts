import type {
	DateRange,
	HolidaySelector,
	TimeSpan,
	WeekRange,
	WeekdayRange,
	YearRange
} from '#domain/opening-schedule.ts';

/** What one language says of the parts of a schedule. */
export interface ScheduleWords {
	/** "a, b et c". */
	list(parts: readonly string[]): string;
	weekdays(range: WeekdayRange): string;
	holiday(selector: HolidaySelector): string;
	/** "pendant les vacances scolaires". */
	during(holidays: string): string;
	years(range: YearRange): string;
	dates(range: DateRange): string;
	weeks(range: WeekRange): string;
	span(times: TimeSpan): string;
	quote(comment: string): string;
	readonly everyDay: string;
	readonly allDay: string;
	readonly closed: string;
	readonly notStated: string;
	readonly notSure: string;
	readonly restricted: string;
	/** Before a rule that adds to those before it, and before one that holds where they leave the door shut. */
	readonly joins: { readonly add: string; readonly fallback: string };
	readonly separators: {
		/** Between rules said in one sentence. */
		readonly rule: string;
		readonly colon: string;
		readonly aside: string;
	};
}

/** Hour and minute of a time that may run into the next day. */
export function clockOf(minutes: number): { hour: number; minute: number; nextDay: boolean } {
	const nextDay = minutes > 1440;
	const ofDay = nextDay ? minutes - 1440 : minutes;
	return { hour: Math.floor(ofDay / 60), minute: ofDay % 60, nextDay };
}

/** "odd" for week 1-53/2, "even" for week 2-52/2, null for other weeks: week 1-52/2 leaves out the odd week 53. */
export function parityOf(range: WeekRange): 'odd' | 'even' | null {
	if (range.every !== 2) return null;
	if (range.from === 1) return range.to === 53 ? 'odd' : null;
	return range.from === 2 && range.to >= 52 ? 'even' : null;
}
