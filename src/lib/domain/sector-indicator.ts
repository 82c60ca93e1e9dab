import type { SectorCause } from './sector.ts';
import type { Mode } from './travel.ts';

/**
 * Section `sectors` of `indicators.json`: the under-served sectors at the default mode and cutoff, in a term week. Names are those of the
 * file. Every figure of hours is null when no counted site's hours are known: distance alone then decides.
 */
export interface SectorsIndicator {
	readonly threshold: SectorsThresholdIndicator;
	readonly people: SectorsPeopleIndicator;
	/** Alphabetical by name. */
	readonly list: readonly SectorIndicator[];
}

interface SectorsThresholdIndicator {
	readonly mode: Mode;
	readonly cutoff_minutes: number;
	readonly profile: string;
	readonly minimum_visit_minutes: number;
	readonly minimum_usable_hours: number | null;
	/** Weekly hours for 1,000 people (E2SFCA) under which supply is low. */
	readonly low_supply_hours_per_1000: number | null;
	readonly minimum_people: number;
}

/** below + taken_in − left_out = in_sectors + not_individualised. */
export interface SectorsPeopleIndicator {
	/** Whose demand point is below the threshold. */
	readonly below: number;
	/** These people by cause. */
	readonly below_by_cause: PeopleByCause;
	/** Above it save for sites whose hours or way back are not known: not said to be below. */
	readonly hours_unknown: number | null;
	/** Off the network: not said either. */
	readonly unattached: number;
	/** What smoothing changes. */
	readonly taken_in: number;
	readonly left_out: number;
	readonly in_sectors: number;
	/** In groups of fewer people than `minimum_people`. */
	readonly not_individualised: number;
}

export interface PeopleByCause {
	readonly distance: number;
	readonly hours: number | null;
	readonly capacity: number | null;
}

export interface SectorIndicator {
	readonly name: string;
	/** INSEE codes, most people first. */
	readonly commune_codes: readonly string[];
	readonly people: number;
	/** Null when the population has no ages. */
	readonly people_by_age:
		readonly { readonly from_age: number; readonly to_age: number | null; readonly people: number | null }[] | null;
	readonly people_by_cause: PeopleByCause;
	readonly people_taken_in: number;
	/** The cause of most people; null where smoothing took in everybody. */
	readonly main_cause: SectorCause | null;
	/** Identifier of the counted site that is the nearest for most people; null beyond the times that are computed. */
	readonly nearest_site: string | null;
	readonly nearest_site_name: string | null;
	/** Half of the people are at most that far from it. */
	readonly nearest_seconds: number | null;
	readonly nearest_weekly_hours: number | null;
	/** Of each cause, most people first. */
	readonly cures: readonly SectorCureIndicator[];
	/** People × share of the threshold that they lack. */
	readonly deficit_people: number;
	/** 1 where it is largest. For those who plan. */
	readonly rank_agents: number;
}

export type SectorCureIndicator =
	| { readonly cure: 'closer-site'; readonly people: number }
	| {
			readonly cure: 'open-more';
			readonly people: number;
			readonly site: string;
			readonly site_name: string;
			readonly missing_hours: number;
			readonly moments: readonly { readonly moment: string; readonly hours: number }[];
	  }
	| {
			readonly cure: 'bigger';
			readonly people: number;
			readonly site: string;
			readonly site_name: string;
			readonly hours_per_1000: number;
			readonly low_under_per_1000: number;
	  };
