import type { IsoDate } from '#domain/calendar.ts';

/** The day and the minute of the day, here, of an instant in ISO 8601. */
export function localDay(instant: string): { readonly date: IsoDate; readonly minute: number } {
	const at = new Date(instant);
	const [month, day] = [at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0'));
	return { date: `${at.getFullYear()}-${month}-${day}`, minute: at.getHours() * 60 + at.getMinutes() };
}
