import type { WeekKind } from './audience-profile.ts';
import type { OpeningRule, OpeningSchedule, Weekday } from './opening-schedule.ts';
import { MINUTES_PER_DAY } from './units.ts';
import { contentOf, interferes, sameDay, settledAt, type GridDay } from './week-grid-content.ts';
import {
	DAY_CLASSES,
	EVERY_CLASS,
	holdsOn,
	mayInterfere,
	partsOf,
	REST_HOLIDAYS,
	REST_TERM,
	SEPTEMBER_HOLIDAYS,
	SEPTEMBER_TERM,
	SUMMER_MONTHS_HOLIDAYS,
	SUMMER_MONTHS_TERM,
	type RulePart
} from './week-grid-parts.ts';

export const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const satisfies readonly Weekday[];
const PERIODS = ['term', 'small-holidays', 'summer'] as const satisfies readonly WeekKind[];

/**
 * Why a day cannot be changed in the grid:
 * - `fallback`: a rule that holds where the others leave the door shut (`||`) may hold on it;
 * - `mixed`: rules that the grid does not show stand between those that it shows, and would lose or gain force;
 * - `night`: hours that begin after midnight.
 */
export type GridLock = 'fallback' | 'mixed' | 'night';

/** A schedule as a week of each period. Lists of days: Monday first. */
export interface WeekGrid {
	/** Whether the three periods hold the same. */
	readonly sameEveryWeek: boolean;
	readonly days: Readonly<Record<WeekKind, readonly GridDay[]>>;
	/** What keeps each day from being changed in its period, and in the three together; null: nothing. */
	readonly locks: Readonly<Record<WeekKind | 'all', readonly (GridLock | null)[]>>;
	/** Summer is told by its months, days of school included, and not by the school holidays. */
	readonly summerByMonths: boolean;
	/** Rules that no week shows, in their order: closings, public holidays, one week in two, ranks in the month, seasons. */
	readonly kept: readonly OpeningRule[];
}

/** Kinds of days of each period: as the rules tell them apart. */
export function classesOfPeriods(parts: readonly RulePart[]): Readonly<Record<WeekKind, number>> {
	const alike = (one: number, other: number) =>
		parts.every(({ classes }) => ((classes & one) === 0) === ((classes & other) === 0));
	const classes = { term: REST_TERM | SEPTEMBER_TERM, 'small-holidays': REST_HOLIDAYS, summer: SUMMER_MONTHS_HOLIDAYS };
	classes[alike(SUMMER_MONTHS_TERM, REST_TERM) ? 'term' : 'summer'] |= SUMMER_MONTHS_TERM;
	if (alike(SEPTEMBER_HOLIDAYS, SUMMER_MONTHS_HOLIDAYS)) classes.summer |= SEPTEMBER_HOLIDAYS;
	else if (alike(SEPTEMBER_HOLIDAYS, REST_HOLIDAYS) || !alike(SEPTEMBER_HOLIDAYS, SEPTEMBER_TERM))
		classes['small-holidays'] |= SEPTEMBER_HOLIDAYS;
	else classes.term |= SEPTEMBER_HOLIDAYS;
	return classes;
}

/** Index after the last part that the week shows of a day: where new hours of it are said. */
export function placeOfEdit(parts: readonly RulePart[], weekday: Weekday, classes: number): number {
	const last = parts.findLastIndex((part) => holdsOn(part, weekday, classes));
	if (last >= 0) return last + 1;
	const first = parts.findIndex((part) => mayInterfere(part, weekday));
	return first < 0 ? parts.length : first;
}

/** Whether rules written for these kinds of days hold on the others too: nothing names term alone. */
export const spillsOver = (classes: number) => (classes & REST_TERM) !== 0;

/** Kinds of days out of `classes` that hours said at a place would change, since nothing after it settles them. */
export function classesSpiltOn(parts: readonly RulePart[], weekday: Weekday, classes: number, place: number): number[] {
	if (!spillsOver(classes)) return [];
	return DAY_CLASSES.filter((one) => (classes & one) === 0 && settledAt(parts, weekday, one) < place);
}

/** What keeps a weekday from being changed on these kinds of days. */
function lockOf(parts: readonly RulePart[], weekday: Weekday, classes: number): GridLock | null {
	if (parts.some((part) => part.rule.joins === 'fallback' && mayInterfere(part, weekday))) return 'fallback';
	const place = placeOfEdit(parts, weekday, classes);
	const spilt = classesSpiltOn(parts, weekday, classes, place);
	for (const one of DAY_CLASSES) {
		if ((classes & one) === 0 && !spilt.includes(one)) continue;
		// Where the week says nothing of the day, new hours stand before all that interferes.
		if (interferes(parts, weekday, settledAt(parts, weekday, one, place), place)) return 'mixed';
		const { slots } = contentOf(parts, weekday, one, place);
		if (slots.some(({ start, end }) => start >= MINUTES_PER_DAY || end - start > MINUTES_PER_DAY)) return 'night';
	}
	return null;
}

/**
 * The kinds of days to write a weekday's hours for, one after the other; a lock where that cannot be done.
 * @param period null: the three, at once where it can be, else each in its turn
 */
export function stepsOfEdit(
	parts: readonly RulePart[],
	weekday: Weekday,
	period: WeekKind | null
): readonly number[] | GridLock {
	const classes = classesOfPeriods(parts);
	if (period === null && lockOf(parts, weekday, EVERY_CLASS) === null) return [EVERY_CLASS];
	const steps = (period === null ? PERIODS : [period]).map((one) => classes[one]);
	return steps.map((one) => lockOf(parts, weekday, one)).find((lock) => lock !== null) ?? steps;
}

/** The weeks of a schedule, and what they leave out. */
export function weekGridOf(schedule: OpeningSchedule): WeekGrid {
	const parts = partsOf(schedule);
	const classes = classesOfPeriods(parts);
	const shown = { term: REST_TERM, 'small-holidays': REST_HOLIDAYS, summer: SUMMER_MONTHS_HOLIDAYS };
	const weekOf = (period: WeekKind) => WEEKDAYS.map((day) => contentOf(parts, day, shown[period]));
	const locksOf = (period: WeekKind | null) =>
		WEEKDAYS.map((day) => {
			const steps = stepsOfEdit(parts, day, period);
			return typeof steps === 'string' ? steps : null;
		});
	const days = { term: weekOf('term'), 'small-holidays': weekOf('small-holidays'), summer: weekOf('summer') };
	return {
		sameEveryWeek: PERIODS.every((period) => days[period].every((day, rank) => sameDay(day, days.term[rank]))),
		days,
		locks: {
			term: locksOf('term'),
			'small-holidays': locksOf('small-holidays'),
			summer: locksOf('summer'),
			all: locksOf(null)
		},
		summerByMonths: (classes.summer & SUMMER_MONTHS_TERM) !== 0,
		kept: parts.filter((part) => part.classes === 0).map(({ rule }) => rule)
	};
}
