import type { WeekKind } from '#domain/audience-profile.ts';
import type { OpeningSchedule, Weekday } from '#domain/opening-schedule.ts';
import { MINUTES_PER_DAY } from '#domain/units.ts';
import { WEEKDAYS, weekGridOf } from '#domain/week-grid.ts';
import type { GridDay } from '#domain/week-grid-content.ts';
import { withGridDays } from '#domain/week-grid-edit.ts';
import { openedDay, shutDay } from '#domain/week-slots.ts';
import type { CivilCalendar } from '#core/hours/calendar.ts';
import {
	clipIntervals,
	intersectIntervals,
	sameIntervals,
	unionIntervals,
	type Intervals
} from '#core/hours/intervals.ts';
import { compileWeek } from '#core/hours/reference-week.ts';
import { closedTimes } from './addable-slots.ts';

/** Other hours of one period's week, in minutes of the week. */
export interface WeekChange {
	readonly added: Intervals;
	readonly removed: Intervals;
}

const ofDay = (intervals: Intervals, day: Weekday): Intervals =>
	clipIntervals(intervals, day * MINUTES_PER_DAY, (day + 1) * MINUTES_PER_DAY, -day * MINUTES_PER_DAY);

/**
 * A schedule with other hours in the weeks of one period; the other periods, public holidays, closures and what else no typical week shows
 * stay as they are. Days that the week grid keeps from being changed are left (`editableTimes` tells which).
 */
export function withWeekChange(schedule: OpeningSchedule, kind: WeekKind, change: WeekChange): OpeningSchedule {
	const days = weekGridOf(schedule).days[kind];
	const changed = WEEKDAYS.flatMap((day) => {
		const [added, removed] = [ofDay(change.added, day), ofDay(change.removed, day)];
		return added.length + removed.length === 0 ? [] : [[day, withDayChange(days[day], added, removed)] as const];
	});
	return withGridDays(schedule, kind, new Map(changed));
}

function withDayChange(day: GridDay, added: Intervals, removed: Intervals): GridDay {
	const shut = pairs(removed).reduce((left, [start, end]) => shutDay(left, start, end), day);
	return pairs(added).reduce((opened, [start, end]) => openedDay(opened, start, end), shut);
}

function pairs(intervals: Intervals): [number, number][] {
	return intervals.flatMap((start, at): [number, number][] => (at % 2 === 0 ? [[start, intervals[at + 1]]] : []));
}

/**
 * Times of the week at which a schedule can be given hours, and those at which hours can be taken from it: days on which an edit does to
 * the typical week what it says.
 * @param allowed in which hours may be given
 */
export function editableTimes(
	schedule: OpeningSchedule,
	week: { readonly kind: WeekKind; readonly year: number },
	calendar: CivilCalendar,
	allowed: Intervals
): { readonly adds: Intervals; readonly removes: Intervals } {
	const read = (one: OpeningSchedule) => [...compileWeek(one, week, calendar).intervals];
	const before = read(schedule);
	const added = intersectIntervals(allowed, closedTimes(before));
	const opened = read(withWeekChange(schedule, week.kind, { added, removed: [] }));
	const closed = read(withWeekChange(schedule, week.kind, { added: [], removed: before }));
	const expected = unionIntervals([before, added]);
	const daysWhere = (holds: (day: Weekday) => boolean) =>
		WEEKDAYS.filter(holds).flatMap((day) => [day * MINUTES_PER_DAY, (day + 1) * MINUTES_PER_DAY]);
	return {
		adds: intersectIntervals(
			added,
			unionIntervals([daysWhere((day) => sameIntervals(ofDay(opened, day), ofDay(expected, day)))])
		),
		removes: unionIntervals([daysWhere((day) => ofDay(closed, day).length === 0)])
	};
}
