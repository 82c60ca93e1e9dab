import { lerp } from '../tools/arithmetic.ts';
import type { Depth } from '../people/built-area.ts';
import {
	between,
	crossing,
	direction,
	distance,
	leftOf,
	moved,
	turned,
	type Point,
	type Polyline
} from '../tools/geometry.ts';
import { MinHeap } from '../tools/heap.ts';
import { isForCars } from './road-classes.ts';
import type { Network, Road } from './network.ts';
import type { Random } from '../tools/random.ts';
import type { Settlement } from '../people/settlements.ts';

/** A street about to grow from a node. */
interface Bud {
	readonly node: number;
	readonly heading: Point;
	/** The street it prolongs; −1 to open a new one. */
	readonly road: number;
}

export interface GrowthSite {
	readonly settlement: Settlement;
	readonly radius: number;
	readonly depth: Depth;
	/** Lines no street crosses: the river, the motorway. */
	readonly barriers: readonly Polyline[];
	/** A new street at a place. */
	readonly open: (depth: number, random: Random) => Road;
}

/** Streets leave and meet one another at more than about 35°. */
const SHARPEST = 0.82;

/**
 * Grows a settlement's streets from the roads that cross it, outward from its seat (after Parish and Müller 2001,
 * "Procedural modeling of cities"): each step proposes the next block; it is cut where it meets a street, drawn to a
 * street close by, refused where it would run too near another, cross water or leave the built area.
 */
export function growStreets(net: Network, site: GrowthSite, random: Random): void {
	const buds = new MinHeap();
	const waiting: Bud[] = [];
	const push = (bud: Bud) => {
		const d = distance(net.point(bud.node), site.settlement.at);
		waiting.push(bud);
		buds.push(d * random.between(0.85, 1.15), waiting.length - 1);
	};
	seed(net, site, random, push);
	while (buds.size > 0) {
		const bud = waiting[buds.pop()];
		const grown = grow(net, site, bud, random);
		if (grown === null) continue;
		const { end, heading, road, met } = grown;
		if (met && !random.chance(0.35)) continue;
		if (random.chance(0.93)) push({ node: end, heading: swayed(heading, 0.12, random), road });
		if (met) continue;
		const branching = site.settlement.rank === 'town' ? 0.78 : 0.58;
		for (const side of [leftOf(heading), opposite(leftOf(heading))]) {
			if (random.chance(branching)) push({ node: end, heading: swayed(side, 0.16, random), road: -1 });
		}
	}
}

function opposite(heading: Point): Point {
	return [-heading[0], -heading[1]];
}

function swayed(heading: Point, most: number, random: Random): Point {
	return turned(heading, random.between(-most, most));
}

function blockLength(site: GrowthSite, p: Point, random: Random): number {
	const out = Math.min(1, distance(p, site.settlement.at) / site.radius);
	const core = site.settlement.rank === 'town' ? 60 : 85;
	return lerp(core, 138, out) * random.between(0.7, 1.35);
}

/** Buds on both sides of every road there is, a block apart. */
function seed(net: Network, site: GrowthSite, random: Random, push: (bud: Bud) => void): void {
	const reach = site.radius * 1.5;
	const count = net.pieces.length;
	let walked = 0;
	let wanted = 0;
	for (let piece = 0; piece < count; piece++) {
		const { a, b, gone } = net.pieces[piece];
		if (gone || net.roadOf(piece).elevated || net.roadOf(piece).bare) continue;
		const [p, q] = [net.point(a), net.point(b)];
		if (distance(p, site.settlement.at) > reach || site.depth(between(p, q, 0.5)) < 0) continue;
		const metres = distance(p, q);
		walked += metres;
		if (walked < wanted) continue;
		walked = 0;
		wanted = blockLength(site, p, random);
		const node = metres > 30 && random.chance(0.6) ? net.cut(piece, between(p, q, 0.5)) : b;
		const side = leftOf(direction(p, q));
		for (const heading of random.chance(0.5) ? [side, opposite(side)] : [opposite(side), side]) {
			if (random.chance(0.85)) push({ node, heading: swayed(heading, 0.2, random), road: -1 });
		}
	}
}

