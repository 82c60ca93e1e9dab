import { civilCalendar } from '#core/hours/calendar.ts';
import { isoDateOf } from '#core/hours/civil-date.ts';
import type { WeeklyMinutes } from '#core/hours/reference-week.ts';
import { weeklyMinutes } from '#core/hours/reference-week.ts';
import type { MinutesByKind } from '#core/hours/year-hours.ts';
import { yearMinutes } from '#core/hours/year-hours.ts';
import type { IsoDate, SchoolZone } from '#domain/calendar.ts';
import { SCHOOL_ZONES } from '#domain/calendar.ts';
import type { Message } from '#domain/notes.ts';
import { MaillageError } from '#domain/notes.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { writeOsmHours } from '#io/hours/hours-osm.ts';
import { parseHoursText } from '#io/hours/hours-text.ts';
import { schoolCalendar } from './school-calendars.ts';

export interface HoursByPeriod {
	readonly term: number;
	readonly small_holidays: number;
	readonly summer: number;
}

/** Hours in decimals, to the ten-thousandth: each minute of a schedule stays apart from the next. */
export interface HoursReport {
	/** The expression as it was understood, in the OpenStreetMap syntax. */
	readonly understood: string;
	/** Hours of a term week; null when not known. */
	readonly weekly_hours: number | null;
	/** Hours of the civil year; null when some day of it is not known. */
	readonly yearly_hours: number | null;
	/** Hours a week in each reference week. */
	readonly periods: {
		readonly term: number | null;
		readonly small_holidays: number | null;
		readonly summer: number | null;
	};
	/** `yearly_hours` by what the day is for schools; null when some day of the year, or its kind, is not known. */
	readonly yearly_by_period: HoursByPeriod | null;
	/** The year up to the first day whose hours or kind is not known; null when that is all of it or nothing. */
	readonly known: (HoursByPeriod & { readonly from: IsoDate; readonly to: IsoDate; readonly hours: number }) | null;
	/** Hours of the year open to some only (by appointment, classes), in none of the other figures; null when their times are not said. */
	readonly restricted_yearly_hours: number | null;
	/** Why a figure is null or is a mean over a part of the year, by the figure's name. */
	readonly reasons: readonly { readonly figure: string; readonly reason: Message }[];
}

/** The hours of a text, with what they were read from. */
export interface TextHoursReport extends HoursReport {
	readonly schedule: OpeningSchedule;
	/** What was read with some latitude. */
	readonly notes: readonly Message[];
}

export interface HoursPlace {
	readonly zone: SchoolZone;
	/** "59", "2A", "974". */
	readonly departement: string;
	readonly year: number;
}

const DEPARTEMENT = /^(?:\d{2}|2[AB]|9[78]\d)$/;
const hours = (minutes: number) => Math.round((minutes * 10_000) / 60) / 10_000;
const hoursOrNull = (minutes: number | null) => (minutes === null ? null : hours(minutes));

const byPeriod = (minutes: MinutesByKind): HoursByPeriod => ({
	term: hours(minutes.term),
	small_holidays: hours(minutes['small-holidays']),
	summer: hours(minutes.summer)
});
/** Reasons of the year that leave its total known. */
const YEAR_FIGURES: ReadonlyMap<string, string> = new Map([['reason_periods_unknown_from', 'yearly_by_period']]);

function checkPlace({ zone, departement, year }: HoursPlace): void {
	if (!SCHOOL_ZONES.includes(zone)) throw new MaillageError('error_hours_zone', { read: zone });
	if (!DEPARTEMENT.test(departement)) throw new MaillageError('error_hours_departement', { read: departement });
	if (!Number.isInteger(year) || year < 1970 || year > 2999)
		throw new MaillageError('error_hours_report_year', { read: String(year) });
}

function weekReasons(figure: string, week: WeeklyMinutes): HoursReport['reasons'] {
	const partial = week.knownUntil !== null && week.minutes !== null;
	const mean: Message[] = partial
		? [{ code: 'reason_mean_of_known_part', params: { date: isoDateOf(week.knownUntil) } }]
		: [];
	return [...week.reasons, ...mean].map((reason) => ({ figure, reason }));
}

/** Hours of a schedule already read, at a place; see `hoursReport`. Throws `MaillageError` where the place is none. */
export function scheduleReport(schedule: OpeningSchedule, place: HoursPlace): HoursReport {
	checkPlace(place);
	const { zone, departement, year } = place;
	const calendar = civilCalendar({ school: schoolCalendar(zone), departement });
	const term = weeklyMinutes(schedule, { kind: 'term', year }, calendar);
	const small = weeklyMinutes(schedule, { kind: 'small-holidays', year }, calendar);
	const summer = weeklyMinutes(schedule, { kind: 'summer', year }, calendar);
	const whole = yearMinutes(schedule, year, calendar);
	return {
		understood: writeOsmHours(schedule),
		weekly_hours: hoursOrNull(term.minutes),
		yearly_hours: hoursOrNull(whole.minutes),
		periods: {
			term: hoursOrNull(term.minutes),
			small_holidays: hoursOrNull(small.minutes),
			summer: hoursOrNull(summer.minutes)
		},
		yearly_by_period: whole.byKind && byPeriod(whole.byKind),
		known: whole.known && {
			from: whole.known.from,
			to: whole.known.to,
			hours: hours(whole.known.minutes),
			...byPeriod(whole.known.byKind)
		},
		restricted_yearly_hours: hoursOrNull(whole.restrictedMinutes),
		reasons: [
			...weekReasons('periods.term', term),
			...weekReasons('periods.small_holidays', small),
			...weekReasons('periods.summer', summer),
			...whole.reasons.map((reason) => ({ figure: YEAR_FIGURES.get(reason.code) ?? 'yearly_hours', reason }))
		]
	};
}

/**
 * What an expression in the OpenStreetMap syntax, or a French sentence, gives a week, by period, and over a civil year.
 * Throws `MaillageError` where the expression cannot be read (its message names the place and what was expected; for a
 * French sentence it is the French reader's) or the place is none.
 */
export function hoursReport(expression: string, zone: SchoolZone, departement: string, year: number): TextHoursReport {
	const parsed = parseHoursText(expression);
	if (!parsed.ok) {
		const { message } = parsed.errors.at(-1) ?? parsed.errors[0];
		throw new MaillageError(message.code, message.params);
	}
	const { schedule, notes } = parsed;
	return { ...scheduleReport(schedule, { zone, departement, year }), schedule, notes };
}
