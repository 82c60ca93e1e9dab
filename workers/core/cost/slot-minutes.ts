import { SLOT_KINDS, type SlotKind } from '#domain/cost.ts';
import type { OpeningSchedule, Weekday } from '#domain/opening-schedule.ts';
import { MINUTES_PER_DAY } from '#domain/units.ts';
import type { SchoolDayKind } from '#domain/calendar.ts';
import type { CivilCalendar } from '../hours/calendar.ts';
import { addDays, civilDay, weekdayOf } from '../hours/civil-date.ts';
import { livedMinutes } from '../hours/clock-change.ts';
import { scheduleReader } from '../hours/day-openings.ts';
import { clipIntervals, type Intervals } from '../hours/intervals.ts';

export type MinutesBySlot = Readonly<Record<SlotKind, number>>;

/** Public minutes of a civil year, or the difference of two, by kind of slot. */
export interface SlotMinutes {
	/** Null when some day's hours are not known. */
	readonly total: number | null;
	/** They add up to the total; null when it is, or when what an open day is for schools is not known. */
	readonly bySlot: MinutesBySlot | null;
	/** Of `weekday-day`, those before 9:00: the State's rates are stated from then on. */
	readonly weekdayBeforeNine: number;
}

const [SATURDAY, SUNDAY] = [5, 6];
const NINE = 9 * 60;
/** As the moment "Saturday morning" of the whole project. */
const SATURDAY_NOON = 13 * 60;
const EVENING = 19 * 60;

const noSlot = () => Object.fromEntries(SLOT_KINDS.map((kind) => [kind, 0])) as Record<SlotKind, number>;

/** Not open at all. */
export const NO_MINUTES: SlotMinutes = { total: 0, bySlot: noSlot(), weekdayBeforeNine: 0 };
export const UNKNOWN_MINUTES: SlotMinutes = { total: null, bySlot: null, weekdayBeforeNine: 0 };

/** Where a day is cut, and the kind of slot of each of its two parts. */
type DayParts = readonly [first: SlotKind, cut: number, second: SlotKind];

function partsOf(weekday: Weekday, school: Exclude<SchoolDayKind, 'unknown'>): DayParts {
	if (weekday === SUNDAY) return ['sunday', MINUTES_PER_DAY, 'sunday'];
	if (school !== 'term') return ['school-holidays', MINUTES_PER_DAY, 'school-holidays'];
	if (weekday === SATURDAY) return ['saturday-morning', SATURDAY_NOON, 'saturday-afternoon'];
	return ['weekday-day', EVENING, 'weekday-evening'];
}

/**
 * Minutes open to the public in a civil year by kind of slot, date by date, on the clock as lived. A Sunday is one in school holidays too;
 * then school holidays; in term Saturdays are cut at 13:00, other days at 19:00. A public holiday is what its date is, as rates are stated
 * for none.
 */
export function slotMinutes(schedule: OpeningSchedule, year: number, calendar: CivilCalendar): SlotMinutes {
	const reader = scheduleReader(schedule);
	const bySlot = noSlot();
	let [total, weekdayBeforeNine] = [0, 0];
	let areKindsKnown = true;
	const end = civilDay(year + 1, 1, 1);
	for (let day = civilDay(year, 1, 1); day < end; day = addDays(day, 1)) {
		const { open, unknown, undetermined } = reader.day(day, calendar);
		if (undetermined || unknown.length > 0) return UNKNOWN_MINUTES;
		if (open.length === 0) continue;
		const lived = (minutes: Intervals) => livedMinutes(minutes, calendar.clockChange(day));
		total += lived(open);
		const weekday = weekdayOf(day);
		const { school } = calendar.dayKind(day);
		// What an open Sunday is for schools does not matter.
		if (school === 'unknown' && weekday !== SUNDAY) {
			areKindsKnown = false;
			continue;
		}
		const [first, cut, second] = partsOf(weekday, school === 'unknown' ? 'term' : school);
		bySlot[first] += lived(clipIntervals(open, 0, cut));
		bySlot[second] += lived(clipIntervals(open, cut, MINUTES_PER_DAY));
		if (first === 'weekday-day') weekdayBeforeNine += lived(clipIntervals(open, 0, NINE));
	}
	return { total, bySlot: areKindsKnown ? bySlot : null, weekdayBeforeNine };
}

/** One and `times` the other: what is not known in either is not in the result. */
function plus(one: SlotMinutes, other: SlotMinutes, times: 1 | -1): SlotMinutes {
	const { total, bySlot } = one;
	const combined = (kind: SlotKind) =>
		bySlot === null || other.bySlot === null ? 0 : bySlot[kind] + times * other.bySlot[kind];
	return {
		total: total === null || other.total === null ? null : total + times * other.total,
		bySlot:
			bySlot === null || other.bySlot === null
				? null
				: (Object.fromEntries(SLOT_KINDS.map((kind) => [kind, combined(kind)])) as Record<SlotKind, number>),
		weekdayBeforeNine: one.weekdayBeforeNine + times * other.weekdayBeforeNine
	};
}

/** The minutes of several sites together. */
export function sumOfMinutes(all: readonly SlotMinutes[]): SlotMinutes {
	return all.reduce((sum, one) => plus(sum, one, 1), NO_MINUTES);
}

/** After less before: negative where hours go. */
export function moreMinutes(before: SlotMinutes, after: SlotMinutes): SlotMinutes {
	return plus(after, before, -1);
}
