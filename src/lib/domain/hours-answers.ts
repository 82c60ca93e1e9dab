import type { PeopleShare } from './atlas-answers.ts';
import type { FreeWindows, WeightBasis } from './audience-profile.ts';
import type { IsoDate } from './calendar.ts';
import type { WeekOpening } from './cards.ts';
import type { DefaultProfileId } from './default-profiles.ts';
import type { Moment } from './moments.ts';
import type { Message } from './notes.ts';
import type { InseeCode } from './units.ts';

/** Minutes of each moment of the week; they add up to the whole. */
export type ByMoment = Readonly<Record<Moment, number>>;

/**
 * Usable hours of the people of one profile. People of two profiles are never added: they overlap. Every figure of hours is null when it
 * cannot be known: no hours of a counted site in reach are, the data do not tell the profile's ages, or a civil week's days are unknown for schools.
 */
export interface UsableFigures {
	/** At least half have this many usable hours a week. */
	readonly medianHours: number | null;
	readonly meanHours: number | null;
	/** Who has no usable time at all. */
	readonly none: PeopleShare;
	/** Who has less than the question's minimum (`SectorsChoice.minimumUsableMinutes`), none included. */
	readonly belowMinimum: PeopleShare;
	readonly unattachedPeople: number;
	/** Attached people who reach counted sites of which none has known hours: in no figure above, nor in what these are shares of. */
	readonly hoursUnknownPeople: number;
}

/** One profile over the scope of a question. */
export interface ProfileFigures extends UsableFigures {
	readonly profile: DefaultProfileId;
	readonly basis: WeightBasis;
	readonly minimumVisitMinutes: number;
	/** Free time of the week; null in a civil week whose days are unknown for schools. */
	readonly freeMinutes: number | null;
	readonly freeByMoment: ByMoment | null;
	/** Mean usable minutes over the attached people of the profile. */
	readonly usableByMoment: ByMoment | null;
}

/** Usable hours under a question, of its profile. */
export interface UsableAnswer {
	readonly whole: ProfileFigures;
	/** The same with visits of a quarter of an hour, to borrow and bring back. */
	readonly shortVisit: UsableFigures;
	/** Without the sites of the margin when they count, with them when they do not; null without a margin. */
	readonly otherNeighbours: UsableFigures | null;
	/** Of the perimeter, in the order of the territory's. */
	readonly communes: readonly (UsableFigures & { readonly code: InseeCode })[];
	readonly epcis: readonly (UsableFigures & { readonly code: string })[];
}

/** The week of people, by quarter of an hour: 672 values each, at the start of the quarter. */
export interface WeekHeatAnswer {
	/** People asked about with a counted site open within the cutoff; null when no hours in their reach are known. */
	readonly open: Float64Array | null;
	readonly ofPeople: number;
	/** People of the profile who could be in an open library then, in their free time, there and back; null when not known. */
	readonly usable: Float64Array | null;
	readonly ofProfile: number;
	/** 1 where the profile is free; null in a civil week whose days are unknown for schools. */
	readonly free: Uint8Array | null;
	/** Counted sites within the cutoff of these people that are open then, and how many have known hours. */
	readonly sitesOpen: Uint16Array;
	readonly sitesWithKnownHours: number;
}

/** Hours of a civil year. */
export interface YearHours {
	readonly year: number;
	/** Null when some day is not known. */
	readonly hours: number | null;
	readonly term: number | null;
	readonly smallHolidays: number | null;
	readonly summer: number | null;
	/** Last date up to which all is known, where some later date of the year is not. */
	readonly knownTo: IsoDate | null;
	/** Hours up to that date. */
	readonly hoursKnown: number | null;
	readonly reasons: readonly Message[];
}

/** One site of the table of hours; ranks are those of the territory's sites. */
export interface SiteHoursRow {
	readonly site: number;
	readonly counted: boolean;
	/** Of the week asked, public openings; null when not known. */
	readonly openings: readonly WeekOpening[] | null;
	/** Of the week asked: a mean for abstract weeks, so that one week in two counts for half. */
	readonly weeklyHours: number | null;
	/** Minutes open in each moment of that week, as `openings`. */
	readonly byMoment: ByMoment | null;
	/** Minutes from 12 to 14 h, of any day. */
	readonly lunchMinutes: number | null;
	readonly year: YearHours | null;
	/** People of the profile in the scope, within the cutoff; null when the site is not attached, or the data do not tell the profile's ages. */
	readonly peopleWithin: number | null;
	/** Usable person-hours a week of these that would be lost without this site; null when not known or not counted. */
	readonly onlyHerePersonHours: number | null;
}

/** The table of hours of the sites of a question's scope. */
export interface HoursTable {
	/**
	 * Every public site that stands in the scope, and what the user took in; neighbours that count last, where the scope is the whole
	 * territory; each in the order of the territory's. Not return boxes, which are no opening.
	 */
	readonly rows: readonly SiteHoursRow[];
	/** When at least one counted site of the rows is open; null where there are some and the hours of none are known. */
	readonly network: {
		readonly openings: readonly WeekOpening[];
		readonly byMoment: ByMoment;
		readonly lunchMinutes: number;
	} | null;
	/** The profile's free time; null in a civil week whose days are unknown for schools. */
	readonly free: { readonly windows: FreeWindows; readonly byMoment: ByMoment } | null;
	readonly year: number;
}

/** One opening of a site's week, and what it alone gives. */
export interface SiteSlot extends WeekOpening {
	/** Attached people asked about, in the scope, who would have less opening within the cutoff without it, and their person-hours a week. */
	readonly people: number;
	readonly personHours: number;
	/** People of the profile who would have less usable time without it, and their person-hours a week; null when not known. */
	readonly profilePeople: number | null;
	readonly profilePersonHours: number | null;
}

export interface SiteSlots {
	readonly site: number;
	/** Null when its hours are not known or it does not count. */
	readonly slots: readonly SiteSlot[] | null;
}
