import type { LonLat } from '#domain/geometry.ts';
import type { Population } from '#domain/population.ts';
import type { Mode, TravelTimes } from '#domain/travel.ts';
import type { RoadGraph } from '#core/roads/road-graph.ts';
import type { Hierarchy } from '#core/travel/hierarchy/hierarchy.ts';
import type { TimeFieldSource } from '#core/travel/isochrone/field.ts';
import type { RoadFields } from '#core/travel/isochrone/road-field.ts';
import type { SiteRow } from '#core/travel/site-rows.ts';
import type { SnapIndex, Snaps } from '#core/travel/snap.ts';
import type { Positions } from './positions.ts';

/** What long steps are given. */
export interface TravelSteps {
	/** Called with the share done, 0 … 1. */
	readonly onProgress?: (share: number) => void;
	/** Once aborted, the work ends at its next step with the signal's reason. */
	readonly signal?: AbortSignal;
}

/** The roads of one mode, to hang places on and search around. */
export interface SearchableRoads {
	readonly graph: RoadGraph;
	readonly snapIndex: SnapIndex;
	/** A point further than this from every usable road is off the network. */
	readonly snapMetres: number;
	readonly fields: RoadFields;
}

/** The roads of one mode of a territory, and its demand points hung on them. */
export interface ModeRoads extends SearchableRoads {
	readonly hierarchy: Hierarchy;
	readonly demand: Snaps;
}

/** The times of a place that is not, or no longer, where the territory has a site. */
export interface PlacedSite {
	readonly row: SiteRow;
	readonly isAttached: boolean;
}

/** People going to the sites, or coming back from them. */
export type TravelDirection = 'to' | 'from';

/** How far, and which way, times around places are wanted. */
export interface FieldReach {
	readonly capSeconds: number;
	readonly direction: TravelDirection;
}

/** Where the travel times of a territory come from: roads, a matrix, or the estimated model. Nothing is remembered but what is dear. */
export interface TravelSource {
	readonly modes: readonly Mode[];
	/** Times between the demand points and the sites. */
	times(mode: Mode, steps: TravelSteps): Promise<TravelTimes>;
	/** Times between other demand points, those of the margin, and the sites. */
	timesOf(population: Population, mode: Mode, steps: TravelSteps): Promise<TravelTimes>;
	/** Null where there are none. */
	roads(mode: Mode, steps: TravelSteps): Promise<ModeRoads | null>;
	/** Times between demand points, the territory's or others, and a site anywhere; null where no time to a new place is known. */
	place(from: Population, mode: Mode, position: LonLat, steps: TravelSteps): Promise<PlacedSite | null>;
	/** Times between the demand points of the territory and sites there; null where no time to a new place is known. */
	places(mode: Mode, positions: Positions, steps: TravelSteps): Promise<PlacedSite[] | null>;
	/** Times anywhere to the nearest of some places; null where they are not known. */
	field(mode: Mode, places: Positions, within: FieldReach, steps: TravelSteps): Promise<TimeFieldSource | null>;
}
