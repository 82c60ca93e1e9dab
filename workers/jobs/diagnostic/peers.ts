import type { DiagnosticPeers } from '#domain/diagnostic.ts';
import { weightedQuantile } from '#core/access/weighted.ts';
import type { Area } from './area.ts';

/** Sizes of communes, by population municipale: those that the national statistics of libraries tell apart. */
const SIZES: readonly number[] = [0, 2_000, 5_000, 10_000, 20_000, 40_000, 100_000];
/** Of fewer sites that tell, a median says nothing of what is usual. */
const FEWEST_PEERS = 3;

/** Sites of communes of the same size, in all the data that are loaded: what half of them have at least. */
export function peersOf({ session, view, communes }: Area): DiagnosticPeers[] {
	const { territory } = session;
	const sizeOf = new Map<string, number>(
		territory.communes.flatMap(({ code, municipalPopulation: people }) =>
			people === null ? [] : [[code, sizeRank(people)] as const]
		)
	);
	const sizes = [...new Set(communes.flatMap(({ code }) => sizeOf.get(code) ?? []))].sort((one, other) => one - other);
	const counted = [...territory.sites.keys()].filter((rank) => view.counted[rank] === 1);
	return sizes.flatMap((size) => {
		const sites = counted.filter((rank) => sizeOf.get(territory.sites[rank].communeCode ?? '') === size);
		const bounds = { fromPeople: SIZES[size], toPeople: SIZES[size + 1] ?? null, of: sites.length };
		const of = (valueOf: (rank: number) => number | null) => medianOf(sites.flatMap((rank) => valueOf(rank) ?? []));
		const figures = (rank: number) => territory.sites[rank].figures;
		return [
			{ measure: 'surface', unit: 'square-metres', ...bounds, ...of((rank) => figures(rank).surfaceSquareMetres) },
			{ measure: 'weekly-hours', unit: 'hours', ...bounds, ...of((rank) => view.weeks.weeklyHours[rank]) },
			{ measure: 'entries', unit: 'entries', ...bounds, ...of((rank) => figures(rank).entriesPerYear) }
		];
	});
}

const sizeRank = (people: number) => SIZES.findLastIndex((from) => people >= from);

function medianOf(values: readonly number[]): { readonly median: number | null; readonly known: number } {
	const known = values.length;
	if (known < FEWEST_PEERS) return { median: null, known };
	return { median: weightedQuantile(Float64Array.from(values), new Float64Array(known).fill(1), 0.5), known };
}
