import { distance, between, type Point } from '../tools/geometry.ts';
import { gridPoint, sample, STEP } from '../ground/grid.ts';
import type { Landscape } from '../ground/landscape.ts';
import { valueNoise, type Noise } from '../tools/noise.ts';
import { curveThrough, densified, simplified } from '../tools/polyline.ts';
import type { RoadClass } from './road-classes.ts';
import { joinStrokes, type Stroke } from './strokes.ts';
import type { Trails } from './trails.ts';

/** A road drawn on the ground. */
export interface Chain {
	readonly points: readonly Point[];
	readonly road: RoadClass;
	readonly route: number;
}

/** How far the drawn road may leave the grid's path: more in the plain and on steep slopes, where the grid would zigzag. */
const PLAIN_TOLERANCE = 54;
const HILL_TOLERANCE = 58;
/** Junctions sit on the grid; a road straightens by moving them this far at most. */
const LARGEST_SHIFT = 46;
/** Longest piece between two nodes of the drawn road, metres. */
const LONGEST_PIECE = 85;

/** The roads of the grid as smooth lines that go straight on through their junctions. */
export function drawChains(trails: Trails, land: Landscape): Chain[] {
	const { strokes, meeting } = joinStrokes(trails);
	/** Where junctions have been drawn: later roads meet them there. */
	const placed = new Map<number, Point>();
	return strokes.map((stroke) => {
		const spine = straightened(stroke, land, meeting, placed);
		return { points: curved(spine, stroke.road), road: stroke.road, route: stroke.route };
	});
}

interface Stop {
	readonly node: number;
	readonly point: Point;
	readonly fixed: boolean;
}

/** The few points a road is drawn through, its junctions moved so that it runs straighter. */
function straightened(
	stroke: Stroke,
	land: Landscape,
	meeting: ReadonlyMap<number, number>,
	placed: Map<number, Point>
): Point[] {
	const { nodes } = stroke;
	const grid = nodes.map(gridPoint);
	const bridge = (i: number) => i > 0 && i < nodes.length && distance(grid[i - 1], grid[i]) > 2.3 * STEP;
	const pinned = nodes.flatMap((node, i) => {
		const ends = i === 0 || i === nodes.length - 1;
		return ends || bridge(i) || bridge(i + 1) || (meeting.get(node) ?? 0) > 2 ? [i] : [];
	});
	const stops: Stop[] = [];
	pinned.forEach((at, k) => {
		const fixed = placed.has(nodes[at]) || at === 0 || at === nodes.length - 1 || bridge(at) || bridge(at + 1);
		stops.push({ node: nodes[at], point: placed.get(nodes[at]) ?? grid[at], fixed });
		if (k + 1 === pinned.length) return;
		const piece = grid.slice(at, pinned[k + 1] + 1);
		const steep = sample(land.relief, piece[piece.length >> 1]) > 0.05;
		for (const point of simplified(piece, steep ? HILL_TOLERANCE : PLAIN_TOLERANCE).slice(1, -1)) {
			stops.push({ node: -1, point, fixed: false });
		}
	});
	const moved = settled(settled(stops));
	moved.forEach(({ node, point }) => {
		if (node >= 0) placed.set(node, point);
	});
	return moved.map(({ point }) => point);
}

/** Each free stop drawn towards the line between its neighbours. */
function settled(stops: readonly Stop[]): Stop[] {
	return stops.map((stop, i) => {
		if (stop.fixed) return stop;
		const [before, after] = [stops[i - 1].point, stops[i + 1].point];
		const [d1, d2] = [distance(before, stop.point), distance(stop.point, after)];
		const aim = between(before, after, d1 / (d1 + d2 || 1));
		const away = distance(stop.point, aim);
		const share = away === 0 ? 0 : Math.min(0.6, LARGEST_SHIFT / away / 2);
		return { ...stop, point: between(stop.point, aim, share) };
	});
}

const sway: Noise = valueNoise(83, 210);

function curved(spine: readonly Point[], road: RoadClass): Point[] {
	const curve = curveThrough(spine, 22);
	const swing = road === 'primary' ? 0 : road === 'secondary' ? 2.5 : 6;
	const swung = curve.map((p, i): Point => {
		const ease = Math.min(1, Math.min(i, curve.length - 1 - i) / 8);
		return [p[0] + swing * ease * sway(p[0], p[1]), p[1] + swing * ease * sway(p[1] + 5000, p[0])];
	});
	return densified(simplified(swung, 1.6), LONGEST_PIECE);
}
