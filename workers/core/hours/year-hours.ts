import type { IsoDate, SchoolDayKind } from '#domain/calendar.ts';
import type { Message } from '#domain/notes.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import type { CivilCalendar } from './calendar.ts';
import type { CivilDay } from './civil-date.ts';
import { addDays, civilDay, isoDateOf } from './civil-date.ts';
import { livedMinutes } from './clock-change.ts';
import { scheduleReader, statesReservedHours } from './day-openings.ts';

type KnownKind = Exclude<SchoolDayKind, 'unknown'>;
export type MinutesByKind = Readonly<Record<KnownKind, number>>;

export interface YearMinutes {
	/** Public minutes from January 1 to December 31, on the clock as lived; null when some day is not known. */
	readonly minutes: number | null;
	/** The same by what the day is for schools; null when some day of the year, or its kind, is not known. */
	readonly byKind: MinutesByKind | null;
	/** Minutes open to some only, for certain; null when reserved openings do not say their hours. */
	readonly restrictedMinutes: number | null;
	/** The year up to the first day whose hours or kind is not known; null when that is all of it or nothing. */
	readonly known: {
		readonly from: IsoDate;
		readonly to: IsoDate;
		readonly minutes: number;
		readonly byKind: MinutesByKind;
	} | null;
	readonly reasons: readonly Message[];
}

/** The first dates of a year on which something is not known. */
interface FirstUnknown {
	hours: CivilDay | null;
	statement: CivilDay | null;
	kind: CivilDay | null;
}

function yearReasons(first: FirstUnknown): Message[] {
	const reason = (code: string, day: CivilDay | null) =>
		day === null ? [] : [{ code, params: { date: isoDateOf(day) } }];
	return [
		...reason('reason_school_holidays_unknown_from', first.hours),
		...reason('reason_hours_not_stated_from', first.statement),
		...reason('reason_periods_unknown_from', first.kind)
	];
}

/**
 * Hours of a civil year, date by date: public holidays, school holidays and the changes of clocks as the calendar tells
 * them. A day that hangs on unknown school holidays, or on hours that are not stated, makes the total null.
 */
export function yearMinutes(schedule: OpeningSchedule, year: number, calendar: CivilCalendar): YearMinutes {
	const reader = scheduleReader(schedule);
	const [first, end] = [civilDay(year, 1, 1), civilDay(year + 1, 1, 1)];
	const byKind: Record<SchoolDayKind, number> = { term: 0, 'small-holidays': 0, summer: 0, unknown: 0 };
	const unknown: FirstUnknown = { hours: null, statement: null, kind: null };
	let [minutes, restrictedMinutes] = [0, 0];
	let known: YearMinutes['known'] = null;
	for (let day = first; day < end; day = addDays(day, 1)) {
		const openings = reader.day(day, calendar);
		const kind = calendar.dayKind(day).school;
		const knownBefore = unknown.hours === null && unknown.statement === null && unknown.kind === null;
		if (openings.undetermined) unknown.hours ??= day;
		if (openings.unknown.length > 0) unknown.statement ??= day;
		if (kind === 'unknown') unknown.kind ??= day;
		const knownStill = unknown.hours === null && unknown.statement === null && unknown.kind === null;
		if (knownBefore && !knownStill && day > first) {
			known = { from: isoDateOf(first), to: isoDateOf(addDays(day, -1)), minutes, byKind: { ...byKind } };
		}
		const lived = livedMinutes(openings.open, calendar.clockChange(day));
		minutes += lived;
		byKind[kind] += lived;
		restrictedMinutes += livedMinutes(openings.restricted, calendar.clockChange(day));
	}
	const whole = unknown.hours === null && unknown.statement === null;
	return {
		minutes: whole ? minutes : null,
		byKind: whole && unknown.kind === null ? byKind : null,
		restrictedMinutes: statesReservedHours(schedule) ? restrictedMinutes : null,
		known,
		reasons: yearReasons(unknown)
	};
}
