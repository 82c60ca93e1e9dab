import type { Message } from '#domain/notes.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { parseFrenchHours } from './hours-french.ts';
import type { HoursError, HoursParsed } from './hours-osm.ts';
import { parseOsmHours } from './hours-osm.ts';

export type HoursTextParsed =
	| { readonly ok: true; readonly schedule: OpeningSchedule; readonly notes: readonly Message[] }
	/** Why it could not be read: by the OpenStreetMap syntax, then by French where the text is French. */
	| { readonly ok: false; readonly errors: readonly [HoursError, ...HoursError[]] };

type HoursUnderstood = Extract<HoursParsed, { readonly ok: true }>;

/** Names of the OpenStreetMap syntax that are no French: beside them "h" or "fermé" are but habits of writing. */
const OSM_NAMES = /\b(?:Mo|Tu|We|Th|Fr|Su|PH|SH|off)\b/;
const OSM_MONTHS = /\b(?:Jan|Feb|Apr|May|Jun|Jul|Aug|Dec)\b/;
/** Refusals that leave the text to the OpenStreetMap syntax: no sentence of hours is in it. */
const NO_SENTENCE: ReadonlySet<string> = new Set(['error_french_hours_nothing', 'error_french_hours_days_missing']);

/** What has to be said of alternate weeks: in years of 53 weeks two odd ones follow each other. Empty without any. */
export function alternateWeekNotes({ rules }: OpeningSchedule): readonly Message[] {
	const alternate = rules.some(({ weeks }) => weeks.some(({ every }) => every === 2));
	return alternate ? [{ code: 'note_hours_alternate_weeks', params: {} }] : [];
}

function understood({ schedule, notes }: HoursUnderstood): HoursTextParsed {
	return { ok: true, schedule, notes: [...notes, ...alternateWeekNotes(schedule)] };
}

/**
 * Reads opening hours in the OpenStreetMap syntax or in French free text. A text of that syntax alone, or that holds its
 * own names, is read as such or refused; any other is French ("Mar" is then mardi, hours told twice of a day add
 * up, "mardi 18h-16h" is not twenty-two hours). Never throws.
 */
export function parseHoursText(text: string): HoursTextParsed {
	const osm = parseOsmHours(text);
	const otherWords = osm.ok && osm.notes.some(({ code }) => code === 'note_hours_words_read');
	if (osm.ok && (!otherWords || OSM_NAMES.test(text) || OSM_MONTHS.test(text))) return understood(osm);
	if (!osm.ok && OSM_NAMES.test(text)) return { ok: false, errors: [osm.error] };
	const french = parseFrenchHours(text);
	if (french.ok) return understood(french);
	const noSentence = NO_SENTENCE.has(french.error.message.code);
	if (osm.ok) return noSentence ? understood(osm) : { ok: false, errors: [french.error] };
	if (french.error.message.code === 'error_french_hours_nothing') return { ok: false, errors: [osm.error] };
	return { ok: false, errors: [osm.error, french.error] };
}
