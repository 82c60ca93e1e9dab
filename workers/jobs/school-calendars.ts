import type { SchoolCalendar, SchoolZone } from '#domain/calendar.ts';
import file from '../../data/calendars/school-holidays.json' with { type: 'json' };

/** Who publishes the school calendars we hold, to be shown with what is computed from them. */
export const SCHOOL_CALENDAR_SOURCE = { title: file.source, licence: file.licence, limits: file.limits };

// The file is ours, made by scripts/calendars-from-csv.ts and checked by tests/unit/calendar-data.test.ts.
const CALENDARS = file.calendars as readonly SchoolCalendar[];

/** The school calendar of a zone, or null where no source exists (Corse): its holidays are then unknown throughout. */
export function schoolCalendar(zone: SchoolZone): SchoolCalendar | null {
	return CALENDARS.find((calendar) => calendar.zone === zone) ?? null;
}
