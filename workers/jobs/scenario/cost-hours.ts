import type { Site } from '#domain/site.ts';
import type { Change, Modification } from '#domain/scenario.ts';
import type { AppliedScenario } from '#domain/scenario-answers.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import type { HoursOfModification } from '#core/cost/modification-cost.ts';
import { NO_MINUTES, slotMinutes, sumOfMinutes, UNKNOWN_MINUTES, type SlotMinutes } from '#core/cost/slot-minutes.ts';
import type { CivilCalendar } from '#core/hours/calendar.ts';

/** A territory as it was opened, and under the modifications in force of a scenario. */
export interface BeforeAndAfter {
	readonly opened: readonly Site[];
	/** The opened ones in their order, then those added. */
	readonly after: readonly Site[];
	readonly applied: Pick<AppliedScenario, 'closed' | 'notApplied'>;
	readonly modifications: readonly Modification[];
}

/** By calendar, year and schedule: a year is 365 dates to read, and most schedules stay the same objects. */
const keptOf = new WeakMap<CivilCalendar, Map<number, WeakMap<OpeningSchedule, SlotMinutes>>>();

/**
 * The hours of the year that each modification in force changes, in their order; those that could not be applied are left out. A site that
 * several change is counted once, by the last one that holds for it: its closing, else its new hours; a site added, by what adds it.
 */
export function hoursOfModifications(
	{ opened, after, applied, modifications }: BeforeAndAfter,
	year: number,
	calendar: CivilCalendar
): HoursOfModification[] {
	const notApplied = new Set(applied.notApplied.map(({ modificationId }) => modificationId));
	const inForce = modifications.filter(({ id, on }) => on && !notApplied.has(id));
	const closed = new Set(applied.closed);
	const ranksOf = new Map<string, number[]>();
	after.forEach(({ id }, rank) => {
		const holds = (change: Change) => changesHoursOf(change, id, closed.has(rank), rank >= opened.length);
		const by = inForce.findLast(({ change }) => holds(change));
		if (by !== undefined) ranksOf.set(by.id, [...(ranksOf.get(by.id) ?? []), rank]);
	});
	const read = (schedule: OpeningSchedule | null) => minutesOf(schedule, year, calendar);
	return inForce.map(({ id, change, cost }) => {
		const ranks = ranksOf.get(id) ?? [];
		const isNew = change.kind === 'add' || change.kind === 'bookmobile-stop';
		return {
			id,
			cost,
			before: sumOfMinutes(ranks.map((rank) => (rank < opened.length ? read(opened[rank].schedule) : NO_MINUTES))),
			after: sumOfMinutes(ranks.map((rank) => (closed.has(rank) ? NO_MINUTES : read(after[rank].schedule)))),
			changesHours: ranks.length > 0,
			isUndecided: isNew && ranks.some((rank) => !closed.has(rank) && after[rank].schedule === null)
		};
	});
}

/** Whether a change decides the hours of a site: one that it closes, whose hours it sets, or that it adds. */
function changesHoursOf(change: Change, siteId: string, isClosed: boolean, isAdded: boolean): boolean {
	switch (change.kind) {
		case 'add':
		case 'bookmobile-stop':
			return isAdded && change.site.id === siteId;
		case 'close':
			return isClosed && !isAdded && change.siteId === siteId;
		case 'merge':
			return isClosed && !isAdded && change.siteIds.includes(siteId);
		case 'hours':
			return !isClosed && !isAdded && change.siteId === siteId;
		case 'move':
		case 'surface':
			return false;
	}
}

function minutesOf(schedule: OpeningSchedule | null, year: number, calendar: CivilCalendar): SlotMinutes {
	if (schedule === null) return UNKNOWN_MINUTES;
	const years = keptOf.get(calendar) ?? new Map<number, WeakMap<OpeningSchedule, SlotMinutes>>();
	keptOf.set(calendar, years);
	const schedules = years.get(year) ?? new WeakMap<OpeningSchedule, SlotMinutes>();
	years.set(year, schedules);
	const minutes = schedules.get(schedule) ?? slotMinutes(schedule, year, calendar);
	schedules.set(schedule, minutes);
	return minutes;
}
