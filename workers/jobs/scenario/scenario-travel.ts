import type { LonLat } from '#domain/geometry.ts';
import type { Population } from '#domain/population.ts';
import type { Site } from '#domain/site.ts';
import type { Mode, TravelTimes } from '#domain/travel.ts';
import type { Isochrone } from '#core/travel/isochrone/isochrones.ts';
import { withSites } from '#core/travel/site-rows.ts';
import { samePlace } from '../atlas/same-site.ts';
import type { Positions } from '../travel/positions.ts';
import { Remembered } from '../travel/remembered.ts';
import type { SessionTravel, TerritoryIsochrones } from '../travel/session-travel.ts';
import type { ModeRoads, PlacedSite, TravelSteps } from '../travel/travel-source.ts';

/** By mode and place. */
type Rows = Map<string, Promise<PlacedSite>>;

/**
 * The travel times of a territory some of whose sites a scenario moves or adds: the territory's own with the rows of these put in, each
 * searched once. A former one hands on the rows of the places that are still the same, so that dragging a site is one row a step.
 */
export class ScenarioTravel implements SessionTravel {
	readonly modes: readonly Mode[];
	readonly canPlace: boolean;
	readonly #base: SessionTravel;
	readonly #sites: readonly Pick<Site, 'position'>[];
	readonly #moved: readonly number[];
	readonly #population: Population;
	readonly #times = new Remembered<Mode, TravelTimes>();
	readonly #timesOfOthers = new WeakMap<Population, Remembered<Mode, TravelTimes>>();
	readonly #rows = new Map<Population, Rows>();

	/**
	 * @param population the demand points of the territory
	 * @param sites all of them, where the scenario has them
	 * @param moved ranks of those that the territory has elsewhere, or not at all
	 */
	constructor(
		base: SessionTravel,
		population: Population,
		sites: readonly Pick<Site, 'position'>[],
		moved: readonly number[],
		former: SessionTravel | null = null
	) {
		this.modes = base.modes;
		this.canPlace = base.canPlace;
		this.#base = base;
		this.#population = population;
		this.#sites = sites;
		this.#moved = moved;
		if (former instanceof ScenarioTravel && former.#base === base) this.#takeRows(former);
	}

	/** Whether these are the same times: of the same sites at the same places. */
	isOf(base: SessionTravel, sites: readonly Pick<Site, 'position'>[], moved: readonly number[]): boolean {
		return (
			base === this.#base &&
			sites.length === this.#sites.length &&
			moved.length === this.#moved.length &&
			moved.every((rank, at) => rank === this.#moved[at] && samePlace(sites[rank], this.#sites[rank]))
		);
	}

	times(mode: Mode, steps: TravelSteps = {}): Promise<TravelTimes> {
		return this.#times.get(mode, async () =>
			this.#patched(await this.#base.times(mode, steps), this.#population, mode, steps)
		);
	}

	timesOf(population: Population, mode: Mode, steps: TravelSteps = {}): Promise<TravelTimes> {
		const known = this.#timesOfOthers.get(population) ?? new Remembered<Mode, TravelTimes>();
		this.#timesOfOthers.set(population, known);
		return known.get(mode, async () =>
			this.#patched(await this.#base.timesOf(population, mode, steps), population, mode, steps)
		);
	}

	roads(mode: Mode, steps: TravelSteps = {}): Promise<ModeRoads | null> {
		return this.#base.roads(mode, steps);
	}

	place(from: Population, mode: Mode, position: LonLat, steps: TravelSteps = {}): Promise<PlacedSite | null> {
		return this.#base.place(from, mode, position, steps);
	}

	places(mode: Mode, positions: Positions, steps: TravelSteps = {}): Promise<PlacedSite[] | null> {
		return this.#base.places(mode, positions, steps);
	}

	isochrones(mode: Mode, asked: TerritoryIsochrones, steps: TravelSteps = {}): Promise<Isochrone[] | null> {
		return this.#base.isochrones(mode, asked, steps);
	}

	async #patched(times: TravelTimes, from: Population, mode: Mode, steps: TravelSteps): Promise<TravelTimes> {
		const placed = new Map<number, PlacedSite>();
		for (const rank of this.#moved) placed.set(rank, await this.#row(from, mode, this.#sites[rank].position, steps));
		return withSites(times, placed);
	}

	#row(from: Population, mode: Mode, position: LonLat, steps: TravelSteps): Promise<PlacedSite> {
		const rows: Rows = this.#rows.get(from) ?? new Map();
		this.#rows.set(from, rows);
		const key = keyOf(mode, position);
		const known = rows.get(key);
		if (known !== undefined) return known;
		const searched = this.#base.place(from, mode, position, steps).then((placed) => {
			if (placed === null) throw new RangeError('A matrix knows no time to a new place');
			return placed;
		});
		rows.set(key, searched);
		searched.catch(() => rows.delete(key));
		return searched;
	}

	#takeRows(former: ScenarioTravel): void {
		const wanted = new Set(
			this.#moved.flatMap((rank) => this.modes.map((mode) => keyOf(mode, this.#sites[rank].position)))
		);
		former.#rows.forEach((rows, from) => {
			this.#rows.set(from, new Map([...rows].filter(([key]) => wanted.has(key))));
		});
	}
}

const keyOf = (mode: Mode, [lon, lat]: LonLat) => `${mode} ${lon} ${lat}`;
