import type { Population } from '#domain/population.ts';
import type { Territory } from '#domain/territory.ts';

/** Demand points sorted into groups: index of the group of each, −1 for none; and the keys of the groups. */
export interface Grouping {
	readonly keys: readonly string[];
	readonly group: Int32Array;
}

/** Everybody in one group. */
export function wholeTerritory(population: Population): Grouping {
	return { keys: ['territory'], group: new Int32Array(population.count) };
}

/** By commune of the perimeter, in the order of the territory's communes. */
export function byCommune({ communes, population }: Territory): Grouping {
	const keys = communes.filter(({ margin }) => !margin).map(({ code }) => code as string);
	return grouping(population, keys, (code) => code);
}

/** By EPCI, alphabetical by code; demand points of communes without EPCI are in none. */
export function byEpci({ communes, population }: Territory): Grouping {
	const epciOf = new Map(communes.map(({ code, epciCode }) => [code as string, epciCode as string | null]));
	const keys = [
		...new Set(
			communes
				.filter(({ margin }) => !margin)
				.flatMap(({ epciCode }) => (epciCode === null ? [] : [epciCode as string]))
		)
	].sort();
	return grouping(population, keys, (code) => epciOf.get(code) ?? null);
}

function grouping(
	population: Population,
	keys: readonly string[],
	keyOf: (communeCode: string) => string | null
): Grouping {
	const rank = new Map(keys.map((key, index) => [key, index]));
	const group = Int32Array.from({ length: population.count }, (_, point) => {
		const code = population.communeCodes[point];
		const key = code === null ? null : keyOf(code);
		return key === null ? -1 : (rank.get(key) ?? -1);
	});
	return { keys, group };
}
