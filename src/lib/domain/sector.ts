import type { MultiPolygonRings, LonLat } from './geometry.ts';
import type { InseeCode } from './units.ts';

/** Why a sector is under-served, as what would cure it: a closer site, other hours, or more of them. */
export type SectorCause = 'distance' | 'hours' | 'capacity';
export const SECTOR_CAUSES: readonly SectorCause[] = ['distance', 'hours', 'capacity'];

/** Time at a moment of the week that people are free for and that nothing in reach is open for. */
export interface UnusedMoment {
	/** A moment of the partition of the week ("weekday-evening"). */
	readonly moment: string;
	/** Usable hours a week that the site would add there if it were open throughout, mean over the people concerned. */
	readonly hours: number;
}

/** What would bring the people of one cause above the threshold. */
export type SectorCure =
	| { readonly kind: 'closer-site'; readonly people: number }
	| {
			readonly kind: 'open-more';
			readonly people: number;
			/** Rank of the site among the territory's. */
			readonly site: number;
			/** Usable hours a week short of the threshold, mean over the people concerned. */
			readonly missingHours: number;
			/** Most hours first. */
			readonly moments: readonly UnusedMoment[];
	  }
	| {
			readonly kind: 'bigger';
			readonly people: number;
			readonly site: number;
			/** Weekly hours for 1,000 people within reach, mean over the people concerned, and those under which supply is low. */
			readonly hoursPer1000: number;
			readonly lowUnderPer1000: number;
	  };

/** People of `fromAge` to `toAge` inclusive; `toAge` null is "and over", `people` null where the source gives none. */
interface SectorAges {
	readonly fromAge: number;
	readonly toAge: number | null;
	readonly people: number | null;
}

export interface SectorNearestSite {
	/** Rank of the site among the territory's. */
	readonly site: number;
	/** Half of the sector's people are at most that far from it; null when that is beyond the times that are computed. */
	readonly seconds: number | null;
	/** Of a term week; null when not known. */
	readonly weeklyHours: number | null;
}

/** An under-served sector: contiguous demand points below the threshold, with enough people to be told apart. */
export interface Sector {
	readonly name: string;
	/** Of the demand points, most people first; empty when none is known. */
	readonly communeCodes: readonly InseeCode[];
	/** Ranks of its demand points, rising. */
	readonly points: Uint32Array;
	readonly people: number;
	/** Null when the population has no ages. */
	readonly ages: readonly SectorAges[] | null;
	/** People below the threshold by cause; those that smoothing took in have none, so these may add up to less than `people`. */
	readonly peopleByCause: Readonly<Record<SectorCause, number>>;
	readonly peopleTakenIn: number;
	/** The cause of most people; null where smoothing took in everybody. */
	readonly mainCause: SectorCause | null;
	/** Of each cause that somebody has, most people first. */
	readonly cures: readonly SectorCure[];
	/** The counted site that is the nearest for most people; null when none is within the times that are computed. */
	readonly nearest: SectorNearestSite | null;
	/** People × share of the threshold that they lack: people who lack all of it count whole. */
	readonly deficit: number;
	/** 1 where the deficit is largest: for those who plan, no public ranking. */
	readonly rankAgents: number;
	readonly shape: SectorShape;
}

/** The ground of a sector: its cells together, or its points where a demand point has no ground. */
export type SectorShape =
	| { readonly kind: 'area'; readonly rings: MultiPolygonRings }
	| { readonly kind: 'points'; readonly positions: readonly LonLat[] };
