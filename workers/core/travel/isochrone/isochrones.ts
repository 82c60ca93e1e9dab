import type { MultiPolygonRings } from '#domain/geometry.ts';
import { MaillageError } from '#domain/notes.ts';
import { traceContour, type PaddedField } from './contour.ts';
import { fieldGrid, type TimeField, type TimeFieldSource } from './field.ts';
import { contourPolygons } from './polygons.ts';
import { sampleField } from './sampling.ts';

/** All that is within `cutoffSeconds` of the sites the field was made for. */
export interface Isochrone {
	readonly cutoffSeconds: number;
	/** Closed rings, degrees, outer ones anticlockwise, holes clockwise (RFC 7946); empty when nothing is within. */
	readonly polygons: MultiPolygonRings;
	/** On the sphere of the Earth's mean radius. */
	readonly areaSquareMetres: number;
}

export interface IsochroneOptions {
	/** Parts and holes smaller than this are left out. Default: none is. */
	readonly smallestSquareMetres?: number;
}

/**
 * Isochrones of one field for several cutoffs, each held in every longer one, in the order asked.
 * "Within" is what the travel-time matrix says: the time, rounded to the second (halves up), is the cutoff or less.
 * The field ends half a step beyond its outer nodes.
 * @throws MaillageError error_isochrone_cutoff for a cutoff that is not a whole number of seconds above 0
 */
export function isochrones(
	field: TimeField,
	cutoffsSeconds: readonly number[],
	{ smallestSquareMetres = 0 }: IsochroneOptions = {}
): Isochrone[] {
	checkCutoffs(cutoffsSeconds);
	const padded = paddedField(field);
	return cutoffsSeconds.map((cutoffSeconds) => {
		const level = cutoffSeconds + 0.5;
		const contour = traceContour(padded, level);
		return { cutoffSeconds, ...contourPolygons(contour, padded, field.grid, level, smallestSquareMetres) };
	});
}

/**
 * Samples a source at the resolution asked over all it can reach, and draws its isochrones.
 * @throws MaillageError as `fieldGrid` and `isochrones`
 */
export function isochronesOf(
	source: TimeFieldSource,
	resolutionMetres: number,
	cutoffsSeconds: readonly number[],
	options: IsochroneOptions = {}
): Isochrone[] {
	checkCutoffs(cutoffsSeconds);
	if (source.bounds === null) {
		return cutoffsSeconds.map((cutoffSeconds) => ({ cutoffSeconds, polygons: [], areaSquareMetres: 0 }));
	}
	return isochrones(
		sampleField(fieldGrid(source.bounds, resolutionMetres), source.sampler, cutoffsSeconds),
		cutoffsSeconds,
		options
	);
}

function checkCutoffs(cutoffsSeconds: readonly number[]): void {
	for (const cutoff of cutoffsSeconds) {
		if (!Number.isInteger(cutoff) || cutoff <= 0) throw new MaillageError('error_isochrone_cutoff', { read: cutoff });
	}
}

/** The field with a rim of unreachable nodes around it. */
function paddedField({ grid, seconds }: TimeField): PaddedField {
	const [width, height] = [grid.columns + 2, grid.rows + 2];
	const values = new Float32Array(width * height).fill(Infinity);
	for (let row = 0; row < grid.rows; row++) {
		values.set(seconds.subarray(row * grid.columns, (row + 1) * grid.columns), (row + 1) * width + 1);
	}
	return { width, height, values };
}
