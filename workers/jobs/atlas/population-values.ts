import { cellArea, latLngToCell, UNITS } from 'h3-js';
import type { Population } from '#domain/population.ts';
import type { PolygonMesh } from '#domain/territory-summary.ts';
import { areaKm2 } from '../perimeter-figures.ts';
import { sumByMark, type Marks } from './marks.ts';
import type { AtlasSession } from './session.ts';
import { bandsBetween } from './view.ts';

/** Under this many people a commune's share of ages or of poor households is not told: it would tell of a few homes. */
const FEWEST_PEOPLE_FOR_SHARES = 200;

/** People per km² of each mark, on its true area; NaN for marks without area or without demand points. */
export function densityOfMarks(session: AtlasSession, marks: Marks): Float64Array {
	const inhabited = marksWithPoints(marks);
	const area = areasKm2(session, marks);
	return marks.people.map((count, mark) => (inhabited[mark] === 1 && area(mark) > 0 ? count / area(mark) : NaN));
}

/**
 * Percent of the people of each commune aged 65 and over, of those whose ages are given; NaN everywhere when the data's bands have no
 * edge at 65, and for communes too small to tell.
 */
export function share65OverOfCommunes({ territory }: AtlasSession, communes: Marks): Float64Array {
	const { population } = territory;
	const old = bandsBetween(population, 65, null);
	const all = (population.ageBands ?? []).map(({ people }) => people);
	if (old === null) return new Float64Array(communes.count).fill(NaN);
	return percentOf(population, communes, old, all);
}

/** Percent of the households of each commune that are poor; NaN everywhere when the data does not tell, and for communes too small to. */
export function poorHouseholdsOfCommunes({ territory }: AtlasSession, communes: Marks): Float64Array {
	const { households, poorHouseholds } = territory.population;
	if (households === null || poorHouseholds === null) return new Float64Array(communes.count).fill(NaN);
	return percentOf(territory.population, communes, [poorHouseholds], [households]);
}

/** Percent that the parts make of the wholes; demand points where one of them is not given are in neither. */
function percentOf(
	population: Population,
	communes: Marks,
	parts: readonly Float64Array[],
	wholes: readonly Float64Array[]
): Float64Array {
	const total = (lists: readonly Float64Array[], point: number) => lists.reduce((sum, list) => sum + list[point], 0);
	const part = new Float64Array(population.count);
	const whole = new Float64Array(population.count);
	for (let point = 0; point < population.count; point++) {
		const of = total(wholes, point);
		const is = total(parts, point);
		if (Number.isNaN(of) || Number.isNaN(is)) continue;
		part[point] = is;
		whole[point] = of;
	}
	const wholeOfMark = sumByMark(communes, whole);
	return sumByMark(communes, part).map((sum, mark) =>
		communes.people[mark] >= FEWEST_PEOPLE_FOR_SHARES && wholeOfMark[mark] > 0 ? (100 * sum) / wholeOfMark[mark] : NaN
	);
}

function marksWithPoints({ count, group }: Marks): Uint8Array {
	if (group === null) return new Uint8Array(count).fill(1);
	const inhabited = new Uint8Array(count);
	for (const mark of group) if (mark >= 0) inhabited[mark] = 1;
	return inhabited;
}

/** Area of a mark in km²; 0 where it has none (points, communes without outline). */
function areasKm2({ territory, summary }: AtlasSession, { level, resolution }: Marks): (mark: number) => number {
	const { communes, population } = territory;
	if (level === 'communes') return (mark) => areaKm2(communes[mark]);
	if (level === 'hexagons') {
		const mesh = summary.hexagons.find((hexagons) => hexagons.resolution === resolution)?.mesh;
		return (mark) => (mesh === undefined ? 0 : hexagonAreaKm2(mesh, mark, resolution ?? 0));
	}
	return cellAreasKm2(population, new Map(communes.map((commune) => [commune.code as string, areaKm2(commune)])));
}

/** Ground of each demand point, km²; 0 where it has none or it is not known. */
export function cellAreasKm2(
	{ kind, ids, communeCodes }: Population,
	areaOfCommune: ReadonlyMap<string, number>
): (point: number) => number {
	if (kind === 'grid-200m') return () => 0.04;
	if (kind === 'grid-1km') return () => 1;
	if (kind === 'h3') return (point) => cellArea(ids[point], UNITS.km2);
	if (kind === 'commune') return (point) => areaOfCommune.get(communeCodes[point] ?? ids[point]) ?? 0;
	return () => 0;
}

/** The middle of a hexagon's corners is in it, and so names it. */
function hexagonAreaKm2({ first, lonLat }: PolygonMesh, mark: number, resolution: number): number {
	// The last corner repeats the first.
	const corners = first[mark + 1] - first[mark] - 1;
	let [lon, lat] = [0, 0];
	for (let corner = first[mark]; corner < first[mark] + corners; corner++) {
		lon += lonLat[2 * corner] / corners;
		lat += lonLat[2 * corner + 1] / corners;
	}
	return cellArea(latLngToCell(lat, lon, resolution), UNITS.km2);
}
