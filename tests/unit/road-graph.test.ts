import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { manyToManySeconds } from '#core/travel/many-to-many.ts';
import { routedMetres } from '#core/travel/routed-metres.ts';
import { snapPoints } from '#core/travel/snap.ts';
import { NODE_FLAGS, type RoadNetwork } from '#domain/road-network.ts';
import { UNREACHABLE, type Mode } from '#domain/travel.ts';
import { degrees, madeNetwork, type MadeNode } from '../fixtures/made-roads.ts';

const street = { highway: 'residential' };
const perMetre = 3.6 / 25;
const walking = 3.6 / 4.8;

function snaps(network: RoadNetwork, mode: Mode, places: readonly (readonly [number, number])[]) {
	const graph = buildRoadGraph(network, mode);
	const at = places.map(([east, north]) => degrees(east, north));
	const points = snapPoints(
		graph,
		at.map(({ lon }) => lon),
		at.map(({ lat }) => lat),
		5
	);
	return { graph, points };
}

/** Seconds from the first place to the second. */
function seconds(network: RoadNetwork, mode: Mode, from: [number, number], to: [number, number]): number {
	const { graph, points } = snaps(network, mode, [from, to]);
	return manyToManySeconds(graph, points, points, { accessLeg: 'free' })[1];
}

/** A street of 1 km along the east, its places 250 m apart; `flags` stand on the middle one. */
const street1km = (flags: number, tags: Record<string, string> = street, format?: RoadNetwork['format']) => {
	const nodes: Record<string, MadeNode> = Object.fromEntries(
		['a', 'b', 'c', 'd', 'e'].map((name, i) => [name, { east: 250 * i, north: 0, flags: i === 2 ? flags : 0 }])
	);
	return madeNetwork(nodes, [{ nodes: ['a', 'b', 'c', 'd', 'e'], tags }], [], format);
};

describe('what stands on a road', () => {
	it('signals cost 2 s to cars and bikes, in the middle of a road or at a crossing', () => {
		const signals = street1km(NODE_FLAGS.trafficSignals);
		expect(seconds(signals, 'car', [100, 0], [900, 0])).toBe(Math.round(800 * perMetre + 2));
		expect(seconds(signals, 'car', [100, 0], [400, 0])).toBe(Math.round(300 * perMetre));
		expect(seconds(signals, 'bike', [100, 0], [900, 0])).toBe(800 * (3.6 / 16) + 2);
	});

	it('a bollard stops cars and lets the others through', () => {
		const bollard = street1km(NODE_FLAGS.blocksCar);
		expect(seconds(bollard, 'car', [100, 0], [900, 0])).toBe(UNREACHABLE);
		expect(seconds(bollard, 'foot', [100, 0], [900, 0])).toBe(800 * walking);
		expect(buildRoadGraph(bollard, 'car').edges.edgeCount).toBe(2);
		expect(buildRoadGraph(bollard, 'foot').edges.edgeCount).toBe(1);
	});
});

describe('ferries', () => {
	const crossing = (ferry: Record<string, string>) =>
		madeNetwork(
			{
				a: { east: 0, north: 0 },
				quay: { east: 500, north: 0 },
				buoy: { east: 500, north: 600 },
				pier: { east: 500, north: 1000 },
				z: { east: 500, north: 1500 }
			},
			[
				{ nodes: ['a', 'quay'], tags: street },
				{ nodes: ['quay', 'buoy', 'pier'], tags: { route: 'ferry', ...ferry } },
				{ nodes: ['pier', 'z'], tags: street }
			]
		);

	it('take the time they tell, whatever their length', () => {
		expect(seconds(crossing({ duration: '00:20' }), 'foot', [250, 0], [500, 1250])).toBe(1200 + 500 * walking);
		// By car, a left turn onto the boat: there is no other road, but boarding is a manoeuvre.
		expect(seconds(crossing({ duration: '00:20' }), 'car', [250, 0], [500, 1250])).toBe(
			Math.round(1200 + 500 * perMetre + 5.3)
		);
	});

	it('take 5 km/h where they tell none', () => {
		expect(seconds(crossing({}), 'foot', [250, 0], [500, 1250])).toBe(1000 * (3.6 / 5) + 500 * walking);
	});
});

