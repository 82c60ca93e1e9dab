import type { LonLat } from '#domain/geometry.ts';
import type { Population } from '#domain/population.ts';
import type { Territory } from '#domain/territory.ts';
import type { Mode, TravelTimes } from '#domain/travel.ts';
import type { FolderReader } from '#io/territory-folder/folder.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { isochronesOf, type Isochrone } from '#core/travel/isochrone/isochrones.ts';
import type { SweepPartner } from '#core/travel/sweep/partner.ts';
import { EstimatedTravel } from './estimated-travel.ts';
import { MatrixTravel } from './matrix-travel.ts';
import { positionsOf, type Positions } from './positions.ts';
import { Remembered } from './remembered.ts';
import { RoutedTravel } from './routed-travel.ts';
import type { SessionTravel, TerritoryIsochrones } from './session-travel.ts';
import type { ModeRoads, PlacedSite, TravelSource, TravelSteps } from './travel-source.ts';

/**
 * The travel times of a territory folder, whatever they come from. Everything is read or computed when it is first asked for, once:
 * two who ask together wait for the same work, and the signal of the first counts.
 */
export class TerritoryTravel implements SessionTravel {
	readonly modes: readonly Mode[];
	readonly canPlace: boolean;
	readonly #source: TravelSource;
	readonly #times = new Remembered<Mode, TravelTimes>();
	readonly #timesOfOthers = new WeakMap<Population, Remembered<Mode, TravelTimes>>();

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
		this.#source =
			travel.origin === 'roads'
				? new RoutedTravel(folder, travel, territory, capSeconds, partner)
				: travel.origin === 'matrix'
					? new MatrixTravel(folder, travel.mode, territory, capSeconds)
					: new EstimatedTravel(territory, capSeconds);
		this.modes = this.#source.modes;
		this.canPlace = travel.origin !== 'matrix';
	}

	times(mode: Mode, steps: TravelSteps = {}): Promise<TravelTimes> {
		return this.#times.get(mode, () => this.#source.times(mode, steps));
	}

	timesOf(population: Population, mode: Mode, steps: TravelSteps = {}): Promise<TravelTimes> {
		const known = this.#timesOfOthers.get(population) ?? new Remembered<Mode, TravelTimes>();
		this.#timesOfOthers.set(population, known);
		return known.get(mode, () => this.#source.timesOf(population, mode, steps));
	}

	roads(mode: Mode, steps: TravelSteps = {}): Promise<ModeRoads | null> {
		return this.#source.roads(mode, steps);
	}

	place(from: Population, mode: Mode, position: LonLat, steps: TravelSteps = {}): Promise<PlacedSite | null> {
		return this.#source.place(from, mode, position, steps);
	}

	places(mode: Mode, positions: Positions, steps: TravelSteps = {}): Promise<PlacedSite[] | null> {
		return this.#source.places(mode, positions, steps);
	}

	async isochrones(
		mode: Mode,
		{ around, cutoffsSeconds, resolutionMetres, direction = 'to' }: TerritoryIsochrones,
		steps: TravelSteps = {}
	): Promise<Isochrone[] | null> {
		const reach = { capSeconds: Math.max(0, ...cutoffsSeconds), direction };
		const field = await this.#source.field(mode, positionsOf(around), reach, steps);
		return field === null ? null : isochronesOf(field, resolutionMetres, cutoffsSeconds);
	}
}