interface Grown {
	readonly end: number;
	readonly heading: Point;
	readonly road: number;
	readonly met: boolean;
}

function grow(net: Network, site: GrowthSite, bud: Bud, random: Random): Grown | null {
	const from = net.point(bud.node);
	const block = blockLength(site, from, random);
	const wanted = moved(from, bud.heading, block);
	if (site.depth(wanted) < 0 || leavesTooSharply(net, bud)) return null;
	const target = landing(net, bud.node, from, wanted, block);
	if (target === null || crossesAny(from, target.point, site.barriers)) return null;
	const metres = distance(from, target.point);
	if (metres < 22 || tooNear(net, bud.node, target.node, from, target.point, block * 0.42)) return null;
	const heading = direction(from, target.point);
	if (target.node !== null && arrivesTooSharply(net, target.node, heading)) return null;
	const end = target.node ?? net.addNode(target.point);
	const road = bud.road >= 0 ? bud.road : net.addRoad(site.open(site.depth(target.point), random));
	drawBent(net, bud.node, end, road, random);
	return { end, heading, road, met: target.node !== null };
}

/** Where a block ends: on the street it meets, on one close ahead, or in the open. Cuts the street it lands on. */
function landing(
	net: Network,
	node: number,
	from: Point,
	wanted: Point,
	block: number
): { point: Point; node: number | null } | null {
	const ahead = moved(from, direction(from, wanted), block * 1.4);
	const hit = net.firstCrossing(from, ahead, [node]);
	if (hit !== null) {
		if (!isForCars(net.roadOf(hit.piece).road) || net.roadOf(hit.piece).bare) return null;
		const { a, b } = net.pieces[hit.piece];
		for (const end of [a, b]) if (distance(hit.point, net.point(end)) < 20) return { point: net.point(end), node: end };
		const met = net.meetAt(hit.piece, hit.point);
		return { point: net.point(met), node: met };
	}
	const near = net.nearestNode(wanted, block * 0.38);
	if (near !== null && near !== node) return { point: net.point(near), node: near };
	return { point: wanted, node: null };
}

function leavesTooSharply(net: Network, bud: Bud): boolean {
	return net.piecesAt[bud.node].some((piece) => {
		const out = direction(net.point(bud.node), net.point(net.other(piece, bud.node)));
		return out[0] * bud.heading[0] + out[1] * bud.heading[1] > SHARPEST;
	});
}

function arrivesTooSharply(net: Network, node: number, heading: Point): boolean {
	if (net.piecesAt[node].length > 3) return true;
	return net.piecesAt[node].some((piece) => {
		const out = direction(net.point(node), net.point(net.other(piece, node)));
		return -(out[0] * heading[0] + out[1] * heading[1]) > SHARPEST;
	});
}

function crossesAny(p: Point, q: Point, lines: readonly Polyline[]): boolean {
	return lines.some((line) => line.some((c, i) => i > 0 && crossing(p, q, line[i - 1], c) !== null));
}

/** True when the middle of the street or its open end would lie closer than `gap` to another street. */
function tooNear(net: Network, start: number, end: number | null, p: Point, q: Point, gap: number): boolean {
	const own = new Set([...net.piecesAt[start], ...(end === null ? [] : net.piecesAt[end])]);
	for (const share of end === null ? [0.5, 0.8, 1] : [0.5]) {
		const place = between(p, q, share);
		const near = net.nearestPiece(place, Math.min(gap, distance(p, place) * 0.75));
		if (near !== null && !own.has(near.piece)) return true;
	}
	return false;
}

/** A street of one block, very slightly bent when it is long. */
function drawBent(net: Network, from: number, to: number, road: number, random: Random): void {
	const [p, q] = [net.point(from), net.point(to)];
	const metres = distance(p, q);
	if (metres < 60) return net.link(from, to, road);
	const middle = net.addNode(
		moved(between(p, q, 0.5), leftOf(direction(p, q)), random.between(-0.045, 0.045) * metres)
	);
	net.link(from, middle, road);
	net.link(middle, to, road);
}
