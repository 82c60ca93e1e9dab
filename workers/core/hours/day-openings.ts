import type { Message } from '#domain/notes.ts';
import type { OpeningRule, OpeningSchedule, RuleState } from '#domain/opening-schedule.ts';
import { MINUTES_PER_DAY } from '#domain/units.ts';
import type { HolidayCalendar } from './calendar.ts';
import type { CivilDay } from './civil-date.ts';
import { addDays } from './civil-date.ts';
import type { Intervals } from './intervals.ts';
import { clipIntervals, intersectIntervals, sameIntervals, unionIntervals } from './intervals.ts';
import type { Holidays } from './rule-match.ts';
import { ruleMatches } from './rule-match.ts';

/** What one civil day holds, minutes 0 … 1440 of the day; the three lists are disjoint. */
export interface DayOpenings {
	/** Open to the public, for certain. */
	readonly open: Intervals;
	/** Open to some only: by appointment, classes. Never counted. */
	readonly restricted: Intervals;
	/** The schedule says something of that time, but not whether the door is open ("unknown", "16:00+", days without hours). */
	readonly unknown: Intervals;
	/** True when the day hangs on school holidays that no source tells; the lists then hold what is true either way. */
	readonly undetermined: boolean;
}

type States = Pick<DayOpenings, 'open' | 'restricted' | 'unknown'>;

const TIMELINE_MINUTES = 2 * MINUTES_PER_DAY;
const CLOSED = 0;
const CODES: Readonly<Record<RuleState, number>> = { closed: CLOSED, open: 1, restricted: 2, unknown: 3 };

function paint(timeline: Uint8Array, start: number, end: number, code: number, onlyWhereClosed: boolean): void {
	if (!onlyWhereClosed) {
		timeline.fill(code, start, end);
		return;
	}
	for (let minute = start; minute < end; minute++) if (timeline[minute] === CLOSED) timeline[minute] = code;
}

function paintRule(timeline: Uint8Array, rule: OpeningRule): void {
	const code = CODES[rule.state];
	const fallback = rule.joins === 'fallback';
	// An override says all about the days it matches; "off" alone shuts them, "12:00-13:00 off" only that hour.
	if (rule.joins === 'override' && rule.state !== 'closed') timeline.fill(CLOSED);
	if (rule.times.length === 0)
		paint(timeline, 0, rule.state === 'closed' ? TIMELINE_MINUTES : MINUTES_PER_DAY, code, fallback);
	for (const span of rule.times) {
		paint(timeline, span.start, span.end, code, fallback);
		if (span.openEnd) paint(timeline, span.end, Math.max(span.end, MINUTES_PER_DAY), CODES.unknown, fallback);
	}
}

function runsOf(timeline: Uint8Array, code: number): Intervals {
	const runs: number[] = [];
	let start = timeline.indexOf(code);
	while (start >= 0) {
		let end = start + 1;
		while (end < timeline.length && timeline[end] === code) end++;
		runs.push(start, end);
		start = timeline.indexOf(code, end);
	}
	return runs;
}

/** What begins on a day where these rules hold, minutes 0 … 2880 from its midnight. */
function ownStates(rules: readonly OpeningRule[]): States {
	const timeline = new Uint8Array(TIMELINE_MINUTES);
	for (const rule of rules) paintRule(timeline, rule);
	return {
		open: runsOf(timeline, CODES.open),
		restricted: runsOf(timeline, CODES.restricted),
		unknown: runsOf(timeline, CODES.unknown)
	};
}

function subtract(from: Intervals, taken: Intervals): Intervals {
	const gaps = [0, ...taken, TIMELINE_MINUTES];
	return intersectIntervals(from, gaps);
}

/** A day with what runs over from the day before; the public's hours win over the restricted, the sure over the unsure. */
function withSpill(before: States, own: States): States {
	const joined = (name: keyof States) =>
		unionIntervals([
			clipIntervals(before[name], MINUTES_PER_DAY, TIMELINE_MINUTES, -MINUTES_PER_DAY),
			clipIntervals(own[name], 0, MINUTES_PER_DAY)
		]);
	const open = joined('open');
	const restricted = subtract(joined('restricted'), open);
	return { open, restricted, unknown: subtract(joined('unknown'), unionIntervals([open, restricted])) };
}

