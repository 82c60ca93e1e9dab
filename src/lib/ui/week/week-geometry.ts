import type { WeekStripAnswer } from '#domain/atlas-answers.ts';
import { MINUTES_PER_QUARTER, QUARTERS_PER_WEEK } from '#domain/question.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK, type MinuteOfWeek } from '#domain/units.ts';

const QUARTERS_PER_DAY = QUARTERS_PER_WEEK / 7;
const QUARTERS_PER_HOUR = 60 / MINUTES_PER_QUARTER;
/** Hours shown where nothing is open outside them. */
const USUAL_HOURS = { fromHour: 7, toHour: 22 };

/** Where a class of the heat ends; the first is "nobody", the last holds everybody. */
export const HEAT_BOUNDS = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] as const;
export const HEAT_LEVELS = HEAT_BOUNDS.length;

/** Hours of the day drawn, the same for all days. */
export interface HourRange {
	readonly fromHour: number;
	readonly toHour: number;
}

/** How the week is laid in pixels: the seven days side by side, or one beneath the other (`stacked`). */
export interface WeekLayout extends HourRange {
	readonly stacked: boolean;
	readonly width: number;
	/** Of the band of heat of one day. */
	readonly bandHeight: number;
	/** Between days, across or down. */
	readonly gap: number;
	/** Room above the band for the profile; 0 when stacked. */
	readonly profileHeight: number;
}

/** Hours 7–22, widened to whole hours wherever a site is open outside them. */
export function hourRange(strip: Pick<WeekStripAnswer, 'sitesOpen'>): HourRange {
	let { fromHour, toHour } = USUAL_HOURS;
	for (let quarter = 0; quarter < strip.sitesOpen.length; quarter++) {
		if (strip.sitesOpen[quarter] === 0) continue;
		const hour = Math.floor((quarter % QUARTERS_PER_DAY) / QUARTERS_PER_HOUR);
		fromHour = Math.min(fromHour, hour);
		toHour = Math.max(toHour, hour + 1);
	}
	return { fromHour, toHour };
}

/** Shares 0–1 of people with a site open, per quarter of an hour; null when hours are not known or nobody is asked about. */
export function weekShares(strip: WeekStripAnswer): Float64Array | null {
	const { people, ofPeople } = strip;
	return people === null || ofPeople <= 0 ? null : people.map((some) => some / ofPeople);
}

/** Class of a share in `HEAT_BOUNDS`: 0 for nobody, then the first bound it does not pass. */
export function heatLevel(share: number): number {
	const level = HEAT_BOUNDS.findIndex((bound) => share <= bound);
	return level < 0 ? HEAT_LEVELS - 1 : level;
}

export function quarterOf(minute: number): number {
	return Math.floor((((minute % MINUTES_PER_WEEK) + MINUTES_PER_WEEK) % MINUTES_PER_WEEK) / MINUTES_PER_QUARTER);
}

/** The cursor moved by some minutes, on a whole quarter, around the week. */
export function steppedMinute(minute: number, by: number): MinuteOfWeek {
	return (quarterOf(quarterOf(minute) * MINUTES_PER_QUARTER + by) * MINUTES_PER_QUARTER) as MinuteOfWeek;
}

export function dayPitch(layout: WeekLayout): number {
	return layout.stacked ? layout.bandHeight + layout.gap : (layout.width + layout.gap) / 7;
}

export function dayWidth(layout: WeekLayout): number {
	return layout.stacked ? layout.width : Math.max(0, dayPitch(layout) - layout.gap);
}

/** Total height of the bands and the profile. */
export function plotHeight(layout: WeekLayout): number {
	return layout.stacked ? dayPitch(layout) * 7 - layout.gap : layout.profileHeight + layout.bandHeight;
}

/** Corner of a day's band. */
export function dayCorner(day: number, layout: WeekLayout): { readonly x: number; readonly y: number } {
	return layout.stacked ? { x: 0, y: day * dayPitch(layout) } : { x: day * dayPitch(layout), y: layout.profileHeight };
}

