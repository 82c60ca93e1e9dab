import type { Population } from '#domain/population.ts';
import type { Territory } from '#domain/territory.ts';
import type { Mode, TravelTimes } from '#domain/travel.ts';
import type { FolderReader } from '#io/territory-folder/folder.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { isochronesOf, type Isochrone } from '#core/travel/isochrone/isochrones.ts';
import type { SweepPartner } from '#core/travel/sweep/partner.ts';
import { withSite } from '#core/travel/site-rows.ts';
import { EstimatedTravel } from './estimated-travel.ts';
import { MatrixTravel } from './matrix-travel.ts';
import { positionsOf } from './positions.ts';
import { Remembered } from './remembered.ts';
import { RoutedTravel } from './routed-travel.ts';
import type { ModeRoads, TravelDirection, TravelSource, TravelSteps } from './travel-source.ts';

/** What a modification of the sites is given besides. */
export interface PlacingSteps extends TravelSteps {
	/** The times to change, of this territory's demand points: those of a modification before. Default: the territory's own. */
	readonly times?: TravelTimes;
}

export interface TerritoryIsochrones {
	/** Ranks among the territory's sites: the nearest of them counts. */
	readonly sites: readonly number[] | 'all';
	/** Whole seconds above 0. */
	readonly cutoffsSeconds: readonly number[];
	readonly resolutionMetres: number;
	/** Default: people going to the sites. */
	readonly direction?: TravelDirection;
}

/**
 * The travel times of a territory folder, whatever they come from. Everything is read or computed when it is first asked for, once:
 * two who ask together wait for the same work, and the signal of the first counts.
 */
export class TerritoryTravel {
	/** Those that the territory has times for. */
	readonly modes: readonly Mode[];
	readonly #territory: Territory;
	readonly #source: TravelSource;
	readonly #times = new Remembered<Mode, TravelTimes>();

	/**
	 * @param capSeconds times beyond are not kept
	 * @param partner a second worker, for what is long on roads
	 */
	constructor(
		folder: FolderReader,
		{ travel }: TerritoryManifest,
		territory: Territory,
		capSeconds: number,
		partner: SweepPartner | null = null
	) {
		this.#territory = territory;
		this.#source =
			travel.origin === 'roads'
				? new RoutedTravel(folder, travel, territory, capSeconds, partner)
				: travel.origin === 'matrix'
					? new MatrixTravel(folder, travel.mode, territory, capSeconds)
					: new EstimatedTravel(territory, capSeconds);
		this.modes = this.#source.modes;
	}

	/**
	 * Times between the demand points and the sites.
	 * @throws MaillageError what the readers of the folder throw
	 */
	times(mode: Mode, steps: TravelSteps = {}): Promise<TravelTimes> {
		return this.#times.get(mode, () => this.#source.times(mode, steps));
	}

	/**
	 * Times between other demand points, those of the margin, and the sites; computed each time. Those that no road is near, or that a matrix
	 * does not name, are not attached.
	 * @throws MaillageError what the readers of the folder throw
	 */
	timesOf(population: Population, mode: Mode, steps: TravelSteps = {}): Promise<TravelTimes> {
		return this.#source.timesOf(population, mode, steps);
	}

	/** The roads, ready to search; null where times come from a matrix or are estimated. */
	roads(mode: Mode, steps: TravelSteps = {}): Promise<ModeRoads | null> {
		return this.#source.roads(mode, steps);
	}

	/**
	 * The times once a site has moved (degrees, WGS 84); null where they come from a matrix, which knows no new place.
	 * @throws RangeError for a rank that is none
	 */
	async moved(
		mode: Mode,
		site: number,
		lon: number,
		lat: number,
		{ times, ...steps }: PlacingSteps = {}
	): Promise<TravelTimes | null> {
		const before = times ?? (await this.times(mode, steps));
		if (!(site >= 0 && site < before.siteCount)) throw new RangeError(`Site ${site} of ${before.siteCount}`);
		const place = await this.#source.place(mode, lon, lat, steps);
		return place === null ? null : withSite(before, site, place.row, place.isAttached);
	}

	/** The times with one more site, whose rank is the last; null where they come from a matrix. */
	async added(
		mode: Mode,
		lon: number,
		lat: number,
		{ times, ...steps }: PlacingSteps = {}
	): Promise<TravelTimes | null> {
		const before = times ?? (await this.times(mode, steps));
		const place = await this.#source.place(mode, lon, lat, steps);
		return place === null ? null : withSite(before, before.siteCount, place.row, place.isAttached);
	}

	/**
	 * Nested isochrones around some sites, one for each cutoff in the order asked; null where times come from a matrix, which tells
	 * nothing between its places.
	 * @throws MaillageError what `isochronesOf` throws
	 */
	async isochrones(
		mode: Mode,
		{ sites, cutoffsSeconds, resolutionMetres, direction = 'to' }: TerritoryIsochrones,
		steps: TravelSteps = {}
	): Promise<Isochrone[] | null> {
		const all = this.#territory.sites;
		const places = positionsOf(sites === 'all' ? all : sites.map((rank) => all[rank]));
		const reach = { capSeconds: Math.max(0, ...cutoffsSeconds), direction };
		const field = await this.#source.field(mode, places, reach, steps);
		return field === null ? null : isochronesOf(field, resolutionMetres, cutoffsSeconds);
	}
}
