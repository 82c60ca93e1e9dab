import type { Bounds, LonLat } from '#domain/geometry.ts';
import type { MapLevel } from '#domain/question.ts';
import type { HexagonLevel, PolygonMesh } from '#domain/territory-summary.ts';

const EARTH_CIRCUMFERENCE_METRES = 40_075_016.686;
const TILE_PIXELS = 512;
const METRES_PER_DEGREE = EARTH_CIRCUMFERENCE_METRES / 360;

/** A cell is drawn as its true square from this width on, in screen pixels. */
const MIN_CELL_PIXELS = 4;
/** A hexagon is drawn from this width on. */
const MIN_HEXAGON_PIXELS = 8;

/** Screen pixels of one metre on the ground at a latitude (Web Mercator stretches by 1 / cos φ). */
export function pixelsPerMetre(zoom: number, lat: number): number {
	return (TILE_PIXELS * 2 ** zoom) / (EARTH_CIRCUMFERENCE_METRES * Math.cos((lat * Math.PI) / 180));
}

/** North–south extent of the first mark, in metres: marks of one mesh are of one size. Null for an empty mesh. */
export function markSizeMetres(mesh: PolygonMesh): number | null {
	if (mesh.count === 0) return null;
	let [south, north] = [Infinity, -Infinity];
	for (let vertex = mesh.first[0]; vertex < mesh.first[1]; vertex++) {
		const lat = mesh.lonLat[2 * vertex + 1];
		if (lat < south) south = lat;
		if (lat > north) north = lat;
	}
	return (north - south) * METRES_PER_DEGREE;
}

/** The levels between which the zoom chooses; communes are the owner's choice. */
export type MarkLevel = Exclude<MapLevel, 'communes'>;

/** What to draw at a zoom: true cells when they can be seen, else the finest hexagons that can, else the coarsest there are. */
export interface LevelChoice {
	readonly level: MarkLevel;
	/** H3 resolution; 0 at level cells. */
	readonly resolution: number;
}

/**
 * The level that suits a zoom.
 * @param cells the demand points' shapes; null when they have none
 * @param hexagons finest first
 * @returns null where neither cells nor hexagons exist (a population by commune)
 */
export function levelAt(
	cells: PolygonMesh | null,
	hexagons: readonly HexagonLevel[],
	zoom: number,
	lat: number
): LevelChoice | null {
	const scale = pixelsPerMetre(zoom, lat);
	const cellMetres = cells && markSizeMetres(cells);
	if (cellMetres !== null && (hexagons.length === 0 || cellMetres * scale >= MIN_CELL_PIXELS))
		return { level: 'cells', resolution: 0 };
	for (const { resolution, mesh } of hexagons)
		if ((markSizeMetres(mesh) ?? 0) * scale >= MIN_HEXAGON_PIXELS) return { level: 'hexagons', resolution };
	const coarsest = hexagons.at(-1);
	return coarsest ? { level: 'hexagons', resolution: coarsest.resolution } : null;
}

/** Box of some positions; null of none. */
export function boundsOf(positions: Iterable<LonLat>): Bounds | null {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lon, lat] of positions) {
		if (lon < west) west = lon;
		if (lon > east) east = lon;
		if (lat < south) south = lat;
		if (lat > north) north = lat;
	}
	return west <= east ? [west, south, east, north] : null;
}

/** The ring of one mark of a mesh, closed. */
export function markRing(mesh: PolygonMesh, mark: number): LonLat[] {
	const ring: LonLat[] = [];
	for (let vertex = mesh.first[mark]; vertex < mesh.first[mark + 1]; vertex++)
		ring.push([mesh.lonLat[2 * vertex], mesh.lonLat[2 * vertex + 1]]);
	return ring;
}
