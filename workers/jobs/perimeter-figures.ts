import type { Commune } from '#domain/commune.ts';
import type { Territory } from '#domain/territory.ts';
import type { Mode } from '#domain/travel.ts';
import { ringArea } from '#io/geo/polygons.ts';

/**
 * From this density on, people per km², access by car says little (in Lille's métropole half of the people have 18 libraries
 * within 15 minutes by car): the bike is the default mode. A choice of ours, stated in `travel.default_mode`.
 */
const DENSE_PEOPLE_PER_KM2 = 1000;
const KM_PER_DEGREE = 111.195;

/** The communes of the perimeter, those of the margin left out. */
export function perimeterCommunes({ communes }: Pick<Territory, 'communes'>): Commune[] {
	return communes.filter(({ margin }) => !margin);
}

/** Population municipale of these communes together; null when one of them has none, or there are none. */
export function municipalPopulation(communes: readonly Commune[]): number | null {
	let total = 0;
	for (const { municipalPopulation } of communes) {
		if (municipalPopulation === null) return null;
		total += municipalPopulation;
	}
	return communes.length > 0 ? total : null;
}

/** The mode of the first figures: by car, except in dense cities; the first there is where that one is not. */
export function defaultMode(territory: Pick<Territory, 'communes' | 'population'>, modes: readonly Mode[]): Mode {
	const km2 = perimeterCommunes(territory).reduce((total, commune) => total + areaKm2(commune), 0);
	const people = territory.population.people.reduce((total, one) => total + one, 0);
	const wanted = km2 > 0 && people / km2 >= DENSE_PEOPLE_PER_KM2 ? 'bike' : 'car';
	return modes.includes(wanted) ? wanted : modes[0];
}

/** Area of the outer rings less their holes, on the local plane. */
export function areaKm2({ geometry }: Commune): number {
	return (geometry ?? []).reduce((total, [outer, ...holes]) => {
		const shrink = Math.cos((outer[0][1] * Math.PI) / 180);
		const degrees = ringArea(outer) - holes.reduce((sum, hole) => sum + ringArea(hole), 0);
		return total + degrees * shrink * KM_PER_DEGREE ** 2;
	}, 0);
}
