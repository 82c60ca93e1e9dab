import type { Home } from './housing.ts';
import { laeaEurope } from '../tools/projection.ts';

/** Side of INSEE's smallest cells, metres. */
export const CELL = 200;
/** A cell is inhabited from this many people. */
const FEWEST = 1;

/** An inhabited cell of 200 m: its south-west corner in EPSG:3035 and who lives there. */
export interface Cell {
	readonly north: number;
	readonly east: number;
	/** A multiple of one half, as INSEE counts a child of two homes. */
	readonly people: number;
	readonly urban: number;
	/** Indices of the communes its people live in, the one of most people first. */
	readonly communes: readonly number[];
}

/** Homes gathered in the cells of INSEE's grid, from south to north and west to east. */
export function gatherCells(homes: readonly Home[]): Cell[] {
	const cells = new Map<
		string,
		{ north: number; east: number; people: number; urban: number; by: Map<number, number> }
	>();
	for (const home of homes) {
		const [x, y] = laeaEurope(home.at);
		const north = Math.floor(y / CELL) * CELL;
		const east = Math.floor(x / CELL) * CELL;
		const key = `${north} ${east}`;
		const cell = cells.get(key) ?? { north, east, people: 0, urban: 0, by: new Map<number, number>() };
		cells.set(key, cell);
		cell.people += home.people;
		cell.urban += home.urban * home.people;
		cell.by.set(home.commune, (cell.by.get(home.commune) ?? 0) + home.people);
	}
	return [...cells.values()]
		.map((cell): Cell => {
			const communes = [...cell.by].filter(([, people]) => people >= 0.5).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
			const people = Math.round(cell.people * 2) / 2;
			return { ...cell, people, urban: cell.urban / cell.people, communes: communes.map(([commune]) => commune) };
		})
		.filter((cell) => cell.people >= FEWEST && cell.communes.length > 0)
		.sort((a, b) => a.north - b.north || a.east - b.east);
}
