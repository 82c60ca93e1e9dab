import type { Source } from '#domain/source.ts';
import type { Mode } from '#domain/travel.ts';
import type { CalibrationErrors } from './calibration-errors.ts';

/**
 * Travel time from the straight line alone:
 *
 *     seconds(d) = terminal + detour × d / v(d),   v(d) = start + (top − start) × d / (d + half)
 *
 * The road is `detour` times the straight line; the mean speed along it grows from `start` (streets near both ends) towards
 * `top` (main roads), and is half-way between them at `half` metres. v is concave and start > 0, so d / v(d), hence the
 * time, never falls as d grows.
 */
export interface EstimatedModeModel {
	/** Starting and ending: the time of a trip of no length. */
	readonly terminalSeconds: number;
	readonly detour: number;
	readonly startMetresPerSecond: number;
	/** Never below the start speed. */
	readonly topMetresPerSecond: number;
	readonly halfSpeedMetres: number;
	/** False: an assumption stated as such, measured against nothing. */
	readonly calibrated: boolean;
}

/** What the car model was fitted on. */
export interface Calibration {
	readonly source: Source;
	/** What computed the durations, with its car profile and without traffic. */
	readonly router: string;
	readonly territory: string;
	readonly places: number;
	/** Directed pairs of distinct places, and how many of them the fit used. */
	readonly pairs: number;
	readonly pairsFitted: number;
	/** The fit used pairs up to this straight line. */
	readonly fittedToMetres: number;
	/** No pair is shorter: below it the model is extrapolated. */
	readonly shortestPairMetres: number;
	/** Every pair estimated by a model that had seen no pair touching the origin's sector. */
	readonly errors: CalibrationErrors;
	readonly sectors: readonly SectorBias[];
}

/** One contiguous sector held out: how far a model fitted elsewhere is off there. */
export interface SectorBias {
	readonly centreLon: number;
	readonly centreLat: number;
	readonly places: number;
	/** Pairs leaving the sector that were estimated at one hour or less. */
	readonly pairs: number;
	/** Median of estimated / observed − 1: positive where the model is too slow. */
	readonly medianRelativeError: number;
}

/** The estimated travel model: data/reference/estimated-model.json. */
export interface EstimatedModel {
	readonly modes: Readonly<Record<Mode, EstimatedModeModel>>;
	/** Of the modes that are calibrated. */
	readonly calibration: Calibration;
}

/**
 * Estimated seconds for `metres` of straight line, not rounded: what isochrones interpolate.
 * Infinity for Infinity, NaN for NaN.
 */
export function continuousSeconds(mode: EstimatedModeModel, metres: number): number {
	if (metres === Infinity) return Infinity;
	const { terminalSeconds, detour, startMetresPerSecond, topMetresPerSecond, halfSpeedMetres } = mode;
	const grown = metres === 0 ? 0 : metres / (metres + halfSpeedMetres);
	const speed = startMetresPerSecond + (topMetresPerSecond - startMetresPerSecond) * grown;
	return terminalSeconds + (detour * metres) / speed;
}

/** Estimated travel time over `metres` of straight line, in whole seconds (halves up). */
export function estimateSeconds(model: EstimatedModel, mode: Mode, metres: number): number {
	return Math.floor(continuousSeconds(model.modes[mode], metres) + 0.5);
}

/**
 * The longest straight line, in metres, whose estimate rounds to `capSeconds` or less (the bound itself rounds above);
 * null where even a trip of no length takes longer. Root of detour·d² + (detour·half − s·top)·d − s·start·half = 0 with
 * s = capSeconds + ½ − terminal.
 */
export function reachableMetres(model: EstimatedModel, mode: Mode, capSeconds: number): number | null {
	const { terminalSeconds, detour, startMetresPerSecond, topMetresPerSecond, halfSpeedMetres } = model.modes[mode];
	const seconds = capSeconds + 0.5 - terminalSeconds;
	if (!(seconds > 0)) return null;
	const linear = detour * halfSpeedMetres - seconds * topMetresPerSecond;
	const constant = seconds * startMetresPerSecond * halfSpeedMetres;
	return (-linear + Math.sqrt(linear * linear + 4 * detour * constant)) / (2 * detour);
}
