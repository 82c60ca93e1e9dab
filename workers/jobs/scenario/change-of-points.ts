import type { ChangeUnit } from '#domain/scenario-answers.ts';

/** What became of the access of a demand point. */
export const ACCESS_UNCHANGED = 0;
export const ACCESS_IMPROVED = 1;
export const ACCESS_REDUCED = 2;
/** Not known before, after, or both. */
export const ACCESS_UNKNOWN = 3;
export const POINT_UNATTACHED = 4;

/** The access of demand points on one side, in whole steps of a unit where it is counted in them, so that differences are exact. */
export interface AccessOfPoints {
	readonly unit: ChangeUnit;
	/** True where a smaller value is better. */
	readonly lessIsBetter: boolean;
	/** Steps in one unit: 60 where values are seconds and the unit is minutes. */
	readonly stepsPerUnit: number;
	/** One per demand point, in steps; NaN where it is not known, Infinity beyond the times that are computed. */
	readonly values: Float64Array;
	readonly attached: Uint8Array;
	/** Values whose difference is no more than this share of the smaller one are equal: 0 where they are whole numbers. */
	readonly tolerance: number;
}

/** What changes for each demand point. To be read, never written. */
export interface ChangeOfPoints extends Pick<AccessOfPoints, 'unit' | 'lessIsBetter'> {
	/** One of the constants of this file per demand point. */
	readonly states: Uint8Array;
	/** After − before, in units; NaN where it is not known, or is to or from beyond the times that are computed. */
	readonly change: Float64Array;
}

/**
 * Compares two sides, demand point by demand point. From beyond the times that are computed to within them is better, the other way round
 * worse, and beyond on both sides unchanged. A demand point that hangs on the network on one side only is unattached.
 * @throws RangeError when the sides are not of the same demand points and unit
 */
export function changeOfPoints(before: AccessOfPoints, after: AccessOfPoints): ChangeOfPoints {
	const count = before.values.length;
	const { unit, lessIsBetter, stepsPerUnit, tolerance } = before;
	if (after.values.length !== count || after.unit !== unit) {
		throw new RangeError(`${after.values.length} points in ${after.unit}, expected ${count} in ${unit}`);
	}
	const states = new Uint8Array(count);
	const change = new Float64Array(count).fill(NaN);
	for (let point = 0; point < count; point++) {
		const [was, is] = [before.values[point], after.values[point]];
		if ((before.attached[point] & after.attached[point]) === 0) states[point] = POINT_UNATTACHED;
		else if (Number.isNaN(was) || Number.isNaN(is)) states[point] = ACCESS_UNKNOWN;
		else if (areEqual(was, is, tolerance)) change[point] = 0;
		else {
			states[point] = is < was === lessIsBetter ? ACCESS_IMPROVED : ACCESS_REDUCED;
			if (Number.isFinite(is - was)) change[point] = (is - was) / stepsPerUnit;
		}
	}
	return { unit, lessIsBetter, states, change };
}

/** Two infinite values are equal. */
const areEqual = (one: number, other: number, tolerance: number) =>
	one === other || Math.abs(one - other) <= tolerance * Math.min(Math.abs(one), Math.abs(other));
