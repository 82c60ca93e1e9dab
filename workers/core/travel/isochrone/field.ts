import type { Bounds } from '#domain/geometry.ts';
import { MaillageError } from '#domain/notes.ts';
import { METRES_PER_DEGREE } from '../../roads/distance.ts';

/** A field of more nodes than this would take a browser's memory for little more detail. */
export const MAX_FIELD_NODES = 16_000_000;
/** Below this a polygon would be finer than the positions it is made of. */
export const MIN_RESOLUTION_METRES = 10;

/**
 * At this step isochrones by car and the matrix put more than 99.5 % of random points of Porto on the same side of a cutoff,
 * discontinuities of the access rule included; at 100 m about 99 % (tests/integration/isochrones-porto.test.ts).
 */
export const AGREEING_RESOLUTION_METRES = 25;

/**
 * Nodes in rows from south to north, each row from west to east: node (column, row) is entry row × columns + column.
 * Degrees, WGS 84; the steps are one resolution at the middle latitude (equirectangular projection about it).
 */
export interface FieldGrid {
	readonly west: number;
	readonly south: number;
	readonly lonStep: number;
	readonly latStep: number;
	readonly columns: number;
	readonly rows: number;
}

/** Seconds between any points and the sites, not rounded; Infinity where there is no way, or the point is off the network. */
export type TimeSampler = (lon: Float64Array, lat: Float64Array) => Float64Array;

/** Where the times of a set of sites may be asked, and how. */
export interface TimeFieldSource {
	readonly sampler: TimeSampler;
	/** Holds every point within the cap; null when there is none. */
	readonly bounds: Bounds | null;
}

/** Travel times at the nodes of a grid: what all the isochrones of one map are drawn from. */
export interface TimeField {
	readonly grid: FieldGrid;
	/** Seconds, not rounded; Infinity where unreachable. */
	readonly seconds: Float32Array;
}

/** The grid in blocks of so many steps each way: its sides are whole numbers of them (see sampling.ts). */
export const BLOCK_STEPS = 4;

/**
 * The grid of nodes `resolutionMetres` apart that covers `bounds`.
 * @throws MaillageError error_isochrone_resolution below MIN_RESOLUTION_METRES; error_isochrone_too_fine above MAX_FIELD_NODES
 */
export function fieldGrid([west, south, east, north]: Bounds, resolutionMetres: number): FieldGrid {
	if (!(resolutionMetres >= MIN_RESOLUTION_METRES)) {
		throw new MaillageError('error_isochrone_resolution', { read: resolutionMetres, least: MIN_RESOLUTION_METRES });
	}
	const latStep = resolutionMetres / METRES_PER_DEGREE;
	const lonStep = latStep / Math.cos((((south + north) / 2) * Math.PI) / 180);
	const columns = nodesOver((east - west) / lonStep);
	const rows = nodesOver((north - south) / latStep);
	if (columns * rows > MAX_FIELD_NODES) {
		const coarser = Math.ceil((resolutionMetres * Math.sqrt((columns * rows) / MAX_FIELD_NODES)) / 10 + 1) * 10;
		throw new MaillageError('error_isochrone_too_fine', { resolution: resolutionMetres, coarser });
	}
	return { west, south, lonStep, latStep, columns, rows };
}

/** Nodes of whole blocks that cover so many steps. */
function nodesOver(steps: number): number {
	return Math.max(1, Math.ceil(steps / BLOCK_STEPS)) * BLOCK_STEPS + 1;
}
