import { boulevard, drawCore, drawRingRoad, stoppedAt } from './town-core.ts';
import { builtRadius, depthIn } from '../people/built-area.ts';
import { drawChains, type Chain } from './chains.ts';
import { drawCountryside } from './countryside.ts';
import { buildBridges } from './bridges.ts';
import { keepConnected, openTraps } from './connectivity.ts';
import { drawFootways } from './footways.ts';
import { distance, type Point, type Polyline } from '../tools/geometry.ts';
import { drawRoundabouts, placeSignals, placeTurnRules, type TurnRule } from './junctions.ts';
import type { Hamlet } from '../people/hamlets.ts';
import type { Landscape } from '../ground/landscape.ts';
import { drawMotorway, interchangeGates, openCrossings } from './motorway.ts';
import { Network } from './network.ts';
import { densified } from '../tools/polyline.ts';
import { createRandom } from '../tools/random.ts';
import type { Place } from './road-tags.ts';
import { planRoutes, type Route } from './routes.ts';
import type { Settlement } from '../people/settlements.ts';
import { growStreets } from './street-growth.ts';
import { raiseCollectors, streetOpener } from './streets.ts';
import { Trails } from './trails.ts';

export interface Roadworks {
	readonly net: Network;
	readonly routes: readonly Route[];
	/** Settlements and their built areas. */
	readonly places: readonly Place[];
	/** Lone farms, at the end of their drives. */
	readonly farms: readonly Point[];
	/** Nodes with traffic lights. */
	readonly signals: ReadonlySet<number>;
	readonly turnRules: readonly TurnRule[];
}

/** Lays every road of the territory: trunk roads and lanes over the ground, then the motorway, towns and streets. */
export function buildRoads(
	land: Landscape,
	settlements: readonly Settlement[],
	hamlets: readonly Hamlet[],
	beyond: readonly Point[]
): Roadworks {
	const trails = new Trails(land, [land.river, land.motorway]);
	openCrossings(trails, land);
	const routes = planRoutes(settlements, beyond, interchangeGates(land.motorway));
	routes.forEach(({ from, to, road }, i) => trails.connect(from, to, road, i));
	linkHamlets(trails, hamlets);
	const net = new Network();
	const terminals = drawMotorway(net, land.motorway);
	drawTrunks(net, land, settlements, drawChains(trails, land));
	const trunks = trunkPoints(net);
	const places = settlements.map((settlement) => ({ settlement, depth: depthIn(settlement, land, trunks) }));
	const largestFirst = [...places].sort((a, b) => b.settlement.people - a.settlement.people);
	for (const { settlement, depth } of largestFirst) {
		const random = createRandom(`streets of ${settlement.name}`);
		const radius = builtRadius(settlement);
		growStreets(
			net,
			{
				settlement,
				radius,
				depth,
				barriers: [near(land.river, settlement.at, radius * 2), near(land.motorway, settlement.at, radius * 2)],
				open: streetOpener(settlement)
			},
			random
		);
	}
	raiseCollectors(net, settlements);
	const farms = drawCountryside(net, land);
	drawFootways(net, settlements);
	drawRoundabouts(net, terminals);
	buildBridges(net, land.river, land.motorway);
	keepConnected(net);
	openTraps(net);
	const signals = placeSignals(net, settlements);
	return { net, routes, places, farms, signals, turnRules: placeTurnRules(net, signals) };
}

/** A lane from each hamlet to the nearest road, and for some a second one to a neighbour. */
function linkHamlets(trails: Trails, hamlets: readonly Hamlet[]): void {
	const random = createRandom('lanes');
	for (const hamlet of hamlets) trails.join(hamlet.at, 'unclassified', -1);
	for (const hamlet of hamlets) {
		if (!random.chance(0.55)) continue;
		const others = hamlets.filter((h) => h !== hamlet && distance(h.at, hamlet.at) < 2200);
		if (others.length > 0) trails.connect(hamlet.at, random.pick(others).at, 'unclassified', -1);
	}
}

function drawTrunks(net: Network, land: Landscape, settlements: readonly Settlement[], chains: readonly Chain[]): void {
	let left = [...chains];
	for (const town of settlements.filter((s) => s.rank === 'town')) {
		const ring = boulevard(town, land.river);
		const { outside, gates } = stoppedAt(ring, left);
		left = outside;
		drawCore(net, town, ring, gates, createRandom(`old town of ${town.name}`));
	}
	left.sort((a, b) => Number(a.road === 'unclassified') - Number(b.road === 'unclassified'));
	for (const chain of left) net.draw(chain.points, net.addRoad({ road: chain.road, route: chain.route }), 12);
	const capital = [...settlements].sort((a, b) => b.people - a.people)[0];
	drawRingRoad(net, capital, builtRadius(capital));
}

/** Points every few dozen metres along the roads laid before streets: settlements stretch along them. */
function trunkPoints(net: Network): Point[] {
	return net.pieces.flatMap(({ a, b, gone }, i) => {
		return gone || net.roadOf(i).elevated ? [] : densified([net.point(a), net.point(b)], 40).slice(1);
	});
}

function near(line: Polyline, centre: Point, reach: number): Polyline {
	const kept = line.map((p) => distance(p, centre) < reach);
	const first = kept.indexOf(true);
	return first < 0 ? [] : line.slice(Math.max(0, first - 1), kept.lastIndexOf(true) + 2);
}
