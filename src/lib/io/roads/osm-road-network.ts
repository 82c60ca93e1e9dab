import type { Bounds } from '#domain/geometry.ts';
import { MaillageError, type Imported, type RejectedRow } from '#domain/notes.ts';
import type { RoadNetwork, TurnRestriction } from '#domain/road-network.ts';
import { uint32List, type Uint32List } from '../bytes/growable-list.ts';
import { IdSet } from '../bytes/id-set.ts';
import type { OsmPass } from './osm-entities.ts';
import { nodeFlags } from './osm-node-flags.ts';
import { OsmPlaces } from './osm-places.ts';
import {
	readRestriction,
	resolveRestriction,
	type RestrictionDraft,
	type RestrictionDrop
} from './osm-restrictions.ts';
import { countedNotes, rejectedWay, undrawnWaterNotes } from './osm-road-notes.ts';
import { isUsableRoad, osmRoadClass, routingTags } from './osm-road-tags.ts';
import { OsmWater, waterKind } from './osm-water.ts';
import { placeNode, unknownNodes, WayNodes, type OsmNodes } from './osm-way-nodes.ts';
import { basemapRoads } from './road-basemap.ts';
import type { ImportedRoads, RoadReadOptions } from './road-import.ts';
import { RoadBudget } from './road-limits.ts';
import { TagSets, WayList } from './road-network-builder.ts';

/** How often `assembleOsmRoads` reads the file. */
export function osmPassCount(bounds: Bounds | undefined): number {
	return bounds === undefined ? 2 : 3;
}

/**
 * The road network of an OSM file, whatever the order of its entities: nodes within bounds (when bounds are given),
 * then the ways that are roads and the turn restrictions, then the nodes of these ways.
 * Beside it, what a map draws of the file: its major roads, its waters and its places, met in the same passes.
 * Memory is that of the roads and waters kept (plus 4 bytes for each node within bounds), not of the file.
 * Rows are the ways that are roads, within bounds; a way cut where nodes are missing becomes one way per known run.
 * @param file name for errors and notes
 * @throws MaillageError when no road is found, or more than `limits`; whatever `pass` throws
 */
export async function assembleOsmRoads(
	file: string,
	pass: OsmPass,
	{ bounds, limits }: RoadReadOptions = {}
): Promise<Omit<ImportedRoads, 'source'>> {
	const budget = new RoadBudget(file, bounds, limits);
	const inBounds = bounds === undefined ? null : await readNodesWithin(pass, bounds, budget);
	const ground: Ground = { water: new OsmWater(), places: new OsmPlaces(bounds) };
	const draft = await readRoadWays(pass, inBounds, ground, budget);
	if (draft.ways.wayIds.length === 0) {
		throw new MaillageError(inBounds === null ? 'error_osm_no_road' : 'error_osm_no_road_in_bounds', {}, file);
	}
	const nodes = await readRoadNodes(pass, draft.ways.nodeIds.toArray(), ground);
	const imported = joinWays(file, draft, nodes);
	const { undrawn, ...waters } = ground.water.finish();
	return {
		...imported,
		notes: [...imported.notes, ...undrawnWaterNotes(file, undrawn)],
		basemap: { roads: basemapRoads(imported.value, osmRoadClass), ...waters, places: ground.places.finish() }
	};
}

async function readNodesWithin(pass: OsmPass, [west, south, east, north]: Bounds, budget: RoadBudget): Promise<IdSet> {
	const ids = new IdSet();
	await pass({
		node(id, lon, lat) {
			if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return;
			budget.takeNode();
			ids.add(id);
		}
	});
	return ids;
}

interface WayDraft {
	readonly ways: WayNodes;
	readonly wayTagSet: Uint32List;
	readonly tagSets: TagSets;
	readonly restrictions: RestrictionDraft[];
	readonly dropped: Map<RestrictionDrop, number>;
}

/** What of the file is drawn and is no road. */
interface Ground {
	readonly water: OsmWater;
	readonly places: OsmPlaces;
}

