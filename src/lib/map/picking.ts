import Flatbush from 'flatbush';
import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import type { CommuneSummary, PolygonMesh } from '#domain/territory-summary.ts';
import type { InseeCode } from '#domain/units.ts';

/** Finds the mark of a mesh under a position. Its boxes are indexed at the first question: marks are thousands. */
export class MeshIndex {
	readonly #mesh: PolygonMesh;
	#boxes: Flatbush | null = null;

	constructor(mesh: PolygonMesh) {
		this.#mesh = mesh;
	}

	/** Rank of the mark that holds the position; null when none does. */
	at([lon, lat]: LonLat): number | null {
		if (this.#mesh.count === 0) return null;
		this.#boxes ??= boxesOf(this.#mesh);
		for (const mark of this.#boxes.search(lon, lat, lon, lat)) if (this.#holds(mark, lon, lat)) return mark;
		return null;
	}

	#holds(mark: number, lon: number, lat: number): boolean {
		const { first, lonLat } = this.#mesh;
		let inside = false;
		for (let vertex = first[mark] + 1; vertex < first[mark + 1]; vertex++)
			if (crosses(lonLat[2 * vertex - 2], lonLat[2 * vertex - 1], lonLat[2 * vertex], lonLat[2 * vertex + 1], lon, lat))
				inside = !inside;
		return inside;
	}
}

/** The commune that holds a position; null outside all. */
export function communeAt(communes: readonly CommuneSummary[], position: LonLat): InseeCode | null {
	const [lon, lat] = position;
	for (const { code, geometry, bounds } of communes) {
		if (!geometry || !bounds) continue;
		if (lon < bounds[0] || lat < bounds[1] || lon > bounds[2] || lat > bounds[3]) continue;
		if (holds(geometry, lon, lat)) return code;
	}
	return null;
}

/** A site as it lies on the screen, in CSS pixels. */
export interface ScreenMark {
	readonly site: number;
	readonly x: number;
	readonly y: number;
	readonly radius: number;
}

/**
 * The site under a point of the screen: the nearest whose mark, widened by `tolerance`, holds the point (a finger is wider
 * than a mouse's arrow); null when none does.
 */
export function siteAt(marks: Iterable<ScreenMark>, x: number, y: number, tolerance: number): number | null {
	let found: number | null = null;
	let nearest = Infinity;
	for (const mark of marks) {
		const distance = Math.hypot(mark.x - x, mark.y - y) - mark.radius;
		if (distance > tolerance || distance >= nearest) continue;
		[found, nearest] = [mark.site, distance];
	}
	return found;
}

function boxesOf({ count, first, lonLat }: PolygonMesh): Flatbush {
	const boxes = new Flatbush(count);
	for (let mark = 0; mark < count; mark++) {
		let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
		for (let vertex = first[mark]; vertex < first[mark + 1]; vertex++) {
			west = Math.min(west, lonLat[2 * vertex]);
			east = Math.max(east, lonLat[2 * vertex]);
			south = Math.min(south, lonLat[2 * vertex + 1]);
			north = Math.max(north, lonLat[2 * vertex + 1]);
		}
		boxes.add(west, south, east, north);
	}
	boxes.finish();
	return boxes;
}

/** Even–odd over all rings: holes count themselves out. */
function holds(polygons: MultiPolygonRings, lon: number, lat: number): boolean {
	let inside = false;
	for (const rings of polygons)
		for (const ring of rings)
			for (let i = 1; i < ring.length; i++)
				if (crosses(ring[i - 1][0], ring[i - 1][1], ring[i][0], ring[i][1], lon, lat)) inside = !inside;
	return inside;
}

/** Whether the ray eastward from (x, y) crosses the segment. */
function crosses(x1: number, y1: number, x2: number, y2: number, x: number, y: number): boolean {
	return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
}
