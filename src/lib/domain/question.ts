import type { WeekKind } from './audience-profile.ts';
import type { DefaultProfile, DefaultProfileId } from './default-profiles.ts';
import type { LonLat } from './geometry.ts';
import type { SiteKind } from './site.ts';
import type { SupplyMeasure } from './supply-measure.ts';
import type { Mode } from './travel.ts';
import type { InseeCode, MinuteOfWeek } from './units.ts';
import type { CivilWeek } from './week-choice.ts';

export { WEEK_KINDS, type WeekKind } from './audience-profile.ts';

/**
 * What the sentence says:
 * - `coverage`: who has a site within the cutoff;
 * - `moment`: who has one that is open at the cursor;
 * - `openings`: how many hours of opening people have within the cutoff over the week, the union of the sites' hours;
 * - `usable`: how many of these the people of a profile can use in their free time, there and back;
 * - `supply`: how much supply people have, shared with all who reach the same sites.
 */
export type QuestionForm = 'coverage' | 'moment' | 'openings' | 'usable' | 'supply';
export const QUESTION_FORMS: readonly QuestionForm[] = ['coverage', 'moment', 'openings', 'usable', 'supply'];

/** Cutoffs a user may choose, in minutes, ascending. */
export const CUTOFF_CHOICES = [5, 10, 15, 20, 30] as const;
export type CutoffMinutes = (typeof CUTOFF_CHOICES)[number];

/** Whom the figures count. `ages`: inclusive; `toAge` null is "and over". Poor households are households, not people. */
export type Who =
	| { readonly kind: 'everyone' }
	| { readonly kind: 'ages'; readonly fromAge: number; readonly toAge: number | null }
	| { readonly kind: 'poor-households' };

/** Over which part of the territory the figures are. Names are data: as somebody typed them. */
export type Scope =
	| { readonly kind: 'territory' }
	| { readonly kind: 'epci'; readonly code: string }
	| { readonly kind: 'commune'; readonly code: InseeCode }
	/** A group of communes of the perimeter. */
	| { readonly kind: 'communes'; readonly codes: readonly InseeCode[]; readonly name: string }
	/** A sector drawn by hand: demand points whose centre is inside, sites that stand inside. Corners in order, the first not repeated. */
	| { readonly kind: 'drawn'; readonly name: string; readonly ring: readonly LonLat[] };

/** What a group or a drawn sector may be made of at most, and how long its name may be: they stand in an address. */
export const MOST_GROUP_COMMUNES = 300;
export const MOST_RING_CORNERS = 100;
export const FEWEST_RING_CORNERS = 3;
export const MOST_SCOPE_NAME_LETTERS = 80;

/** What counts as supply: the import's decision, kinds left out by the user, and single sites the user decided. */
export interface SupplyChoice {
	readonly kindsLeftOut: readonly SiteKind[];
	/** Site identifiers taken in or left out by the user, against the import's decision. */
	readonly takenIn: readonly string[];
	readonly leftOut: readonly string[];
}

/** Below what people are under-served: less than the minimum of usable time, or no counted site within the cutoff of the question. */
export interface SectorsChoice {
	/** Whose free time the minimum is of. */
	readonly profile: DefaultProfileId;
	readonly minimumUsableMinutes: number;
	/** Groups of fewer people are not told apart. */
	readonly minimumPeople: number;
}

/** Two slots of two hours a week in the time that a full-time worker has free; groups of 300 people at least: conventions of this project. */
export const DEFAULT_SECTORS: SectorsChoice = { profile: 'full-time', minimumUsableMinutes: 240, minimumPeople: 300 };

/** Everything that the sentence and its filters say; two equal questions have the same answers. */
export interface Question {
	readonly form: QuestionForm;
	readonly mode: Mode;
	readonly cutoffMinutes: CutoffMinutes;
	readonly week: WeekKind | CivilWeek;
	/** The cursor of the week, a whole quarter of an hour. */
	readonly minute: MinuteOfWeek;
	readonly who: Who;
	readonly scope: Scope;
	/** Whether sites of the margin count. */
	readonly withNeighbours: boolean;
	readonly supply: SupplyChoice;
	/** Whose free time `usable` is of, and what Horaires shows. */
	readonly profile: DefaultProfileId;
	/** The profiles that the user changed, one at most of each; the others are as proposed. */
	readonly editedProfiles: readonly DefaultProfile[];
	/** How `supply` is measured. */
	readonly measure: SupplyMeasure;
	readonly sectors: SectorsChoice;
	/** The scenario that the territory is seen under, by its identifier; null: as it is. */
	readonly scenario: string | null;
}

/**
 * The question without what moves at every step (the cursor) or only words the answer (the form), for what follows neither: equal ones have
 * the same answers.
 */
export function settledQuestion(question: Question): Question {
	return { ...question, form: 'coverage', minute: 0 as MinuteOfWeek };
}

/** What the document of a question's scope is asked by: the cursor and the form change nothing in it, and it tells of usable hours. */
export function diagnosticQuestion(question: Question): Question {
	return { ...settledQuestion(question), form: 'usable' };
}

export const QUARTERS_PER_WEEK = 672;
export const MINUTES_PER_QUARTER = 15;

/**
 * What is drawn on the cells; `open-now` follows the cursor, and `change` is what the question's scenario changes of what its form is about.
 * Shares are never drawn on one cell.
 */
export type MapIndicator =
	| 'change'
	| 'nearest'
	| 'open-now'
	| 'open-hours'
	| 'usable-hours'
	| 'supply'
	| 'sites'
	| 'density'
	| 'share-65-over'
	| 'poor-households';
export const MAP_INDICATORS: readonly MapIndicator[] = [
	'change',
	'nearest',
	'open-now',
	'open-hours',
	'usable-hours',
	'supply',
	'sites',
	'density',
	'share-65-over',
	'poor-households'
];
/** What one mark of the map is. */
export type MapLevel = 'cells' | 'hexagons' | 'communes';
