import type { MapIndicator, MapLevel } from './question.ts';
import type { SupplyUnit } from './supply-answers.ts';
import type { InseeCode } from './units.ts';

/** A part of people: shares are of those whose demand point hangs on the network; the others are told apart. */
export interface PeopleShare {
	/** Null when it cannot be known: people reach counted sites, and the hours of none of these are known; or those of no counted site are. */
	readonly people: number | null;
	/** Attached people it is a share of; of hours, those of whom they are known (the others: `Figures.hoursUnknownPeople`). */
	readonly ofPeople: number;
	/** 0–1; null when `people` is, or nobody is attached. */
	readonly share: number | null;
}

/** The figures of one question, over one group of people. */
export interface Figures {
	/** Of the people asked about (`Question.who`). */
	readonly coverage: PeopleShare;
	/** People not attached to the network. */
	readonly unattachedPeople: number;
	/**
	 * Attached people who reach counted sites of which none has known hours: what opens for them is not known, and they are in none of the
	 * figures of hours below, nor in what these are shares of.
	 */
	readonly hoursUnknownPeople: number;
	readonly moment: PeopleShare;
	/** At least half have this many hours a week, as far as hours are known; null where `moment` is. */
	readonly medianWeeklyHours: number | null;
	/** Who has no opening hour within the cutoff, as far as hours are known. */
	readonly withoutHours: PeopleShare;
}

/**
 * How many counted sites are open, of those whose hours are known: all of them where the scope is the whole territory, neighbours
 * included; where it is a commune or an EPCI, those within the cutoff of the people asked about.
 */
export interface SitesOpen {
	/** Null when no hours of these sites are known. */
	readonly open: number | null;
	readonly withKnownHours: number;
	readonly counted: number;
	/** Of those whose hours are known, how many are out of the territory. */
	readonly outsideWithKnownHours: number;
}

/** The answer to a question: over its scope, and over each commune and EPCI of the perimeter. */
export interface Answers {
	readonly whole: Figures;
	/** `whole` without the sites of the margin when they count, with them when they do not; null without a margin. */
	readonly otherNeighbours: Figures | null;
	readonly sitesOpen: SitesOpen;
	readonly communes: readonly (Figures & {
		readonly code: InseeCode;
		/** Of the grid, whoever is asked about. */
		readonly people: number;
		readonly countedSites: number;
	})[];
	readonly epcis: readonly (Figures & { readonly code: string })[];
	readonly sites: readonly SiteAnswer[];
}

/** One site under a question, in the order of the territory's sites. */
export interface SiteAnswer {
	readonly counted: boolean;
	/** At the cursor; null when its hours are not known. */
	readonly open: boolean | null;
	/** Of the week asked; null when not known. */
	readonly weeklyHours: number | null;
	/** People asked about within the cutoff, whoever else serves them; null when the site is not attached. */
	readonly peopleWithin: number | null;
	/** Of these, those no other counted site serves. */
	readonly peopleOnlyHere: number | null;
}

/**
 * Classes of an indicator on the map. In minutes class `i` holds from < value ≤ to (a mark at exactly 15 minutes is within 15 minutes;
 * the first holds 0 too); in every other unit from ≤ value < to, and where the first begins at 0 an exact 0 is beyond (`open-hours`) or in
 * it (densities, shares). The last may have no upper bound. Classes of a `change` are of the scenario's value less the baseline's, in the unit:
 * the best first, as many better as worse round the middle one, which is no change at all; bounds nearer to 0 are not in a class, those
 * further are, and the two ends hold what changes to or from beyond the times that are computed.
 */
export interface Classes {
	readonly indicator: MapIndicator;
	/** `open`: whether one is. */
	readonly unit: 'minutes' | 'hours' | 'sites' | 'people-per-km2' | 'percent' | 'open' | SupplyUnit;
	readonly method: 'fixed' | 'quantiles';
	readonly bounds: readonly { readonly from: number; readonly to: number | null }[];
	/**
	 * People of the population, whoever is asked about, in each class, beyond, without data and off the network: together all of them.
	 * Of what people reach, each demand point is counted in its own class, whatever the mark that it is drawn in: the numbers are the same
	 * at every level, and those of `Answers.whole` for everyone. Of densities and shares they are the people of the marks of each class.
	 */
	readonly peoplePerClass: readonly number[];
	readonly peopleBeyond: number;
	readonly peopleWithoutData: number;
	readonly peopleUnattached: number;
}

/** Marks of a class: index in `Classes.bounds`, or one of these. */
export const CLASS_NO_DATA = 255;
export const CLASS_UNATTACHED = 254;
/** Beyond what was searched ("plus de 30 min"), or nothing open: a class of its own, drawn as the worst. */
export const CLASS_BEYOND = 253;

export interface Paint {
	readonly level: MapLevel;
	/** H3 resolution at level hexagons. */
	readonly resolution: number | null;
	readonly classes: Classes;
	/**
	 * Of what people reach, a hexagon or a commune has the class that half of the people of its attached demand points do as well as, or
	 * better (beyond is the worst), so that classes mean the same at every level.
	 * One class per mark: cells, hexagons of the resolution, or the communes of the summary (margin ones: no data).
	 */
	readonly marks: Uint8Array;
}

/** What changes as the cursor runs over the week. */
export interface MomentAnswer {
	readonly minute: number;
	readonly moment: PeopleShare;
	readonly sitesOpen: SitesOpen;
	/** One byte per site: 1 open, 0 closed, 255 hours not known. */
	readonly open: Uint8Array;
	/** Null unless the indicator follows the cursor. */
	readonly paint: Paint | null;
}

/** The week of a question: people asked about, in the scope, with a counted site open within the cutoff at the start of each quarter of an hour. */
export interface WeekStripAnswer {
	/** 672 values; null where `PeopleShare.people` is. */
	readonly people: Float64Array | null;
	readonly ofPeople: number;
	/** Sites open then, of those of `SitesOpen`. */
	readonly sitesOpen: Uint16Array;
}
