import { length } from '../tools/arithmetic.ts';
import { crossing, distance, type Point, type Polyline } from '../tools/geometry.ts';
import { DIRECTIONS, GRID_SIZE, gridNode, gridPoint, neighbour, STEP } from './grid.ts';
import { MinHeap } from '../tools/heap.ts';
import type { Landscape } from './landscape.ts';
import { fractalNoise } from '../tools/noise.ts';

/** What crossing a watercourse adds to the way, metres: borders come to lie on it. */
const RIVER_COST = 900;
const BROOK_COST = 420;
/** Near its own seat a commune crosses water freely: towns hold both banks. */
const TOWN_REACH = 1700;

/**
 * Which commune each grid node belongs to: the seat it is easiest to walk to, over ground where slopes, watercourses and
 * chance slow the walk; so borders follow brooks and crests, and every commune is in one piece.
 * @returns for each node, an index into `seats`
 */
export function partitionGround(land: Landscape, seats: readonly { at: Point; headStart: number }[]): Int32Array {
	const roughness = fractalNoise(61, 900, 3);
	const wet = wetSteps(land);
	const cost = new Float64Array(GRID_SIZE).fill(Infinity);
	const owner = new Int32Array(GRID_SIZE).fill(-1);
	const heap = new MinHeap();
	seats.forEach((seat, i) => {
		const node = gridNode(seat.at);
		cost[node] = -seat.headStart;
		owner[node] = i;
		heap.push(-seat.headStart, node);
	});
	while (heap.size > 0) {
		const reached = heap.minKey;
		const node = heap.pop();
		if (reached > cost[node]) continue;
		const here = gridPoint(node);
		const home = seats[owner[node]];
		for (let d = 0; d < 8; d++) {
			const [dx, dy] = DIRECTIONS[d];
			const next = neighbour(node, dx, dy);
			if (next < 0) continue;
			const ground = (1 + 7 * land.slope[node]) * (1 + 0.7 * roughness(here[0], here[1]));
			const water = home.headStart > 0 && distance(here, home.at) < TOWN_REACH ? 0 : (wet.get(node * 8 + d) ?? 0);
			const total = reached + STEP * length(dx, dy) * ground + water;
			if (total >= cost[next]) continue;
			cost[next] = total;
			owner[next] = owner[node];
			heap.push(total, next);
		}
	}
	return owner;
}

/** What the steps that cross water cost, by node × 8 + direction. */
function wetSteps(land: Landscape): Map<number, number> {
	const out = new Map<number, number>();
	const wade = (line: Polyline, cost: number) => {
		for (let i = 1; i < line.length; i++) {
			const near = gridNode(line[i]);
			for (let dy = -2; dy <= 2; dy++) {
				for (let dx = -2; dx <= 2; dx++) {
					const node = neighbour(near, dx, dy);
					if (node < 0) continue;
					for (let d = 0; d < 8; d++) {
						const next = neighbour(node, DIRECTIONS[d][0], DIRECTIONS[d][1]);
						if (next >= 0 && crossing(gridPoint(node), gridPoint(next), line[i - 1], line[i]))
							out.set(node * 8 + d, cost);
					}
				}
			}
		}
	};
	for (const brook of land.brooks) wade(brook.line, BROOK_COST);
	wade(land.river, RIVER_COST);
	return out;
}
