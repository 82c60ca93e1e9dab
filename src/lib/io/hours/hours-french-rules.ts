import type { OpeningRule, TimeSpan, Weekday, WeekdayRange } from '#domain/opening-schedule.ts';
import { BLANK_RULE } from '#domain/opening-schedule.ts';
import type { FrenchPeriod } from './hours-french-periods.ts';
import { bothPeriods } from './hours-french-periods.ts';
import type { FrenchStatement } from './hours-french-statements.ts';
import { FrenchHoursFault, HoursNotes, namesNothing, onlySingleDates } from './hours-french-statements.ts';
import { spansOverlap } from './hours-osm-times.ts';
import { rulesOfWeek, weekdayRanges } from './hours-rows-rules.ts';

interface Group {
	readonly period: FrenchPeriod;
	readonly statements: FrenchStatement[];
	/** Statements that do not hold in this period. */
	readonly absent: { readonly statement: FrenchStatement; readonly state: 'closed' | 'unknown' }[];
}

const selectorsOf = ({ dates, weeks, schoolHolidays }: FrenchPeriod): Partial<OpeningRule> => ({
	dates,
	weeks,
	...(schoolHolidays ? { holidays: [{ kind: 'SH', offsetDays: 0 }] } : {})
});

function rule(period: FrenchPeriod, weekdays: readonly WeekdayRange[], more: Partial<OpeningRule>): OpeningRule {
	const selectors = selectorsOf(period);
	const holidaysNarrow = selectors.holidays !== undefined && weekdays.length > 0;
	return { ...BLANK_RULE, ...selectors, weekdays, holidaysNarrow, ...more };
}

const rangesOf = ({ days }: FrenchStatement): WeekdayRange[] =>
	days === null ? [] : [...weekdayRanges(days.weekdays), ...days.ranked];

/** Whether the statement is of public holidays and of no other day. */
const ofHolidaysAlone = ({ days }: FrenchStatement) =>
	days !== null && days.publicHolidays && days.weekdays.length + days.ranked.length === 0;

/** In order of time, each once. */
function tidied(times: readonly TimeSpan[]): TimeSpan[] {
	const each = new Map(times.map((span) => [`${span.start} ${span.end} ${span.openEnd}`, span]));
	return [...each.values()].toSorted((one, other) => one.start - other.start || one.end - other.end);
}

/** The narrower a period the later its rules, which replace those before on the days they name. */
function rankOf({ period, statements }: Group): number {
	const { schoolHolidays, dates, weeks } = period;
	const closed = statements.length > 0 && statements.every(({ state }) => state === 'closed');
	if (onlySingleDates(period)) return 6;
	if (dates.length > 0 && !schoolHolidays) return closed ? 5 : 4;
	if (schoolHolidays) return dates.length > 0 ? 3 : 2;
	return weeks.length > 0 ? 1 : 0;
}

