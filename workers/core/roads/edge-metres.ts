import { haversineMetres } from './distance.ts';
import { FULL_SHARE, UNITS_PER_DEGREE, type RoadEdges } from './edges.ts';

/** Length of an edge. */
export function edgeMetres(edges: RoadEdges, edge: number): number {
	return metresBetween(edges, edges.firstVertex[edge], edges.firstVertex[edge + 1] - 1);
}

/** Metres from an edge's first vertex to the place where a share (0 … 1) of its time has elapsed. */
export function metresAtShare(edges: RoadEdges, edge: number, share: number): number {
	const { firstVertex } = edges;
	const wanted = share * FULL_SHARE;
	let vertex = firstVertex[edge];
	while (vertex + 2 < firstVertex[edge + 1] && edges.share[vertex + 1] < wanted) vertex++;
	const stretch = edges.share[vertex + 1] - edges.share[vertex];
	const along = stretch > 0 ? (wanted - edges.share[vertex]) / stretch : 0;
	return metresBetween(edges, firstVertex[edge], vertex) + along * metresBetween(edges, vertex, vertex + 1);
}

/** Metres along an edge from one of its vertices to a later one. */
function metresBetween({ vertexLon, vertexLat }: RoadEdges, from: number, to: number): number {
	const lon = (vertex: number) => vertexLon[vertex] / UNITS_PER_DEGREE;
	const lat = (vertex: number) => vertexLat[vertex] / UNITS_PER_DEGREE;
	let metres = 0;
	for (let vertex = from; vertex < to; vertex++) {
		metres += haversineMetres(lon(vertex), lat(vertex), lon(vertex + 1), lat(vertex + 1));
	}
	return metres;
}
