import type { WeightBasis } from './audience-profile.ts';
import type { DefaultProfileId } from './default-profiles.ts';
import type { Moment } from './moments.ts';
import type { Mode } from './travel.ts';

/**
 * Usable hours of the people of one profile as `indicators.json` has them, in a term week, neighbouring sites counted. People of two
 * profiles are never added. Every figure of hours is null where the profile's ages are not covered by the data, or people reach counted
 * sites and the hours of none of these are known.
 */
export interface UsableHoursIndicator {
	readonly mode: Mode;
	readonly cutoff_minutes: number;
	readonly profile: DefaultProfileId;
	/** What its people are made of: whole age bands, bands split by years of age, everyone, or nothing known. */
	readonly basis: WeightBasis;
	readonly minimum_visit_minutes: number;
	/** At least half have this many hours a week. */
	readonly median_hours: number | null;
	readonly mean_hours: number | null;
	/** Who has none at all. */
	readonly people_without: number | null;
	/** Attached people of the profile of whom hours are known: the figures are theirs. */
	readonly of_people: number;
	/** Attached people of the profile who reach counted sites of which none has known hours. */
	readonly hours_unknown_people: number;
	readonly by_moment: readonly {
		readonly moment: Moment;
		/** Free time of the profile. */
		readonly free_minutes: number | null;
		/** Mean over the people. */
		readonly usable_minutes: number | null;
	}[];
}