const STATE_NAMES = ['open', 'restricted', 'unknown'] as const;
const NOTHING: States = { open: [], restricted: [], unknown: [] };
/** Beyond this many unknown school days behind one date, nothing of it is held for sure. */
const MOST_UNKNOWN_DAYS = 6;

const sameStates = (one: States, other: States) => STATE_NAMES.every((name) => sameIntervals(one[name], other[name]));

function common(one: States, other: States): States {
	const both = (name: keyof States) => intersectIntervals(one[name], other[name]);
	return { open: both('open'), restricted: both('restricted'), unknown: both('unknown') };
}

/** A calendar that takes the unknown school days it is asked about as `taken` says, and remembers them. */
function supposing(calendar: HolidayCalendar, taken: (day: CivilDay) => boolean, asked: Set<CivilDay>): Holidays {
	return {
		isPublicHoliday: (day) => calendar.isPublicHoliday(day),
		isSchoolHoliday: (day) => {
			const known = calendar.isSchoolHoliday(day);
			if (known === null) asked.add(day);
			return known ?? taken(day);
		}
	};
}

/** What is true whichever of the `asked` days are school holidays. */
function acrossWorlds(
	term: States,
	asked: ReadonlySet<CivilDay>,
	world: (holidays: ReadonlySet<CivilDay>) => States
): DayOpenings {
	const days = [...asked];
	if (days.length > MOST_UNKNOWN_DAYS) return { ...NOTHING, undetermined: true };
	let sure = term;
	let undetermined = false;
	for (let mask = 1; mask < 1 << days.length; mask++) {
		const other = world(new Set(days.filter((_, rank) => (mask >> rank) & 1)));
		undetermined ||= !sameStates(term, other);
		sure = common(sure, other);
	}
	return { ...sure, undetermined };
}

/** Reads the days of one schedule; days where the same rules hold are worked out once. */
export interface ScheduleReader {
	/** What the day holds, with what runs over midnight from the day before. */
	day(day: CivilDay, calendar: HolidayCalendar): DayOpenings;
}

/**
 * Compiles a schedule for reading. Rules apply in order: `;` clears the days it matches (a closing with hours only cuts
 * those hours), `,` adds, `||` fills what is left closed. An opening belongs to the day it begins on: "Fr 22:00-26:00;
 * Sa off" is open on Saturday until 02:00. Where school holidays are not known the day is worked out both ways.
 */
export function scheduleReader(schedule: OpeningSchedule): ScheduleReader {
	const byRules = new Map<string, States>();
	const own = (day: CivilDay, holidays: Holidays): States => {
		const holds = schedule.rules.map((rule) => ruleMatches(rule, day, holidays));
		const key = holds.map(Number).join('');
		const known = byRules.get(key) ?? ownStates(schedule.rules.filter((_, rank) => holds[rank]));
		byRules.set(key, known);
		return known;
	};
	return {
		day(day, calendar) {
			const asked = new Set<CivilDay>();
			const read = (holidays: Holidays) => withSpill(own(addDays(day, -1), holidays), own(day, holidays));
			const term = read(supposing(calendar, () => false, asked));
			if (asked.size === 0) return { ...term, undetermined: false };
			return acrossWorlds(term, asked, (free) => read(supposing(calendar, (unknown) => free.has(unknown), new Set())));
		}
	};
}

/** What one schedule holds on one day; to read many days use `scheduleReader`. */
export function openIntervals(schedule: OpeningSchedule, day: CivilDay, calendar: HolidayCalendar): DayOpenings {
	return scheduleReader(schedule).day(day, calendar);
}

/**
 * Whether every reserved opening says its hours. "Sur rendez-vous" alone reserves the day without saying how long: its 24
 * hours are no amount.
 */
export function statesReservedHours({ rules }: OpeningSchedule): boolean {
	return rules.every(({ state, times }) => state !== 'restricted' || times.length > 0);
}

/** Why hours of these days are not known; empty when they are. */
export function unknownReasons(days: readonly DayOpenings[]): Message[] {
	const reasons: Message[] = [];
	if (days.some((day) => day.undetermined)) reasons.push({ code: 'reason_school_holidays_unknown', params: {} });
	if (days.some((day) => day.unknown.length > 0)) reasons.push({ code: 'reason_hours_not_stated', params: {} });
	return reasons;
}
