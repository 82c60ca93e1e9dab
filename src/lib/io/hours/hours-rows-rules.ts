import type { DateRange, OpeningRule, TimeSpan, Weekday, WeekdayRange } from '#domain/opening-schedule.ts';
import { BLANK_RULE } from '#domain/opening-schedule.ts';
import type { RowPeriod } from './hours-rows-cells.ts';

/** The hours of each weekday that has a row; no span is a closed day. */
export type DayTimes = ReadonlyMap<Weekday, readonly TimeSpan[]>;

const month = (from: number, to: number): DateRange => ({
	from: { year: null, month: from, day: null, offsetDays: 0 },
	to: { year: null, month: to, day: null, offsetDays: 0 },
	openEnd: false
});
const JULY_AUGUST: Partial<OpeningRule> = { dates: [month(7, 8)] };
const HOLIDAYS: Partial<OpeningRule> = { holidays: [{ kind: 'SH', offsetDays: 0 }] };
/** All school holidays but the summer's, which begin in July and end by September. */
const SMALL_HOLIDAYS: Partial<OpeningRule> = { ...HOLIDAYS, dates: [month(10, 6)] };
const SUMMER: Partial<OpeningRule> = { ...HOLIDAYS, dates: [month(7, 8)] };

/** Single days and runs of three or more: Tu, Th-Sa. */
export function weekdayRanges(days: readonly Weekday[]): WeekdayRange[] {
	const runs: [Weekday, Weekday][] = [];
	for (const day of days.toSorted((one, other) => one - other)) {
		const last = runs.at(-1);
		if (last !== undefined && day === last[1] + 1) last[1] = day;
		else runs.push([day, day]);
	}
	return runs.flatMap(([from, to]) => {
		const ends = to - from === 1 ? [from, to].map((day) => [day, day] as const) : [[from, to] as const];
		return ends.map(([first, last]) => ({ from: first, to: last, nth: [], offsetDays: 0 }));
	});
}

/** One rule for the days that share their hours, in the order of the week. */
export function rulesOfWeek(week: DayTimes, period: Partial<OpeningRule>): OpeningRule[] {
	const daysByTimes = new Map<string, Weekday[]>();
	const open = [...week].filter(([, times]) => times.length > 0).toSorted(([one], [other]) => one - other);
	for (const [weekday, times] of open) {
		const key = JSON.stringify(times);
		daysByTimes.set(key, [...(daysByTimes.get(key) ?? []), weekday]);
	}
	return [...daysByTimes.values()].map((days) => ({
		...BLANK_RULE,
		...period,
		weekdays: weekdayRanges(days),
		holidaysNarrow: period.holidays !== undefined,
		times: week.get(days[0]) ?? []
	}));
}

/** What a period's rows say is all that holds in it: closed but for them. */
function replacing(week: DayTimes, period: Partial<OpeningRule>): OpeningRule[] {
	return [{ ...BLANK_RULE, ...period, state: 'closed' }, ...rulesOfWeek(week, period)];
}

/**
 * The rules of a site's weeks by period: the year or the term first, then school holidays, then the summer. What
 * no row tells (holidays where rows speak of term alone, term where they speak of summer alone) is unknown, not closed.
 */
export function rulesOfWeeks(weeks: ReadonlyMap<RowPeriod, DayTimes>): OpeningRule[] {
	const year = weeks.get('year');
	const term = weeks.get('term');
	const base = term ?? year;
	const rules = base === undefined ? [{ ...BLANK_RULE, state: 'unknown' as const }] : rulesOfWeek(base, {});
	const holidays = weeks.get('holidays') ?? (term === undefined ? undefined : year);
	if (holidays !== undefined) rules.push(...replacing(holidays, HOLIDAYS));
	else if (term !== undefined) rules.push({ ...BLANK_RULE, ...HOLIDAYS, state: 'unknown' });
	const small = weeks.get('small-holidays');
	if (small !== undefined) rules.push(...replacing(small, SMALL_HOLIDAYS));
	const summer = weeks.get('summer');
	if (summer !== undefined) rules.push(...replacing(summer, SUMMER));
	const months = weeks.get('july-august');
	if (months !== undefined) rules.push(...replacing(months, JULY_AUGUST));
	return rules;
}
