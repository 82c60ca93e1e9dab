import { WEEK_KINDS, type FreeWindows, type WeekKind } from '#domain/audience-profile.ts';
import { profileInForce, type DefaultProfile, type DefaultProfileId } from '#domain/default-profiles.ts';
import { windowsByDay } from '#domain/free-windows.ts';
import { MINUTES_PER_DAY } from '#domain/units.ts';

/** A window of one day as a form has it: "18:00", blank while it is typed. An end at "24:00" or "00:00" is midnight. */
export interface WindowDraft {
	readonly from: string;
	readonly to: string;
}
/** The windows of each day, Monday first. */
export type WeekDraft = readonly (readonly WindowDraft[])[];

/** A profile as a form has it. */
export interface ProfileDraft {
	readonly id: DefaultProfileId;
	readonly fromAge: string;
	/** Blank: and over. */
	readonly toAge: string;
	readonly visitMinutes: string;
	readonly weeks: Readonly<Record<WeekKind, WeekDraft>>;
}

/** Why a window is none. */
export type WindowFault = 'missing' | 'order';

/** What the windows of a day are read as. */
export interface DayReading {
	/** One per window, null where it is sound. */
	readonly faults: readonly (WindowFault | null)[];
	/** Pairs of minutes of the day, rising and apart. */
	readonly windows: FreeWindows;
	/** Whether some were put together. */
	readonly joined: boolean;
}

const OLDEST_AGE = 120;
const LONGEST_VISIT_MINUTES = 480;

function clock(minute: number): string {
	const [hour, rest] = [Math.floor(minute / 60), minute % 60];
	return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** Minutes after midnight of "18:30", "18 h 30", "18h", "18" or "1830", up to 24:00; null when the text is no time. */
function minuteOf(text: string): number | null {
	const trimmed = text.trim().toLowerCase();
	const [, hours, minutes = '00'] =
		/^(\d{1,2})\s*(?:[h:.]\s*(\d{2})?)?$/.exec(trimmed) ?? /^(\d{1,2})(\d{2})$/.exec(trimmed) ?? [];
	if (hours === undefined || Number(minutes) > 59) return null;
	const minute = Number(hours) * 60 + Number(minutes);
	return minute <= MINUTES_PER_DAY ? minute : null;
}

/** A time as it was typed, in the form of all; what is no time stays as it is. */
export function tidyTime(text: string): string {
	const minute = minuteOf(text);
	return minute === null ? text : clock(minute);
}

/** The form of a week: what runs over midnight stands on both days. */
export function weekDraft(windows: FreeWindows): WeekDraft {
	return windowsByDay(windows).map((day) => day.map(({ from, to }) => ({ from: clock(from), to: clock(to) })));
}

export function profileDraft({ id, ages, minimumVisitMinutes, freeWindows }: DefaultProfile): ProfileDraft {
	return {
		id,
		fromAge: String(ages.fromAge),
		toAge: ages.toAge === null ? '' : String(ages.toAge),
		visitMinutes: String(minimumVisitMinutes),
		weeks: {
			term: weekDraft(freeWindows.term),
			'small-holidays': weekDraft(freeWindows['small-holidays']),
			summer: weekDraft(freeWindows.summer)
		}
	};
}

/** Pairs put in order, those that touch or overlap put together. */
function merged(pairs: readonly (readonly [number, number])[]): FreeWindows {
	const windows: number[] = [];
	for (const [from, to] of pairs.toSorted(([one], [other]) => one - other)) {
		const last = windows.length - 1;
		if (last > 0 && from <= windows[last]) windows[last] = Math.max(windows[last], to);
		else windows.push(from, to);
	}
	return windows;
}

export function readDay(day: readonly WindowDraft[]): DayReading {
	const pairs: (readonly [number, number])[] = [];
	const faults = day.map(({ from, to }): WindowFault | null => {
		const [start, end] = [minuteOf(from), minuteOf(to)];
		if (start === null || end === null) return 'missing';
		const until = end === 0 ? MINUTES_PER_DAY : end;
		if (until <= start) return 'order';
		pairs.push([start, until]);
		return null;
	});
	const windows = merged(pairs);
	return { faults, windows, joined: windows.length < 2 * pairs.length };
}

/** The windows of a week; null while one of them is none. */
export function readWeek(week: WeekDraft): FreeWindows | null {
	const pairs: (readonly [number, number])[] = [];
	for (const [day, windows] of week.entries()) {
		const reading = readDay(windows);
		if (reading.faults.some((fault) => fault !== null)) return null;
		for (let at = 0; at < reading.windows.length; at += 2) {
			pairs.push([day * MINUTES_PER_DAY + reading.windows[at], day * MINUTES_PER_DAY + reading.windows[at + 1]]);
		}
	}
	return merged(pairs);
}

/** A whole number written in digits, `least` to `most`; null otherwise. */
function whole(text: string, least: number, most: number): number | null {
	const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
	return value !== null && value >= least && value <= most ? value : null;
}

/** Null where they are no ages. */
export function readAges({ fromAge, toAge }: ProfileDraft): DefaultProfile['ages'] | null {
	const from = whole(fromAge, 0, OLDEST_AGE);
	const to = toAge.trim() === '' ? null : whole(toAge, from ?? 0, OLDEST_AGE);
	return from === null || (to === null && toAge.trim() !== '') ? null : { fromAge: from, toAge: to };
}

/** Null where it is no length of a visit. */
export const readVisit = ({ visitMinutes }: ProfileDraft): number | null =>
	whole(visitMinutes, 1, LONGEST_VISIT_MINUTES);

/** The profile of a form; null while one of its fields is not sound. */
export function readProfile(draft: ProfileDraft): DefaultProfile | null {
	const [ages, minimumVisitMinutes] = [readAges(draft), readVisit(draft)];
	const [term, holidays, summer] = WEEK_KINDS.map((kind) => readWeek(draft.weeks[kind]));
	if (ages === null || minimumVisitMinutes === null || term === null || holidays === null || summer === null)
		return null;
	return { id: draft.id, ages, freeWindows: { term, 'small-holidays': holidays, summer }, minimumVisitMinutes };
}

/** Whether a profile says the same as the one proposed. */
export function isAsProposed(profile: DefaultProfile): boolean {
	const proposed = readProfile(profileDraft(profileInForce(profile.id, [])));
	return JSON.stringify(readProfile(profileDraft(profile))) === JSON.stringify(proposed);
}
