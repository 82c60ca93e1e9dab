import type { RoadNetwork, TurnRestriction } from '#domain/road-network.ts';
import type { Mode } from '#domain/travel.ts';
import { CLOSED, type BuiltEdges } from './edges.ts';
import { headOf, type LeavingEdges } from './leaving-edges.ts';

/**
 * A turn restriction in directed edges: driving path[0] … path[k − 1] in a row, path[k] is forbidden ("no") or is the
 * only way on ("only").
 */
export interface RestrictedPath {
	readonly kind: TurnRestriction['kind'];
	readonly path: readonly number[];
}

/** The restrictions that bind a mode. Pedestrians are bound by none. */
export function bindingRestrictions(network: RoadNetwork, mode: Mode): readonly TurnRestriction[] {
	if (mode === 'foot') return [];
	return network.restrictions.filter((restriction) =>
		mode === 'car' ? !restriction.exceptCar : !restriction.exceptBike
	);
}

/** Nodes at which restrictions hold: where their ways meet. */
export function restrictionNodes(network: RoadNetwork, restrictions: readonly TurnRestriction[]): Set<number> {
	const nodes = new Set<number>();
	for (const restriction of restrictions) for (const node of viaNodes(network, restriction) ?? []) nodes.add(node);
	return nodes;
}

/** The node where each way of a restriction gives way to the next; null when they do not meet. */
function viaNodes(network: RoadNetwork, restriction: TurnRestriction): number[] | null {
	if (restriction.viaNode !== null) return [restriction.viaNode];
	const ways = [restriction.fromWay, ...restriction.viaWays, restriction.toWay];
	const nodes: number[] = [];
	for (let i = 0; i + 1 < ways.length; i++) {
		const shared = sharedNode(network, ways[i], ways[i + 1], nodes[i - 1]);
		if (shared === null) return null;
		nodes.push(shared);
	}
	return nodes;
}

/** A node both ways have, at their ends rather than within, and not the one the first way was entered by. */
function sharedNode(network: RoadNetwork, a: number, b: number, entered: number | undefined): number | null {
	const nodesA = nodesOfWay(network, a);
	const nodesB = nodesOfWay(network, b);
	const isEnd = (nodes: Uint32Array, node: number) => node === nodes[0] || node === nodes[nodes.length - 1];
	const shared = [...new Set(nodesA)].filter((node) => nodesB.includes(node));
	const rank = (node: number) =>
		(node === entered ? 4 : 0) + (isEnd(nodesB, node) ? 0 : 2) + (isEnd(nodesA, node) ? 0 : 1);
	shared.sort((m, n) => rank(m) - rank(n));
	return shared[0] ?? null;
}

function nodesOfWay({ wayFirst, wayNodes }: RoadNetwork, way: number): Uint32Array {
	return wayNodes.subarray(wayFirst[way], wayFirst[way + 1]);
}

/**
 * Restrictions as paths of directed edges; those whose ways this mode cannot take in that direction bind nothing.
 * Where the `from` or `to` way runs on through the via node, each of its branches is meant.
 */
export function restrictedPaths(
	network: RoadNetwork,
	edges: BuiltEdges,
	leaving: LeavingEdges,
	restrictions: readonly TurnRestriction[]
): RestrictedPath[] {
	if (restrictions.length === 0) return [];
	const roads = { edges, leaving, junctionsAt: junctionsByNode(edges, restrictionNodes(network, restrictions)) };
	const result: RestrictedPath[] = [];
	for (const restriction of restrictions) {
		const nodes = viaNodes(network, restriction);
		const middle = nodes === null ? null : pathThrough(roads, restriction.viaWays, nodes);
		if (nodes === null || middle === null) continue;
		const froms = leavingOnWay(roads, nodes[0], restriction.fromWay).map((edge) => edge ^ 1);
		const tos = leavingOnWay(roads, nodes[nodes.length - 1], restriction.toWay);
		for (const from of froms) {
			for (const to of tos) {
				const path = [from, ...middle, to];
				if (path.every((edge) => edges.moving[edge] !== CLOSED)) result.push({ kind: restriction.kind, path });
			}
		}
	}
	return result;
}

interface Roads {
	readonly edges: BuiltEdges;
	readonly leaving: LeavingEdges;
	readonly junctionsAt: ReadonlyMap<number, readonly number[]>;
}

function junctionsByNode({ junctionNode }: BuiltEdges, nodes: ReadonlySet<number>): Map<number, number[]> {
	const byNode = new Map<number, number[]>();
	junctionNode.forEach((node, junction) => {
		if (nodes.has(node)) byNode.set(node, [...(byNode.get(node) ?? []), junction]);
	});
	return byNode;
}

/** Directed edges, open or not, that leave a node along a way. */
function leavingOnWay({ edges, leaving, junctionsAt }: Roads, node: number, way: number): number[] {
	const junctions = junctionsAt.get(node) ?? [];
	return junctions.flatMap((junction) => leaving.at(junction).filter((edge) => firstWayOf(edges, edge) === way));
}

function firstWayOf(edges: BuiltEdges, directed: number): number {
	return (directed & 1) === 0 ? edges.firstWay[directed >> 1] : edges.lastWay[directed >> 1];
}

/** Directed edges along the via ways, from the first via node to the last; null when they do not lead there. */
function pathThrough(roads: Roads, viaWays: readonly number[], nodes: readonly number[]): number[] | null {
	const path: number[] = [];
	for (let i = 0; i < viaWays.length; i++) {
		const leg = pathAlongWay(roads, viaWays[i], nodes[i], nodes[i + 1]);
		if (leg === null) return null;
		path.push(...leg);
	}
	return path;
}

/** Follows one way from a node to another, through the junctions it has in between. */
function pathAlongWay(roads: Roads, way: number, fromNode: number, toNode: number): number[] | null {
	const { edges, leaving } = roads;
	for (const start of leavingOnWay(roads, fromNode, way)) {
		const path = [start];
		for (;;) {
			const last = path[path.length - 1];
			const junction = headOf(edges, last);
			if (edges.junctionNode[junction] === toNode) return path;
			const next = leaving
				.at(junction)
				.find((edge) => edge !== (last ^ 1) && firstWayOf(edges, edge) === way && !path.includes(edge));
			if (next === undefined) break;
			path.push(next);
		}
	}
	return null;
}
