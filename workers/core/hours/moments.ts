import type { Moment } from '#domain/moments.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '#domain/units.ts';
import type { Intervals } from './intervals.ts';
import { intersectIntervals, totalMinutes } from './intervals.ts';

export type { Moment };

const at = (weekday: number, hour: number) => weekday * MINUTES_PER_DAY + hour * 60;
const [WEDNESDAY, SATURDAY, SUNDAY] = [2, 5, 6];
const WORKING_DAYS = [0, 1, 2, 3, 4];

/**
 * The minutes of the week of each moment. Evening: Monday to Friday from 18:00 to midnight. Wednesday 12:00–18:00 stands
 * apart. Saturday morning to 13:00. The rest of Monday to Friday before 18:00 is the working day.
 */
export const MOMENTS: Readonly<Record<Moment, Intervals>> = {
	'weekday-daytime': WORKING_DAYS.flatMap((day) => [at(day, 0), at(day, day === WEDNESDAY ? 12 : 18)]),
	'wednesday-afternoon': [at(WEDNESDAY, 12), at(WEDNESDAY, 18)],
	'weekday-evening': WORKING_DAYS.flatMap((day) => [at(day, 18), at(day, 24)]),
	'saturday-morning': [at(SATURDAY, 0), at(SATURDAY, 13)],
	'saturday-afternoon': [at(SATURDAY, 13), at(SUNDAY, 0)],
	sunday: [at(SUNDAY, 0), MINUTES_PER_WEEK]
};

export const MOMENT_NAMES = Object.keys(MOMENTS) as Moment[];

/** "dont 12–14 h": the lunch hours of every day, shown beside the moments, which they cut across. */
export const LUNCH_HOURS: Intervals = Array.from({ length: 7 }, (_, day) => [at(day, 12), at(day, 14)]).flat();

/** Open minutes of a week by moment; they add up to the open minutes of the week. */
export function minutesByMoment(week: Intervals | Uint16Array): Readonly<Record<Moment, number>> {
	const open = Array.from(week);
	const minutes = MOMENT_NAMES.map((name) => [name, totalMinutes(intersectIntervals(open, MOMENTS[name]))]);
	return Object.fromEntries(minutes) as Record<Moment, number>;
}
