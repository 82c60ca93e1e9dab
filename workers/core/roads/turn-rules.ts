import { NODE_FLAGS, type RoadNetwork } from '#domain/road-network.ts';
import { departureBearings, turnAngle } from './bearings.ts';
import { CLOSED, type BuiltEdges } from './edges.ts';
import { headOf, type LeavingEdges } from './leaving-edges.ts';
import { turnDeciseconds, uTurnDeciseconds } from './turn-costs.ts';
import { IS_FERRY, IS_ROUNDABOUT } from './way-uses.ts';

/** What a traffic signal costs on average, deciseconds (OSRM traffic_light_penalty, 2 s). */
const SIGNAL_DECISECONDS = 20;

/** Which turns a mode may take at a junction, and what they cost, in deciseconds. */
export interface TurnRules {
	/**
	 * Whether one may turn back at the end of `edge`.
	 * @param exits number of other ways on that no restriction forbids
	 */
	mayTurnBack(edge: number, exits: number): boolean;
	/** Whether one may go on from `edge` to `next` (not back), restrictions aside. */
	mayTurn(edge: number, next: number): boolean;
	cost(edge: number, next: number): number;
}

/** Pedestrians, bikes and IGN's car cost: turns are free, signals are waited for, one turns back where one likes. */
export function freeTurns(network: RoadNetwork, edges: BuiltEdges): TurnRules {
	const signal = signalCosts(network, edges);
	return {
		mayTurnBack: () => true,
		mayTurn: () => true,
		cost: (edge) => signal[headOf(edges, edge)]
	};
}

/**
 * Cars on OSM, as OSRM 5.27 (intersection_analysis.cpp, isTurnAllowed; car.lua, process_turn): turning back at dead ends and
 * barriers, where no other way is open, and where only one road comes in; never across a roundabout against its flow.
 * A bend costs nothing where there is no other road to take.
 */
export function carTurns(network: RoadNetwork, edges: BuiltEdges, leaving: LeavingEdges): TurnRules {
	const signal = signalCosts(network, edges);
	const bearings = departureBearings(edges);
	const back = uTurnDeciseconds();
	const isFerry = (edge: number) => (edges.traits[edge >> 1] & IS_FERRY) !== 0;
	const incoming = incomingCounts(edges, leaving);
	const againstFlow = roundaboutRule(edges, leaving, bearings);
	return {
		mayTurnBack: (edge, exits) => exits === 0 || incoming[headOf(edges, edge)] <= 1,
		mayTurn: (edge, next) => !againstFlow(edge, next),
		cost(edge, next) {
			const junction = headOf(edges, edge);
			if (next === (edge ^ 1)) return signal[junction] + back;
			const roadCount = leaving.first[junction + 1] - leaving.first[junction];
			if (roadCount <= 2 && isFerry(edge) === isFerry(next)) return signal[junction];
			return signal[junction] + turnDeciseconds(turnAngle(bearings[edge ^ 1], bearings[next]));
		}
	};
}

function signalCosts({ nodeFlags }: RoadNetwork, { junctionNode }: BuiltEdges): Uint8Array {
	return Uint8Array.from(junctionNode, (node) =>
		(nodeFlags[node] & NODE_FLAGS.trafficSignals) === 0 ? 0 : SIGNAL_DECISECONDS
	);
}

/** Number of roads by which each junction can be entered. */
function incomingCounts(edges: BuiltEdges, leaving: LeavingEdges): Uint8Array {
	const counts = new Uint8Array(edges.junctionCount);
	for (let junction = 0; junction < edges.junctionCount; junction++) {
		for (let i = leaving.first[junction]; i < leaving.first[junction + 1]; i++) {
			if (edges.moving[leaving.edge[i] ^ 1] !== CLOSED && counts[junction] < 255) counts[junction]++;
		}
	}
	return counts;
}

/**
 * Whether going from an edge to the next would cross a roundabout's flow: where entries and exits share a node of the ring,
 * the exit that lies between the ring's own arrival and the entry is behind the driver.
 */
function roundaboutRule(
	edges: BuiltEdges,
	leaving: LeavingEdges,
	bearings: Float32Array
): (edge: number, next: number) => boolean {
	const isRing = (edge: number) => (edges.traits[edge >> 1] & IS_ROUNDABOUT) !== 0;
	/** Clockwise from a to b, degrees. */
	const clockwise = (a: number, b: number) => (b - a + 720) % 360;
	return (edge, next) => {
		if (isRing(edge) || isRing(next)) return false;
		const junction = headOf(edges, edge);
		let ringIn = -1;
		let ringOut = -1;
		for (let i = leaving.first[junction]; i < leaving.first[junction + 1]; i++) {
			const ring = leaving.edge[i];
			if (!isRing(ring)) continue;
			if (edges.moving[ring] !== CLOSED) ringOut = ring;
			else ringIn = ring;
		}
		if (ringIn === -1 || ringOut === -1) return false;
		const from = clockwise(bearings[ringIn], bearings[edge ^ 1]);
		const ring = clockwise(bearings[ringIn], bearings[ringOut]);
		const to = clockwise(bearings[ringIn], bearings[next]);
		return (from < ring && to < from) || (from > ring && to > from);
	};
}
