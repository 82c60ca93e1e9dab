import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import { MaillageError, type Message, type Note } from '#domain/notes.ts';
import { usualReading, type CoordinateReading } from './coordinates.ts';
import { KNOWN_CRS, toLonLat, type CrsCode } from './projection.ts';

/** Fewest points of a closed ring: a triangle and its first point again. */
const FEWEST_POINTS = 4;

/** A geometry that cannot be used, and why. */
export interface PolygonFault {
	readonly refused: Message;
}

/**
 * The polygons of a geometry as read from a file, in degrees. Refused whole: no geometry, another type than (Multi)Polygon,
 * a ring that is not closed, has fewer than four points, no area, or a position that is no pair of numbers.
 */
export function readPolygons(geometry: unknown, reading: CoordinateReading): MultiPolygonRings | PolygonFault {
	if (typeof geometry !== 'object' || geometry === null) return refused('note_geometry_missing');
	const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
	if (type === 'Damaged') return refused('note_geometry_damaged');
	if (type !== 'Polygon' && type !== 'MultiPolygon')
		return refused('note_geometry_not_polygon', { type: String(type) });
	const parts = type === 'Polygon' ? [coordinates] : coordinates;
	if (!Array.isArray(parts) || parts.length === 0) return refused('note_geometry_missing');
	const polygons: LonLat[][][] = [];
	for (const part of parts as unknown[]) {
		if (!Array.isArray(part) || part.length === 0) return refused('note_geometry_missing');
		const rings: LonLat[][] = [];
		for (const positions of part as unknown[]) {
			const ring = readRing(positions, reading);
			if ('refused' in ring) return ring;
			rings.push(ring);
		}
		polygons.push(rings);
	}
	return polygons;
}

function readRing(positions: unknown, { crs, swapped }: CoordinateReading): LonLat[] | PolygonFault {
	if (!Array.isArray(positions)) return refused('note_ring_positions');
	const ring: LonLat[] = [];
	for (const position of positions as unknown[]) {
		const pair = readPair(position);
		const point = pair === null ? null : swapped ? toLonLat(crs, pair[1], pair[0]) : toLonLat(crs, pair[0], pair[1]);
		if (point === null || !(Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90))
			return refused('note_ring_positions');
		ring.push(point);
	}
	if (ring.length < FEWEST_POINTS) return refused('note_ring_short', { points: ring.length });
	const [first, last] = [ring[0], ring[ring.length - 1]];
	if (first[0] !== last[0] || first[1] !== last[1]) return refused('note_ring_open');
	return ringArea(ring) === 0 ? refused('note_ring_flat') : ring;
}

function readPair(position: unknown): readonly [number, number] | null {
	if (!Array.isArray(position)) return null;
	const [x, y] = position as unknown[];
	return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
}

function refused(code: string, params: Message['params'] = {}): PolygonFault {
	return { refused: { code, params } };
}

/** Area of a closed ring in the square of its unit, without sign (shoelace). */
export function ringArea(ring: readonly (readonly [number, number])[]): number {
	let twice = 0;
	// From the first point, not from the origin: far from it the products would drown a small area.
	const [x0, y0] = ring[0];
	for (let i = 0; i + 1 < ring.length; i++) {
		twice += (ring[i][0] - x0) * (ring[i + 1][1] - y0) - (ring[i + 1][0] - x0) * (ring[i][1] - y0);
	}
	return Math.abs(twice) / 2;
}

/**
 * How the coordinates of a file of geometries read: `stated` is the system that the file names. Says it when most of them
 * tell otherwise (Lambert-93 without a word, latitude first).
 * @throws MaillageError `error_geometry_crs_needed` when they fit no known system
 */
export function geometryReading(
	geometries: readonly unknown[],
	stated: CrsCode | null,
	file: string
): { readonly reading: CoordinateReading; readonly notes: readonly Note[] } {
	const firsts = geometries.map(firstPair).filter((pair) => pair !== null);
	if (firsts.length === 0) return { reading: { crs: stated ?? 4326, swapped: false }, notes: [] };
	const usual = usualReading(
		Float64Array.from(firsts, ([x]) => x),
		Float64Array.from(firsts, ([, y]) => y),
		stated
	);
	if (usual === null) {
		throw new MaillageError('error_geometry_crs_needed', { read: firsts[0].join(', '), expected: KNOWN_CRS }, file);
	}
	const notes: Note[] = [];
	const say = (code: string, params: Message['params']) =>
		notes.push({
			severity: 'changed',
			message: { code, params },
			file,
			row: null,
			column: null,
			read: firsts[0].join(', ')
		});
	if (usual.crs !== (stated ?? 4326)) say('note_coordinates_system', { crs: `EPSG:${usual.crs}` });
	if (usual.swapped) say('note_coordinates_all_swapped', {});
	return { reading: usual, notes };
}

/** The first pair of numbers of a geometry, however deep. */
function firstPair(geometry: unknown): readonly [number, number] | null {
	let inner: unknown =
		typeof geometry === 'object' && geometry !== null ? (geometry as { coordinates?: unknown }).coordinates : null;
	for (let depth = 0; depth < 4 && Array.isArray(inner); depth++) {
		const pair = readPair(inner);
		if (pair !== null) return pair;
		inner = inner[0];
	}
	return null;
}
