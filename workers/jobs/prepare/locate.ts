import type { Commune } from '#domain/commune.ts';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import type { DemandPointKind, Population } from '#domain/population.ts';
import type { InseeCode } from '#domain/units.ts';
import { metresToPolygons, preparePolygons, type Polygons } from '#io/polygon-distance.ts';

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
	const outlines = communes.flatMap((commune) =>
		commune.geometry === null ? [] : [{ commune, polygons: preparePolygons(commune.geometry) }]
	);
	const byCode = new Map(communes.map((commune) => [commune.code, commune]));
	const outline = perimeter === null ? null : preparePolygons(perimeter);
	const inside =
		outline === null ? outlines.filter(({ commune }) => !commune.margin).map(({ polygons }) => polygons) : [outline];
	const touching = TOUCHING_METRES[population.kind];
	const codes: (InseeCode | null)[] = [];
	const place = new Uint8Array(population.count);
	for (let point = 0; point < population.count; point++) {
		const at = [population.lon[point], population.lat[point]] as const;
		const stated = population.communeCodes[point];
		const known = stated === null ? undefined : byCode.get(stated);
		const commune = known ?? nearest(outlines, at, touching)?.commune ?? null;
		codes.push(commune?.code ?? stated);
		const within =
			outline === null ? commune !== null && !commune.margin : metresToPolygons(outline, at, touching) <= touching;
		place[point] = within
			? PLACE.inside
			: inside.some((one) => metresToPolygons(one, at, marginMetres) <= marginMetres)
				? PLACE.margin
				: PLACE.outside;
	}
	return { communeCodes: codes, place };
}

interface Outline {
	readonly commune: Commune;
	readonly polygons: Polygons;
}

function nearest(outlines: readonly Outline[], at: readonly [number, number], mostMetres: number): Outline | null {
	let best: Outline | null = null;
	let least = Infinity;
	for (const outline of outlines) {
		const metres = metresToPolygons(outline.polygons, at, Math.min(least, mostMetres));
		if (metres > mostMetres || metres >= least) continue;
		least = metres;
		best = outline;
		if (metres === 0) break;
	}
	return best;
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
