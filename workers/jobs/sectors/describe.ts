import type { Basemap } from '#domain/basemap.ts';
import type { Population } from '#domain/population.ts';
import { SECTOR_CAUSES, type Sector, type SectorCause, type SectorNearestSite } from '#domain/sector.ts';
import { UNREACHABLE, type TravelTimes } from '#domain/travel.ts';
import { weightedQuantile } from '#core/access/weighted.ts';
import { peopleByCause } from '#core/sectors/cause.ts';
import { sectorCures } from './cures.ts';
import type { SectorsEvidence, SectorsInput } from './evidence.ts';
import type { SectorsFound } from './find.ts';
import { communesByPeople, distinctNames, placeNames, sectorName } from './names.ts';
import { sectorShape } from './shape.ts';

/** Sectors told to a reader, in the alphabetical order of their names (French); `rankAgents` is the order of their deficits. */
export function describeSectors(
	input: SectorsInput,
	evidence: SectorsEvidence,
	found: SectorsFound,
	basemap: Basemap | null
): Sector[] {
	const { sectorOf, people } = found.groups;
	const points = pointsOf(sectorOf, people.length);
	const placeNameAt = placeNames(basemap);
	const names = distinctNames(points.map((one) => sectorName(input.territory, placeNameAt, one)));
	const split = peopleByCause(sectorOf, people.length, found.causes, input.territory.population.people);
	const deficits = points.map((one) => deficitOf(input.territory.population, found, one));
	const ranks = fallingRanks(deficits);
	const alphabet = new Intl.Collator('fr', { numeric: true });
	return points
		.map((one, sector): Sector => {
			const causes = causesOf(split, sector);
			return {
				name: names[sector],
				communeCodes: communesByPeople(input.territory.population, one),
				points: one,
				people: people[sector],
				ages: agesOf(input.territory.population, one),
				...causes,
				cures: sectorCures(input, evidence, found, one),
				nearest: nearestSite(input, one),
				deficit: deficits[sector],
				rankAgents: ranks[sector],
				shape: sectorShape(input.territory, one)
			};
		})
		.sort((one, other) => alphabet.compare(one.name, other.name));
}

function pointsOf(sectorOf: Int32Array, count: number): Uint32Array[] {
	const points = Array.from({ length: count }, (): number[] => []);
	sectorOf.forEach((sector, point) => {
		if (sector >= 0) points[sector].push(point);
	});
	return points.map((one) => Uint32Array.from(one));
}

function causesOf(split: Float64Array, sector: number) {
	const [takenIn, distance, hours, capacity] = split.subarray(sector * 4, sector * 4 + 4);
	const ofCause: Record<SectorCause, number> = { distance, hours, capacity };
	const main = SECTOR_CAUSES.reduce((most, cause) => (ofCause[cause] > ofCause[most] ? cause : most));
	return { peopleByCause: ofCause, peopleTakenIn: takenIn, mainCause: ofCause[main] > 0 ? main : null };
}

function deficitOf({ people }: Population, { shortfall }: SectorsFound, points: Uint32Array): number {
	return points.reduce((sum, point) => sum + people[point] * shortfall[point], 0);
}

/** 1 for the largest value; equal values in their own order. */
function fallingRanks(values: readonly number[]): number[] {
	const order = values.map((_, index) => index).sort((one, other) => values[other] - values[one] || one - other);
	const ranks = new Array<number>(values.length);
	order.forEach((index, rank) => (ranks[index] = rank + 1));
	return ranks;
}

function agesOf({ ageBands }: Population, points: Uint32Array): Sector['ages'] {
	if (ageBands === null) return null;
	return ageBands.map(({ fromAge, toAge, people }) => {
		const sum = points.reduce((total, point) => total + people[point], 0);
		return { fromAge, toAge, people: Number.isNaN(sum) ? null : sum };
	});
}

/** The counted site that is the nearest for most people, and the time to it that half of all do not exceed. */
function nearestSite(
	{ territory, times, weeks, counted }: SectorsInput,
	points: Uint32Array
): SectorNearestSite | null {
	const { people } = territory.population;
	const peopleOf = new Map<number, number>();
	for (const point of points) {
		const site = firstCounted(times, counted, point);
		if (site !== null) peopleOf.set(site, (peopleOf.get(site) ?? 0) + people[point]);
	}
	if (peopleOf.size === 0) return null;
	const [[site]] = [...peopleOf].sort(([one, more], [other, less]) => less - more || one - other);
	const seconds = Float64Array.from(points, (point) => secondsTo(times, point, site));
	const weights = Float64Array.from(points, (point) => people[point]);
	const median = weightedQuantile(seconds, weights, 0.5);
	return { site, seconds: median === UNREACHABLE ? null : median, weeklyHours: weeks.weeklyHours[site] };
}

function firstCounted({ first, site }: TravelTimes, counted: Uint8Array, point: number): number | null {
	for (let entry = first[point]; entry < first[point + 1]; entry++) if (counted[site[entry]] === 1) return site[entry];
	return null;
}

function secondsTo({ first, site, toSite }: TravelTimes, point: number, to: number): number {
	for (let entry = first[point]; entry < first[point + 1]; entry++) if (site[entry] === to) return toSite[entry];
	return UNREACHABLE;
}
