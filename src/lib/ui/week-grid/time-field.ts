import { MINUTES_PER_DAY } from '#domain/units.ts';

/** Value of a field of time, "16:05", for minutes after midnight, of the next day too. */
export function timeOfMinutes(minutes: number): string {
	const ofDay = minutes % MINUTES_PER_DAY;
	return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Minutes after midnight of a field of time; null where it is empty. */
export function minutesOfTime(value: string): number | null {
	const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(value) ?? [];
	return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}
