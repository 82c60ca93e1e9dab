import { gridDisk } from 'h3-js';
import { haversineMetres, METRES_PER_DEGREE } from '../roads/distance.ts';

/** Who is beside whom, both ways and never oneself: neighbours of demand point i are neighbour[first[i] … first[i + 1]), rising. */
export interface Contiguity {
	/** One offset per demand point and one more. */
	readonly first: Uint32Array;
	readonly neighbour: Uint32Array;
}

/**
 * Cells of a square grid that touch, by a side or a corner, or are apart by at most `emptyCells` cells: with 1, hamlets a field apart join.
 * @param column of each cell, whole, in steps of the grid
 * @param row the same; no two cells share both
 * @param emptyCells whole, ≥ 0
 */
export function gridContiguity(column: Int32Array, row: Int32Array, emptyCells: number): Contiguity {
	const reach = emptyCells + 1;
	const pointAt = new Map<number, number>();
	column.forEach((x, point) => pointAt.set(gridKey(x, row[point]), point));
	return contiguityOf(column.length, (point) => {
		const near: number[] = [];
		for (let dy = -reach; dy <= reach; dy++) {
			for (let dx = -reach; dx <= reach; dx++) {
				const other = pointAt.get(gridKey(column[point] + dx, row[point] + dy));
				if (other !== undefined) near.push(other);
			}
		}
		return near;
	});
}

/**
 * Hexagons at most `rings` apart (1: those that touch).
 * @param ids H3 indexes of one resolution, each once; throws h3-js’s error on another id
 */
export function hexagonContiguity(ids: readonly string[], rings: number): Contiguity {
	const pointAt = new Map(ids.map((id, point) => [id, point]));
	return contiguityOf(ids.length, (point) => gridDisk(ids[point], rings).flatMap((id) => pointAt.get(id) ?? []));
}

/**
 * Points at most `metres` apart as the crow flies.
 * @param lon degrees
 * @param lat degrees
 */
export function pointContiguity(lon: Float64Array, lat: Float64Array, metres: number): Contiguity {
	const stepLat = metres / METRES_PER_DEGREE;
	// Meridians draw together with latitude: a step that is wide enough at the furthest point is for all.
	const furthest = lat.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
	const stepLon = stepLat / Math.max(0.01, Math.cos(((furthest + stepLat) * Math.PI) / 180));
	const boxes = new Map<number, number[]>();
	const keyOf = (point: number, dx: number, dy: number) =>
		gridKey(Math.floor(lon[point] / stepLon) + dx, Math.floor(lat[point] / stepLat) + dy);
	for (let point = 0; point < lon.length; point++) {
		const box = boxes.get(keyOf(point, 0, 0));
		if (box === undefined) boxes.set(keyOf(point, 0, 0), [point]);
		else box.push(point);
	}
	return contiguityOf(lon.length, (point) => {
		const near: number[] = [];
		for (let dy = -1; dy <= 1; dy++) {
			for (let dx = -1; dx <= 1; dx++) {
				for (const other of boxes.get(keyOf(point, dx, dy)) ?? []) {
					if (haversineMetres(lon[point], lat[point], lon[other], lat[other]) <= metres) near.push(other);
				}
			}
		}
		return near;
	});
}

/** No point beside another. */
export function noContiguity(count: number): Contiguity {
	return { first: new Uint32Array(count + 1), neighbour: new Uint32Array(0) };
}

/** One number for two whole coordinates under 2^25 either way. */
const gridKey = (x: number, y: number) => x * 2 ** 26 + y;

function contiguityOf(count: number, nearOf: (point: number) => number[]): Contiguity {
	const first = new Uint32Array(count + 1);
	const neighbours: number[] = [];
	for (let point = 0; point < count; point++) {
		for (const other of nearOf(point).sort((one, two) => one - two)) if (other !== point) neighbours.push(other);
		first[point + 1] = neighbours.length;
	}
	return { first, neighbour: Uint32Array.from(neighbours) };
}
