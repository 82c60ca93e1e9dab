/**
 * Marching squares on a grid whose outer nodes are all outside, so that every contour closes.
 *
 * Nesting holds by construction. On one field, a node inside at a level is inside at every higher one; a contour crosses a grid
 * edge at a place that moves outwards as the level rises; and a cell with two opposite corners inside is bridged when the mean
 * of its corners is below the level, hence at every higher one. Each cell's inside at a level is then held in its inside at a higher one.
 */

/** Node values in rows; entries of the first and last row and column must be Infinity. */
export interface PaddedField {
	readonly width: number;
	readonly height: number;
	readonly values: Float32Array;
}

/**
 * Rings as successive grid edges, the inside on their left: ring r is ringEdges[ringFirst[r]] … ringEdges[ringFirst[r + 1] − 1].
 * Edge 2n goes from node n to the node east of it, edge 2n + 1 to the node north of it; each is crossed once at most.
 */
export interface Contour {
	readonly ringFirst: readonly number[];
	readonly ringEdges: readonly number[];
	/** Ring that crosses each edge that one crosses. */
	readonly ringOfEdge: ReadonlyMap<number, number>;
}

/**
 * A crossing keeps this share of the edge away from either node: rings then never touch themselves or one another,
 * even when a node is exactly at the level.
 */
const CLEARANCE = 0.01;

/** Share of an edge, from its first node, at which the level is crossed: linear, half-way towards an unreachable node. */
export function crossing({ values, width }: PaddedField, edge: number, level: number): number {
	const node = edge >> 1;
	const from = values[node];
	const to = values[(edge & 1) === 0 ? node + 1 : node + width];
	if (from === Infinity || to === Infinity) return 0.5;
	return Math.min(1 - CLEARANCE, Math.max(CLEARANCE, (level - from) / (to - from)));
}

/** The contour around the nodes below `level`. */
export function traceContour(field: PaddedField, level: number): Contour {
	const next = linkCrossings(field, level);
	const ringOfEdge = new Map<number, number>();
	const ringFirst = [0];
	const ringEdges: number[] = [];
	for (const start of next.keys()) {
		if (ringOfEdge.has(start)) continue;
		let edge: number | undefined = start;
		while (edge !== undefined && !ringOfEdge.has(edge)) {
			ringOfEdge.set(edge, ringFirst.length - 1);
			ringEdges.push(edge);
			edge = next.get(edge);
		}
		ringFirst.push(ringEdges.length);
	}
	return { ringFirst, ringEdges, ringOfEdge };
}

const [SOUTH, EAST, NORTH, WEST] = [0, 1, 2, 3];
/**
 * Sides of a cell joined, from and to, inside on the left, by corners inside: south-west 1, south-east 2, north-east 4,
 * north-west 8. Opposite corners alone (5, 10) are written apart; bridged they are what the other two corners, cut off, leave.
 */
const SEGMENTS: readonly (readonly number[])[] = [
	[],
	[SOUTH, WEST],
	[EAST, SOUTH],
	[EAST, WEST],
	[NORTH, EAST],
	[SOUTH, WEST, NORTH, EAST],
	[NORTH, SOUTH],
	[NORTH, WEST],
	[WEST, NORTH],
	[SOUTH, NORTH],
	[EAST, SOUTH, WEST, NORTH],
	[EAST, NORTH],
	[WEST, EAST],
	[SOUTH, EAST],
	[WEST, SOUTH],
	[]
];
const BRIDGED_5 = [SOUTH, EAST, NORTH, WEST];
const BRIDGED_10 = [WEST, SOUTH, EAST, NORTH];

/** For each edge crossed, the edge the contour crosses next. */
function linkCrossings({ width, height, values }: PaddedField, level: number): Map<number, number> {
	const next = new Map<number, number>();
	const side = new Int32Array(4);
	for (let row = 0; row + 1 < height; row++) {
		for (let column = 0; column + 1 < width; column++) {
			const node = row * width + column;
			const [southWest, southEast] = [values[node], values[node + 1]];
			const [northWest, northEast] = [values[node + width], values[node + width + 1]];
			const corners =
				(southWest < level ? 1 : 0) |
				(southEast < level ? 2 : 0) |
				(northEast < level ? 4 : 0) |
				(northWest < level ? 8 : 0);
			if (corners === 0 || corners === 15) continue;
			let segments = SEGMENTS[corners];
			if ((corners === 5 || corners === 10) && (southWest + southEast + northEast + northWest) / 4 < level) {
				segments = corners === 5 ? BRIDGED_5 : BRIDGED_10;
			}
			side[SOUTH] = 2 * node;
			side[EAST] = 2 * node + 3;
			side[NORTH] = 2 * (node + width);
			side[WEST] = 2 * node + 1;
			for (let end = 0; end < segments.length; end += 2) next.set(side[segments[end]], side[segments[end + 1]]);
		}
	}
	return next;
}
