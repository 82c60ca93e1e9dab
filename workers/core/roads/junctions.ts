import { NODE_FLAGS, type RoadNetwork } from '#domain/road-network.ts';
import type { Mode } from '#domain/travel.ts';
import { directionRatio, reversedTraits, type WayUses } from './way-uses.ts';

export const NO_SPOT = 0xffff_ffff;

/**
 * Where the roads of one mode meet, end or change. A "spot" is an index into the network's wayNodes.
 */
export interface Junctions {
	/**
	 * 1 where an edge ends: crossings, dead ends, barriers, signals, via nodes of restrictions, changes of what the road is
	 * open to.
	 */
	readonly isJunction: Uint8Array;
	/** 1 where this mode may not pass the node. */
	readonly isBlocked: Uint8Array;
	/** For a node where two ways meet end to end: the spots of both ends. */
	readonly firstEnd: Uint32Array;
	readonly secondEnd: Uint32Array;
	/** Way of each spot. */
	readonly wayOfSpot: Uint32Array;
}

const BLOCKING: Readonly<Record<Mode, number>> = {
	car: NODE_FLAGS.blocksCar,
	bike: NODE_FLAGS.blocksBike,
	foot: NODE_FLAGS.blocksFoot
};

/**
 * Finds the junctions of the ways in use.
 * @param mustCut nodes that stay junctions whatever meets there (via nodes of restrictions)
 */
export function findJunctions(network: RoadNetwork, uses: WayUses, mode: Mode, mustCut: Iterable<number>): Junctions {
	const { wayFirst, wayNodes, nodeFlags } = network;
	const nodeCount = nodeFlags.length;
	const degree = new Uint8Array(nodeCount);
	const firstEnd = new Uint32Array(nodeCount).fill(NO_SPOT);
	const secondEnd = new Uint32Array(nodeCount).fill(NO_SPOT);
	const wayOfSpot = new Uint32Array(wayNodes.length);
	const addEnd = (spot: number) => {
		const node = wayNodes[spot];
		if (firstEnd[node] === NO_SPOT) firstEnd[node] = spot;
		else secondEnd[node] = spot;
	};
	for (let way = 0; way + 1 < wayFirst.length; way++) {
		const [start, end] = [wayFirst[way], wayFirst[way + 1]];
		wayOfSpot.fill(way, start, end);
		if (uses.useOfWay[way] === null || end - start < 2) continue;
		addEnd(start);
		addEnd(end - 1);
		for (let spot = start; spot < end; spot++) {
			const added = spot === start || spot === end - 1 ? 1 : 2;
			// Saturated: only 0, 1, 2 and "more" matter.
			degree[wayNodes[spot]] = Math.min(3, degree[wayNodes[spot]] + added);
		}
	}
	const isJunction = new Uint8Array(nodeCount);
	const isBlocked = new Uint8Array(nodeCount);
	const traitsAwayFrom = (spot: number) => {
		const way = wayOfSpot[spot];
		return spot === wayFirst[way] ? uses.traits[way] : reversedTraits(uses.traits[way]);
	};
	const ratioAwayFrom = (spot: number) => {
		const ratio = directionRatio(uses, wayOfSpot[spot]);
		return spot === wayFirst[wayOfSpot[spot]] ? ratio : 1 / ratio;
	};
	for (let node = 0; node < nodeCount; node++) {
		if (degree[node] === 0) continue;
		isBlocked[node] = (nodeFlags[node] & BLOCKING[mode]) === 0 ? 0 : 1;
		const meetsEndToEnd = secondEnd[node] !== NO_SPOT;
		const isChange =
			meetsEndToEnd &&
			(traitsAwayFrom(firstEnd[node]) !== reversedTraits(traitsAwayFrom(secondEnd[node])) ||
				ratioAwayFrom(firstEnd[node]) !== 1 / ratioAwayFrom(secondEnd[node]));
		const hasSignal = (nodeFlags[node] & NODE_FLAGS.trafficSignals) !== 0;
		isJunction[node] = degree[node] !== 2 || isBlocked[node] === 1 || isChange || hasSignal ? 1 : 0;
	}
	for (const node of mustCut) if (degree[node] > 0) isJunction[node] = 1;
	return { isJunction, isBlocked, firstEnd, secondEnd, wayOfSpot };
}
