import { direction, distance, leftOf, moved, turned, type Point } from '../tools/geometry.ts';
import { sample } from '../ground/grid.ts';
import type { Landscape } from '../ground/landscape.ts';
import type { Network } from './network.ts';
import { createRandom, type Random } from '../tools/random.ts';

const TRACKS = 2300;
const DRIVES = 1500;

/** Roads a track or a drive may leave from: off the towns' streets and the fast roads. */
function countryRoads(net: Network): number[] {
	return net.pieces.flatMap(({ gone }, i) => {
		const { road } = net.roadOf(i);
		return !gone && (road === 'unclassified' || road === 'tertiary') ? [i] : [];
	});
}

/** Farm tracks and forest paths, from a lane across the fields to the next road or to nowhere; drives to lone farms. */
export function drawCountryside(net: Network, land: Landscape): Point[] {
	const random = createRandom('tracks');
	const roads = countryRoads(net);
	for (let k = 0; k < TRACKS; k++) {
		const start = branchOff(net, random.pick(roads), random);
		if (start === null) continue;
		const hilly = sample(land.relief, net.point(start.node)) > 0.055;
		const road = random.chance(hilly ? 0.4 : 0.12) ? 'path' : 'track';
		walk(net, land, start, random, net.addRoad({ road, route: -1 }));
	}
	const farms: Point[] = [];
	for (let k = 0; k < DRIVES; k++) {
		const start = branchOff(net, random.pick(roads), random);
		if (start === null) continue;
		const end = moved(net.point(start.node), start.heading, random.between(35, 190));
		if (sample(land.toRiver, end) < 120 || sample(land.toMotorway, end) < 130) continue;
		if (net.firstCrossing(net.point(start.node), moved(end, start.heading, 40), [start.node]) !== null) continue;
		net.draw([net.point(start.node), end], net.addRoad({ road: 'service', route: -1 }), 1);
		farms.push(end);
	}
	return farms;
}

interface Start {
	readonly node: number;
	readonly heading: Point;
}

/** A node of the road, new if need be, and a heading away from it. */
function branchOff(net: Network, piece: number, random: Random): Start | null {
	const { a, b, gone } = net.pieces[piece];
	if (gone) return null;
	const side = leftOf(direction(net.point(a), net.point(b)));
	const heading: Point = random.chance(0.5) ? side : [-side[0], -side[1]];
	if (net.piecesAt[b].length > 2) return null;
	return { node: b, heading: turned(heading, random.between(-0.5, 0.5)) };
}

function walk(net: Network, land: Landscape, start: Start, random: Random, road: number): void {
	const line: Point[] = [net.point(start.node)];
	let heading = start.heading;
	const wanted = random.between(250, 1900);
	for (let walked = 0; walked < wanted;) {
		const here = line[line.length - 1];
		const step = random.between(55, 95);
		const next = moved(here, heading, step);
		if (sample(land.toRiver, next) < 110 || sample(land.toMotorway, next) < 120) break;
		const hit = net.firstCrossing(here, moved(next, heading, 25), line.length === 1 ? [start.node] : []);
		if (hit !== null) {
			const met = net.meetAt(hit.piece, hit.point);
			if (distance(here, net.point(met)) < 20 && line.length > 1) line.pop();
			line.push(net.point(met));
			break;
		}
		line.push(next);
		walked += step;
		heading = turned(heading, random.between(-0.22, 0.22));
	}
	if (line.length > 2) net.draw(line, road);
}
