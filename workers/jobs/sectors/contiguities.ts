import { getHexagonEdgeLengthAvg, getResolution, UNITS } from 'h3-js';
import type { Population } from '#domain/population.ts';
import {
	gridContiguity,
	hexagonContiguity,
	noContiguity,
	pointContiguity,
	type Contiguity
} from '#core/sectors/contiguity.ts';
import { parseCellId } from '#io/geo/grid-cell-id.ts';

/** Which demand points make one sector, and whose people smooth each. */
export interface Contiguities {
	readonly joining: Contiguity;
	readonly around: Contiguity;
}

/** Empty cells that two cells of one sector may have between them: hamlets a field apart join. */
const JOINING_EMPTY_CELLS = 1;
/** Smoothing looks 500 m around on the 200 m grid; on the 1 km grid, at the cells that touch. */
const AROUND_EMPTY_CELLS = { 'grid-200m': 1, 'grid-1km': 0 } as const;
/** Hexagons are joined as far as two 200 m cells with an empty one between, those that touch at least. */
const HEXAGON_METRES = 400;
/** Communes stand some 4 km apart in France (36,000 on 550,000 km²). */
const COMMUNE_METRES = 5000;
const POINT_METRES = 500;

/**
 * Who is beside whom, by what the demand points are. Communes and points are not smoothed: each is whole already, and a town among its
 * villages would decide for them. Cells of several grids, or whose ids are none, are joined as points.
 */
export function contiguitiesOf({ kind, ids, lon, lat, count }: Population): Contiguities {
	if (kind === 'grid-200m' || kind === 'grid-1km') {
		const grid = gridCoordinates(ids);
		if (grid !== null) {
			const { column, row } = grid;
			return {
				joining: gridContiguity(column, row, JOINING_EMPTY_CELLS),
				around: gridContiguity(column, row, AROUND_EMPTY_CELLS[kind])
			};
		}
	}
	if (kind === 'h3' && count > 0) {
		const touching = hexagonContiguity(ids, ringsOf(ids[0]));
		return { joining: touching, around: touching };
	}
	const metres = kind === 'commune' ? COMMUNE_METRES : POINT_METRES;
	return { joining: pointContiguity(lon, lat, metres), around: noContiguity(count) };
}

function ringsOf(id: string): number {
	const metresApart = getHexagonEdgeLengthAvg(getResolution(id), UNITS.m) * Math.sqrt(3);
	return Math.max(1, Math.round(HEXAGON_METRES / metresApart));
}

/** Column and row of each cell in one grid; null when they are not all of one. */
function gridCoordinates(ids: readonly string[]): { column: Int32Array; row: Int32Array } | null {
	const column = new Int32Array(ids.length);
	const row = new Int32Array(ids.length);
	const reference = ids.length > 0 ? parseCellId(ids[0]) : null;
	for (const [point, id] of ids.entries()) {
		const cell = parseCellId(id);
		if (cell === null || cell.crs !== reference?.crs || cell.sizeMetres !== reference.sizeMetres) return null;
		column[point] = Math.round(cell.east / cell.sizeMetres);
		row[point] = Math.round(cell.north / cell.sizeMetres);
	}
	return { column, row };
}
