import type { Figures } from './atlas-answers.ts';
import type { UsableFigures } from './hours-answers.ts';
import type { Message } from './notes.ts';
import type { OpeningSchedule } from './opening-schedule.ts';
import type { WeekKind } from './question.ts';
import type { InseeCode, MinuteOfWeek } from './units.ts';
import type { CivilWeek } from './week-choice.ts';

/** Why a site does not serve a place at the cursor. */
export type NotServing = 'too-far' | 'not-counted' | 'closed' | 'hours-unknown';

/** A site seen from a place. */
export interface SiteFromPlace {
	/** Rank in the summary's sites. */
	readonly site: number;
	/** Null beyond what was searched. */
	readonly seconds: number | null;
	/** Null where the way back is not known. */
	readonly secondsBack: number | null;
	readonly weeklyHours: number | null;
	/** At the cursor; null when hours are not known. */
	readonly open: boolean | null;
	/** The next opening after the cursor, in the same abstract week (wraps); null when never or not known. */
	readonly opensNext: MinuteOfWeek | null;
	/** First reason why not, null when it serves now. */
	readonly notServing: NotServing | null;
}

/**
 * What may be said of one cell. People are rounded to 10 (INSEE: one cell is never read alone), and no age or poverty is given.
 */
export interface CellCard {
	readonly cell: number;
	/** Multiple of 10; 0 is "moins de 5 habitants". */
	readonly peopleRounded: number;
	readonly imputed: boolean;
	readonly communeCode: InseeCode | null;
	readonly communeName: string | null;
	/** Nearest named place of the basemap within 2 km; null when there is none. */
	readonly placeName: string | null;
	readonly attached: boolean;
	/** Seconds to the nearest counted site; null beyond what was searched. */
	readonly nearestSeconds: number | null;
	/** Union of the openings of counted sites within the cutoff; null when there are some and the hours of none are known. */
	readonly weeklyHours: number | null;
	/** In the free time of the question's profile; null as `weeklyHours`, and when that free time is not known. */
	readonly usableHours: number | null;
	readonly sitesInReach: number;
	/** The five nearest public sites, counted or not, nearest first. */
	readonly nearest: readonly SiteFromPlace[];
}

export interface CommuneCard {
	readonly code: InseeCode;
	readonly name: string;
	readonly epciName: string | null;
	readonly municipalPopulation: number | null;
	/** Of the grid. */
	readonly people: number | null;
	readonly margin: boolean;
	/** Null for communes of the margin. */
	readonly figures: Figures | null;
	/** The same figures over the whole territory, to compare. */
	readonly territory: Figures;
	/** Of its people of the question's profile; null for communes of the margin. */
	readonly usable: UsableFigures | null;
	/** Ranks of the sites that stand in it. */
	readonly sites: readonly number[];
	/** The site nearest to most of its people, where it has none. */
	readonly mainSite: { readonly site: number; readonly medianSeconds: number | null } | null;
	/** Ages of its people, shares; null without ages in the data or under 200 people. */
	readonly ages: readonly { readonly fromAge: number; readonly toAge: number | null; readonly share: number }[] | null;
	readonly poorHouseholdsShare: number | null;
}

/** One continuous opening of the week. */
export interface WeekOpening {
	readonly from: MinuteOfWeek;
	readonly to: MinuteOfWeek;
}

export interface SiteCard {
	readonly site: number;
	readonly address: string | null;
	readonly schedule: OpeningSchedule | null;
	/** Openings to the public in each week; null when not known. */
	readonly weeks: Readonly<Record<WeekKind, readonly WeekOpening[] | null>>;
	readonly weeklyHours: Readonly<Record<WeekKind, number | null>>;
	/** The civil week asked, where one is. */
	readonly civilWeek: {
		readonly week: CivilWeek;
		readonly openings: readonly WeekOpening[] | null;
		readonly weeklyHours: number | null;
	} | null;
	/** Hours not counted (by appointment, classes), in the week asked; null where its hours are not known. */
	readonly restrictedHours: number | null;
	/** Why some of the week is not known. */
	readonly reasons: readonly Message[];
	readonly attached: boolean;
	/** Share of people asked about within each cutoff of this site alone. */
	readonly within: readonly { readonly cutoffMinutes: number; readonly people: number }[];
	readonly peopleOnlyHere: number | null;
	readonly opensNext: MinuteOfWeek | null;
	readonly open: boolean | null;
}

/** A hexagon of the map from afar: its people together. */
export interface HexagonCard {
	readonly resolution: number;
	readonly hexagon: number;
	readonly peopleRounded: number;
	readonly cells: number;
	/** The commune of most of its people. */
	readonly communeName: string | null;
	readonly placeName: string | null;
	/** Half of its attached people are at most this far from a counted site; null beyond what was searched. */
	readonly medianSeconds: number | null;
	/** Half have at least this much opening within the cutoff, as far as hours are known; null when they are of none of the sites reached. */
	readonly medianWeeklyHours: number | null;
	/** Half of them, whoever they are, have at least this much in the free time of the question's profile; null as in `CellCard`. */
	readonly usableHours: number | null;
	readonly attachedPeopleRounded: number;
}
