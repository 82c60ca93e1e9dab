import { cosine, PI, sine } from '../tools/arithmetic.ts';
import {
	between,
	direction,
	distance,
	insideRing,
	moved,
	projectOnPolyline,
	type Point,
	type Polyline
} from '../tools/geometry.ts';
import type { Chain } from './chains.ts';
import type { Network } from './network.ts';
import { valueNoise } from '../tools/noise.ts';
import { curveThrough } from '../tools/polyline.ts';
import type { Random } from '../tools/random.ts';
import { turnOf } from './roundabouts.ts';
import type { Settlement } from '../people/settlements.ts';

const QUAY = 34;
const CORNERS = 14;

/** The boulevard around an old town, where its walls stood: closed, anticlockwise, on the seat's side of the river. */
export function boulevard(town: Settlement, river: Polyline): Point[] {
	const radius = 1.9 * Math.sqrt(town.people) + 75;
	const uneven = valueNoise(Math.round(town.people), 1.4);
	const near = river.filter((p) => distance(p, town.at) < 2 * radius);
	const ring: Point[] = [];
	for (let k = 0; k < CORNERS; k++) {
		const angle = (2 * PI * k) / CORNERS;
		const heading: Point = [cosine(angle), sine(angle)];
		let reach = radius * (1 + 0.2 * uneven(heading[0] * 2, heading[1] * 2));
		while (reach > 60 && near.length > 1 && !clearOf(near, town.at, moved(town.at, heading, reach))) reach -= 10;
		ring.push(moved(town.at, heading, reach));
	}
	const closed = curveThrough([...ring, ring[0]], 40);
	return closed.filter((p) => near.length < 2 || projectOnPolyline(p, near).metres > QUAY * 0.6);
}

function clearOf(river: Polyline, seat: Point, p: Point): boolean {
	for (let k = 1; k <= 6; k++) if (projectOnPolyline(between(seat, p, k / 6), river).metres < QUAY) return false;
	return true;
}

/** Main roads stop at the boulevard: what they run within it is left to the old town's streets. */
export function stoppedAt(ring: Polyline, chains: readonly Chain[]): { outside: Chain[]; gates: Point[] } {
	const reach = Math.max(...ring.map((p) => distance(p, ring[0])));
	const within = (p: Point) => distance(p, ring[0]) <= reach && insideRing(p, ring);
	const outside: Chain[] = [];
	const gates: Point[] = [];
	for (const chain of chains) {
		let run: Point[] = [];
		const close = () => {
			if (run.length > 1) outside.push({ ...chain, points: run });
			run = [];
		};
		for (let i = 0; i < chain.points.length; i++) {
			const p = chain.points[i];
			const inside = within(p);
			if (i > 0 && inside !== within(chain.points[i - 1])) {
				const gate = edgeBetween(chain.points[i - 1], p, ring);
				gates.push(gate);
				run.push(gate);
				if (inside) close();
			}
			if (!inside) run.push(p);
		}
		close();
	}
	return { outside, gates };
}

function edgeBetween(p: Point, q: Point, ring: Polyline): Point {
	let low = 0;
	let high = 1;
	const start = insideRing(p, ring);
	for (let k = 0; k < 24; k++) {
		const middle = (low + high) / 2;
		if (insideRing(between(p, q, middle), ring) === start) low = middle;
		else high = middle;
	}
	return between(p, q, high);
}

/** The old town's frame: the boulevard, the market place, and a street from each gate to the place. */
export function drawCore(
	net: Network,
	town: Settlement,
	ring: Polyline,
	gates: readonly Point[],
	random: Random
): void {
	const round = net.addRoad({ road: 'secondary', route: -1, name: 'Boulevard des Remparts', maxspeed: 50 });
	net.draw([...ring, ring[0]], round);
	const tilt = random.between(0, PI / 2);
	const half = town.people > 15_000 ? 44 : 30;
	const corners = [0.2, 1.1, 2.0, 3.1].map((angle) => {
		return moved(town.at, [cosine(tilt + 2 * angle), sine(tilt + 2 * angle)], half);
	});
	corners.sort((a, b) => turnOf(direction(town.at, a)) - turnOf(direction(town.at, b)));
	const square = net.addRoad({ road: 'living_street', route: -1, name: 'Place de la Halle', maxspeed: 20 });
	net.draw([...corners, corners[0]], square);
	const names = random.shuffled([
		'Grande Rue',
		'Rue du Marché',
		'Rue de la Sous-Préfecture',
		'Rue du Pont',
		'Rue des Tanneurs',
		'Rue Haute',
		'Rue Basse',
		'Rue du Vieux-Puits',
		'Rue des Drapiers'
	]);
	gates.forEach((gate, i) => {
		const corner = [...corners].sort((a, b) => distance(a, gate) - distance(b, gate))[0];
		const length = distance(gate, corner);
		if (length < 20) return;
		const aside: Point = [-(corner[1] - gate[1]) / length, (corner[0] - gate[0]) / length];
		const bend = moved(between(gate, corner, 0.5), aside, random.between(-0.1, 0.1) * length);
		const road = i < 2 ? 'tertiary' : 'residential';
		const street = net.addRoad({ road, route: -1, name: names[i % names.length], maxspeed: 30 });
		net.draw(curveThrough([gate, bend, corner], 35), street, 14);
	});
}

/** Radius of the ring road, in radii of the built area, and the arc it covers, radians from the east. */
const RING_ROAD = { radii: 1.12, from: 0.5, to: -2.7 };

/** A ring road around the far side of the largest town, from the first main road it crosses to the last. */
export function drawRingRoad(net: Network, town: Settlement, radius: number): void {
	const uneven = valueNoise(211, 2600);
	const arc: Point[] = [];
	for (let k = 0; k <= 60; k++) {
		const angle = RING_ROAD.from + ((RING_ROAD.to - RING_ROAD.from) * k) / 60;
		const heading: Point = [cosine(angle), sine(angle)];
		const p = moved(town.at, heading, radius * RING_ROAD.radii);
		arc.push(moved(p, heading, 160 * uneven(p[0], p[1])));
	}
	const line = curveThrough(arc, 55);
	const met = line.flatMap((p, i) => {
		const hit = i === 0 ? null : net.firstCrossing(line[i - 1], p, []);
		return hit === null ? [] : [{ i, point: hit.point }];
	});
	if (met.length < 2) return;
	const [first, last] = [met[0], met[met.length - 1]];
	const road = net.addRoad({ road: 'primary', route: -1, name: 'Rocade Sud', maxspeed: 70, bare: true });
	net.draw([first.point, ...line.slice(first.i, last.i), last.point], road, 12);
}
