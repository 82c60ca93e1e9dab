import { between, crossing, distance, type Point, type Polyline } from '../tools/geometry.ts';
import type { Network } from './network.ts';

/** Half the length of a bridge, over the river and over the motorway. */
const RIVER_SPAN = 36;
const MOTORWAY_SPAN = 27;
const SHORTEST = 9;

/** Marks as bridges the pieces over the river and the motorway, cut to the length of the bridge. */
export function buildBridges(net: Network, river: Polyline, motorway: Polyline): void {
	spanAll(net, river, RIVER_SPAN, () => true);
	spanAll(net, motorway, MOTORWAY_SPAN, (elevated) => !elevated);
}

function spanAll(net: Network, line: Polyline, half: number, concerns: (elevated: boolean) => boolean): void {
	const meshes = new Map<string, number[]>();
	const key = (p: Point) => `${Math.floor(p[0] / 400)} ${Math.floor(p[1] / 400)}`;
	for (let i = 1; i < line.length; i++) {
		for (const k of new Set([key(line[i - 1]), key(line[i])])) meshes.set(k, [...(meshes.get(k) ?? []), i]);
	}
	const count = net.pieces.length;
	for (let piece = 0; piece < count; piece++) {
		const { a, b, gone } = net.pieces[piece];
		if (gone || !concerns(net.roadOf(piece).elevated === true)) continue;
		const [p, q] = [net.point(a), net.point(b)];
		const near = new Set([...(meshes.get(key(p)) ?? []), ...(meshes.get(key(q)) ?? [])]);
		for (const i of near) {
			const hit = crossing(p, q, line[i - 1], line[i]);
			if (!hit) continue;
			span(net, piece, hit.t * distance(p, q), half);
			break;
		}
	}
}

/** Makes a bridge of the part of a piece within `half` metres of the place `at` metres down it. */
function span(net: Network, piece: number, at: number, half: number): void {
	const { a, b } = net.pieces[piece];
	const [p, q] = [net.point(a), net.point(b)];
	const metres = distance(p, q);
	let middle = piece;
	if (at - half > SHORTEST) middle = net.pieceBeyond(net.cut(piece, between(p, q, (at - half) / metres)), b);
	if (metres - at - half > SHORTEST) {
		const from = net.pieces[middle].a;
		middle = net.pieceBeyond(net.cut(middle, between(p, q, (at + half) / metres)), from);
	}
	net.pieces[middle].bridge = true;
}
