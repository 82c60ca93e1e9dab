import type { SchoolDayKind } from './calendar.ts';

/** The weeks that free time is stated for; a civil week takes each of its days from the week of that day's kind. */
export type WeekKind = Exclude<SchoolDayKind, 'unknown'>;
export const WEEK_KINDS: readonly WeekKind[] = ['term', 'small-holidays', 'summer'];

/** Both inclusive; `toAge` null is "and over". */
export interface AgeRange {
	readonly fromAge: number;
	readonly toAge: number | null;
}

/** Pairs [start, end) in minutes of the week, 0 Monday 00:00 … 10080. None runs over from Sunday to Monday. */
export type FreeWindows = readonly number[];

/**
 * When somebody can go to a library, and whose ages that rhythm weighs. Data tell ages, not activity: "people of 25 to 64, at the rhythm
 * of a full-time worker", never "full-time workers". Profiles overlap (a person of 30 is weighed by three of them), so people of two
 * profiles are never added. Trips start from home and end there.
 */
export interface AudienceProfile<Id extends string = string> {
	readonly id: Id;
	readonly ages: AgeRange;
	readonly freeWindows: Readonly<Record<WeekKind, FreeWindows>>;
	/** A visit that would be shorter does not count. */
	readonly minimumVisitMinutes: number;
}

/**
 * Where the people of a profile come from.
 * - `ages`: whole age bands of the population;
 * - `split`: some band holds other ages too and counts for its share of years;
 * - `everyone`: the population has no ages, so all people are weighed;
 * - `not-covered`: no band holds some of the profile's ages; nothing is known (NaN), rather than too few.
 */
export type WeightBasis = 'ages' | 'split' | 'everyone' | 'not-covered';