function grouped(statements: readonly FrenchStatement[]): Group[] {
	const groups = new Map<string, Group>();
	const groupOf = (period: FrenchPeriod): Group => {
		const key = JSON.stringify(selectorsOf(period));
		const group = groups.get(key) ?? { period, statements: [], absent: [] };
		groups.set(key, group);
		return group;
	};
	for (const statement of statements) {
		groupOf(statement.period).statements.push(statement);
		for (const { period, state } of statement.outside) {
			const both = bothPeriods(statement.period, period);
			groupOf(both ?? period).absent.push({ statement, state: both === null ? 'unknown' : state });
		}
	}
	return [...groups.values()].toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** The hours of each weekday over the statements, put together. */
function weekOf(statements: readonly FrenchStatement[]): Map<Weekday, TimeSpan[]> {
	const week = new Map<Weekday, TimeSpan[]>();
	for (const { days, times } of statements)
		for (const day of days?.weekdays ?? []) week.set(day, tidied([...(week.get(day) ?? []), ...times]));
	return week;
}

/** What holds in a period on the days of statements that do not: closed, not told, or what others say of these days. */
function absenceRules({ period, absent }: Group, statements: readonly FrenchStatement[]): OpeningRule[] {
	return absent.flatMap(({ statement, state }) => {
		const others = statements.filter(
			(other) => other.state === 'open' && other.outside.length === 0 && namesNothing(other.period)
		);
		const week = weekOf(others);
		const closed = rule(period, rangesOf(statement), { state });
		if (state === 'unknown') return [closed];
		const kept = new Map([...week].filter(([day]) => statement.days?.weekdays.includes(day)));
		return [closed, ...rulesOfWeek(kept, selectorsOf(period))];
	});
}

function rankedRules(period: FrenchPeriod, open: readonly FrenchStatement[]): OpeningRule[] {
	const byDays = new Map<string, { range: WeekdayRange; times: TimeSpan[] }>();
	for (const { days, times } of open) {
		for (const range of days?.ranked ?? []) {
			const key = JSON.stringify([range.from, range.nth]);
			byDays.set(key, { range, times: tidied([...(byDays.get(key)?.times ?? []), ...times]) });
		}
	}
	return [...byDays.values()].map(({ range, times }) => rule(period, [range], { times }));
}

/** Restricted hours and hours not told: added to those of the public on days that have some, else on their own. */
function uncountedRules(period: FrenchPeriod, group: readonly FrenchStatement[], told: Set<string>): OpeningRule[] {
	return group.flatMap((statement) => {
		const { state, comment, times } = statement;
		const ranges = (statement.days?.weekdays ?? []).map((day) => weekdayRanges([day])[0]);
		const all: (WeekdayRange | null)[] = [...ranges, ...(statement.days?.ranked ?? [])];
		if (statement.days === null) all.push(null);
		const known = new Set(told);
		for (const range of all) told.add(JSON.stringify(range));
		return (['override', 'add'] as const).flatMap((joins) => {
			const keys = all.filter((range) => known.has(JSON.stringify(range)) === (joins === 'add'));
			if (keys.length === 0) return [];
			const single = keys.flatMap((range) => (range !== null && range.nth.length === 0 ? [range.from] : []));
			const ranked = keys.filter((range) => range !== null && range.nth.length > 0) as WeekdayRange[];
			return [rule(period, [...weekdayRanges(single), ...ranked], { joins, state, comment, times: tidied(times) })];
		});
	});
}

function groupRules(group: Group, statements: readonly FrenchStatement[]): OpeningRule[] {
	const { period } = group;
	const told = group.statements.filter((statement) => !ofHolidaysAlone(statement));
	const open = told.filter(({ state }) => state === 'open');
	const replaces =
		(period.schoolHolidays || period.dates.length > 0) &&
		told.some(({ headed, state, days }) => headed && state !== 'closed' && days !== null);
	const rules = replaces ? [rule(period, [], { state: 'closed' })] : absenceRules(group, statements);
	const week = weekOf(open);
	rules.push(...rulesOfWeek(week, selectorsOf(period)));
	for (const { days, times } of open) if (days === null) rules.push(rule(period, [], { times: tidied(times) }));
	rules.push(...rankedRules(period, open));
	for (const statement of told) {
		if (statement.state !== 'closed') continue;
		rules.push(rule(period, rangesOf(statement), { state: 'closed', times: tidied(statement.times) }));
	}
	const days = open.flatMap((statement) => [
		...(statement.days?.weekdays ?? []).map((day) => weekdayRanges([day])[0]),
		...(statement.days?.ranked ?? [])
	]);
	const uncounted = told.filter(({ state }) => state === 'restricted' || state === 'unknown');
	rules.push(...uncountedRules(period, uncounted, new Set(days.map((range) => JSON.stringify(range)))));
	return rules;
}

/** What holds on public holidays, after all else. */
function holidayRules(statements: readonly FrenchStatement[]): OpeningRule[] {
	const holidays: OpeningRule['holidays'] = [{ kind: 'PH', offsetDays: 0 }];
	return statements.flatMap((statement): OpeningRule[] => {
		const { period, state, comment, times, days, exceptPublicHolidays } = statement;
		if (exceptPublicHolidays) {
			const weekdays = rangesOf(statement);
			const closed = { ...BLANK_RULE, dates: period.dates, weeks: period.weeks, weekdays, holidays };
			return [{ ...closed, holidaysNarrow: weekdays.length > 0, state: 'closed' }];
		}
		if (days === null || !days.publicHolidays) return [];
		// A public holiday of the school holidays is more than one rule can name.
		if (period.schoolHolidays)
			throw new FrenchHoursFault('error_french_hours_condition', statement.position, statement.position);
		const { dates, weeks } = period;
		return [{ ...BLANK_RULE, dates, weeks, holidays, state, comment, times: tidied(times) }];
	});
}

/** Days of the week that a rank in the month or a parity of weeks gives other hours to: said, since it could be added. */
function noteReplaced(statements: readonly FrenchStatement[], notes: HoursNotes): void {
	const weekly = new Set(
		statements.flatMap(({ period, days, state }) =>
			namesNothing(period) && state === 'open' ? (days?.weekdays ?? []) : []
		)
	);
	for (const { days, period, state } of statements) {
		if (state !== 'open' || days === null) continue;
		const inSomeWeeks = period.weeks.length > 0 ? days.weekdays : [];
		const replaced = [...days.ranked.map(({ from }) => from), ...inSomeWeeks].some((day) => weekly.has(day));
		if (replaced) notes.add('note_hours_french_replaces');
	}
}

/**
 * The rules of the statements: the year first, then narrower periods, which replace it on the days they name, closings,
 * and public holidays last. Throws `FrenchHoursFault` where "fermé" alone stands beside other hours.
 */
export function rulesOfStatements(statements: readonly FrenchStatement[], notes: HoursNotes): OpeningRule[] {
	for (const { state, days, period, times, position } of statements) {
		const closesAll = state === 'closed' && days === null && times.length === 0 && namesNothing(period);
		if (closesAll && statements.length > 1) throw new FrenchHoursFault('error_french_hours_closed', position, position);
	}
	noteReplaced(statements, notes);
	const rules = [...grouped(statements).flatMap((group) => groupRules(group, statements)), ...holidayRules(statements)];
	if (rules.some(({ times }) => spansOverlap(times))) notes.add('note_hours_overlap');
	return rules.map((one, rank) => (rank === 0 ? { ...one, joins: 'override' } : one));
}
