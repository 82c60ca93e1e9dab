import { describe, expect, it } from 'vitest';
import { NO_PART } from '#core/roads/parts.ts';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { manyToManySeconds } from '#core/travel/many-to-many.ts';
import { snapPoints, UNATTACHED } from '#core/travel/snap.ts';
import { NODE_FLAGS, type RoadNetwork } from '#domain/road-network.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import { degrees, madeNetwork, type MadeNode } from '../fixtures/made-roads.ts';

const street = { highway: 'residential' };
const oneWay = { ...street, oneway: 'yes' };
/** Seconds a metre in a residential street: 25 km/h. */
const perMetre = 3.6 / 25;
const time = (metres: number) => Math.round(metres * perMetre);

type Place = readonly [east: number, north: number];

function snapped(network: RoadNetwork, places: readonly Place[], maxMetres = 1000) {
	const graph = buildRoadGraph(network, 'car');
	const at = places.map(([east, north]) => degrees(east, north));
	const snaps = snapPoints(
		graph,
		at.map(({ lon }) => lon),
		at.map(({ lat }) => lat),
		maxMetres
	);
	return { graph, snaps };
}

/** Times between all places, one row an origin; null where there is none. */
function times(network: RoadNetwork, places: readonly Place[]): (number | null)[][] {
	const { graph, snaps } = snapped(network, places);
	const seconds = manyToManySeconds(graph, snaps, snaps, { accessLeg: 'free' });
	return places.map((_, from) =>
		places.map((_, to) => {
			const entry = seconds[from * places.length + to];
			return entry === UNREACHABLE ? null : entry;
		})
	);
}

const line: Record<string, MadeNode> = {
	a: { east: 0, north: 0 },
	b: { east: 700, north: 0 },
	c: { east: 1000, north: 0 }
};

describe('a network too small to have a main part', () => {
	it('of one one-way street leads along it, and not back', () => {
		const network = madeNetwork(line, [{ nodes: ['a', 'b'], tags: oneWay }]);
		const ends = times(network, [
			[0, 0],
			[700, 0]
		]);
		expect(ends).toEqual([
			[0, time(700)],
			[null, 0]
		]);
		expect(buildRoadGraph(network, 'car').report).toMatchObject({
			parts: [{ edgeCount: 1 }],
			leftOut: { edgeCount: 0 }
		});
	});

	it('moves nobody from a one-way street to the dead end after it', () => {
		const network = madeNetwork(line, [
			{ nodes: ['a', 'b'], tags: oneWay },
			{ nodes: ['b', 'c'], tags: street }
		]);
		const places: Place[] = [
			[0, 0],
			[700, 0],
			[1000, 0]
		];
		const { snaps } = snapped(network, places);
		for (const metres of snaps.metres) expect(metres).toBeLessThan(0.1);
		const [fromA, fromB, fromC] = times(network, places);
		expect(fromA).toEqual([0, time(700), time(1000)]);
		expect(fromB[0]).toBeNull();
		expect(fromC).toEqual([null, time(300), 0]);
	});

	it('lets one come and go where a street ends in a private one', () => {
		const network = madeNetwork(line, [
			{ nodes: ['a', 'b'], tags: street },
			{ nodes: ['b', 'c'], tags: { ...street, access: 'private' } }
		]);
		const found = times(network, [
			[0, 0],
			[400, 0],
			[1000, 0]
		]);
		expect(found).toEqual([
			[0, time(400), time(1000)],
			[time(400), 0, time(600)],
			[time(1000), time(600), 0]
		]);
	});

	it('of two separate streets has times within each, none across, however near', () => {
		for (const north of [50, 5000]) {
			const network = madeNetwork({ ...line, d: { east: 0, north }, e: { east: 400, north } }, [
				{ nodes: ['a', 'b', 'c'], tags: street },
				{ nodes: ['d', 'e'], tags: street }
			]);
			const found = times(network, [
				[100, 0],
				[900, 0],
				[50, north],
				[350, north]
			]);
			expect(found).toEqual([
				[0, time(800), null, null],
				[time(800), 0, null, null],
				[null, null, 0, time(300)],
				[null, null, time(300), 0]
			]);
		}
	});
});

describe('scraps beside a network', () => {
	/** A street of 60 km, its 600 signals each a junction: enough states for a main part. Then a street of 200 m apart from it. */
	const withScrap = (north: number, tags: Record<string, string> = street) => {
		const posts = Array.from({ length: 600 }, (_, i) => `post ${i}`);
		const nodes = Object.fromEntries(
			posts.map((name, i): [string, MadeNode] => [name, { east: 100 * i, north: 0, flags: NODE_FLAGS.trafficSignals }])
		);
		return madeNetwork({ ...nodes, d: { east: 5010, north }, e: { east: 5210, north } }, [
			...posts.slice(1).map((name, i) => ({ nodes: [posts[i], name], tags: street })),
			{ nodes: ['d', 'e'], tags }
		]);
	};
	const partsOf = (network: RoadNetwork, places: readonly Place[], maxMetres?: number) => {
		const { graph, snaps } = snapped(network, places, maxMetres);
		return { parts: [...snaps.edge].map((edge) => graph.partOfEdge[edge]), metres: snaps.metres, report: graph.report };
	};

	it('are passed by for the network, as OSRM does, however near they are', () => {
		const { parts, metres, report } = partsOf(withScrap(180), [[5100, 180]]);
		expect(parts).toEqual([0]);
		expect(metres[0]).toBeCloseTo(180, 1);
		expect(report.parts).toMatchObject([{ edgeCount: 599 }]);
		expect(report.leftOut.edgeCount).toBe(1);
		expect(report.leftOut.kilometres).toBeCloseTo(0.2, 4);
	});

	it('leave a point unattached where the network is beyond the distance asked', () => {
		const { graph, snaps } = snapped(withScrap(100), [[5100, 110]], 50);
		expect([...snaps.edge]).toEqual([UNATTACHED]);
		expect(graph.partOfEdge).toContain(NO_PART);
	});
});
