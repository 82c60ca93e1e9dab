import type { Bounds, LonLat } from '#domain/geometry.ts';
import type { Message } from '#domain/notes.ts';
import { locatePair, usualReading, type UsualReading } from '../geo/coordinates.ts';
import { parseNumber } from '../tables/numbers.ts';
import type { CrsCode } from '../geo/projection.ts';

/** French places of the Pacific, which are in the Ministry's file and in no population grid. */
const PACIFIC: readonly Bounds[] = [
	[158, -23.5, 172.5, -18.5],
	[-155, -28.5, -134, -7.5],
	[-178.6, -14.7, -175.8, -12.9]
];

/** A pair of coordinates as a file writes them: longitude or easting, latitude or northing; empty where blank. */
export interface WrittenPosition {
	readonly lon: string;
	readonly lat: string;
}

/** `message`: null where the position is as the file usually writes it; else what was read and done (kept, or not where position is null). */
export type PositionRead =
	| { readonly position: LonLat; readonly message: Message | null }
	| { readonly position: null; readonly message: Message };

export interface PositionsRead {
	readonly positions: readonly PositionRead[];
	/** How the file as a whole writes positions; null when its numbers are no degrees and of no system known. */
	readonly usual: UsualReading | null;
}

/**
 * The positions that pairs of cells mean. A file is read the way that puts most of its places in France (degrees,
 * Lambert-93…, columns swapped or not); a pair that falls elsewhere is read another way when exactly one takes it there,
 * with a message. What cannot be put right is refused, never guessed: missing or half missing, not numbers, 0,0, or
 * nowhere a place of such a file can be.
 * @param stated the system that the user or the file names; null: not named
 */
export function readPositions(written: readonly WrittenPosition[], stated: CrsCode | null): PositionsRead {
	const number = (text: string) => parseNumber(text) ?? Number.NaN;
	const x = Float64Array.from(written, ({ lon }) => number(lon));
	const y = Float64Array.from(written, ({ lat }) => number(lat));
	const usual = usualReading(x, y, stated);
	return { positions: written.map((pair, i) => readPair(pair, x[i], y[i], usual)), usual };
}

function readPair(written: WrittenPosition, x: number, y: number, usual: UsualReading | null): PositionRead {
	const refused = (code: string): PositionRead => ({
		position: null,
		message: { code, params: { x: written.lon, y: written.lat } }
	});
	if (written.lon === '' || written.lat === '') return refused('note_site_without_coordinates');
	if (Number.isNaN(x) || Number.isNaN(y)) return refused('note_site_coordinates_text');
	if (usual === null) return refused('note_site_coordinates_nowhere');
	const located = locatePair(x, y, usual);
	if ('fault' in located) {
		if (located.fault === 'zero') return refused('note_site_coordinates_zero');
		const degrees = usual.crs === 4326 && !usual.swapped;
		return degrees && isInPacific([x, y])
			? { position: [x, y], message: null }
			: refused('note_site_coordinates_nowhere');
	}
	const { position, repaired } = located;
	if (repaired === null) return { position, message: null };
	const params = {
		x: written.lon,
		y: written.lat,
		lon: position[0].toFixed(6),
		lat: position[1].toFixed(6),
		crs: `EPSG:${repaired.crs}`
	};
	if (repaired.crs === usual.crs) return { position, message: { code: 'note_site_coordinates_swapped', params } };
	return {
		position,
		message: {
			code: repaired.swapped ? 'note_site_coordinates_projected_swapped' : 'note_site_coordinates_projected',
			params
		}
	};
}

function isInPacific([lon, lat]: LonLat): boolean {
	return PACIFIC.some(([west, south, east, north]) => lon >= west && lon <= east && lat >= south && lat <= north);
}
