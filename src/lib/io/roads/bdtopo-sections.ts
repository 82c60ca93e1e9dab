import type { Bounds, LonLat } from '#domain/geometry.ts';
import { float64List } from '../bytes/growable-list.ts';
import { isRecord } from './bdtopo-features.ts';
import { toLonLat, type CrsCode } from '../geo/projection.ts';

/** One vertex as read: easting or longitude, northing or latitude, height in metres (NaN when unknown). */
export type Vertex = readonly [x: number, y: number, z: number];

/** IGN writes −1000 (or 9999) where a height is unknown. */
const HEIGHT_RANGE_METRES = [-500, 5000] as const;
/** Two ends at one point of the map, more than this apart in height, are a bridge and what passes under it. */
const SAME_LEVEL_METRES = 3;

/** Codes of the notes that say why a feature has no line. */
export type GeometryFault =
	'note_bdtopo_geometry_absent' | 'note_bdtopo_geometry_type' | 'note_bdtopo_geometry_coordinates';

/** The lines of a section's geometry, each of at least two distinct vertices; or why it has none. */
export function readLines(geometry: unknown): Vertex[][] | GeometryFault {
	if (!isRecord(geometry)) return 'note_bdtopo_geometry_absent';
	const { type, coordinates } = geometry;
	if (type !== 'LineString' && type !== 'MultiLineString') return 'note_bdtopo_geometry_type';
	const parts: unknown = type === 'LineString' ? [coordinates] : coordinates;
	if (!Array.isArray(parts) || parts.length === 0) return 'note_bdtopo_geometry_coordinates';
	const lines = parts.map(readLine);
	return lines.every((line) => line !== null) ? lines : 'note_bdtopo_geometry_coordinates';
}

function readLine(coordinates: unknown): Vertex[] | null {
	if (!Array.isArray(coordinates)) return null;
	const line: Vertex[] = [];
	for (const position of coordinates as unknown[]) {
		if (!Array.isArray(position)) return null;
		const [x, y, z] = position as unknown[];
		if (typeof x !== 'number' || typeof y !== 'number') return null;
		const isHeight = typeof z === 'number' && z > HEIGHT_RANGE_METRES[0] && z < HEIGHT_RANGE_METRES[1];
		line.push([x, y, isHeight ? z : NaN]);
	}
	const first = line[0];
	return line.some(([x, y]) => x !== first?.[0] || y !== first[1]) ? line : null;
}

/** Degrees of each vertex; null when one falls out of the world. */
export function projectLine(line: readonly Vertex[], crs: CrsCode): LonLat[] | null {
	const degrees = line.map(([x, y]) => toLonLat(crs, x, y));
	return degrees.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90) ? degrees : null;
}

/** Whether a line has a vertex within bounds. */
export function reaches(line: readonly LonLat[], [west, south, east, north]: Bounds): boolean {
	return line.some(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north);
}

/**
 * The nodes of sections: IGN cuts a section at each real junction, so that sections meet at their ends only, and lines that
 * cross elsewhere (a bridge) do not. Ends meet when their coordinates are equal as read and their heights, where known, agree.
 */
export class SectionNodes {
	readonly lon = float64List();
	readonly lat = float64List();
	readonly #heights = float64List();
	/** First node at a point, and the other levels at the same point: rare. */
	readonly #firstAt = new Map<string, number>();
	readonly #otherLevels = new Map<number, number[]>();

	/** Ranks of the nodes of a line; `degrees` are those of `line`, vertex by vertex. */
	add(line: readonly Vertex[], degrees: readonly LonLat[]): number[] {
		const last = line.length - 1;
		return line.map((vertex, i) =>
			i === 0 || i === last ? this.#end(vertex, degrees[i]) : this.#create(vertex, degrees[i])
		);
	}

	#create([, , z]: Vertex, [lon, lat]: LonLat): number {
		this.lon.push(lon);
		this.lat.push(lat);
		this.#heights.push(z);
		return this.lon.length - 1;
	}

	#end(vertex: Vertex, degrees: LonLat): number {
		const point = `${vertex[0]} ${vertex[1]}`;
		const first = this.#firstAt.get(point);
		if (first === undefined) {
			const node = this.#create(vertex, degrees);
			this.#firstAt.set(point, node);
			return node;
		}
		const levels = [first, ...(this.#otherLevels.get(first) ?? [])];
		const heights = this.#heights.view();
		// A height unknown on either side is no ground to separate: the comparison with NaN is false.
		const met = levels.find((node) => !(Math.abs(heights[node] - vertex[2]) >= SAME_LEVEL_METRES));
		if (met !== undefined) return met;
		const node = this.#create(vertex, degrees);
		this.#otherLevels.set(first, [...levels.slice(1), node]);
		return node;
	}
}
