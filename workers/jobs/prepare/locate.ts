import type { Commune } from '#domain/commune.ts';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import type { DemandPointKind, Population } from '#domain/population.ts';
import type { InseeCode } from '#domain/units.ts';
import { CommuneIndex } from '#io/communes/commune-index.ts';
import { metresToPolygons, preparePolygons } from '#io/geo/polygon-distance.ts';

/** A cell whose centre is outside every outline still belongs to one that its square touches: half a diagonal, metres. */
const TOUCHING_METRES: Readonly<Record<DemandPointKind, number>> = {
	'grid-200m': 142,
	'grid-1km': 708,
	h3: 200,
	commune: 0,
	point: 0
};

/** Where a demand point stands. */
export const PLACE = { inside: 0, margin: 1, outside: 2 } as const;

export interface LocatedPopulation {
	readonly communeCodes: readonly (InseeCode | null)[];
	/** One of PLACE per demand point. */
	readonly place: Uint8Array;
}

/**
 * The commune of each demand point and whether it is in the perimeter, in its margin or beyond. The source's own commune goes
 * first where it is one of those loaded; else the outline that holds the centre; else the nearest one that the cell touches.
 * @param perimeter the outline where one was given; null when the perimeter is the communes that are not margin
 * @param marginMetres how far from the perimeter demand points are kept
 */
export function locatePopulation(
	population: Population,
	communes: readonly Commune[],
	perimeter: MultiPolygonRings | null,
	marginMetres: number
): LocatedPopulation {
	const { count, lon, lat } = population;
	const touching = TOUCHING_METRES[population.kind];
	const ranks = new CommuneIndex(communes).ranksOf(lon, lat, touching);
	const rankOfCode = new Map(communes.map(({ code }, rank) => [code, rank]));
	const codes: (InseeCode | null)[] = [];
	for (let point = 0; point < count; point++) {
		const stated = population.communeCodes[point];
		const known = stated === null ? undefined : rankOfCode.get(stated);
		if (known !== undefined) ranks[point] = known;
		codes.push(ranks[point] === -1 ? stated : communes[ranks[point]].code);
	}
	const isInside = insideTest(population, communes, perimeter, ranks);
	const nearPerimeter = nearTest(population, communes, perimeter, marginMetres);
	const place = Uint8Array.from({ length: count }, (_, point) =>
		isInside(point) ? PLACE.inside : nearPerimeter(point) ? PLACE.margin : PLACE.outside
	);
	return { communeCodes: codes, place };
}

type PointTest = (point: number) => boolean;

function insideTest(
	{ kind, lon, lat }: Population,
	communes: readonly Commune[],
	perimeter: MultiPolygonRings | null,
	ranks: Int32Array
): PointTest {
	if (perimeter === null) return (point) => ranks[point] !== -1 && !communes[ranks[point]].margin;
	const outline = preparePolygons(perimeter);
	const touching = TOUCHING_METRES[kind];
	return (point) => metresToPolygons(outline, [lon[point], lat[point]], touching) <= touching;
}

function nearTest(
	{ lon, lat }: Population,
	communes: readonly Commune[],
	perimeter: MultiPolygonRings | null,
	marginMetres: number
): PointTest {
	if (perimeter !== null) {
		const outline = preparePolygons(perimeter);
		return (point) => metresToPolygons(outline, [lon[point], lat[point]], marginMetres) <= marginMetres;
	}
	const index = new CommuneIndex(communes.filter(({ margin }) => !margin));
	return (point) => index.nearest(lon[point], lat[point], marginMetres) !== null;
}

/** The demand points of one place, in their order. */
export function populationAt(
	population: Population,
	{ communeCodes, place }: LocatedPopulation,
	wanted: number
): Population {
	const kept = Array.from(place.keys()).filter((point) => place[point] === wanted);
	const pick = (values: Float64Array) => Float64Array.from(kept, (point) => values[point]);
	return {
		kind: population.kind,
		count: kept.length,
		ids: kept.map((point) => population.ids[point]),
		lon: pick(population.lon),
		lat: pick(population.lat),
		people: pick(population.people),
		communeCodes: kept.map((point) => communeCodes[point]),
		imputed: population.imputed === null ? null : Uint8Array.from(kept, (point) => population.imputed?.[point] ?? 0),
		ageBands: population.ageBands?.map((band) => ({ ...band, people: pick(band.people) })) ?? null,
		households: population.households === null ? null : pick(population.households),
		poorHouseholds: population.poorHouseholds === null ? null : pick(population.poorHouseholds)
	};
}
