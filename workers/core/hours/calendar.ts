import type { CalendarContext, IsoDate, SchoolCalendar, SchoolDayKind } from '#domain/calendar.ts';
import type { CivilDay } from './civil-date.ts';
import { civilDate, parseIsoDate } from './civil-date.ts';
import { clockChangeMinutes } from './clock-change.ts';
import type { PublicHoliday } from './public-holidays.ts';
import { publicHolidays } from './public-holidays.ts';

export interface DayKind {
	readonly school: SchoolDayKind;
	readonly publicHoliday: PublicHoliday | null;
}

/** What decides the days that rules name by PH and SH. */
export interface HolidayCalendar {
	isPublicHoliday(day: CivilDay): boolean;
	/** Null where no source says. */
	isSchoolHoliday(day: CivilDay): boolean | null;
}

/** A calendar ready to be asked about every day of a year. */
export interface CivilCalendar extends HolidayCalendar {
	dayKind(day: CivilDay): DayKind;
	/** Minutes the day gains or loses to the change of clocks. */
	clockChange(day: CivilDay): -60 | 0 | 60;
	/** First and last day on which school holidays are known, or null where no source says anything. */
	readonly schoolKnown: { readonly from: CivilDay; readonly to: CivilDay } | null;
}

interface HolidayDays {
	readonly from: CivilDay;
	readonly to: CivilDay;
	readonly summer: boolean;
}

function dayOf(date: IsoDate): CivilDay {
	const day = parseIsoDate(date);
	if (day === null) throw new RangeError(`A school calendar holds "${date}", expected a date YYYY-MM-DD`);
	return day;
}

/** Rank of the last holiday that begins on or before `day`, −1 when none does. */
function lastBegun(holidays: readonly HolidayDays[], day: CivilDay): number {
	let low = 0;
	let high = holidays.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holidays[middle].from <= day) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

function schoolKindOf(school: SchoolCalendar): (day: CivilDay) => SchoolDayKind {
	const [knownFrom, knownTo] = [dayOf(school.knownFrom), dayOf(school.knownTo)];
	const holidays: HolidayDays[] = school.holidays
		.map((holiday) => ({ from: dayOf(holiday.from), to: dayOf(holiday.to), summer: holiday.summer }))
		.toSorted((one, other) => one.from - other.from);
	return (day) => {
		if (day < knownFrom || day > knownTo) return 'unknown';
		const holiday = holidays[lastBegun(holidays, day)];
		if (holiday === undefined || day > holiday.to) return 'term';
		return holiday.summer ? 'summer' : 'small-holidays';
	};
}

/** Prepares the calendar of a place. Throws `RangeError` when the school calendar holds what is no date. */
export function civilCalendar(context: CalendarContext): CivilCalendar {
	const school = context.school;
	const schoolKind = school === null ? () => 'unknown' as const : schoolKindOf(school);
	const years = new Map<number, ReadonlyMap<CivilDay, PublicHoliday>>();
	const publicHoliday = (day: CivilDay): PublicHoliday | null => {
		const { year } = civilDate(day);
		const known = years.get(year) ?? publicHolidays(year, context.departement);
		years.set(year, known);
		return known.get(day) ?? null;
	};
	return {
		schoolKnown: school === null ? null : { from: dayOf(school.knownFrom), to: dayOf(school.knownTo) },
		isPublicHoliday: (day) => publicHoliday(day) !== null,
		isSchoolHoliday: (day) => {
			const kind = schoolKind(day);
			return kind === 'unknown' ? null : kind !== 'term';
		},
		clockChange: (day) => clockChangeMinutes(day, context.departement),
		dayKind: (day) => ({ school: schoolKind(day), publicHoliday: publicHoliday(day) })
	};
}

/** Term, small holidays, summer or unknown, and the public holiday if any, of one date at one place. */
export function dayKind(day: CivilDay, context: CalendarContext): DayKind {
	return civilCalendar(context).dayKind(day);
}
