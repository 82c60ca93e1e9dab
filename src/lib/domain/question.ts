import type { ReferenceWeek } from './calendar.ts';
import type { SiteKind } from './site.ts';
import type { Mode } from './travel.ts';
import type { InseeCode, MinuteOfWeek } from './units.ts';

/**
 * What the sentence says:
 * - `coverage`: who has a site within the cutoff;
 * - `moment`: who has one that is open at the cursor;
 * - `openings`: how many hours of opening people have within the cutoff over the week, the union of the sites' hours.
 */
export type QuestionForm = 'coverage' | 'moment' | 'openings';
export const QUESTION_FORMS: readonly QuestionForm[] = ['coverage', 'moment', 'openings'];

/** Cutoffs a user may choose, in minutes, ascending. */
export const CUTOFF_CHOICES = [5, 10, 15, 20, 30] as const;
export type CutoffMinutes = (typeof CUTOFF_CHOICES)[number];

/** The abstract weeks a user may choose. */
export type WeekKind = Exclude<ReferenceWeek['kind'], 'civil'>;
export const WEEK_KINDS: readonly WeekKind[] = ['term', 'small-holidays', 'summer'];

/** Whom the figures count. `ages`: inclusive; `toAge` null is "and over". Poor households are households, not people. */
export type Who =
	| { readonly kind: 'everyone' }
	| { readonly kind: 'ages'; readonly fromAge: number; readonly toAge: number | null }
	| { readonly kind: 'poor-households' };

/** Over which part of the territory the figures are. */
export type Scope =
	| { readonly kind: 'territory' }
	| { readonly kind: 'epci'; readonly code: string }
	| { readonly kind: 'commune'; readonly code: InseeCode };

/** What counts as supply: the import's decision, kinds left out by the user, and single sites the user decided. */
export interface SupplyChoice {
	readonly kindsLeftOut: readonly SiteKind[];
	/** Site identifiers taken in or left out by the user, against the import's decision. */
	readonly takenIn: readonly string[];
	readonly leftOut: readonly string[];
}

/** Everything that the sentence and its filters say; two equal questions have the same answers. */
export interface Question {
	readonly form: QuestionForm;
	readonly mode: Mode;
	readonly cutoffMinutes: CutoffMinutes;
	readonly week: WeekKind;
	/** The cursor of the week, a whole quarter of an hour. */
	readonly minute: MinuteOfWeek;
	readonly who: Who;
	readonly scope: Scope;
	/** Whether sites of the margin count. */
	readonly withNeighbours: boolean;
	readonly supply: SupplyChoice;
}

export const QUARTERS_PER_WEEK = 672;
export const MINUTES_PER_QUARTER = 15;

/** What is drawn on the cells; `open-now` follows the cursor. Shares are never drawn on one cell. */
export type MapIndicator =
	'nearest' | 'open-now' | 'open-hours' | 'sites' | 'density' | 'share-65-over' | 'poor-households';
export const MAP_INDICATORS: readonly MapIndicator[] = [
	'nearest',
	'open-now',
	'open-hours',
	'sites',
	'density',
	'share-65-over',
	'poor-households'
];
/** What one mark of the map is. */
export type MapLevel = 'cells' | 'hexagons' | 'communes';
