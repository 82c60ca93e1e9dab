import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { manyToManySeconds } from '#core/travel/many-to-many.ts';
import { snapPoints } from '#core/travel/snap.ts';
import type { RoadNetwork } from '#domain/road-network.ts';
import { UNREACHABLE, type Mode } from '#domain/travel.ts';
import { degrees, madeNetwork, type MadeNode } from '../fixtures/made-roads.ts';

const residential = { highway: 'residential' };

function seconds(network: RoadNetwork, mode: Mode, from: [number, number], to: [number, number]): number {
	const graph = buildRoadGraph(network, mode);
	const snap = ([east, north]: [number, number]) => {
		const { lon, lat } = degrees(east, north);
		return snapPoints(graph, [lon], [lat], 5);
	};
	return manyToManySeconds(graph, snap(from), snap(to), { accessLeg: 'free' })[0];
}

/**
 * A crossing of four roads of 500 m, driven at 25 km/h; the ends are dead ends, but for a long loop between north and east.
 *
 *          n ─────┐
 *          │      │ (loop)
 *   w ──── x ──── e
 *          │
 *          s
 */
const crossing: Record<string, MadeNode> = {
	x: { east: 0, north: 0 },
	w: { east: -500, north: 0 },
	e: { east: 500, north: 0 },
	n: { east: 0, north: 500 },
	s: { east: 0, north: -500 },
	corner: { east: 500, north: 500 }
};
const [WEST, EAST, NORTH, SOUTH] = [0, 1, 2, 3];
const ways = [
	{ nodes: ['w', 'x'], tags: residential },
	{ nodes: ['x', 'e'], tags: residential },
	{ nodes: ['x', 'n'], tags: residential },
	{ nodes: ['x', 's'], tags: residential },
	{ nodes: ['n', 'corner', 'e'], tags: residential }
];
const perMetre = 3.6 / 25;

describe('turn restrictions', () => {
	const free = madeNetwork(crossing, ways);
	const noLeft = madeNetwork(crossing, ways, [{ fromWay: WEST, toWay: NORTH, viaNode: 'x' }]);

	it('forbid the turn: the way round is taken', () => {
		const noSouth = ways.filter((way) => way !== ways[SOUTH]);
		const noLeftNorSouth = madeNetwork(crossing, noSouth, [{ fromWay: WEST, toWay: NORTH, viaNode: 'x' }]);
		expect(seconds(free, 'car', [-250, 0], [0, 250])).toBe(Math.round(500 * perMetre + 5.3));
		// East, round the loop, and back down: two bends that are no junctions.
		expect(seconds(noLeftNorSouth, 'car', [-250, 0], [0, 250])).toBe(Math.round((250 + 500 + 1000 + 250) * perMetre));
	});

	it('are not dodged by turning back further on', () => {
		const noLoop = madeNetwork(crossing, ways.slice(0, 4), [{ fromWay: WEST, toWay: NORTH, viaNode: 'x' }]);
		// To the dead end, 500 m on, and back; turning back there costs 27.4 s, and the other turn is a right one.
		const viaEast = (250 + 500 + 500 + 250) * perMetre + 27.4 + 2.1;
		expect(seconds(noLoop, 'car', [-250, 0], [0, 250])).toBe(Math.round(viaEast));
	});

	it('bind the one direction only', () => {
		expect(seconds(noLeft, 'car', [0, 250], [-250, 0])).toBe(seconds(free, 'car', [0, 250], [-250, 0]));
	});

	it('leave exempted modes alone', () => {
		const exceptBike = madeNetwork(crossing, ways, [{ fromWay: WEST, toWay: NORTH, viaNode: 'x', exceptBike: true }]);
		expect(seconds(exceptBike, 'bike', [-250, 0], [0, 250])).toBe(seconds(free, 'bike', [-250, 0], [0, 250]));
		expect(seconds(noLeft, 'bike', [-250, 0], [0, 250])).toBeGreaterThan(seconds(free, 'bike', [-250, 0], [0, 250]));
		expect(seconds(noLeft, 'foot', [-250, 0], [0, 250])).toBe(seconds(free, 'foot', [-250, 0], [0, 250]));
	});

	it('are not dodged by a bike that turns back at the next crossing', () => {
		// A stub 10 m along the road ahead makes a junction there, where a bike could turn round at no cost.
		const near = { ...crossing, near: { east: 10, north: 0 }, stub: { east: 10, north: -20 } };
		const withStub = [
			ways[0],
			{ nodes: ['x', 'near', 'e'], tags: residential },
			ways[2],
			ways[3],
			ways[4],
			{ nodes: ['near', 'stub'], tags: residential }
		];
		const bound = madeNetwork(near, withStub, [{ fromWay: WEST, toWay: NORTH, viaNode: 'x' }]);
		const turningBackAtOnce = Math.round(((250 + 10 + 10 + 250) / 16) * 3.6);
		expect(seconds(bound, 'bike', [-250, 0], [0, 250])).toBeGreaterThan(turningBackAtOnce);
	});

	it('that are mandatory leave one way on', () => {
		const onlySouth = madeNetwork(crossing, ways, [{ fromWay: WEST, toWay: SOUTH, viaNode: 'x', kind: 'only' }]);
		expect(seconds(onlySouth, 'car', [-250, 0], [0, -250])).toBe(Math.round(500 * perMetre + 2.1));
		// South to the dead end and back, then straight on north.
		expect(seconds(onlySouth, 'car', [-250, 0], [0, 250])).toBe(
			Math.round((250 + 500 + 500 + 250) * perMetre + 2.1 + 27.4)
		);
		expect(seconds(onlySouth, 'car', [0, 250], [250, 0])).toBe(seconds(free, 'car', [0, 250], [250, 0]));
	});

	it('that are mandatory towards a road this mode cannot take bind nothing', () => {
		const busOnly = ways.map((way, rank) => (rank === SOUTH ? { ...way, tags: { highway: 'busway' } } : way));
		const network = madeNetwork(crossing, busOnly, [{ fromWay: WEST, toWay: SOUTH, viaNode: 'x', kind: 'only' }]);
		expect(seconds(network, 'car', [-250, 0], [250, 0])).toBe(Math.round(500 * perMetre));
	});

	it('can forbid turning back', () => {
		const threeRoads = ways.slice(0, 3);
		const noLeftThen = (also: Parameters<typeof madeNetwork>[2]) =>
			madeNetwork(crossing, threeRoads, [{ fromWay: WEST, toWay: NORTH, viaNode: 'x' }, ...(also ?? [])]);
		const turningBack = Math.round(1500 * perMetre + 27.4 + 2.1);
		expect(seconds(noLeftThen([]), 'car', [-250, 0], [0, 250])).toBe(turningBack);
		const noUTurn = noLeftThen([{ fromWay: EAST, toWay: EAST, viaNode: 'e' }]);
		expect(seconds(noUTurn, 'car', [-250, 0], [0, 250])).toBe(UNREACHABLE);
	});
});

