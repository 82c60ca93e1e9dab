import type { SchoolZone } from './calendar.ts';
import type { DemandPointKind } from './population.ts';
import type { SectorsIndicator } from './sector-indicator.ts';
import type { Source } from './source.ts';
import type { InputKind } from './territory.ts';
import type { Mode, TravelTimeOrigin } from './travel.ts';
import type { UsableHoursIndicator } from './usable-hours-indicator.ts';

/**
 * `indicators.json`, version 1: what `diagnose` computes of a territory. Names are snake_case because the file is read by
 * other tools; units stand in the names. A figure that could not be computed is null, never 0.
 * Sections are added by later versions; none changes its meaning without a new `version`.
 */
export interface Indicators {
	readonly format: 'maillage-indicators';
	readonly version: 1;
	readonly territory: {
		readonly name: string;
		readonly epci_code: string | null;
		readonly school_zone: SchoolZone;
		/** Invented for demonstration. */
		readonly fictional: boolean;
		readonly communes: number;
		readonly communes_without_site: number;
	};
	readonly sources: Readonly<Partial<Record<InputKind, Source>>>;
	readonly travel: TravelIndicators;
	readonly population: PopulationIndicators;
	readonly sites: SiteIndicators;
	/** All people, sites of the margin included: the headline. Ascending cutoffs within each mode. */
	readonly coverage: readonly CoverageIndicator[];
	/** The same without the sites of the margin ("sans les lieux hors territoire"). */
	readonly coverage_without_neighbours: readonly CoverageIndicator[];
	/** By age band; empty when the population has no ages. */
	readonly coverage_by_age: readonly (CoverageIndicator & AgeBandBounds)[];
	/** Poor households; empty when the population does not tell. `people` are then households. */
	readonly coverage_of_poor_households: readonly CoverageIndicator[];
	readonly coverage_by_commune: readonly (CoverageIndicator & { readonly commune: string })[];
	readonly coverage_by_epci: readonly (CoverageIndicator & {
		readonly epci: string;
		readonly epci_name: string | null;
	})[];
	/** Openings of the sites within the cutoff, in a school-term week. */
	readonly openings: readonly OpeningsIndicator[];
	/** People who have a site open at a moment of the term week within the cutoff. */
	readonly open_at: readonly OpenAtIndicator[];
	/** What the people of each profile can use of these openings in their free time, there and back. */
	readonly usable_hours: readonly UsableHoursIndicator[];
	/** Under-served sectors, at the default mode and cutoff. */
	readonly sectors: SectorsIndicator;
}

export interface AgeBandBounds {
	readonly from_age: number;
	/** Inclusive; null: and over. */
	readonly to_age: number | null;
}

export interface TravelIndicators {
	readonly origin: TravelTimeOrigin;
	/** True where no road or matrix was loaded: every output says « temps estimés ». */
	readonly estimated: boolean;
	/** Error of the estimated model for cars, as measured when it was calibrated; null for roads and matrices. */
	readonly estimated_error: EstimatedError | null;
	readonly modes: readonly {
		readonly mode: Mode;
		readonly calibrated: boolean;
		readonly attached: number;
		readonly unattached: number;
	}[];
	/** The mode of the headline figures. */
	readonly default_mode: Mode;
	readonly default_cutoff_minutes: number;
}

export interface EstimatedError {
	/** What it was calibrated on. */
	readonly calibrated_on: string;
	/** Journeys compared: held out of the fit, estimated at one hour or less. */
	readonly pairs: number;
	/** Median of |estimated − reference| / reference. */
	readonly median_absolute_relative_error: number;
	readonly share_within_20_percent: number;
}

export interface PopulationIndicators {
	readonly kind: DemandPointKind;
	readonly demand_points: number;
	/** People of the file's cells in the perimeter; the margin is apart. */
	readonly total: number;
	/** Of these, people whose cell hangs on the network of the default mode, and those whose cell does not. */
	readonly attached: number;
	readonly unattached: number;
	/** Population municipale of the perimeter's communes; null when any is missing. */
	readonly municipale: number | null;
	/** Year it is of; null where its file does not tell. */
	readonly municipale_vintage: string | null;
	/** The file or the national list it comes from. */
	readonly municipale_source: string | null;
	/** Communes of the perimeter whose population municipale is known. */
	readonly municipale_communes_known: number;
	/** Loaded beyond the perimeter. */
	readonly margin: number;
	readonly imputed_demand_points: number | null;
	readonly imputed_people: number | null;
}

export interface SiteIndicators {
	/** Records of the file. */
	readonly read: number;
	/** Sites of the perimeter. */
	readonly kept: number;
	/** Records left out, each with its reason. */
	readonly rejected: number;
	/** Records that repeat a site already kept, or one more row of hours of it. */
	readonly repeated: number;
	/** Neighbouring sites kept in the margin. */
	readonly margin: number;
	/** Sound records beyond the margin. */
	readonly outside: number;
	/** Kept sites whose hours are understood. */
	readonly with_hours: number;
	/** Kept sites whose hours are stated but not understood. */
	readonly hours_not_understood: number;
	/** Kept sites "comptés dans l'offre". */
	readonly counted: number;
}

export interface CoverageIndicator {
	readonly mode: Mode;
	readonly cutoff_minutes: number;
	/** People at most that far from a counted site. */
	readonly people: number;
	/** People it is a share of: those whose demand point is attached. */
	readonly of_people: number;
	/** 0–1; null when nobody is attached. */
	readonly share: number | null;
}

export interface OpeningsIndicator {
	readonly mode: Mode;
	readonly cutoff_minutes: number;
	/**
	 * Hours a week at least that half of the people have, union of the openings of all counted sites within the cutoff. Null when people reach
	 * counted sites and the hours of none of these are known, and when no site's hours are known.
	 */
	readonly median_weekly_hours: number | null;
	/** People with no opening hour at all within the cutoff, as far as hours are known; null where the median is not known. */
	readonly people_without: number | null;
	/** Attached people of whom hours are known: the others are in no median, and not without. */
	readonly of_people: number;
	/** Attached people who reach counted sites of which none has known hours. */
	readonly hours_unknown_people: number;
	/** Counted sites whose hours are not known, and so not in the union. */
	readonly sites_without_known_hours: number;
}

export interface OpenAtIndicator extends Omit<CoverageIndicator, 'people' | 'of_people'> {
	/** Null when people reach counted sites and the hours of none of these are known, and when no site's hours are known. */
	readonly people: number | null;
	/** Attached people of whom hours are known. */
	readonly of_people: number;
	/** Attached people who reach counted sites of which none has known hours: whether one is open is not known. */
	readonly hours_unknown_people: number;
	/** "Tu 18:00": weekday and time of the term week. */
	readonly moment: string;
	/** Null when no site's hours are known. */
	readonly sites_open: number | null;
	readonly sites_with_known_hours: number;
}
