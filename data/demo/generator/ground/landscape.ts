import type { Point, Polyline } from '../tools/geometry.ts';
import { GRID_SIZE, neighbour } from './grid.ts';
import { MOTORWAY } from '../plan.ts';
import { curveThrough } from '../tools/polyline.ts';
import { distanceToLines, raiseTerrain, steepness } from './terrain.ts';
import { traceBrooks, traceRiver, type Brook } from './water.ts';

/** The ground before people: fields are over the grid of grid.ts. */
export interface Landscape {
	/** Metres above the sea. */
	readonly altitude: Float64Array;
	/** Rise over run, at each node and averaged over about a kilometre. */
	readonly slope: Float64Array;
	readonly relief: Float64Array;
	readonly river: Polyline;
	readonly brooks: readonly Brook[];
	/** Metres to the river, to the river or a brook, to the motorway's axis. */
	readonly toRiver: Float64Array;
	readonly toWater: Float64Array;
	readonly toMotorway: Float64Array;
	/** The motorway's axis, points about 60 m apart. */
	readonly motorway: Polyline;
}

export function shapeLandscape(): Landscape {
	const river: Point[] = traceRiver();
	const altitude = raiseTerrain(river);
	const slope = steepness(altitude);
	const brooks = traceBrooks(altitude, river);
	const motorway = curveThrough(MOTORWAY, 60);
	const toRiver = distanceToLines([river]);
	return {
		altitude,
		slope,
		relief: averaged(slope, 6, 2),
		river,
		brooks,
		toRiver,
		toWater: distanceToLines([river, ...brooks.map((brook) => brook.line)]),
		toMotorway: distanceToLines([motorway]),
		motorway
	};
}

/** A field blurred `passes` times over the (2 × radius + 1)² nodes around, a row then a column at a time. */
function averaged(field: Float64Array, radius: number, passes: number): Float64Array {
	let current = field;
	for (let pass = 0; pass < passes; pass++) {
		for (const [dx, dy] of [
			[1, 0],
			[0, 1]
		]) {
			const next = new Float64Array(GRID_SIZE);
			for (let node = 0; node < GRID_SIZE; node++) {
				let total = 0;
				let count = 0;
				for (let k = -radius; k <= radius; k++) {
					const at = neighbour(node, dx * k, dy * k);
					if (at < 0) continue;
					total += current[at];
					count++;
				}
				next[node] = total / count;
			}
			current = next;
		}
	}
	return current;
}