describe('a roundabout', () => {
	/** Counter-clockwise, 20 m across; roads at each quarter but the north. */
	const ring: Record<string, MadeNode> = {
		south: { east: 0, north: -20 },
		east: { east: 20, north: 0 },
		north: { east: 0, north: 20 },
		west: { east: -20, north: 0 },
		far: { east: 0, north: -300 },
		out: { east: 300, north: 0 },
		away: { east: -300, north: 0 }
	};
	const network = madeNetwork(ring, [
		{ nodes: ['south', 'east', 'north', 'west', 'south'], tags: { ...street, junction: 'roundabout' } },
		{ nodes: ['far', 'south'], tags: street },
		{ nodes: ['east', 'out'], tags: street },
		{ nodes: ['west', 'away'], tags: street }
	]);

	it('is driven one way round', () => {
		const { graph, points } = snaps(network, 'car', [
			[0, -150],
			[150, 0],
			[-150, 0]
		]);
		const metres = routedMetres(graph, points, points);
		const side = Math.hypot(20, 20);
		expect(metres[1]).toBeCloseTo(130 + side + 130, 1);
		expect(metres[2]).toBeCloseTo(130 + 3 * side + 130, 1);
		expect(metres[3 + 2]).toBeCloseTo(130 + 2 * side + 130, 1);
	});

	it('lets one drive out where one came in, all the way round', () => {
		const { graph, points } = snaps(network, 'car', [
			[0, -150],
			[0, -200]
		]);
		// Straight on along one's own road.
		expect(routedMetres(graph, points, points)[1]).toBeCloseTo(50, 1);
	});
});

describe('IGN sections', () => {
	const section = { nature: 'Route à 1 chaussée', sens_de_circulation: 'Double sens', vitesse_moyenne_vl: '40' };

	it('cost length / speed, and 5 s in town', () => {
		const open = street1km(0, { ...section, urbain: 'false' }, 'bdtopo');
		const town = street1km(0, { ...section, urbain: 'true' }, 'bdtopo');
		// The whole section of 1 km: from one end to the other.
		expect(seconds(open, 'car', [0, 0], [1000, 0])).toBe(90);
		expect(seconds(town, 'car', [0, 0], [1000, 0])).toBe(95);
	});
});

describe('odd ways', () => {
	it('that close on themselves are one loop, that end in a loop too', () => {
		const loop = madeNetwork(
			{
				a: { east: 0, north: 0 },
				b: { east: 100, north: 0 },
				c: { east: 50, north: 80 },
				tail: { east: -200, north: 0 }
			},
			[
				{ nodes: ['a', 'b', 'c', 'a'], tags: street },
				{ nodes: ['tail', 'a'], tags: street }
			]
		);
		expect(buildRoadGraph(loop, 'car').edges.edgeCount).toBe(2);
		expect(seconds(loop, 'foot', [-100, 0], [50, 0])).toBe(Math.round(150 * walking));
		const ring = madeNetwork({ a: { east: 0, north: 0 }, b: { east: 100, north: 0 }, c: { east: 50, north: 80 } }, [
			{ nodes: ['a', 'b', 'c', 'a'], tags: street }
		]);
		expect(buildRoadGraph(ring, 'car').edges.edgeCount).toBe(1);
		expect(seconds(ring, 'foot', [20, 0], [80, 0])).toBe(60 * walking);
	});

	it('without length weigh nothing', () => {
		const flat = madeNetwork(
			{ a: { east: 0, north: 0 }, b: { east: 0, north: 0 }, c: { east: 100, north: 0 }, d: { east: 0, north: 100 } },
			[
				{ nodes: ['a', 'b'], tags: street },
				{ nodes: ['b', 'c'], tags: street },
				{ nodes: ['a', 'd'], tags: street },
				{ nodes: ['b', 'd'], tags: street }
			]
		);
		const time = seconds(flat, 'foot', [50, 0], [0, 50]);
		expect(time).toBe(Math.round(100 * walking));
	});

	it('of one node or none are passed over', () => {
		const network = madeNetwork({ a: { east: 0, north: 0 }, b: { east: 100, north: 0 } }, [
			{ nodes: ['a'], tags: street },
			{ nodes: [], tags: street },
			{ nodes: ['a', 'b'], tags: street }
		]);
		expect(buildRoadGraph(network, 'car').edges.edgeCount).toBe(1);
	});
});
