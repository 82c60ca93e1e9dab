import type { DayOpening } from '../cards/week-bars.ts';

/** Pixels of a week in a line. */
export const WEEK_BAR = { width: 138, height: 14, dayWidth: 18, gap: 2 } as const;
/** Hours of the day that a bar shows; what is open outside them stands at its edge. */
const [FROM_MINUTE, TO_MINUTE] = [7 * 60, 22 * 60];
/** An opening at the edge, or of a quarter of an hour, still shows. */
const THINNEST = 1;

/** One SVG path of the openings of a week, by day; no two openings of one day that are apart run into each other by rounding. */
export function weekMarks(days: readonly (readonly DayOpening[])[]): string {
	const { dayWidth, gap, height } = WEEK_BAR;
	const along = (minute: number) =>
		Math.min(1, Math.max(0, (minute - FROM_MINUTE) / (TO_MINUTE - FROM_MINUTE))) * dayWidth;
	return days
		.flatMap((openings, day) =>
			openings.map(({ from, to }) => {
				const width = Math.max(THINNEST, along(to) - along(from));
				const left = day * (dayWidth + gap) + Math.min(along(from), dayWidth - width);
				return `M${left.toFixed(2)} 0h${width.toFixed(2)}v${height}h${(-width).toFixed(2)}z`;
			})
		)
		.join('');
}
