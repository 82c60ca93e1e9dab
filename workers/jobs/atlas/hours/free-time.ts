import type { AudienceProfile } from '#domain/audience-profile.ts';
import { profileInForce } from '#domain/default-profiles.ts';
import type { Question } from '#domain/question.ts';
import { isCivilWeek, referenceWeek } from '#domain/week-choice.ts';
import { addDays, mondayOfIsoWeek } from '#core/hours/civil-date.ts';
import type { Intervals } from '#core/hours/intervals.ts';
import { civilFreeWindows, freeWindows } from '#core/hours/profiles.ts';
import type { AtlasSession } from '../session.ts';

/** When somebody is free in a week, and for how long at least they stay on the spot. */
export interface FreeTime {
	/** Pairs in minutes of the week, sorted, neither overlapping nor touching. */
	readonly windows: Intervals;
	readonly minimumVisitMinutes: number;
}

/**
 * The free time of a profile in a week; null in a civil week when what some day is for schools is not known and the profile's free time
 * hangs on it.
 */
export function freeTimeOf(
	{ calendar, year }: Pick<AtlasSession, 'calendar' | 'year'>,
	week: Question['week'],
	profile: AudienceProfile
): FreeTime | null {
	const { minimumVisitMinutes } = profile;
	if (!isCivilWeek(week)) return { windows: freeWindows(profile, week), minimumVisitMinutes };
	const asked = referenceWeek(week, year);
	if (asked.kind !== 'civil') throw new RangeError(`${week} is no civil week`);
	const monday = mondayOfIsoWeek(asked.isoYear, asked.isoWeek);
	const kinds = Array.from({ length: 7 }, (_, day) => calendar.dayKind(addDays(monday, day)).school);
	const windows = civilFreeWindows(profile, kinds);
	return windows === null ? null : { windows, minimumVisitMinutes };
}

/** The free time of the profile that a question is of. */
export function freeTimeAsked(session: AtlasSession, { week, profile, editedProfiles }: Question): FreeTime | null {
	return freeTimeOf(session, week, profileInForce(profile, editedProfiles));
}
