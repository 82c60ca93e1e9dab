import type { LonLat } from '#domain/geometry.ts';
import type { Population } from '#domain/population.ts';
import type { Site } from '#domain/site.ts';
import type { Mode, TravelTimes } from '#domain/travel.ts';
import type { Isochrone } from '#core/travel/isochrone/isochrones.ts';
import type { Positions } from './positions.ts';
import type { ModeRoads, PlacedSite, TravelDirection, TravelSteps } from './travel-source.ts';

export interface TerritoryIsochrones {
	/** The nearest of them counts. */
	readonly around: readonly Pick<Site, 'position'>[];
	/** Whole seconds above 0. */
	readonly cutoffsSeconds: readonly number[];
	readonly resolutionMetres: number;
	/** Default: people going to the sites. */
	readonly direction?: TravelDirection;
}

/** The travel times of a territory, as it is or under a scenario. All of them may throw what the readers of the folder throw. */
export interface SessionTravel {
	/** Those that the territory has times for. */
	readonly modes: readonly Mode[];
	/** Whether times to a place that is none of the sites can be told: a matrix knows none. */
	readonly canPlace: boolean;
	/** Times between the demand points and the sites. */
	times(mode: Mode, steps?: TravelSteps): Promise<TravelTimes>;
	/** Times between other demand points, those of the margin, and the sites. Those that no road is near, or that a matrix does not name, are not attached. */
	timesOf(population: Population, mode: Mode, steps?: TravelSteps): Promise<TravelTimes>;
	/** The roads, ready to search; null where times come from a matrix or are estimated. */
	roads(mode: Mode, steps?: TravelSteps): Promise<ModeRoads | null>;
	/** What the times between some demand points and a site there would be; null where times come from a matrix. */
	place(from: Population, mode: Mode, position: LonLat, steps?: TravelSteps): Promise<PlacedSite | null>;
	/** What the times between the demand points and sites there would be, place by place; null where times come from a matrix. */
	places(mode: Mode, positions: Positions, steps?: TravelSteps): Promise<PlacedSite[] | null>;
	/**
	 * Nested isochrones around some places, one for each cutoff in the order asked; null where times come from a matrix, which tells
	 * nothing between its places.
	 * @throws MaillageError what `isochronesOf` throws
	 */
	isochrones(mode: Mode, asked: TerritoryIsochrones, steps?: TravelSteps): Promise<Isochrone[] | null>;
}
