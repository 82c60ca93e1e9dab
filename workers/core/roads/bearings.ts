import { bearingDegrees, haversineMetres } from './distance.ts';
import { UNITS_PER_DEGREE, type RoadEdges } from './edges.ts';

/**
 * How far along a road its direction at a junction is read: two lanes and 10 m. Nearer, the drawing of kerbs and lanes shows
 * rather than the road; it is the stretch that OSRM trusts too (coordinate_extractor.cpp: 2 × 3.25 m + 10 m). Its finer
 * rules (regression, offsets, curves) were tried on two networks and told nothing more.
 */
const LOOK_AHEAD_METRES = 16.5;

/**
 * The direction in which each edge leaves its ends, degrees clockwise from north: entry 2e for leaving the first vertex,
 * 2e + 1 for leaving the last one backward (so the index is that of the directed edge that leaves).
 */
export function departureBearings(edges: RoadEdges): Float32Array {
	const bearings = new Float32Array(2 * edges.edgeCount);
	for (let edge = 0; edge < edges.edgeCount; edge++) {
		const [first, last] = [edges.firstVertex[edge], edges.firstVertex[edge + 1] - 1];
		bearings[2 * edge] = bearingAhead(edges, first, last, 1);
		bearings[2 * edge + 1] = bearingAhead(edges, last, first, -1);
	}
	return bearings;
}

function bearingAhead(edges: RoadEdges, from: number, to: number, step: 1 | -1): number {
	const { vertexLon, vertexLat } = edges;
	const lon = (vertex: number) => vertexLon[vertex] / UNITS_PER_DEGREE;
	const lat = (vertex: number) => vertexLat[vertex] / UNITS_PER_DEGREE;
	let left = LOOK_AHEAD_METRES;
	let vertex = from;
	while (vertex !== to) {
		const next = vertex + step;
		const metres = haversineMetres(lon(vertex), lat(vertex), lon(next), lat(next));
		if (metres >= left) {
			const share = left / metres;
			const aheadLon = lon(vertex) + share * (lon(next) - lon(vertex));
			const aheadLat = lat(vertex) + share * (lat(next) - lat(vertex));
			return bearingDegrees(lon(from), lat(from), aheadLon, aheadLat);
		}
		left -= metres;
		vertex = next;
	}
	return bearingDegrees(lon(from), lat(from), lon(to), lat(to));
}

/**
 * How far a turn bends, degrees: 0 straight on, 90 to the right, −90 to the left, 180 back.
 * @param backBearing the bearing from the junction back along the road one comes from
 * @param outBearing the bearing of the road one leaves by
 */
export function turnAngle(backBearing: number, outBearing: number): number {
	const clockwise = (outBearing - backBearing + 720) % 360;
	// Back is 0 on this dial, straight on is 180: OSRM's angle is 180 − that, to the right above zero.
	return 180 - clockwise;
}
