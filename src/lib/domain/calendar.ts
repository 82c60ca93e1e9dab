/** School holidays are set by zone; Corse has its own calendar. */
export type SchoolZone = 'A' | 'B' | 'C' | 'Corse';
export const SCHOOL_ZONES: readonly SchoolZone[] = ['A', 'B', 'C', 'Corse'];

/** A civil date "YYYY-MM-DD". */
export type IsoDate = `${number}-${string}-${string}`;

/** First and last day, both without school. */
export interface SchoolHoliday {
	readonly name: string;
	readonly from: IsoDate;
	readonly to: IsoDate;
	/** Summer is told apart from small holidays. */
	readonly summer: boolean;
}

/** What is known of one zone: beyond `knownFrom` … `knownTo` school holidays are unknown, never term. */
export interface SchoolCalendar {
	readonly zone: SchoolZone;
	readonly knownFrom: IsoDate;
	readonly knownTo: IsoDate;
	readonly holidays: readonly SchoolHoliday[];
}

/** What a civil date is for schools. `unknown`: no source says; it is never taken for term. */
export type SchoolDayKind = 'term' | 'small-holidays' | 'summer' | 'unknown';

/**
 * Where and by whose calendar dates are decided. `school` null: no source for the zone (Corse), so school holidays are
 * unknown throughout. `departement` null: the eleven public holidays of the whole country alone.
 */
export interface CalendarContext {
	readonly school: SchoolCalendar | null;
	readonly departement: string | null;
}

/**
 * A week to read hours on. The first three are abstract weeks without public holidays, made of what the days of that
 * kind hold over `year` (workers/core/hours/reference-week.ts says how); the last is a civil week, holidays and clock
 * changes included.
 */
export type ReferenceWeek =
	| { readonly kind: 'term' | 'small-holidays' | 'summer'; readonly year: number }
	| { readonly kind: 'civil'; readonly isoYear: number; readonly isoWeek: number };
