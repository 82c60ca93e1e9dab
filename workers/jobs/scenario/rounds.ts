import type { OpeningSchedule, Weekday } from '#domain/opening-schedule.ts';
import type { Rounds } from '#domain/scenario.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const satisfies Record<Weekday, string>;
/** Week 53 is odd, and the week after it, the first of a year, is too. */
const WEEKS = { every: '', odd: 'week 1-53/2 ', even: 'week 2-53/2 ' } as const;

/**
 * The hours of a stop, in the words of OpenStreetMap: on its weekday, every week or every other one, not on public holidays, in school
 * holidays only where its rounds say so. Null for times that are none.
 */
export function roundsSchedule({ weekday, start, end, weeks, inSchoolHolidays }: Rounds): OpeningSchedule | null {
	if (!(start >= 0 && end > start && end <= 24 * 60)) return null;
	const closed = inSchoolHolidays ? 'PH off' : 'PH,SH off';
	const parsed = parseOsmHours(`${WEEKS[weeks]}${DAYS[weekday]} ${clock(start)}-${clock(end)}; ${closed}`);
	return parsed.ok ? parsed.schedule : null;
}

function clock(minutes: number): string {
	return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
