import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { manyToManySeconds } from '#core/travel/many-to-many.ts';
import { snapPoints, UNATTACHED } from '#core/travel/snap.ts';
import { NODE_FLAGS } from '#domain/road-network.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import { degrees, madeNetwork } from '../fixtures/made-roads.ts';

const street = { highway: 'residential' };
/** A street 1 km long with a side street, another street near its end that does not join it, a ferry from its start. */
const network = madeNetwork(
	{
		a: { east: 0, north: 0 },
		b: { east: 500, north: 0 },
		c: { east: 1000, north: 0 },
		d: { east: 500, north: 300 },
		apart1: { east: 900, north: 100 },
		apart2: { east: 1000, north: 100 },
		quay: { east: 0, north: -800 }
	},
	[
		{ nodes: ['a', 'b', 'c'], tags: street },
		{ nodes: ['b', 'd'], tags: street },
		{ nodes: ['apart1', 'apart2'], tags: street },
		{ nodes: ['a', 'quay'], tags: { route: 'ferry', duration: '00:10' } }
	]
);
const graph = buildRoadGraph(network, 'car');
const at = (east: number, north: number, maxMetres = 1000) => {
	const { lon, lat } = degrees(east, north);
	return snapPoints(graph, [lon], [lat], maxMetres);
};

describe('snapping', () => {
	it('takes the foot on the nearest road', () => {
		const snaps = at(250, 40);
		const foot = degrees(250, 0);
		expect(snaps.metres[0]).toBeCloseTo(40, 1);
		expect(snaps.lon[0]).toBeCloseTo(foot.lon, 6);
		expect(snaps.lat[0]).toBeCloseTo(foot.lat, 6);
		// Halfway along a street of 500 m, whichever way it is kept.
		expect(snaps.share[0]).toBeCloseTo(0.5, 3);
	});

	it('takes nothing beyond the distance asked', () => {
		expect(at(250, -40, 39.5).edge[0]).toBe(UNATTACHED);
		expect(at(250, -40, 40.5).edge[0]).not.toBe(UNATTACHED);
		expect(Number.isNaN(at(250, -40, 39.5).metres[0])).toBe(true);
	});

	it('takes even a street that leads nowhere else, in so small a network', () => {
		expect(at(950, 90).metres[0]).toBeCloseTo(10, 1);
		expect(graph.report.leftOut).toEqual({ edgeCount: 0, kilometres: 0 });
	});

	it('starts no journey on the ferry', () => {
		expect(at(10, -400).metres[0]).toBeCloseTo(400, 0);
	});

	it('is not lost on coordinates that are none', () => {
		expect(snapPoints(graph, [NaN], [47], 1000).edge[0]).toBe(UNATTACHED);
		expect(snapPoints(graph, [Infinity], [NaN], 1000).edge[0]).toBe(UNATTACHED);
		expect(snapPoints(graph, [2], [47.01], NaN).edge[0]).toBe(UNATTACHED);
	});

	it('finds nothing on a graph without roads', () => {
		const empty = buildRoadGraph(madeNetwork({ a: { east: 0, north: 0 } }, []), 'car');
		expect(empty.report.parts).toEqual([]);
		expect(snapPoints(empty, [2], [47], 1e6).edge[0]).toBe(UNATTACHED);
	});

	it('keeps two large parts, each with its own roads, and tells them apart', () => {
		// Two streets of 600 signals, which keep every place a junction, 30 km apart.
		const island = Array.from({ length: 600 }, (_, i) => i);
		const islands = [0, 90_000];
		const places = islands.flatMap((east) =>
			island.map((i) => [`${east} ${i}`, { east: east + 100 * i, north: 0, flags: NODE_FLAGS.trafficSignals }])
		);
		const ways = islands.flatMap((east) =>
			island.slice(1).map((i) => ({ nodes: [`${east} ${i - 1}`, `${east} ${i}`], tags: street }))
		);
		const both = buildRoadGraph(madeNetwork(Object.fromEntries(places), ways), 'car');
		expect(both.report.parts.map((part) => part.edgeCount)).toEqual([599, 599]);
		const [west, east] = [degrees(5000, 10), degrees(95_000, 10)];
		const snaps = snapPoints(both, [west.lon, east.lon], [west.lat, east.lat], 50);
		expect([...snaps.edge].map((edge) => both.partOfEdge[edge]).sort()).toEqual([0, 1]);
		const [within, across] = manyToManySeconds(both, snaps, snaps, { accessLeg: 'free' });
		expect([within, across]).toEqual([0, UNREACHABLE]);
	});
});

describe('access legs', () => {
	it('take the time of the straight line to the road, at both ends', () => {
		const [from, to] = [at(100, 50), at(400, 20)];
		const onRoad = 300 * (3.6 / 25);
		// A car leaves the road at 10 km/h.
		expect(manyToManySeconds(graph, from, to)[0]).toBe(Math.round(onRoad + 70 * 0.36));
		expect(manyToManySeconds(graph, from, to, { accessLeg: 'free' })[0]).toBe(Math.round(onRoad));
	});
});