/**
 * A dual carriageway: eastward below, westward above, 25 m apart, a link between them, and streets on both sides.
 *
 *   c ←──── b ←──── far
 *           │ link
 *   a ────→ d ────→ end
 */
describe('turn restrictions through a way', () => {
	const dual: Record<string, MadeNode> = {
		a: { east: -500, north: 0 },
		d: { east: 0, north: 0 },
		end: { east: 500, north: 0 },
		far: { east: 500, north: 25 },
		b: { east: 0, north: 25 },
		c: { east: -500, north: 25 }
	};
	const oneway = { highway: 'residential', oneway: 'yes' };
	const dualWays = [
		{ nodes: ['a', 'd'], tags: oneway },
		{ nodes: ['d', 'end'], tags: oneway },
		{ nodes: ['end', 'far'], tags: oneway },
		{ nodes: ['far', 'b'], tags: oneway },
		{ nodes: ['b', 'c'], tags: oneway },
		{ nodes: ['d', 'b'], tags: residential },
		{ nodes: ['c', 'a'], tags: oneway }
	];
	const [IN, OUT, LINK] = [0, 4, 5];
	const free = madeNetwork(dual, dualWays);
	const noUTurn = madeNetwork(dual, dualWays, [{ fromWay: IN, viaWays: [LINK], toWay: OUT }]);

	it('forbid the path as a whole', () => {
		const short = seconds(free, 'car', [-250, 0], [-250, 25]);
		expect(short).toBe(Math.round((250 + 25 + 250) * perMetre + 2 * 5.3));
		// Through the far end instead; its corners are bends.
		expect(seconds(noUTurn, 'car', [-250, 0], [-250, 25])).toBe(Math.round((250 + 500 + 25 + 500 + 250) * perMetre));
	});

	it('leave the way itself open to others', () => {
		const southward: [number, number] = [0, 10];
		expect(seconds(noUTurn, 'car', [-250, 0], southward)).toBe(seconds(free, 'car', [-250, 0], southward));
		expect(seconds(noUTurn, 'car', southward, [-250, 25])).toBe(seconds(free, 'car', southward, [-250, 25]));
	});

	it('can make the path the only one', () => {
		const only = madeNetwork(dual, dualWays, [{ fromWay: IN, viaWays: [LINK], toWay: OUT, kind: 'only' }]);
		expect(seconds(only, 'car', [-250, 0], [-250, 25])).toBe(seconds(free, 'car', [-250, 0], [-250, 25]));
		expect(seconds(only, 'car', [-250, 0], [250, 0])).toBe(UNREACHABLE);
	});
});
