import type { LonLat } from '#domain/geometry.ts';
import { toLonLat, type CrsCode } from './projection.ts';

/** How a pair of numbers is to be read: in which system, and whether northing or latitude came first. */
export interface CoordinateReading {
	readonly crs: CrsCode;
	readonly swapped: boolean;
}

/** How the pairs of a whole file read, `inFrance` when most fall there: a pair that does not is then suspect. */
export interface UsualReading extends CoordinateReading {
	readonly inFrance: boolean;
}

export type CoordinateFault = 'zero' | 'not_on_earth' | 'outside_france';

/** A place, and how its pair was read when that is not the file's usual way. */
export type LocatedPair =
	{ readonly position: LonLat; readonly repaired: CoordinateReading | null } | { readonly fault: CoordinateFault };

/** Boxes [west, south, east, north] with sea and neighbours: metropolitan France, then overseas. */
const FRANCE: readonly (readonly [number, number, number, number])[] = [
	[-5.7, 41, 10, 51.6],
	[-63.3, 14.2, -60.6, 18.3],
	[-54.8, 2, -51.4, 6],
	[55, -21.6, 56, -20.7],
	[44.8, -13.2, 45.5, -12.5],
	[-56.6, 46.6, -56, 47.3]
];

/** Readings tried in turn. Degrees, Lambert-93 and EPSG:3035 never take the same pair into France. */
const READINGS: readonly CoordinateReading[] = ([4326, 2154, 3035, 2975, 5490] as const).flatMap((crs) => [
	{ crs, swapped: false },
	{ crs, swapped: true }
]);
const SAMPLE = 2000;

/**
 * How most of the pairs read: the reading that takes most of them into France, `stated` (the system the user or the
 * headings name) first. When fewer than half of them can be taken there the file is foreign: read as stated, in degrees
 * by default. Null when that is impossible, the numbers being no degrees: the system must be named.
 * @param pairs NaN where a cell held no number
 */
export function usualReading(x: Float64Array, y: Float64Array, stated: CrsCode | null): UsualReading | null {
	const step = Math.max(1, Math.floor(x.length / SAMPLE));
	const asStated = { crs: stated ?? 4326, swapped: false };
	const readings = [asStated, ...READINGS.filter((one) => one.crs !== asStated.crs || one.swapped)];
	const hits = new Map<CoordinateReading, number>(readings.map((reading) => [reading, 0]));
	let read = 0;
	let french = 0;
	let onEarth = 0;
	for (let i = 0; i < x.length; i += step) {
		if (Number.isNaN(x[i]) || Number.isNaN(y[i])) continue;
		read++;
		if (isOnEarth(placed(x[i], y[i], asStated))) onEarth++;
		const fitting = readings.filter((reading) => isInFrance(placed(x[i], y[i], reading)));
		for (const reading of fitting) hits.set(reading, (hits.get(reading) ?? 0) + 1);
		if (fitting.length > 0) french++;
	}
	const [best] = [...hits].reduce((most, one) => (one[1] > most[1] ? one : most));
	if (read > 0 && french * 2 >= read) return { ...best, inFrance: true };
	return onEarth * 2 >= read ? { ...asStated, inFrance: false } : null;
}

/**
 * The place of one pair of finite numbers. In a file of France a pair that falls elsewhere is read another way (swapped,
 * or in another system) when exactly one other way takes it to France; 0,0 is never a place.
 */
export function locatePair(x: number, y: number, usual: UsualReading): LocatedPair {
	if (x === 0 && y === 0) return { fault: 'zero' };
	const position = placed(x, y, usual);
	if (usual.inFrance ? isInFrance(position) : isOnEarth(position)) return { position, repaired: null };
	if (!usual.inFrance) return { fault: 'not_on_earth' };
	const others = READINGS.filter((reading) => isInFrance(placed(x, y, reading)));
	if (others.length === 1) return { position: placed(x, y, others[0]), repaired: others[0] };
	return { fault: isOnEarth(position) ? 'outside_france' : 'not_on_earth' };
}

function placed(x: number, y: number, { crs, swapped }: CoordinateReading): LonLat {
	return swapped ? toLonLat(crs, y, x) : toLonLat(crs, x, y);
}

function isOnEarth([lon, lat]: LonLat): boolean {
	return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** Whether a place is in France or within sight of it, overseas included. */
export function isInFrance([lon, lat]: LonLat): boolean {
	return FRANCE.some(([west, south, east, north]) => lon >= west && lon <= east && lat >= south && lat <= north);
}
