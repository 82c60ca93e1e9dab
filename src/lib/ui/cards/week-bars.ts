import type { WeekOpening } from '#domain/cards.ts';
import { MINUTES_PER_DAY } from '#domain/units.ts';

/** Minutes of one day, 0 … 1440. */
export interface DayOpening {
	readonly from: number;
	readonly to: number;
}

/** Openings by day, Monday first; one that runs past midnight goes on the next day. */
export function openingsByDay(openings: readonly WeekOpening[]): DayOpening[][] {
	const days: DayOpening[][] = Array.from({ length: 7 }, () => []);
	for (const opening of openings) {
		for (let from: number = opening.from; from < opening.to;) {
			const day = Math.floor(from / MINUTES_PER_DAY);
			const to = Math.min(opening.to, (day + 1) * MINUTES_PER_DAY);
			days[day % 7].push({ from: from - day * MINUTES_PER_DAY, to: to - day * MINUTES_PER_DAY });
			from = to;
		}
	}
	return days;
}

export function totalHours(openings: readonly WeekOpening[]): number {
	return openings.reduce((sum, { from, to }) => sum + (to - from), 0) / 60;
}

/** Whole hours to draw, in minutes: 8–20 h, widened where something is open outside. */
export function drawnMinutes(days: readonly (readonly DayOpening[])[]): DayOpening {
	let [from, to] = [8 * 60, 20 * 60];
	for (const opening of days.flat()) {
		from = Math.min(from, Math.floor(opening.from / 60) * 60);
		to = Math.max(to, Math.ceil(opening.to / 60) * 60);
	}
	return { from, to };
}
