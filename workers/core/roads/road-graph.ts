import type { RoadNetwork } from '#domain/road-network.ts';
import type { Mode } from '#domain/travel.ts';
import type { SearchGraph } from '../travel/search-graph.ts';
import { buildEdges, CLOSED, type RoadEdges } from './edges.ts';
import { endsOnlyEdges } from './ends-only.ts';
import { expandStates } from './expand.ts';
import { findJunctions } from './junctions.ts';
import { headOf, LeavingEdges } from './leaving-edges.ts';
import { roadParts, type RoadPart } from './parts.ts';
import { dodges, RestrictionAutomaton } from './restriction-automaton.ts';
import { bindingRestrictions, restrictedPaths, restrictionNodes, type RestrictedPath } from './restrictions.ts';
import { carTurns, freeTurns } from './turn-rules.ts';
import { wayUses } from './way-uses.ts';

/**
 * The roads of one mode, ready to search. Nodes of `search` are states "at the end of a directed edge, before turning";
 * the weight of an arc is the turn plus the whole edge it enters.
 */
export interface RoadGraph {
	readonly mode: Mode;
	readonly format: RoadNetwork['format'];
	readonly search: SearchGraph;
	readonly edges: RoadEdges;
	/** Directed edge that each arc of `search` drives. */
	readonly arcEdge: Uint32Array;
	/** Node of `search` at the end of each directed edge for a journey that starts on it; NO_STATE where it is closed. */
	readonly endState: Uint32Array;
	/** Connected part of each edge (rank in report.parts); NO_PART where a journey may neither start nor end. */
	readonly partOfEdge: Uint8Array;
	/** The factor already applied to moving times. */
	readonly peakFactor: number;
	readonly report: RoadGraphReport;
}

/** What the building of a graph has to tell. */
export interface RoadGraphReport {
	readonly junctionCount: number;
	/** Turn restrictions that bind this mode on roads it may take. */
	readonly restrictionCount: number;
	/** Connected parts that journeys may start and end in, largest first. */
	readonly parts: readonly RoadPart[];
	/** Roads cut off from all of them. */
	readonly leftOut: RoadPart;
}

/**
 * The graph of one mode: roads compressed between junctions, turns expanded where they cost or are forbidden.
 * Car on OSM: OSRM's turn costs and rules; bike and foot, and IGN's car cost, which has its junctions in it: turns are free.
 */
export function buildRoadGraph(network: RoadNetwork, mode: Mode): RoadGraph {
	const uses = wayUses(network, mode);
	const restrictions = bindingRestrictions(network, mode);
	const junctions = findJunctions(network, uses, mode, restrictionNodes(network, restrictions));
	const built = buildEdges(network, uses, junctions);
	const leaving = new LeavingEdges(built);
	const hasTurnCosts = mode === 'car' && network.format === 'osm';
	const rules = hasTurnCosts ? carTurns(network, built, leaving) : freeTurns(network, built);
	const paths = restrictedPaths(network, built, leaving, restrictions);
	const leavingHead = (edge: number) => leaving.at(headOf(built, edge)).filter((next) => built.moving[next] !== CLOSED);
	const bound: RestrictedPath[] = hasTurnCosts ? paths : [...paths, ...dodges(paths, leavingHead)];
	const states = expandStates(built, leaving, endsOnlyEdges(built, leaving), new RestrictionAutomaton(bound), rules);
	const { partOfEdge, kept, leftOut } = roadParts(built, states);
	return {
		mode,
		format: network.format,
		search: { nodeCount: states.stateCount, first: states.first, head: states.head, weight: states.weight },
		edges: {
			edgeCount: built.edgeCount,
			firstVertex: built.firstVertex,
			vertexLon: built.vertexLon,
			vertexLat: built.vertexLat,
			share: built.share,
			moving: built.moving,
			fixed: built.fixed,
			traits: built.traits
		},
		arcEdge: states.arcEdge,
		endState: states.endState,
		partOfEdge,
		peakFactor: 1,
		report: {
			junctionCount: built.junctionCount,
			restrictionCount: paths.length,
			parts: kept,
			leftOut
		}
	};
}
