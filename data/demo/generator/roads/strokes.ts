import { direction, type Point } from '../tools/geometry.ts';
import { gridPoint } from '../ground/grid.ts';
import { roadRank, type RoadClass } from './road-classes.ts';
import type { TrailEdge, Trails } from './trails.ts';

/** A road as a driver sees it: straight on through its junctions. */
export interface Stroke {
	readonly nodes: readonly number[];
	readonly road: RoadClass;
	readonly route: number;
}

/** Two roads of a class go on as one where they turn by less than about 50°. */
const STRAIGHT_ON = -0.62;

/** The grid's roads joined into strokes, main and long ones first, and how many roads meet at each grid node. */
export function joinStrokes(trails: Trails): { strokes: Stroke[]; meeting: Map<number, number> } {
	const at = new Map<number, TrailEdge[]>();
	for (const edge of trails.edges.values()) {
		for (const node of [edge.a, edge.b]) at.set(node, [...(at.get(node) ?? []), edge]);
	}
	const onward = new Map<string, TrailEdge>();
	for (const [node, edges] of at) {
		for (const [first, second] of pairs(node, edges)) {
			onward.set(`${node} ${first.a} ${first.b}`, second);
			onward.set(`${node} ${second.a} ${second.b}`, first);
		}
	}
	const seen = new Set<TrailEdge>();
	const strokes: Stroke[] = [];
	for (const edge of trails.edges.values()) {
		if (seen.has(edge)) continue;
		seen.add(edge);
		const ahead = follow(edge, edge.b, onward, seen);
		const behind = follow(edge, edge.a, onward, seen);
		const nodes = [...behind.map((step) => step.node).reverse(), edge.a, edge.b, ...ahead.map((step) => step.node)];
		const routes = [edge, ...ahead.map((step) => step.edge), ...behind.map((step) => step.edge)].map((e) => e.route);
		strokes.push({ nodes, road: edge.road, route: commonest(routes) });
	}
	strokes.sort((a, b) => roadRank(a.road) - roadRank(b.road) || b.nodes.length - a.nodes.length);
	return { strokes, meeting: new Map([...at].map(([node, edges]) => [node, edges.length])) };
}

function follow(
	from: TrailEdge,
	start: number,
	onward: ReadonlyMap<string, TrailEdge>,
	seen: Set<TrailEdge>
): { node: number; edge: TrailEdge }[] {
	const steps: { node: number; edge: TrailEdge }[] = [];
	let node = start;
	let edge = onward.get(`${node} ${from.a} ${from.b}`);
	while (edge && !seen.has(edge)) {
		seen.add(edge);
		node = edge.a === node ? edge.b : edge.a;
		steps.push({ node, edge });
		edge = onward.get(`${node} ${edge.a} ${edge.b}`);
	}
	return steps;
}

/** The edges of a node that go on as one another, straightest first. */
function pairs(node: number, edges: readonly TrailEdge[]): [TrailEdge, TrailEdge][] {
	const here = gridPoint(node);
	const heading = (edge: TrailEdge): Point => direction(here, gridPoint(edge.a === node ? edge.b : edge.a));
	const candidates: { first: TrailEdge; second: TrailEdge; bend: number }[] = [];
	edges.forEach((first, i) => {
		for (const second of edges.slice(i + 1)) {
			if (first.road !== second.road) continue;
			const [p, q] = [heading(first), heading(second)];
			const bend = p[0] * q[0] + p[1] * q[1];
			if (edges.length === 2 || bend < STRAIGHT_ON) candidates.push({ first, second, bend });
		}
	});
	candidates.sort((a, b) => a.bend - b.bend);
	const taken = new Set<TrailEdge>();
	const out: [TrailEdge, TrailEdge][] = [];
	for (const { first, second } of candidates) {
		if (taken.has(first) || taken.has(second)) continue;
		taken.add(first).add(second);
		out.push([first, second]);
	}
	return out;
}

function commonest(values: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
