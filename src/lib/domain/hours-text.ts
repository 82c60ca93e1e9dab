import type { Message } from './notes.ts';
import type { OpeningSchedule } from './opening-schedule.ts';

/** What was understood of hours typed as text, for the user to confirm beside it. */
export interface HoursTextReading {
	/** Null where the text could not be read; `notes` then say why, and what is expected. */
	readonly schedule: OpeningSchedule | null;
	/** The form that the text was read in. */
	readonly form: 'osm' | 'french' | null;
	/** The schedule written back in the OpenStreetMap syntax, in one canonical way. */
	readonly osm: string | null;
	/** What was not understood, or with some latitude: where, what was read, what is expected. */
	readonly notes: readonly Message[];
}
