import { cosine, length, PI, sine } from '../tools/arithmetic.ts';
import { direction, distance, moved, type Point } from '../tools/geometry.ts';
import type { Network } from './network.ts';
import { roadRank } from './road-classes.ts';

/**
 * Makes a roundabout of a junction: every road that met there now meets a ring of `radius` metres, driven anticlockwise
 * as in France. Nothing happens, and false is returned, where a road is too short to be cut.
 */
export function makeRoundabout(net: Network, node: number, radius: number): boolean {
	const centre = net.point(node);
	const spokes = [...net.piecesAt[node]];
	if (spokes.length < 3 || spokes.some((s) => distance(centre, net.point(net.other(s, node))) < radius + 6))
		return false;
	const arms = spokes.map((piece) => ({ piece, heading: direction(centre, net.point(net.other(piece, node))) }));
	arms.sort((a, b) => turnOf(a.heading) - turnOf(b.heading));
	for (let i = 0; i < arms.length; i++) {
		const next = arms[(i + 1) % arms.length].heading;
		if (arms[i].heading[0] * next[0] + arms[i].heading[1] * next[1] > 0.9) return false;
	}
	const main = [...spokes].sort((a, b) => roadRank(net.roadOf(a).road) - roadRank(net.roadOf(b).road))[0];
	const road = net.roadOf(main).road === 'motorway_link' ? 'secondary' : net.roadOf(main).road;
	const ring = net.addRoad({ road, route: -1, oneway: true, roundabout: true });
	const entries = arms.map(({ piece, heading }) => {
		const { a, b } = net.pieces[piece];
		const entry = net.addNode(moved(centre, heading, radius));
		net.replace(piece, a === node ? entry : a, b === node ? entry : b);
		return entry;
	});
	entries.forEach((entry, i) => {
		const next = entries[(i + 1) % entries.length];
		const arc = arcBetween(centre, radius, arms[i].heading, arms[(i + 1) % arms.length].heading);
		const nodes = [entry, ...arc.map((p) => net.addNode(p)), next];
		nodes.slice(1).forEach((to, k) => net.addPiece(nodes[k], to, ring));
	});
	return true;
}

/** Points of the ring strictly between two headings, anticlockwise, about 30° apart. */
function arcBetween(centre: Point, radius: number, from: Point, to: Point): Point[] {
	const points: Point[] = [];
	const step = PI / 6;
	const [c, s] = [cosine(step), sine(step)];
	let heading = from;
	for (let k = 0; k < 11; k++) {
		const next: Point = [heading[0] * c - heading[1] * s, heading[0] * s + heading[1] * c];
		const passed = leftTurn(heading, to) >= 0 && leftTurn(to, next) >= 0 && heading[0] * to[0] + heading[1] * to[1] > 0;
		if (passed || length(next[0] - to[0], next[1] - to[1]) < 0.25) break;
		points.push(moved(centre, next, radius));
		heading = next;
	}
	return points;
}

function leftTurn(a: Point, b: Point): number {
	return a[0] * b[1] - a[1] * b[0];
}

/** Grows from 0 to 4 as a heading turns anticlockwise from the west. */
export function turnOf([x, y]: Point): number {
	const share = x / (Math.abs(x) + Math.abs(y) || 1);
	return y < 0 ? 1 + share : 3 - share;
}
