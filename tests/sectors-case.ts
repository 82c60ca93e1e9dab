// A made grid with sites, laid out as the kernels and the jobs read it.
import type { Commune } from '#domain/commune.ts';
import type { Population } from '#domain/population.ts';
import type { Site } from '#domain/site.ts';
import type { Territory } from '#domain/territory.ts';
import { UNREACHABLE, type TravelTimes } from '#domain/travel.ts';
import type { InseeCode } from '#domain/units.ts';
import { cellCentre, cellId } from '#io/geo/grid-cell-id.ts';
import type { SectorsInput } from '#workers/jobs/sectors/evidence.ts';

export interface MadeCell {
	readonly column: number;
	readonly row: number;
	readonly people: number;
	/** Seconds there to each site; null beyond the cap. The way back takes as long unless `oneWay`. */
	readonly seconds: readonly (number | null)[];
	readonly oneWay?: boolean;
	readonly attached?: boolean;
}

export interface MadeGridSite {
	/** Pairs of minutes of the week; null when hours are not known. */
	readonly week: readonly number[] | null;
	readonly counted?: boolean;
}

const CODE = '96001' as InseeCode;
const commune: Commune = {
	code: CODE,
	name: 'Essai-les-Carreaux',
	geometry: null,
	municipalPopulation: null,
	epciCode: null,
	epciName: null,
	centre: null,
	margin: false
};

export function madeInput(cells: readonly MadeCell[], sites: readonly MadeGridSite[]): SectorsInput {
	const territory: Territory = {
		name: 'Essai',
		zone: 'B',
		epciCode: null,
		perimeter: null,
		communes: [commune],
		population: gridPopulation(cells),
		// Only what sectors read of a site is made.
		sites: sites.map((_, rank) => ({ id: `site-${rank}`, name: `Lieu ${rank}` }) as Site),
		sources: {},
		fictional: true
	};
	return {
		territory,
		times: timesOf(cells, sites.length),
		weeks: {
			intervals: sites.map(({ week }) => Uint16Array.from(week ?? [])),
			known: Uint8Array.from(sites, ({ week }) => (week === null ? 0 : 1)),
			weeklyHours: sites.map(({ week }) => (week === null ? null : openMinutes(week) / 60))
		},
		counted: Uint8Array.from(sites, ({ counted }) => (counted === false ? 0 : 1))
	};
}

function gridPopulation(cells: readonly MadeCell[]): Population {
	const squares = cells.map(({ column, row }) => ({
		crs: 3035 as const,
		sizeMetres: 200,
		east: 4_000_000 + 200 * column,
		north: 2_900_000 + 200 * row
	}));
	const centres = squares.map(cellCentre);
	return {
		kind: 'grid-200m',
		count: cells.length,
		ids: squares.map(cellId),
		lon: Float64Array.from(centres, ([lon]) => lon),
		lat: Float64Array.from(centres, ([, lat]) => lat),
		people: Float64Array.from(cells, ({ people }) => people),
		communeCodes: cells.map(() => CODE),
		imputed: null,
		ageBands: null,
		households: null,
		poorHouseholds: null
	};
}

function timesOf(cells: readonly MadeCell[], siteCount: number): TravelTimes {
	const rows = cells.map(({ seconds, oneWay }) =>
		seconds
			.flatMap((go, site) => (go === null ? [] : [{ go, back: oneWay === true ? UNREACHABLE : go, site }]))
			.sort((one, other) => one.go - other.go || one.site - other.site)
	);
	const first = new Uint32Array(rows.length + 1);
	rows.forEach((row, point) => (first[point + 1] = first[point] + row.length));
	const entries = rows.flat();
	return {
		mode: 'car',
		origin: 'roads',
		demandCount: cells.length,
		siteCount,
		capSeconds: 1800,
		first,
		site: Uint32Array.from(entries, ({ site }) => site),
		toSite: Uint32Array.from(entries, ({ go }) => go),
		fromSite: Uint32Array.from(entries, ({ back }) => back),
		attached: Uint8Array.from(cells, ({ attached }) => (attached === false ? 0 : 1)),
		siteAttached: new Uint8Array(siteCount).fill(1)
	};
}

const openMinutes = (week: readonly number[]) =>
	week.reduce((sum, minute, at) => sum + (at % 2 === 0 ? -minute : minute), 0);

/** The same with people and times each a hundredth more or less at most, from a small generator. */
export function perturbed(input: SectorsInput, seed: number): SectorsInput {
	let state = seed;
	const factor = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return 0.99 + (0.02 * state) / 2 ** 32;
	};
	const { territory, times } = input;
	const population = { ...territory.population, people: territory.population.people.map((each) => each * factor()) };
	const site = times.site.slice();
	const toSite = times.toSite.map((each) => Math.round(each * factor()));
	const fromSite = times.fromSite.map((each) => (each === UNREACHABLE ? each : Math.round(each * factor())));
	for (let point = 0; point < times.demandCount; point++) {
		const [from, to] = [times.first[point], times.first[point + 1]];
		const nearestFirst = Array.from({ length: to - from }, (_, rank) => {
			const entry = from + rank;
			return { site: site[entry], go: toSite[entry], back: fromSite[entry] };
		}).sort((one, other) => one.go - other.go || one.site - other.site);
		nearestFirst.forEach((one, rank) => {
			site[from + rank] = one.site;
			toSite[from + rank] = one.go;
			fromSite[from + rank] = one.back;
		});
	}
	return { ...input, territory: { ...territory, population }, times: { ...times, site, toSite, fromSite } };
}

/** Of the people in either's sectors, the share who are in both's. */
export function sharedPeople(people: Float64Array, one: Int32Array, other: Int32Array): number {
	let [both, either] = [0, 0];
	people.forEach((each, point) => {
		if (one[point] >= 0 && other[point] >= 0) both += each;
		if (one[point] >= 0 || other[point] >= 0) either += each;
	});
	return either === 0 ? 1 : both / either;
}
