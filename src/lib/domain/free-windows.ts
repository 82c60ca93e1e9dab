import type { FreeWindows } from './audience-profile.ts';
import { MINUTES_PER_DAY } from './units.ts';

/** Minutes of one day, 0 … 1440. */
export interface DayWindow {
	readonly from: number;
	readonly to: number;
}

/** The windows of each day, Monday first; one that runs over midnight stands on both days. */
export function windowsByDay(windows: FreeWindows): readonly (readonly DayWindow[])[] {
	const days: DayWindow[][] = [[], [], [], [], [], [], []];
	for (let at = 0; at < windows.length; at += 2) {
		for (let from = windows[at]; from < windows[at + 1];) {
			const day = Math.floor(from / MINUTES_PER_DAY);
			const to = Math.min(windows[at + 1], (day + 1) * MINUTES_PER_DAY);
			days[day].push({ from: from - day * MINUTES_PER_DAY, to: to - day * MINUTES_PER_DAY });
			from = to;
		}
	}
	return days;
}
