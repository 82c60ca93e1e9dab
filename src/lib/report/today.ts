import type { IsoDate } from '#domain/calendar.ts';

/** The date where the reader is. */
export function today(now = new Date()): IsoDate {
	const [month, day] = [now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, '0'));
	return `${now.getFullYear()}-${month}-${day}`;
}
