import type { DefaultProfileId } from './default-profiles.ts';
import type { LonLat } from './geometry.ts';
import type { Message, Note } from './notes.ts';
import type { OpeningSchedule } from './opening-schedule.ts';
import type { InseeCode, MinuteOfWeek } from './units.ts';
import type { ProfileShare, ProfileWeight } from './weighting.ts';

/**
 * Where to put a branch: most people within the cutoff with so many sites (`mclp`), fewest sites for everyone (`lscp`), least mean time
 * (`pmedian`), shortest longest time (`pcenter`).
 */
export const SITING_PROBLEMS = ['mclp', 'lscp', 'pmedian', 'pcenter'] as const;
export type SitingProblem = (typeof SITING_PROBLEMS)[number];

/** A place that the user thinks of for a branch. */
export interface CandidatePlace {
	readonly name: string;
	readonly position: LonLat;
}

/** What was understood of a list of places, for the user to correct beside it. */
export interface PlacesReading {
	/** The list as text; null where the file is none. */
	readonly text: string | null;
	readonly places: readonly CandidatePlace[];
	/** Lines left out or read with some latitude, or why nothing could be read. */
	readonly notes: readonly Note[];
}

export interface SitingChoice {
	readonly problem: SitingProblem;
	/** Places that may be taken: every demand point, the communes' centres, or these. */
	readonly candidates: 'demand-points' | 'commune-centres' | readonly CandidatePlace[];
	/** New sites at most; not read by `lscp`. */
	readonly newSites: number;
	/** Counted sites that may close, by identifier; the others stay. Without a budget as many sites stay open as now: each new one in the place of one. */
	readonly closable: readonly string[];
	/** People asked about, or these times the share that they lack of the usable hours of the threshold of sectors, for its profile. */
	readonly weight: 'people' | 'people-without-hours';
	/** A new site serves this many people at least: of `lscp` and `pcenter`, those who weigh something. */
	readonly minimumPeople: number;
	/** Euros of one new site, of one closure (negative: saved), and for all; null: no budget. */
	readonly budget: { readonly perNewSite: number; readonly perClosure: number; readonly total: number } | null;
	readonly timeLimitSeconds: number;
}

export interface SitingProposal {
	readonly newSites: readonly {
		readonly position: LonLat;
		readonly communeCode: InseeCode | null;
		/** Its own in a given list; else the hamlet or the commune. */
		readonly name: string;
		/** People asked about within the cutoff that no other open site serves. */
		readonly peopleOnlyHere: number;
	}[];
	/** Identifiers. */
	readonly closed: readonly string[];
	readonly objectiveBefore: number | null;
	readonly objective: number;
	/** No solution is better than this. */
	readonly bound: number;
	/** |objective − bound| ÷ the larger of the two; 0 where the solution is proved the best. */
	readonly gap: number;
	readonly isOptimal: boolean;
	readonly coveredPeople: number;
	readonly coveredBefore: number;
	/** Demand left out: reached by no candidate. */
	readonly statements: readonly Message[];
}

/** Which hours to add, to move at constant hours, or to take away with least loss. */
export type HoursAim = 'add' | 'move' | 'remove';

export interface HoursChoice {
	readonly aim: HoursAim;
	/** Profiles counted, each once, one at least above 0; null: that of the question alone. */
	readonly weights: readonly ProfileWeight[] | null;
	/** Hours of a week to add, to move, or to take away, for the whole network. */
	readonly minutes: number;
	/** A slot lasts this long at least. */
	readonly blockMinutes: number;
	/** Minutes of the week [start, end) in which slots may be put, flat; default Monday–Saturday 9–20. */
	readonly allowed: readonly MinuteOfWeek[];
	/** Hours that one site may change by, at most; null: no limit. */
	readonly perSiteMinutes: number | null;
	/** Sites left as they are: identifiers; those run by volunteers alone are proposed. */
	readonly locked: readonly string[];
	readonly timeLimitSeconds: number;
}

export interface ProposedSlot {
	readonly siteId: string;
	readonly added: boolean;
	/** Minutes of the week. */
	readonly start: MinuteOfWeek;
	readonly end: MinuteOfWeek;
	/** Person-hours of usable time a week, weighed, that it alone gives (or that its end alone takes), all the other changes made. */
	readonly personHours: number;
	/** The same of each profile counted, as the proposal's `profiles`. */
	readonly effects: readonly {
		readonly profile: DefaultProfileId;
		readonly personHours: number;
		/** People of the profile whose usable time it changes. */
		readonly people: number;
		/** Usable minutes a week that who gains (or loses) most by it gains. */
		readonly mostMinutes: number;
	}[];
}

/** What hours proposed do for the people of one profile: those of two are never added, since one person may be of both. */
export interface ProfileEffect extends ProfileShare {
	/** Person-hours of usable time a week. */
	readonly personHoursBefore: number;
	readonly personHoursAfter: number;
	readonly peopleImproved: number;
	readonly peopleReduced: number;
}

export interface HoursProposal {
	readonly slots: readonly ProposedSlot[];
	/** The whole new hours of each site changed, ready for a modification. */
	readonly schedules: readonly { readonly siteId: string; readonly schedule: OpeningSchedule }[];
	/** Person-hours of usable time a week: the mean of the profiles', by their shares. */
	readonly personHoursBefore: number;
	readonly personHoursAfter: number;
	/**
	 * Person-hours gained: no change within the choice, on edges of half an hour, gains more than this. Null, as `gap` and `isOptimal`, where
	 * nothing can be proposed: there are not as many hours to take away.
	 */
	readonly bound: number | null;
	/** (bound − gain) ÷ the larger of the two, a loss being a gain below 0; 0 where proved the best, 1 where the bound of a loss is none. */
	readonly gap: number | null;
	readonly isOptimal: boolean | null;
	/** Whether people of a profile are those of its ages; where the data has none, everybody counts in each. */
	readonly hasAges: boolean;
	/** Those counted, in the order of the choice. */
	readonly profiles: readonly ProfileEffect[];
	readonly statements: readonly Message[];
}
