import Flatbush from 'flatbush';
import { METRES_PER_DEGREE } from '../roads/distance.ts';
import { CLOSED, FULL_SHARE, UNITS_PER_DEGREE, type RoadEdges } from '../roads/edges.ts';
import { NO_PART } from '../roads/parts.ts';
import type { RoadGraph } from '../roads/road-graph.ts';
import { IS_START_POINT } from '../roads/way-uses.ts';

/** In Snaps.edge: no open road within the stated distance. */
export const UNATTACHED = 0xffff_ffff;

/** Points hung on the roads of one graph. */
export interface Snaps {
	readonly count: number;
	/** Edge each point hangs on, or UNATTACHED. */
	readonly edge: Uint32Array;
	/** Share of the edge's time before the foot of the point, going forward, 0 … 1. */
	readonly share: Float64Array;
	/** Straight-line metres between the point and its foot on the road. */
	readonly metres: Float64Array;
	/** The foot, degrees. */
	readonly lon: Float64Array;
	readonly lat: Float64Array;
}

/** The roads that points may hang on, indexed by their bounding boxes. */
export interface SnapIndex {
	readonly boxes: Flatbush | null;
	/** Edge of each box. */
	readonly edge: Uint32Array;
}

/** First radius searched, metres; quadrupled until a road is found. */
const FIRST_RADIUS_METRES = 60;

/**
 * Indexes the edges where a journey may start and end: open roads (no ferries) of the parts kept, which are all of them in a
 * small network (parts.ts). As in OSRM, a point beside a scrap of road that leads nowhere hangs on the network.
 */
export function snapIndex({ edges, partOfEdge }: RoadGraph): SnapIndex {
	const usable = Uint32Array.from(
		Array.from(partOfEdge.keys()).filter(
			(edge) => partOfEdge[edge] !== NO_PART && (edges.traits[edge] & IS_START_POINT) !== 0
		)
	);
	if (usable.length === 0) return { boxes: null, edge: usable };
	const boxes = new Flatbush(usable.length, 16, Int32Array);
	for (const edge of usable) {
		let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
		for (let vertex = edges.firstVertex[edge]; vertex < edges.firstVertex[edge + 1]; vertex++) {
			west = Math.min(west, edges.vertexLon[vertex]);
			east = Math.max(east, edges.vertexLon[vertex]);
			south = Math.min(south, edges.vertexLat[vertex]);
			north = Math.max(north, edges.vertexLat[vertex]);
		}
		boxes.add(west, south, east, north);
	}
	boxes.finish();
	return { boxes, edge: usable };
}

/**
 * Hangs points on their nearest usable road.
 * @param lon degrees, WGS 84
 * @param maxMetres a point further than this from every usable road stays unattached
 */
export function snapPoints(
	graph: RoadGraph,
	lon: ArrayLike<number>,
	lat: ArrayLike<number>,
	maxMetres: number,
	index: SnapIndex = snapIndex(graph)
): Snaps {
	const count = lon.length;
	const snaps = {
		count,
		edge: new Uint32Array(count).fill(UNATTACHED),
		share: new Float64Array(count),
		metres: new Float64Array(count).fill(NaN),
		lon: new Float64Array(count).fill(NaN),
		lat: new Float64Array(count).fill(NaN)
	};
	for (let point = 0; point < count; point++) {
		const foot = nearestFoot(graph, index, lon[point], lat[point], maxMetres);
		if (foot === null) continue;
		const { edges } = graph;
		const between = (values: ArrayLike<number>) =>
			values[foot.vertex] + foot.along * (values[foot.vertex + 1] - values[foot.vertex]);
		snaps.edge[point] = foot.edge;
		snaps.share[point] = between(edges.share) / FULL_SHARE;
		snaps.metres[point] = foot.metres;
		snaps.lon[point] = between(edges.vertexLon) / UNITS_PER_DEGREE;
		snaps.lat[point] = between(edges.vertexLat) / UNITS_PER_DEGREE;
	}
	return snaps;
}

/** Some of the points, in the order asked. */
export function snapsAt(snaps: Snaps, points: ArrayLike<number>): Snaps {
	const pick = (values: ArrayLike<number>) => Float64Array.from(points, (point) => values[point]);
	return {
		count: points.length,
		edge: Uint32Array.from(points, (point) => snaps.edge[point]),
		share: pick(snaps.share),
		metres: pick(snaps.metres),
		lon: pick(snaps.lon),
		lat: pick(snaps.lat)
	};
}

interface Foot {
	edge: number;
	/** The segment from this vertex to the next. */
	vertex: number;
	/** Share of the segment before the foot. */
	along: number;
	metres: number;
}

function nearestFoot(graph: RoadGraph, index: SnapIndex, lon: number, lat: number, maxMetres: number): Foot | null {
	if (index.boxes === null || !Number.isFinite(lon) || !Number.isFinite(lat)) return null;
	const unitsPerMetre = UNITS_PER_DEGREE / METRES_PER_DEGREE;
	const shrink = Math.max(0.01, Math.cos((lat * Math.PI) / 180));
	const [x, y] = [lon * UNITS_PER_DEGREE, lat * UNITS_PER_DEGREE];
	for (let radius = FIRST_RADIUS_METRES; ; radius *= 2) {
		const reach = Math.min(radius, maxMetres);
		// A little wider, so that a road exactly at the distance asked is not lost to rounding.
		const dy = reach * unitsPerMetre + 1;
		const dx = dy / shrink;
		const found = index.boxes.search(x - dx, y - dy, x + dx, y + dy);
		const best = noFoot();
		for (const item of found.sort((a, b) => a - b)) {
			improveFoot(graph, index.edge[item], x, y, shrink / unitsPerMetre, 1 / unitsPerMetre, best);
		}
		if (best.metres <= reach) return best;
		if (!(reach < maxMetres)) return null;
	}
}

function isTwoWay({ moving }: RoadEdges, edge: number): boolean {
	return moving[2 * edge] !== CLOSED && moving[2 * edge + 1] !== CLOSED;
}

const noFoot = (): Foot => ({ edge: UNATTACHED, vertex: 0, along: 0, metres: Infinity });

/** Distances this close are one, as those to the end that several roads share: roads are kept to the centimetre. */
const SAME_METRES = 0.02;

/**
 * Looks for a nearer foot on the segments of an edge, on a plane tangent at the point. Where roads end at the same place,
 * one open both ways is taken: on it one can come there and leave.
 */
function improveFoot(
	{ edges }: RoadGraph,
	edge: number,
	x: number,
	y: number,
	metresPerX: number,
	metresPerY: number,
	best: Foot
): void {
	const { firstVertex, vertexLon, vertexLat } = edges;
	for (let vertex = firstVertex[edge]; vertex + 1 < firstVertex[edge + 1]; vertex++) {
		const ax = (vertexLon[vertex] - x) * metresPerX;
		const ay = (vertexLat[vertex] - y) * metresPerY;
		const bx = (vertexLon[vertex + 1] - x) * metresPerX;
		const by = (vertexLat[vertex + 1] - y) * metresPerY;
		const dx = bx - ax;
		const dy = by - ay;
		const squared = dx * dx + dy * dy;
		const along = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared));
		const px = ax + along * dx;
		const py = ay + along * dy;
		if (px * px + py * py > (best.metres + 2 * SAME_METRES) ** 2) continue;
		const metres = Math.hypot(px, py);
		const least = SAME_METRES * (Number(isTwoWay(edges, best.edge)) - Number(isTwoWay(edges, edge)));
		if (best.metres - metres > least) Object.assign(best, { edge, vertex, along, metres });
	}
}
