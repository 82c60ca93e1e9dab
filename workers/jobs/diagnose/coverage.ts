import type { CoverageIndicator } from '#domain/indicator.ts';
import type { Territory } from '#domain/territory.ts';
import type { Mode, TravelTimes } from '#domain/travel.ts';
import { coverageByGroup, nearestSeconds } from '#core/access/coverage.ts';
import { shareOf } from '#core/access/share.ts';
import { byCommune, byEpci, wholeTerritory, type Grouping } from './groups.ts';

/** Cutoffs of the diagnosis, in minutes, ascending. */
export const CUTOFF_MINUTES = [5, 10, 15, 20, 30] as const;
export const DEFAULT_CUTOFF_MINUTES = 15;
/** Times beyond the longest cutoff are of no use to the diagnosis. */
export const CAP_SECONDS = 30 * 60;

/** One byte per site: 1 where it counts in the supply, neighbours of the margin in or out. */
export function sitesCounted({ sites }: Territory, withNeighbours: boolean): Uint8Array {
	return Uint8Array.from(sites, ({ counted, margin }) => (counted.counted && (withNeighbours || !margin) ? 1 : 0));
}

/** Coverage of one weighting (people, an age band…) over one grouping, for each cutoff: groups × cutoffs, cutoffs ascending. */
function coverageOf(
	mode: Mode,
	times: TravelTimes,
	nearest: Uint32Array,
	people: Float64Array,
	{ keys, group }: Grouping
): (CoverageIndicator & { readonly key: string })[] {
	const perCutoff = CUTOFF_MINUTES.map((minutes) =>
		coverageByGroup(nearest, people, times.attached, group, keys.length, minutes * 60)
	);
	return keys.flatMap((key, index) =>
		CUTOFF_MINUTES.map((minutes, rank) => {
			const { within, attached } = perCutoff[rank];
			return {
				key,
				mode,
				cutoff_minutes: minutes,
				people: within[index],
				of_people: attached[index],
				share: shareOf(within[index], attached[index])
			};
		})
	);
}

const withoutKey = ({ key: _, ...rest }: CoverageIndicator & { key: string }): CoverageIndicator => rest;

/** Every coverage of `indicators.json` for one mode. */
export function coverageIndicators(territory: Territory, times: TravelTimes) {
	const { population, communes } = territory;
	const { mode } = times;
	const all = wholeTerritory(population);
	const nearest = nearestSeconds(times, sitesCounted(territory, true));
	const nearestInside = nearestSeconds(times, sitesCounted(territory, false));
	const epciNames = new Map(communes.map(({ epciCode, epciName }) => [epciCode as string | null, epciName]));
	const whole = (people: Float64Array, from: Uint32Array) => coverageOf(mode, times, from, people, all).map(withoutKey);
	return {
		coverage: whole(population.people, nearest),
		coverage_without_neighbours: whole(population.people, nearestInside),
		coverage_by_age: (population.ageBands ?? []).flatMap(({ fromAge, toAge, people }) =>
			whole(people, nearest).map((entry) => ({ from_age: fromAge, to_age: toAge, ...entry }))
		),
		coverage_of_poor_households: population.poorHouseholds === null ? [] : whole(population.poorHouseholds, nearest),
		coverage_by_commune: coverageOf(mode, times, nearest, population.people, byCommune(territory)).map(
			({ key, ...entry }) => ({
				commune: key,
				...entry
			})
		),
		coverage_by_epci: coverageOf(mode, times, nearest, population.people, byEpci(territory)).map(
			({ key, ...entry }) => ({
				epci: key,
				epci_name: epciNames.get(key) ?? null,
				...entry
			})
		)
	};
}
