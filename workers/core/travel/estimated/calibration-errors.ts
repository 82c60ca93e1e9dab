/** How far estimates are from observed times, by class of time and for each cutoff a user may choose. */
export interface CalibrationErrors {
	/** The error of an estimate the reader sees: pairs classed by their *estimated* time. */
	readonly byEstimatedTime: readonly ErrorClass[];
	/** Pairs classed by their *observed* time: the shortest trips are over-estimated, as in any regression. */
	readonly byObservedTime: readonly ErrorClass[];
	readonly cutoffs: readonly CutoffError[];
}

/** Pairs of a class of time, above `fromMinutes` and up to `toMinutes`. Relative errors are estimated / observed − 1. */
export interface ErrorClass {
	readonly fromMinutes: number;
	readonly toMinutes: number;
	readonly pairs: number;
	readonly medianRelativeError: number;
	readonly medianAbsoluteRelativeError: number;
	readonly shareWithin20Percent: number;
	readonly shareWithin30Percent: number;
	readonly medianAbsoluteErrorMinutes: number;
}

/** "Within `minutes`": how often the estimate puts a pair on the wrong side. */
export interface CutoffError {
	readonly minutes: number;
	readonly pairsEstimatedWithin: number;
	readonly pairsObservedWithin: number;
	/** Of the pairs estimated within, the share that are not; null when there is none. */
	readonly falseInShare: number | null;
	/** Of the pairs observed within, the share estimated beyond; null when there is none. */
	readonly falseOutShare: number | null;
}

/** The last class is all of them together. */
const CLASSES_MINUTES = [
	[0, 10],
	[10, 20],
	[20, 30],
	[30, 60],
	[0, 60]
] as const;
const CUTOFFS_MINUTES = [5, 10, 15, 20, 30] as const;

/** Errors of `estimated` against `observed`, seconds, pair by pair. A class without a pair is left out. Shares to 4 decimals. */
export function calibrationErrors(estimated: Float64Array, observed: Float64Array): CalibrationErrors {
	const classesBy = (time: Float64Array) =>
		CLASSES_MINUTES.map(([from, to]) => errorClass(estimated, observed, time, from, to)).filter(
			({ pairs }) => pairs > 0
		);
	return {
		byEstimatedTime: classesBy(estimated),
		byObservedTime: classesBy(observed),
		cutoffs: CUTOFFS_MINUTES.map((minutes) => cutoffError(estimated, observed, minutes))
	};
}

function errorClass(
	estimated: Float64Array,
	observed: Float64Array,
	time: Float64Array,
	fromMinutes: number,
	toMinutes: number
): ErrorClass {
	const relative: number[] = [];
	const minutes: number[] = [];
	for (let k = 0; k < time.length; k++) {
		if (time[k] <= fromMinutes * 60 || time[k] > toMinutes * 60) continue;
		relative.push(estimated[k] / observed[k] - 1);
		minutes.push(Math.abs(estimated[k] - observed[k]) / 60);
	}
	const absolute = relative.map(Math.abs);
	const shareWithin = (limit: number) => rounded(absolute.filter((error) => error <= limit).length / absolute.length);
	return {
		fromMinutes,
		toMinutes,
		pairs: relative.length,
		medianRelativeError: rounded(median(relative)),
		medianAbsoluteRelativeError: rounded(median(absolute)),
		shareWithin20Percent: shareWithin(0.2),
		shareWithin30Percent: shareWithin(0.3),
		medianAbsoluteErrorMinutes: rounded(median(minutes))
	};
}

function cutoffError(estimated: Float64Array, observed: Float64Array, minutes: number): CutoffError {
	let estimatedWithin = 0;
	let observedWithin = 0;
	let both = 0;
	for (let k = 0; k < estimated.length; k++) {
		const isEstimated = estimated[k] <= minutes * 60;
		const isObserved = observed[k] <= minutes * 60;
		if (isEstimated) estimatedWithin++;
		if (isObserved) observedWithin++;
		if (isEstimated && isObserved) both++;
	}
	return {
		minutes,
		pairsEstimatedWithin: estimatedWithin,
		pairsObservedWithin: observedWithin,
		falseInShare: estimatedWithin === 0 ? null : rounded((estimatedWithin - both) / estimatedWithin),
		falseOutShare: observedWithin === 0 ? null : rounded((observedWithin - both) / observedWithin)
	};
}

/** The middle value, or the mean of the two middle ones; NaN for none. */
export function median(values: readonly number[]): number {
	const sorted = Float64Array.from(values).sort();
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function rounded(value: number): number {
	return Math.round(value * 1e4) / 1e4;
}
