import type { DensityClass } from '#domain/supply-answers.ts';
import { peopleAround } from '#core/access/people-around.ts';
import { areaKm2 } from '../../perimeter-figures.ts';
import { cellAreasKm2 } from '../population-values.ts';
import type { AtlasSession } from '../session.ts';

/** Densest first. */
export const DENSITY_CLASSES: readonly DensityClass[] = ['dense', 'intermediate', 'sparse'];
/** People per km²: limits of the degree of urbanisation (Eurostat 2021, Applying the Degree of Urbanisation, for urban centres and clusters). */
const DENSE_FROM = 1500;
const INTERMEDIATE_FROM = 300;

const AROUND_METRES = 1000;
/** Ground from which a demand point's own density is told: a commune, a 1 km cell, a hexagon of that size. */
const OWN_GROUND_KM2 = 0.5;

const classesOf = new WeakMap<AtlasSession['territory']['population'], Int32Array>();

/**
 * Rank of each demand point's class in `DENSITY_CLASSES`; −1 for a commune whose ground is not known. Kept with the population.
 */
export function densityClasses(session: AtlasSession): Int32Array {
	const { population } = session.territory;
	const known = classesOf.get(population);
	if (known !== undefined) return known;
	const classes = Int32Array.from(peoplePerKm2(session), (density) =>
		Number.isNaN(density) ? -1 : density >= DENSE_FROM ? 0 : density >= INTERMEDIATE_FROM ? 1 : 2
	);
	classesOf.set(population, classes);
	return classes;
}

function peoplePerKm2({ territory, marginPopulation }: AtlasSession): Float64Array {
	const { communes, population } = territory;
	const areaOf = cellAreasKm2(population, new Map(communes.map((one) => [one.code as string, areaKm2(one)])));
	const others = marginPopulation === null ? [population] : [population, marginPopulation];
	const discKm2 = Math.PI * (AROUND_METRES / 1000) ** 2;
	const around = population.kind === 'commune' ? null : peopleAround(population, others, AROUND_METRES);
	return population.people.map((people, point) => {
		const area = areaOf(point);
		if (around === null) return area > 0 ? people / area : NaN;
		return area >= OWN_GROUND_KM2 ? people / area : around[point] / discKm2;
	});
}
