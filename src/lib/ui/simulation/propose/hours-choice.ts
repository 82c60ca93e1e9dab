import { MINUTES_PER_DAY, type MinuteOfWeek } from '#domain/units.ts';

/** When slots may be put: the same hours on each of these days. */
export interface AllowedDays {
	/** 0 Monday … 6 Sunday. */
	readonly days: readonly number[];
	/** Hours of the day. */
	readonly from: number;
	readonly to: number;
}

/** Monday to Saturday, 9 to 20 h. */
export const PROPOSED_DAYS: AllowedDays = { days: [0, 1, 2, 3, 4, 5], from: 9, to: 20 };

/** Minutes of the week [start, end), flat, in order; empty where no day or no hour is left. */
export function allowedMinutes({ days, from, to }: AllowedDays): MinuteOfWeek[] {
	if (from >= to) return [];
	return days
		.toSorted((one, other) => one - other)
		.flatMap((day) => [day * MINUTES_PER_DAY + from * 60, day * MINUTES_PER_DAY + to * 60]) as MinuteOfWeek[];
}