/** Pixels of a minute of the week: on the band's top edge; minutes of the night not drawn stand at the edge of their day. */
export function placeOf(minute: number, layout: WeekLayout): { readonly x: number; readonly y: number } {
	const day = Math.min(6, Math.floor(minute / MINUTES_PER_DAY));
	const hours = (minute - day * MINUTES_PER_DAY) / 60;
	const along = (hours - layout.fromHour) / (layout.toHour - layout.fromHour);
	const corner = dayCorner(day, layout);
	return { x: corner.x + Math.min(1, Math.max(0, along)) * dayWidth(layout), y: corner.y };
}

/** The whole quarter under a point of the plot; points outside it count as its edge. */
export function minuteAt(x: number, y: number, layout: WeekLayout): MinuteOfWeek {
	const along = layout.stacked ? y : x;
	const day = Math.min(6, Math.max(0, Math.floor(along / dayPitch(layout))));
	const inDay = (x - dayCorner(day, layout).x) / Math.max(1, dayWidth(layout));
	const drawn = (layout.toHour - layout.fromHour) * QUARTERS_PER_HOUR;
	const quarter = Math.min(drawn - 1, Math.max(0, Math.floor(inDay * drawn)));
	return (day * MINUTES_PER_DAY + layout.fromHour * 60 + quarter * MINUTES_PER_QUARTER) as MinuteOfWeek;
}

/** Quarters of a day that are drawn, as ranks in the week. */
function drawnQuarters(day: number, { fromHour, toHour }: HourRange): { readonly from: number; readonly to: number } {
	const midnight = day * QUARTERS_PER_DAY;
	return { from: midnight + fromHour * QUARTERS_PER_HOUR, to: midnight + toHour * QUARTERS_PER_HOUR };
}

/** One SVG path per class of the heat, quarters of one class side by side drawn as one rectangle. */
export function heatPaths(shares: Float64Array, layout: WeekLayout): string[] {
	const paths = Array.from({ length: HEAT_LEVELS }, () => '');
	for (let day = 0; day < 7; day++) {
		const { from, to } = drawnQuarters(day, layout);
		const corner = dayCorner(day, layout);
		const step = dayWidth(layout) / (to - from);
		for (let start = from; start < to;) {
			const level = heatLevel(shares[start]);
			let end = start + 1;
			while (end < to && heatLevel(shares[end]) === level) end++;
			const [left, width] = [corner.x + (start - from) * step, (end - start) * step];
			paths[level] +=
				`M${left.toFixed(2)} ${corner.y}h${width.toFixed(2)}v${layout.bandHeight}h${(-width).toFixed(2)}z`;
			start = end;
		}
	}
	return paths;
}

/** Rectangles around the runs of quarters that are flagged, on the band, day by day; what is not drawn is left out. */
export function outlinePath(flagged: Uint8Array, layout: WeekLayout): string {
	let path = '';
	for (let day = 0; day < 7; day++) {
		const { from, to } = drawnQuarters(day, layout);
		const corner = dayCorner(day, layout);
		const step = dayWidth(layout) / (to - from);
		for (let start = from; start < to; start++) {
			if (flagged[start] !== 1) continue;
			let end = start + 1;
			while (end < to && flagged[end] === 1) end++;
			const [left, width] = [corner.x + (start - from) * step, (end - start) * step];
			path += `M${left.toFixed(2)} ${corner.y}h${width.toFixed(2)}v${layout.bandHeight}h${(-width).toFixed(2)}z`;
			start = end;
		}
	}
	return path;
}

/** The share as an area above the band, in steps, day by day; empty when stacked. */
export function profilePath(shares: Float64Array, layout: WeekLayout): string {
	if (layout.stacked) return '';
	const base = layout.profileHeight;
	let path = '';
	for (let day = 0; day < 7; day++) {
		const { from, to } = drawnQuarters(day, layout);
		const { x } = dayCorner(day, layout);
		const step = dayWidth(layout) / (to - from);
		path += `M${x.toFixed(2)} ${base}`;
		for (let quarter = from; quarter < to; quarter++) {
			path += `V${(base * (1 - shares[quarter])).toFixed(2)}H${(x + (quarter - from + 1) * step).toFixed(2)}`;
		}
		path += `V${base}z`;
	}
	return path;
}

/** Hours written under a day: every third one from 9 where there is room, else noon and 18. */
export function hourTicks(layout: WeekLayout): number[] {
	const wanted = dayWidth(layout) >= 130 ? [9, 12, 15, 18, 21] : [12, 18];
	return wanted.filter((hour) => hour > layout.fromHour && hour < layout.toHour);
}
