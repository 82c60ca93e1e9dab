import { parseFrenchHours } from '#io/hours/hours-french.ts';
import { writeOsmHours } from '#io/hours/hours-osm.ts';

/** What a text in French says, in OpenStreetMap syntax; the code of the error where it is refused. */
export function osm(text: string): string {
	const parsed = parseFrenchHours(text);
	return parsed.ok ? writeOsmHours(parsed.schedule) : parsed.error.message.code;
}

/** Codes of what is said of a text in French, but for what was understood. */
export function noteCodes(text: string): string[] {
	const parsed = parseFrenchHours(text);
	return parsed.ok ? parsed.notes.map(({ code }) => code).filter((code) => code !== 'note_hours_french_read') : [];
}
