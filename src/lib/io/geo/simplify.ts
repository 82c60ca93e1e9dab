/** Metres of a degree of latitude on the sphere of mean radius 6,371,008.8 m. */
const METRES_PER_DEGREE = 111_195.08;
/** A stretch longer than this is cut in two: the work grows with the square of a stretch at worst. */
const STRETCH_VERTICES = 1000;

/**
 * Ranks of the vertices that Douglas and Peucker (1973) keep: each vertex left out is within `toleranceMetres` of the line
 * that remains (local plane). The ends and the vertices that `isFixed` tells are always kept.
 * @param lon degrees, vertex by vertex
 * @param lat degrees
 */
export function simplifiedVertices(
	lon: ArrayLike<number>,
	lat: ArrayLike<number>,
	toleranceMetres: number,
	isFixed: (vertex: number) => boolean = () => false
): number[] {
	const count = lon.length;
	if (count < 3) return Array.from({ length: count }, (_, vertex) => vertex);
	const tolerance = toleranceMetres / METRES_PER_DEGREE;
	const kept: number[] = [0];
	let start = 0;
	for (let vertex = 1; vertex < count; vertex++) {
		if (vertex < count - 1 && vertex - start < STRETCH_VERTICES && !isFixed(vertex)) continue;
		keepWithin(lon, lat, start, vertex, tolerance * tolerance, kept);
		kept.push(vertex);
		start = vertex;
	}
	return kept;
}

/** Appends, in order, the vertices to keep strictly between two that are kept. `tolerance2` is in squared degrees of latitude. */
function keepWithin(
	lon: ArrayLike<number>,
	lat: ArrayLike<number>,
	first: number,
	last: number,
	tolerance2: number,
	kept: number[]
): void {
	// Of the stretches still to look at, the leftmost is on top: vertices come out in order.
	const ends = [last];
	let start = first;
	while (ends.length > 0) {
		const end = ends[ends.length - 1];
		const furthest = furthestBetween(lon, lat, start, end, tolerance2);
		if (furthest !== -1) {
			ends.push(furthest);
			continue;
		}
		ends.pop();
		if (end !== last) kept.push(end);
		start = end;
	}
}

/** The vertex furthest from the segment between two others, −1 when none is beyond the tolerance. */
function furthestBetween(
	lon: ArrayLike<number>,
	lat: ArrayLike<number>,
	start: number,
	end: number,
	tolerance2: number
): number {
	const shrink = Math.cos((lat[start] * Math.PI) / 180);
	const east = (lon[end] - lon[start]) * shrink;
	const north = lat[end] - lat[start];
	const length2 = east * east + north * north;
	let furthest = -1;
	let most = tolerance2;
	for (let vertex = start + 1; vertex < end; vertex++) {
		const x = (lon[vertex] - lon[start]) * shrink;
		const y = lat[vertex] - lat[start];
		// A closed stretch has no direction: its vertices are measured to its one end.
		const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, (x * east + y * north) / length2));
		const dx = x - along * east;
		const dy = y - along * north;
		const distance2 = dx * dx + dy * dy;
		if (distance2 > most) {
			most = distance2;
			furthest = vertex;
		}
	}
	return furthest;
}
