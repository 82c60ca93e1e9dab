import type { SiteKind } from './site.ts';

/** Shape of a site's mark, by its kind. */
export type MarkShape = 'ringed-disc' | 'disc' | 'diamond' | 'triangle' | 'cross';
/** Weekly hours in four steps; `unknown` is a mark with a question mark, which is not the smallest. */
export type HoursStep = 0 | 1 | 2 | 3 | 'unknown';

/** Upper bounds of the first three steps, in hours a week: up to 8 h, up to 16 h, up to 28 h, more. */
export const HOURS_STEP_BOUNDS = [8, 16, 28] as const;
/** Half-widths of the marks in CSS pixels; unknown hours are drawn as the second step. */
const RADII = [5, 6.5, 8.5, 11] as const;

const SHAPES: Readonly<Record<SiteKind, MarkShape>> = {
	library: 'ringed-disc',
	branch: 'disc',
	'book-point': 'diamond',
	'bookmobile-stop': 'triangle',
	bookmobile: 'triangle',
	'return-box': 'cross',
	administrative: 'cross',
	departmental: 'cross',
	other: 'cross'
};

export const markShape = (kind: SiteKind): MarkShape => SHAPES[kind];

/** The step of a number of weekly hours; null hours are unknown, 0 hours are the smallest step. */
export function hoursStep(weeklyHours: number | null): HoursStep {
	if (weeklyHours === null) return 'unknown';
	if (weeklyHours <= HOURS_STEP_BOUNDS[0]) return 0;
	if (weeklyHours <= HOURS_STEP_BOUNDS[1]) return 1;
	return weeklyHours <= HOURS_STEP_BOUNDS[2] ? 2 : 3;
}

/** Half-width of a mark in CSS pixels. */
export const markRadius = (step: HoursStep): number => RADII[step === 'unknown' ? 1 : step];
