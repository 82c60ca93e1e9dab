import { cellToBoundary, cellToParent, getResolution, isValidCell, latLngToCell } from 'h3-js';
import type { LonLat } from '#domain/geometry.ts';
import { MaillageError } from '#domain/notes.ts';
import type { DemandPointKind, Population } from '#domain/population.ts';
import type { HexagonLevel, PolygonMesh } from '#domain/territory-summary.ts';
import { cellPolygon, parseCellId } from '#io/geo/grid-cell-id.ts';
import { FOLDER_FILES } from '#io/territory-folder/files.ts';
import type { CellsOfHexagons } from './session.ts';

/** H3 resolutions that demand points are gathered in, finest first; H3 cells are gathered in their own parents. */
const RESOLUTIONS: Readonly<Record<Exclude<DemandPointKind, 'h3'>, readonly number[]>> = {
	'grid-200m': [8, 7, 6],
	'grid-1km': [7, 6],
	point: [8, 7, 6],
	commune: []
};
const COARSER_THAN_H3_CELLS = 2;

const GRID_METRES: Readonly<Partial<Record<DemandPointKind, number>>> = { 'grid-200m': 200, 'grid-1km': 1000 };
const METRES_PER_DEGREE = 111_195;

/** Rings side by side, each already closed. */
function meshOf(rings: readonly (readonly LonLat[])[]): PolygonMesh {
	const first = new Uint32Array(rings.length + 1);
	rings.forEach((ring, i) => (first[i + 1] = first[i] + ring.length));
	const lonLat = new Float64Array(2 * first[rings.length]);
	rings.forEach((ring, i) => ring.forEach((position, vertex) => lonLat.set(position, 2 * (first[i] + vertex))));
	return { count: rings.length, first, lonLat };
}

/**
 * The true squares or hexagons of the demand points, in their order; null where they have no shape (communes, points).
 * @throws MaillageError `error_folder_cell_id` for a hexagon whose id is none
 */
export function cellMesh(population: Population): PolygonMesh | null {
	const { kind, ids, lon, lat } = population;
	if (kind === 'h3') return meshOf(hexagonIds(population).map(hexagonRing));
	const metres = GRID_METRES[kind];
	if (metres === undefined) return null;
	return meshOf(
		ids.map((id, point) => {
			const cell = parseCellId(id);
			return cell === null ? squareAround(lon[point], lat[point], metres) : cellPolygon(cell);
		})
	);
}

/** A cell known by its centre alone, its coordinates having been put right: a square on it, sides to the north. */
function squareAround(lon: number, lat: number, metres: number): LonLat[] {
	const up = metres / 2 / METRES_PER_DEGREE;
	const right = up / Math.cos((lat * Math.PI) / 180);
	const [west, south, east, north] = [lon - right, lat - up, lon + right, lat + up];
	return [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
}

const hexagonRing = (id: string) => cellToBoundary(id, true) as LonLat[];

function hexagonIds({ ids }: Population): readonly string[] {
	ids.forEach((id, point) => {
		if (isValidCell(id)) return;
		// The heading is row 1.
		throw new MaillageError('error_folder_cell_id', { row: point + 2, read: id }, FOLDER_FILES.cells);
	});
	return ids;
}

/** Demand points gathered in hexagons: what the map draws of them, and which demand point is in which. */
export interface GatheredHexagons {
	readonly level: HexagonLevel;
	readonly cells: CellsOfHexagons;
}

/**
 * Demand points gathered in H3 hexagons at each resolution, finest first; each hexagon is made of whole hexagons of the finer one.
 * @throws MaillageError `error_folder_cell_id`
 */
export function* gatherInHexagons(population: Population): Generator<GatheredHexagons> {
	let ids: readonly string[] | null = null;
	for (const resolution of resolutionsOf(population)) {
		ids = hexagonOfEach(population, ids, resolution);
		yield gather(population, ids, resolution);
	}
}

function resolutionsOf(population: Population): readonly number[] {
	if (population.kind !== 'h3') return RESOLUTIONS[population.kind];
	// Cells of several resolutions have a common parent from the coarsest on.
	const own = hexagonIds(population).reduce((coarsest, id) => Math.min(coarsest, getResolution(id)), 15);
	return Array.from({ length: COARSER_THAN_H3_CELLS }, (_, i) => own - 1 - i).filter((resolution) => resolution >= 0);
}

function hexagonOfEach(
	{ kind, ids, lon, lat }: Population,
	finer: readonly string[] | null,
	resolution: number
): string[] {
	const known = finer ?? (kind === 'h3' ? ids : null);
	if (known !== null) return known.map((id) => cellToParent(id, resolution));
	return Array.from(lon, (_, point) => latLngToCell(lat[point], lon[point], resolution));
}

function gather({ people }: Population, ids: readonly string[], resolution: number): GatheredHexagons {
	const rank = new Map<string, number>();
	const hexagonOf = Uint32Array.from(ids, (id) => {
		const hexagon = rank.get(id) ?? rank.size;
		rank.set(id, hexagon);
		return hexagon;
	});
	const peopleOf = new Float64Array(rank.size);
	hexagonOf.forEach((hexagon, point) => (peopleOf[hexagon] += people[point]));
	return {
		level: { resolution, mesh: meshOf([...rank.keys()].map(hexagonRing)), people: Float32Array.from(peopleOf) },
		cells: { resolution, count: rank.size, hexagonOf }
	};
}
