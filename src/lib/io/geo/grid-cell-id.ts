import type { LonLat } from '#domain/geometry.ts';
import { isCrsCode, toLonLat, toLonLatInPlace, type CrsCode } from './projection.ts';

/**
 * A square of a statistical grid, as INSPIRE names it: `CRS3035RES200mN2029800E4254200` is the 200 m square whose
 * south-west corner is at E 4,254,200 m, N 2,029,800 m in EPSG:3035 (INSEE, Filosofi; CRS2975 at La Réunion, CRS5490
 * or 2973 in Martinique).
 */
export interface GridCell {
	readonly crs: CrsCode;
	readonly sizeMetres: number;
	/** South-west corner, metres. */
	readonly east: number;
	readonly north: number;
}

const CELL_ID = /^CRS(\d{4,5})RES(\d+)(k?)mN(-?\d+)E(-?\d+)$/i;

/** The cell that `text` names, or null when it is no cell id or one in a system that is not read. */
export function parseCellId(text: string): GridCell | null {
	const match = CELL_ID.exec(text.trim());
	if (!match) return null;
	const crs = Number(match[1]);
	const sizeMetres = Number(match[2]) * (match[3] === '' ? 1 : 1000);
	if (!isCrsCode(crs) || crs === 4326 || sizeMetres <= 0) return null;
	return { crs, sizeMetres, north: Number(match[4]), east: Number(match[5]) };
}

/** The id of a cell, in INSEE's spelling. */
export function cellId(cell: GridCell): string {
	return `CRS${cell.crs}RES${cell.sizeMetres}mN${cell.north}E${cell.east}`;
}

/** Degrees of the centre of a cell. */
export function cellCentre(cell: GridCell): LonLat {
	const half = cell.sizeMetres / 2;
	return toLonLat(cell.crs, cell.east + half, cell.north + half);
}

/** Centres of many cells in degrees, one conversion run per system. */
export function cellCentres(cells: readonly GridCell[]): { lon: Float64Array; lat: Float64Array } {
	const lon = new Float64Array(cells.length);
	const lat = new Float64Array(cells.length);
	const oneSystem = cells.every(({ crs }) => crs === cells[0].crs);
	cells.forEach((cell, i) => {
		const half = cell.sizeMetres / 2;
		if (oneSystem) {
			lon[i] = cell.east + half;
			lat[i] = cell.north + half;
		} else [lon[i], lat[i]] = cellCentre(cell);
	});
	if (oneSystem && cells.length > 0) toLonLatInPlace(cells[0].crs, lon, lat);
	return { lon, lat };
}

/** Closed ring of the four corners in degrees, anticlockwise from the south-west: what a map draws. */
export function cellPolygon(cell: GridCell): readonly LonLat[] {
	const { crs, east, north, sizeMetres } = cell;
	const corner = (dx: number, dy: number) => toLonLat(crs, east + dx * sizeMetres, north + dy * sizeMetres);
	return [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)];
}
