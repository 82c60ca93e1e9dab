import { CLASS_BEYOND, type Classes } from '#domain/atlas-answers.ts';
import type { MapIndicator } from '#domain/question.ts';
import { weightedQuantiles } from '#core/access/weighted.ts';

/** Classes before anybody is counted in them. */
export type Scale = Omit<Classes, 'peoplePerClass' | 'peopleBeyond' | 'peopleWithoutData' | 'peopleUnattached'>;

type Bounds = Classes['bounds'];

/** Classes from each number to the next; the last goes on. */
const goingOn = (froms: readonly number[]): Bounds =>
	froms.map((from, rank) => ({ from, to: froms[rank + 1] ?? null }));

const TIMES: Bounds = [0, 5, 10, 15, 20].map((from, rank, froms) => ({ from, to: froms[rank + 1] ?? 30 }));
const FIXED = { method: 'fixed' } as const;

/** Scales of what is reached: the same for every territory, question and level, so that two maps compare. */
export const FIXED_SCALES = {
	nearest: { ...FIXED, indicator: 'nearest', unit: 'minutes', bounds: TIMES },
	'open-now': { ...FIXED, indicator: 'open-now', unit: 'minutes', bounds: TIMES },
	'open-hours': { ...FIXED, indicator: 'open-hours', unit: 'hours', bounds: goingOn([0, 4, 10, 20, 30, 40]) },
	'usable-hours': { ...FIXED, indicator: 'usable-hours', unit: 'hours', bounds: goingOn([0, 2, 4, 8, 15, 25]) },
	sites: { ...FIXED, indicator: 'sites', unit: 'sites', bounds: goingOn([1, 2, 3, 5, 10]) }
} as const satisfies Partial<Record<MapIndicator, Scale>>;

/**
 * The classes of what is reached from the best served to the worst: short times, many hours or sites; beyond is the worst. Those of a change
 * stand so.
 */
export function bestFirst({ indicator, unit, bounds }: Scale): number[] {
	const ranks = bounds.map((_, rank) => rank);
	if (indicator === 'change') return ranks;
	const isTime = unit === 'minutes' || unit === 'minutes-to-nth';
	return [...(isTime ? ranks : ranks.reverse()), CLASS_BEYOND];
}

/** Class of a time: at most its upper bound. Unreachable is beyond. */
export function classOfSeconds({ bounds }: Scale, seconds: number): number {
	for (let rank = 0; rank < bounds.length; rank++) {
		if (seconds <= (bounds[rank].to ?? Infinity) * 60) return rank;
	}
	return CLASS_BEYOND;
}

/** Class of a number of hours or sites: none is beyond, else at least the lower bound. */
export function classOfSupply({ bounds }: Scale, value: number): number {
	return value > 0 ? classFrom(bounds, value) : CLASS_BEYOND;
}

/** Class of each whole number of a scale; a number past the end has the class of the last. */
const classTable = (last: number, classOf: (value: number) => number) =>
	Uint8Array.from({ length: last + 1 }, (_, value) => classOf(value));

const SECONDS = classTable(30 * 60 + 1, (seconds) => classOfSeconds(FIXED_SCALES.nearest, seconds));

/** Classes of seconds, minutes of opening or of usable time a week, or sites. */
export const FIXED_CLASSES: Readonly<Record<keyof typeof FIXED_SCALES, Uint8Array>> = {
	nearest: SECONDS,
	'open-now': SECONDS,
	'open-hours': classTable(40 * 60, (minutes) => classOfSupply(FIXED_SCALES['open-hours'], minutes / 60)),
	'usable-hours': classTable(25 * 60, (minutes) => classOfSupply(FIXED_SCALES['usable-hours'], minutes / 60)),
	sites: classTable(10, (sites) => classOfSupply(FIXED_SCALES.sites, sites))
};

/** Class of a density or a share: at least its lower bound. */
export function classFrom(bounds: Bounds, value: number): number {
	let rank = 0;
	while (rank + 1 < bounds.length && value >= bounds[rank + 1].from) rank++;
	return rank;
}

const QUANTILE_CLASSES = 6;
const BOUND_DIGITS = 2;

/**
 * Bounds that share people out evenly: quantiles of the marks' values weighted by people, at most six classes, rounded to two
 * significant digits. Bounds that rounding makes equal, or that would leave nobody on one side, are merged. The first begins at 0.
 * @param values one per mark, 0 or more; NaN where there is none
 */
export function quantileBounds(values: Float64Array, people: ArrayLike<number>): Bounds {
	const shares = Array.from({ length: QUANTILE_CLASSES - 1 }, (_, rank) => (rank + 1) / QUANTILE_CLASSES);
	const quantiles = weightedQuantiles(values, people, [...shares, 1]);
	if (quantiles === null) return [];
	const highest = quantiles[quantiles.length - 1];
	const lowest = values.reduce(
		(least, value, mark) => (value < least && people[mark] > 0 ? value : least),
		Number.POSITIVE_INFINITY
	);
	const rounded = quantiles.slice(0, -1).map((value) => Number(value.toPrecision(BOUND_DIGITS)));
	const inner = rounded.filter((bound) => bound > lowest && bound <= highest);
	return goingOn([...new Set([0, ...inner])]);
}
