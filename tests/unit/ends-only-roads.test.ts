import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { manyToManySeconds } from '#core/travel/many-to-many.ts';
import { snapPoints } from '#core/travel/snap.ts';
import type { RoadNetwork } from '#domain/road-network.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import { degrees, madeNetwork, type MadeNode } from '../fixtures/made-roads.ts';

const street = { highway: 'residential' };
const private_ = { highway: 'residential', access: 'private' };
const perMetre = 3.6 / 25;

function seconds(network: RoadNetwork, from: [number, number], to: [number, number]): number {
	const graph = buildRoadGraph(network, 'car');
	const snap = ([east, north]: [number, number]) => {
		const { lon, lat } = degrees(east, north);
		return snapPoints(graph, [lon], [lat], 5);
	};
	return manyToManySeconds(graph, snap(from), snap(to), { accessLeg: 'free' })[0];
}

/**
 * Two squares of streets joined by a private short cut (b–c) and by a long public way round (b–d–c).
 *
 *   a ── b ~~~~~~ c ── e          ~ private, 200 m
 *        └── d ───┘                 public, 2 × 500 m or so
 */
const nodes: Record<string, MadeNode> = {
	a: { east: -200, north: 0 },
	b: { east: 0, north: 0 },
	c: { east: 200, north: 0 },
	e: { east: 400, north: 0 },
	d: { east: 100, north: -490 }
};
const joined = madeNetwork(nodes, [
	{ nodes: ['a', 'b'], tags: street },
	{ nodes: ['b', 'c'], tags: private_ },
	{ nodes: ['b', 'd', 'c'], tags: street },
	{ nodes: ['c', 'e'], tags: street }
]);

describe('roads for the ends of a journey only', () => {
	it('are not driven through, however short', () => {
		const roundMetres = 100 + 2 * Math.hypot(100, 490) + 100;
		// A right turn of 78° at b, and another at c.
		const time = seconds(joined, [-100, 0], [300, 0]);
		expect(time).toBeGreaterThanOrEqual(Math.floor(roundMetres * perMetre));
		expect(time).toBeLessThan(roundMetres * perMetre + 15);
	});

	it('are driven to, and from', () => {
		expect(seconds(joined, [-100, 0], [100, 0])).toBe(Math.round(200 * perMetre));
		expect(seconds(joined, [100, 0], [300, 0])).toBe(Math.round(200 * perMetre));
		expect(seconds(joined, [50, 0], [150, 0])).toBe(Math.round(100 * perMetre));
	});

	it('are driven from one to another, along them or over public streets', () => {
		const twoYards = madeNetwork({ ...nodes, y: { east: -200, north: 300 }, z: { east: 400, north: 300 } }, [
			{ nodes: ['a', 'b'], tags: street },
			{ nodes: ['b', 'c'], tags: street },
			{ nodes: ['b', 'd', 'c'], tags: street },
			{ nodes: ['c', 'e'], tags: street },
			{ nodes: ['a', 'y'], tags: private_ },
			{ nodes: ['e', 'z'], tags: private_ }
		]);
		// The bends at a and e have no other road: no turn costs anything but the crossings driven straight.
		expect(seconds(twoYards, [-200, 150], [400, 150])).toBe(Math.round((150 + 600 + 150) * perMetre));
	});

	it('open the public streets behind them, to which there is no other way', () => {
		const enclosed = madeNetwork({ ...nodes, y: { east: -200, north: 300 }, z: { east: -100, north: 400 } }, [
			{ nodes: ['a', 'b'], tags: street },
			{ nodes: ['b', 'c'], tags: street },
			{ nodes: ['b', 'd', 'c'], tags: street },
			{ nodes: ['c', 'e'], tags: street },
			{ nodes: ['a', 'y'], tags: private_ },
			{ nodes: ['y', 'z'], tags: street }
		]);
		const there = Math.hypot(100, 100) / 2;
		expect(seconds(enclosed, [-100, 0], [-150, 350])).toBe(Math.round((100 + 300 + there) * perMetre));
		expect(seconds(enclosed, [-150, 350], [-100, 0])).toBe(Math.round((100 + 300 + there) * perMetre));
	});

	it('stay closed where access is refused', () => {
		const closed = madeNetwork(nodes, [
			{ nodes: ['a', 'b'], tags: street },
			{ nodes: ['b', 'c'], tags: { highway: 'residential', access: 'no' } },
			{ nodes: ['c', 'e'], tags: street }
		]);
		expect(seconds(closed, [-100, 0], [300, 0])).toBe(UNREACHABLE);
	});
});
