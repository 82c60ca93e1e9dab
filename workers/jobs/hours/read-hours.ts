import type { HoursTextReading } from '#domain/hours-text.ts';
import { writeOsmHours } from '#io/hours/hours-osm.ts';
import { parseHoursText } from '#io/hours/hours-text.ts';

/**
 * Reads hours typed in the OpenStreetMap syntax or in French. Never throws: where the text cannot be read the schedule is
 * null and the notes say where, what was read and what is expected, by each form the text may be of.
 */
export function readHours(text: string): HoursTextReading {
	const parsed = parseHoursText(text);
	if (!parsed.ok) {
		return { schedule: null, form: null, osm: null, notes: parsed.errors.map(({ message }) => message) };
	}
	const { schedule, notes } = parsed;
	return {
		schedule,
		form: schedule.syntax === 'french' ? 'french' : 'osm',
		osm: writeOsmHours(schedule),
		// The note that only repeats the whole in the OpenStreetMap syntax is `osm`.
		notes: notes.filter(({ code }) => code !== 'note_hours_french_read')
	};
}
