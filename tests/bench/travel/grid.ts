import type { SearchGraph } from '#core/travel/search-graph.ts';
import { graphOfArcs, strongPart } from './graph-tools.ts';
import { seeded } from './seeded.ts';

/** A road class of the synthetic country: every so many lines one is of this class. */
interface RoadClass {
	readonly kmh: number;
	/** Share of its segments that exist. */
	readonly kept: number;
	/** Lines between two roads of the class, at least and at most; 0 for the class of all other lines. */
	readonly spacing: readonly [number, number];
}
const ROAD_CLASSES: readonly RoadClass[] = [
	{ kmh: 30, kept: 0.55, spacing: [0, 0] },
	{ kmh: 50, kept: 0.85, spacing: [6, 12] },
	{ kmh: 60, kept: 0.93, spacing: [18, 32] },
	{ kmh: 75, kept: 0.97, spacing: [45, 85] },
	{ kmh: 110, kept: 1, spacing: [150, 270] }
];
const SPACING_METRES = 200;
const JITTER = 0.6;
const ONE_WAY_SHARE = 0.04;

function classOfLines(side: number, random: () => number): Uint8Array {
	const classes = new Uint8Array(side);
	ROAD_CLASSES.forEach(({ spacing: [least, most] }, rank) => {
		if (rank === 0) return;
		for (let line = Math.floor(least / 2); line < side; line += least + Math.floor(random() * (most - least))) {
			classes[line] = rank;
		}
	});
	return classes;
}

export interface GridCountry {
	readonly graph: SearchGraph;
	/** Metres east and north of the south-west corner, per node. */
	readonly x: Float64Array;
	readonly y: Float64Array;
}

/**
 * A seeded country of side × side junctions about 200 m apart: five classes of roads, gaps, some one-ways, jittered
 * positions; only the part where everything reaches everything (about 93 % of the junctions). Weights in deciseconds.
 */
export function gridCountry(side: number, seed = 12345): GridCountry {
	const random = seeded(seed);
	const count = side * side;
	const x = new Float64Array(count);
	const y = new Float64Array(count);
	for (let node = 0; node < count; node++) {
		x[node] = ((node % side) + (random() - 0.5) * JITTER) * SPACING_METRES;
		y[node] = (Math.floor(node / side) + (random() - 0.5) * JITTER) * SPACING_METRES;
	}
	const rows = classOfLines(side, random);
	const columns = classOfLines(side, random);
	const tails: number[] = [];
	const heads: number[] = [];
	const weights: number[] = [];
	const link = (from: number, to: number, rank: number) => {
		const { kmh, kept } = ROAD_CLASSES[rank];
		if (random() >= kept) return;
		const metres = Math.hypot(x[from] - x[to], y[from] - y[to]);
		const deciseconds = Math.max(1, Math.round((metres / (kmh / 3.6)) * 10));
		tails.push(from);
		heads.push(to);
		weights.push(deciseconds);
		if (rank === 0 && random() < ONE_WAY_SHARE) return;
		tails.push(to);
		heads.push(from);
		weights.push(deciseconds);
	};
	for (let node = 0; node < count; node++) {
		const column = node % side;
		const row = Math.floor(node / side);
		if (column + 1 < side) link(node, node + 1, rows[row]);
		if (row + 1 < side) link(node, node + side, columns[column]);
	}
	const motorway = columns.indexOf(Math.max(...columns));
	const { graph, kept } = strongPart(graphOfArcs(count, tails, heads, weights), Math.floor(side / 2) * side + motorway);
	return { graph, x: Float64Array.from(kept, (node) => x[node]), y: Float64Array.from(kept, (node) => y[node]) };
}

/** Penalty in deciseconds of leaving an arc by another, by the cosine of the angle between them: a sigmoid up to 7.5 s. */
function turnDeciseconds(cosine: number): number {
	const degrees = (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI;
	return Math.round(75 / (1 + Math.exp(-(13 * degrees) / 180 + 6.5)));
}

/**
 * The same country searched arc by arc, as a turn-aware graph is: one node per arc, an arc per permitted turn, weighing
 * the arc entered and the turn. A U-turn is permitted at a dead end alone.
 */
export function turnExpanded({ graph, x, y }: GridCountry): SearchGraph {
	const { nodeCount, first, head, weight } = graph;
	const tail = new Uint32Array(head.length);
	for (let node = 0; node < nodeCount; node++) tail.fill(node, first[node], first[node + 1]);
	const tails: number[] = [];
	const heads: number[] = [];
	const weights: number[] = [];
	for (let arc = 0; arc < head.length; arc++) {
		const via = head[arc];
		const deadEnd = first[via + 1] - first[via] === 1;
		for (let next = first[via]; next < first[via + 1]; next++) {
			if (head[next] === tail[arc] && !deadEnd) continue;
			const [ax, ay] = [x[via] - x[tail[arc]], y[via] - y[tail[arc]]];
			const [bx, by] = [x[head[next]] - x[via], y[head[next]] - y[via]];
			tails.push(arc);
			heads.push(next);
			weights.push(weight[next] + turnDeciseconds((ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by))));
		}
	}
	return strongPart(graphOfArcs(head.length, tails, heads, weights), Math.floor(head.length / 2)).graph;
}
