import type { LonLat } from '#domain/geometry.ts';
import type { Population } from '#domain/population.ts';
import type { Territory } from '#domain/territory.ts';
import { MODES, type Mode, type TravelTimes } from '#domain/travel.ts';
import { estimatedTravelTimes } from '#core/travel/estimated/estimated-travel-times.ts';
import { estimatedField } from '#core/travel/isochrone/estimated-field.ts';
import type { TimeFieldSource } from '#core/travel/isochrone/field.ts';
import type { SiteRow } from '#core/travel/site-rows.ts';
import { ESTIMATED_MODEL } from '../estimated-model.ts';
import { positionsOf, type Positions } from './positions.ts';
import type { FieldReach, PlacedSite, TravelSource } from './travel-source.ts';

/** Travel times by the estimated model, the same in both directions. */
export class EstimatedTravel implements TravelSource {
	readonly modes = MODES;
	readonly #territory: Territory;
	readonly #capSeconds: number;

	constructor(territory: Territory, capSeconds: number) {
		this.#territory = territory;
		this.#capSeconds = capSeconds;
	}

	times(mode: Mode): Promise<TravelTimes> {
		return this.timesOf(this.#territory.population, mode);
	}

	timesOf(population: Population, mode: Mode): Promise<TravelTimes> {
		return Promise.resolve(this.#timesBetween(mode, population, positionsOf(this.#territory.sites)));
	}

	roads(): Promise<null> {
		return Promise.resolve(null);
	}

	place(from: Population, mode: Mode, position: LonLat): Promise<PlacedSite> {
		const times = this.#timesBetween(mode, from, positionsOf([{ position }]));
		return Promise.resolve({ row: onlyRow(times), isAttached: times.siteAttached[0] === 1 });
	}

	places(mode: Mode, positions: Positions): Promise<PlacedSite[]> {
		const { population } = this.#territory;
		const { lon, lat } = positions;
		const placed = Array.from(lon, (_, at) => this.place(population, mode, [lon[at], lat[at]]));
		return Promise.all(placed);
	}

	field(mode: Mode, { lon, lat }: Positions, { capSeconds }: FieldReach): Promise<TimeFieldSource> {
		return Promise.resolve(estimatedField(ESTIMATED_MODEL, mode, lon, lat, capSeconds));
	}

	#timesBetween(mode: Mode, from: Positions, { lon, lat }: Positions): TravelTimes {
		return estimatedTravelTimes(ESTIMATED_MODEL, mode, from.lon, from.lat, lon, lat, this.#capSeconds);
	}
}

/** The row of the one site of some times. */
function onlyRow({ demandCount, first, toSite, fromSite }: TravelTimes): SiteRow {
	const demand = Uint32Array.from({ length: demandCount }, (_, point) => point).filter(
		(point) => first[point] < first[point + 1]
	);
	return { demand, toSite, fromSite };
}
