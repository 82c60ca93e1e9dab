import type { PeopleShare } from './atlas-answers.ts';
import type { DefaultProfileId } from './default-profiles.ts';
import type { Moment } from './moments.ts';
import type { Message } from './notes.ts';
import type { SupplyUnit } from './supply-answers.ts';
import type { SiteSummary } from './territory-summary.ts';
import type { InseeCode } from './units.ts';

/** What became of a scenario on the territory that is open. */
export interface AppliedScenario {
	readonly id: string;
	/** Sites of the territory in their order, then those added; closed ones stay in their rank and do not count. */
	readonly sites: readonly SiteSummary[];
	/** Ranks of `sites` that the scenario closes, moves, adds, or gives other hours or another surface. */
	readonly closed: readonly number[];
	readonly moved: readonly number[];
	readonly added: readonly number[];
	readonly otherHours: readonly number[];
	readonly otherSurface: readonly number[];
	/** Modifications that could not be applied, and why: a site has gone, a matrix knows no time to a new place. */
	readonly notApplied: readonly { readonly modificationId: string; readonly why: Message }[];
}

/**
 * What access is compared by, from the form of the question: minutes to the nearest counted site (less is better), whether one is open at
 * the cursor, hours of opening a week, usable hours of the profile, supply.
 */
export type ChangeUnit = 'minutes' | 'open' | 'hours' | SupplyUnit;

/** People of a group by what becomes of their access: together all of the group. */
export interface ChangeOfPeople {
	readonly improved: number;
	readonly reduced: number;
	readonly unchanged: number;
	/** Their access is not known on one side: hours of what they reach are not. */
	readonly unknown: number;
	readonly unattached: number;
	/**
	 * Σ people × (after − before) over those whose change is known, in units of `ChangeAnswer.unit`; minutes beyond the cap are not added. Null
	 * when nobody's is known.
	 */
	readonly peopleTimesChange: number | null;
}

export interface ChangeOfCommune extends ChangeOfPeople {
	readonly code: InseeCode;
	readonly people: number;
	/** Mean of after − before over the people whose change is known; null when nobody's is. */
	readonly meanChange: number | null;
}

/** The five figures of one side, for the question. */
export interface SideFigures {
	readonly coverage: PeopleShare;
	readonly moment: PeopleShare;
	readonly medianWeeklyHours: number | null;
	/** Of the profile of the question. */
	readonly medianUsableHours: number | null;
	readonly withoutUsable: PeopleShare;
	/**
	 * Attached people who reach counted sites of which none has known hours: those asked about, in neither `moment` nor `medianWeeklyHours`,
	 * and those of the profile, in neither `medianUsableHours` nor `withoutUsable`.
	 */
	readonly hoursUnknownPeople: number;
	readonly usableUnknownPeople: number;
	/** Counted sites of the perimeter. */
	readonly countedSites: number;
	/** Of those whose hours are known, in the week asked; null when none's are. */
	readonly weeklyOpenHours: number | null;
	/**
	 * People of the territory below the threshold of under-served sectors, frozen on the baseline, in a sector or not; not asked (null) unless
	 * `withSectors`.
	 */
	readonly peopleInSectors: number | null;
	/** People who are not above that threshold by the hours that are known, and reach a site of unknown hours: not classed; null as `peopleInSectors`. */
	readonly peopleNotClassed: number | null;
}

/** A scenario against the baseline: exact, cell by cell. */
export interface ChangeAnswer {
	readonly scenarioId: string;
	readonly unit: ChangeUnit;
	/** True where a smaller value is better (minutes). */
	readonly lessIsBetter: boolean;
	/** Of the people asked about (of usable hours those of the profile, where the data tells its ages), in the scope. */
	readonly whole: ChangeOfPeople;
	/**
	 * The largest gain, and the largest loss, of a demand point where somebody lives, in units and above zero; null when nobody gains, or what
	 * they gain is not known (from beyond the cap).
	 */
	readonly largestGain: number | null;
	readonly largestLoss: number | null;
	/** Every commune of the perimeter, in its order, whatever the scope. */
	readonly communes: readonly ChangeOfCommune[];
	/** Each age band of the data; null where it has none. */
	readonly ages: readonly (ChangeOfPeople & { readonly fromAge: number; readonly toAge: number | null })[] | null;
	/** None unless `withGroups`. By the usable hours of each profile, weighted by its people; null where a profile's people are not known. */
	readonly profiles: readonly {
		readonly id: DefaultProfileId;
		readonly change: ChangeOfPeople | null;
	}[];
	/** None unless `withGroups`. At each of the six moments: person-hours a week with a library open within the cutoff, per person asked about. */
	readonly moments: readonly {
		readonly moment: Moment;
		readonly hoursBefore: number | null;
		readonly hoursAfter: number | null;
	}[];
}

export interface Comparison {
	readonly baseline: SideFigures;
	readonly scenarios: readonly { readonly id: string; readonly figures: SideFigures; readonly change: ChangeAnswer }[];
}