async function readRoadWays(
	pass: OsmPass,
	inBounds: IdSet | null,
	{ water }: Ground,
	budget: RoadBudget
): Promise<WayDraft> {
	const draft: WayDraft = {
		ways: new WayNodes(),
		wayTagSet: uint32List(),
		tagSets: new TagSets(),
		restrictions: [],
		dropped: new Map()
	};
	await pass({
		way(id, tags, nodeIds) {
			const isRoad = isUsableRoad(tags);
			const kind = isRoad ? null : waterKind(tags);
			if (!isRoad && kind === null) return;
			const ids = nodeIds();
			if (inBounds !== null && !ids.some((node) => inBounds.has(node))) return;
			budget.takePoints(ids.length);
			if (kind !== null) return water.addWay(id, kind, ids);
			draft.ways.push(id, ids);
			draft.wayTagSet.push(draft.tagSets.intern(routingTags(tags)));
		},
		relation(tags, members) {
			water.addRelation(tags);
			const read = readRestriction(tags, members);
			if (read === null) return;
			if (typeof read === 'string') draft.dropped.set(read, (draft.dropped.get(read) ?? 0) + 1);
			else draft.restrictions.push(...read);
		}
	});
	return draft;
}

interface RoadNodes extends OsmNodes {
	readonly flags: Uint8Array;
}

async function readRoadNodes(pass: OsmPass, nodeIds: Float64Array, { water, places }: Ground): Promise<RoadNodes> {
	const roadNodes = unknownNodes(nodeIds);
	const nodes = { ...roadNodes, flags: new Uint8Array(roadNodes.lon.length) };
	water.expectNodes();
	await pass({
		node(id, lon, lat, tags) {
			water.addNode(id, lon, lat);
			places.addNode(id, lon, lat, tags);
			const rank = placeNode(nodes, id, lon, lat);
			if (rank !== -1) nodes.flags[rank] = nodeFlags(tags);
		}
	});
	return nodes;
}

function joinWays(file: string, draft: WayDraft, nodes: RoadNodes): Imported<RoadNetwork> {
	const ways = new WayList();
	const piecesById = piecesOfRestrictedWays(draft.restrictions);
	const rejected: RejectedRow[] = [];
	const wayIds = draft.ways.wayIds.view();
	const wayTagSet = draft.wayTagSet.view();
	const repeats = draft.ways.repeats();
	let cutCount = 0;
	for (let way = 0; way < wayIds.length; way++) {
		if (repeats.has(way)) continue;
		const id = wayIds[way];
		const tagSet = wayTagSet[way];
		const { pieces, isCut } = draft.ways.knownRuns(way, nodes);
		if (pieces.length === 0) rejected.push(rejectedWay(file, id, draft.tagSets.sets[tagSet]));
		else if (isCut) cutCount++;
		for (const piece of pieces) {
			const rank = ways.push(piece, tagSet);
			piecesById.get(id)?.push(rank);
		}
	}
	if (ways.wayCount === 0) throw new MaillageError('error_osm_roads_without_nodes', { count: wayIds.length }, file);
	const restrictions = resolveAll(draft, {
		waysOf: (id) => piecesById.get(id) ?? [],
		nodeOf: (id) => nodes.index.rankOf(id),
		nodesOf: (way) => ways.nodesOf(way)
	});
	return {
		value: ways.toNetwork('osm', nodes, draft.tagSets, restrictions),
		notes: [...countedNotes(file, cutCount, repeats.size, draft.dropped), ...rejected.map((row) => row.note)],
		rejected,
		rowsRead: wayIds.length - repeats.size,
		rowsKept: wayIds.length - repeats.size - rejected.length
	};
}

/** Only the ways that restrictions name are looked up by id. */
function piecesOfRestrictedWays(restrictions: readonly RestrictionDraft[]): Map<number, number[]> {
	const pieces = new Map<number, number[]>();
	for (const { fromWayId, toWayId, viaWayIds } of restrictions) {
		for (const id of [fromWayId, toWayId, ...viaWayIds]) if (!pieces.has(id)) pieces.set(id, []);
	}
	return pieces;
}

function resolveAll(draft: WayDraft, roads: Parameters<typeof resolveRestriction>[1]): TurnRestriction[] {
	const restrictions: TurnRestriction[] = [];
	for (const restriction of draft.restrictions) {
		const resolved = resolveRestriction(restriction, roads);
		if (typeof resolved === 'string') draft.dropped.set(resolved, (draft.dropped.get(resolved) ?? 0) + 1);
		else restrictions.push(resolved);
	}
	return restrictions;
}
