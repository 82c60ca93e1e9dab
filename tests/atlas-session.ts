import { cellToBoundary, cellToParent, latLngToCell } from 'h3-js';
import type { Commune } from '#domain/commune.ts';
import type { AgeBand, Population } from '#domain/population.ts';
import type { Question } from '#domain/question.ts';
import type { Site, SiteKind } from '#domain/site.ts';
import type { Territory } from '#domain/territory.ts';
import type { HexagonLevel } from '#domain/territory-summary.ts';
import type { TravelTimes } from '#domain/travel.ts';
import type { InseeCode } from '#domain/units.ts';
import type { AtlasSession, SiteWeeks } from '#workers/jobs/atlas/session.ts';
import type { JobContext } from '#workers/protocol.ts';
import { BLANK_FIGURES } from './blank-figures.ts';
import { questionOf } from './question.ts';

/** A job that nobody watches or cancels. */
export const alone: JobContext = { progress: () => {}, signal: new AbortController().signal };

export const everyoneEverywhere: Question = questionOf();

/** One demand point of a made territory. */
export interface MadePoint {
	readonly people: number;
	readonly peopleOver65: number;
	/** Rank of a commune; −1 for one that the territory does not have. */
	readonly commune: number;
	readonly attached: boolean;
	/** Seconds to each site; null beyond the cap. */
	readonly seconds: readonly (number | null)[];
}

export interface MadeSite {
	readonly kind: SiteKind;
	readonly counted: boolean;
	readonly margin: boolean;
	readonly commune: number;
	/** Pairs of minutes, sorted and disjoint; null when hours are not known. */
	readonly week: readonly number[] | null;
}

export interface MadeTerritory {
	readonly communes: number;
	readonly points: readonly MadePoint[];
	readonly sites: readonly MadeSite[];
}

/** Where the points of a made territory stand: some 200 m from each other. */
export const positionOf = (point: number) =>
	[3 + (point % 250) * 0.0025, 48 + Math.floor(point / 250) * 0.0018] as const;

const codeOf = (commune: number) => String(10_001 + commune) as InseeCode;

/** An opened territory out of plain tables: its folder, roads and calendar are not there to be read. The last commune is of the margin. */
export function madeSession(made: MadeTerritory, times: TravelTimes = timesOf(made)): AtlasSession {
	const population = populationOf(made);
	const sites = made.sites.map(siteOf);
	const hexagons = [8, 7, 6].map((resolution) => hexagonsOf(population, resolution));
	const weeks = weeksOf(made);
	const territory: Territory = {
		name: 'Essai',
		zone: 'B',
		epciCode: null,
		perimeter: null,
		communes: Array.from({ length: made.communes + 1 }, (_, rank) => communeOf(rank, rank === made.communes)),
		population,
		sites,
		sources: {},
		fictional: true
	};
	// Only what answers and maps read is made.
	return {
		territory,
		marginPopulation: null,
		travel: { modes: ['car'], times: () => Promise.resolve(times) },
		weeks: { term: weeks, 'small-holidays': weeks, summer: weeks },
		basemap: null,
		hexagons: hexagons.map(({ cells }) => cells),
		summary: { hexagons: hexagons.map(({ level }) => level) },
		baseline: null
	} as unknown as AtlasSession;
}

function timesOf({ points, sites }: MadeTerritory): TravelTimes {
	const rows = points.map(({ seconds, attached }) =>
		seconds
			.flatMap((time, site) => (time === null || !attached ? [] : [{ time, site }]))
			.sort((one, other) => one.time - other.time)
	);
	const entries = rows.flat();
	const toSite = Uint32Array.from(entries, ({ time }) => time);
	const first = new Uint32Array(points.length + 1);
	rows.forEach((row, point) => (first[point + 1] = first[point] + row.length));
	return {
		mode: 'car',
		origin: 'matrix',
		demandCount: points.length,
		siteCount: sites.length,
		capSeconds: 1800,
		first,
		site: Uint32Array.from(entries, ({ site }) => site),
		toSite,
		fromSite: toSite,
		attached: Uint8Array.from(points, ({ attached }) => (attached ? 1 : 0)),
		siteAttached: new Uint8Array(sites.length).fill(1)
	};
}

function populationOf({ points }: MadeTerritory): Population {
	const old = Float64Array.from(points, ({ peopleOver65 }) => peopleOver65);
	const young = Float64Array.from(points, ({ people, peopleOver65 }) => people - peopleOver65);
	const ageBands: AgeBand[] = [
		{ fromAge: 0, toAge: 64, people: young },
		{ fromAge: 65, toAge: null, people: old }
	];
	return {
		kind: 'grid-200m',
		count: points.length,
		ids: points.map((_, point) => String(point)),
		lon: Float64Array.from(points, (_, point) => positionOf(point)[0]),
		lat: Float64Array.from(points, (_, point) => positionOf(point)[1]),
		people: Float64Array.from(points, ({ people }) => people),
		communeCodes: points.map(({ commune }) => (commune === -1 ? null : codeOf(commune))),
		imputed: null,
		ageBands,
		households: null,
		poorHouseholds: null
	};
}

function communeOf(rank: number, margin: boolean): Commune {
	const epciCode = rank % 2 === 0 ? ('200000001' as Commune['epciCode']) : null;
	return {
		code: codeOf(rank),
		name: `Commune ${rank}`,
		geometry: null,
		municipalPopulation: null,
		epciCode,
		epciName: null,
		centre: null,
		margin
	};
}

function siteOf({ kind, counted, margin, commune }: MadeSite, rank: number): Site {
	return {
		id: `s${rank}`,
		name: `Lieu ${rank}`,
		kind,
		statut: 'territoriale',
		openToAll: true,
		counted: { counted, reason: 'counted_reason_public_building', byUser: false },
		position: [3, 48],
		address: null,
		postcode: null,
		communeCode: codeOf(commune),
		communeName: null,
		schedule: null,
		serviceClass: null,
		figures: BLANK_FIGURES,
		margin,
		origin: { file: 'essai', row: rank + 2 }
	};
}

function weeksOf({ sites }: MadeTerritory): SiteWeeks {
	return {
		intervals: sites.map(({ week }) => Uint16Array.from(week ?? [])),
		known: Uint8Array.from(sites, ({ week }) => (week === null ? 0 : 1)),
		weeklyHours: sites.map(() => null)
	};
}

function hexagonsOf({ lon, lat, count, people }: Population, resolution: number) {
	const fine = Array.from({ length: count }, (_, point) => latLngToCell(lat[point], lon[point], 8));
	const names = fine.map((name) => cellToParent(name, resolution));
	const hexagons = [...new Set(names)];
	const rank = new Map(hexagons.map((name, index) => [name, index]));
	const hexagonOf = Uint32Array.from(names, (name) => rank.get(name) ?? 0);
	const rings = hexagons.map((name) => cellToBoundary(name, true));
	const first = new Uint32Array(hexagons.length + 1);
	rings.forEach((ring, index) => (first[index + 1] = first[index] + ring.length));
	const peopleOf = new Float32Array(hexagons.length);
	hexagonOf.forEach((hexagon, point) => (peopleOf[hexagon] += people[point]));
	const level: HexagonLevel = {
		resolution,
		mesh: { count: hexagons.length, first, lonLat: Float64Array.from(rings.flat(2)) },
		people: peopleOf
	};
	return { cells: { resolution, count: hexagons.length, hexagonOf }, level };
}
