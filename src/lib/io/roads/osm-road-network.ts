import type { Bounds } from '#domain/geometry.ts';
import { MaillageError, type Imported, type RejectedRow } from '#domain/notes.ts';
import type { RoadNetwork, TurnRestriction } from '#domain/road-network.ts';
import { float64List, uint32List, type Float64List } from '../bytes/growable-list.ts';
import { IdIndex } from '../bytes/id-index.ts';
import type { OsmPass } from './osm-entities.ts';
import { nodeFlags } from './osm-node-flags.ts';
import {
	readRestriction,
	resolveRestriction,
	type RestrictionDraft,
	type RestrictionDrop
} from './osm-restrictions.ts';
import { countedNotes, rejectedWay } from './osm-road-notes.ts';
import { isUsableRoad, osmRoadClass, routingTags } from './osm-road-tags.ts';
import { basemapRoads } from './road-basemap.ts';
import type { ImportedRoads } from './road-import.ts';
import { TagSets, WayList } from './road-network-builder.ts';

/** How often `assembleOsmRoads` reads the file. */
export function osmPassCount(bounds: Bounds | undefined): number {
	return bounds === undefined ? 2 : 3;
}

/**
 * The road network of an OSM file, whatever the order of its entities: nodes within bounds (when bounds are given),
 * then the ways that are roads and the turn restrictions, then the nodes of these ways.
 * Memory is that of the roads kept (plus the ids of the nodes within bounds), not of the file.
 * Rows are the ways that are roads, within bounds; a way cut where nodes are missing becomes one way per known run.
 * @param file name for errors and notes
 * @throws MaillageError when no road is found; whatever `pass` throws
 */
export async function assembleOsmRoads(
	file: string,
	pass: OsmPass,
	bounds?: Bounds
): Promise<Omit<ImportedRoads, 'source'>> {
	const inBounds = bounds === undefined ? null : await readNodesWithin(pass, bounds);
	const draft = await readRoadWays(pass, inBounds);
	if (draft.wayIds.length === 0) {
		throw new MaillageError(inBounds === null ? 'error_osm_no_road' : 'error_osm_no_road_in_bounds', {}, file);
	}
	const nodes = await readRoadNodes(pass, draft.nodeIds);
	const imported = joinWays(file, draft, nodes);
	const roads = basemapRoads(imported.value, osmRoadClass);
	return { ...imported, basemap: { roads, waterLines: [], waterAreas: [], places: [] } };
}

async function readNodesWithin(pass: OsmPass, [west, south, east, north]: Bounds): Promise<IdIndex> {
	const ids = float64List();
	await pass({
		node(id, lon, lat) {
			if (lon >= west && lon <= east && lat >= south && lat <= north) ids.push(id);
		}
	});
	return new IdIndex(ids.toArray());
}

interface WayDraft {
	readonly wayIds: Float64List;
	/** Where the nodes of each way start in nodeIds. */
	readonly wayFirst: ReturnType<typeof uint32List>;
	readonly nodeIds: Float64List;
	readonly wayTagSet: ReturnType<typeof uint32List>;
	readonly tagSets: TagSets;
	readonly restrictions: RestrictionDraft[];
	readonly dropped: Map<RestrictionDrop, number>;
}

async function readRoadWays(pass: OsmPass, inBounds: IdIndex | null): Promise<WayDraft> {
	const draft: WayDraft = {
		wayIds: float64List(),
		wayFirst: uint32List(),
		nodeIds: float64List(),
		wayTagSet: uint32List(),
		tagSets: new TagSets(),
		restrictions: [],
		dropped: new Map()
	};
	await pass({
		way(id, tags, nodeIds) {
			if (!isUsableRoad(tags)) return;
			const ids = nodeIds();
			if (inBounds !== null && !ids.some((node) => inBounds.rankOf(node) !== -1)) return;
			draft.wayIds.push(id);
			draft.wayFirst.push(draft.nodeIds.length);
			for (const node of ids) draft.nodeIds.push(node);
			draft.wayTagSet.push(draft.tagSets.intern(routingTags(tags)));
		},
		relation(tags, members) {
			const read = readRestriction(tags, members);
			if (read === null) return;
			if (typeof read === 'string') draft.dropped.set(read, (draft.dropped.get(read) ?? 0) + 1);
			else draft.restrictions.push(...read);
		}
	});
	return draft;
}

interface RoadNodes {
	readonly index: IdIndex;
	/** Degrees; NaN where the file does not have the node, or has it out of the world. */
	readonly lon: Float64Array;
	readonly lat: Float64Array;
	readonly flags: Uint8Array;
}

async function readRoadNodes(pass: OsmPass, nodeIds: Float64List): Promise<RoadNodes> {
	const index = new IdIndex(nodeIds.toArray());
	const count = index.ids.length;
	const nodes = {
		index,
		lon: new Float64Array(count).fill(NaN),
		lat: new Float64Array(count),
		flags: new Uint8Array(count)
	};
	await pass({
		node(id, lon, lat, tags) {
			const rank = index.rankOf(id);
			if (rank === -1 || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return;
			nodes.lon[rank] = lon;
			nodes.lat[rank] = lat;
			nodes.flags[rank] = nodeFlags(tags);
		}
	});
	return nodes;
}

function joinWays(file: string, draft: WayDraft, nodes: RoadNodes): Imported<RoadNetwork> {
	const ways = new WayList();
	const piecesById = piecesOfRestrictedWays(draft.restrictions);
	const rejected: RejectedRow[] = [];
	const wayIds = draft.wayIds.view();
	const wayTagSet = draft.wayTagSet.view();
	const repeats = repeatedWays(wayIds);
	let cutCount = 0;
	for (let way = 0; way < wayIds.length; way++) {
		if (repeats.has(way)) continue;
		const id = wayIds[way];
		const tagSet = wayTagSet[way];
		const { pieces, isCut } = knownRuns(draft, nodes, way);
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

/** Ranks of the ways whose id came before: files joined end to end repeat those of their border. */
function repeatedWays(wayIds: Float64Array): Set<number> {
	const repeats = new Set<number>();
	const index = new IdIndex(wayIds.slice());
	if (index.ids.length === wayIds.length) return repeats;
	const isSeen = new Uint8Array(index.ids.length);
	wayIds.forEach((id, way) => {
		const rank = index.rankOf(id);
		if (isSeen[rank]) repeats.add(way);
		isSeen[rank] = 1;
	});
	return repeats;
}

/** Only the ways that restrictions name are looked up by id. */
function piecesOfRestrictedWays(restrictions: readonly RestrictionDraft[]): Map<number, number[]> {
	const pieces = new Map<number, number[]>();
	for (const { fromWayId, toWayId, viaWayIds } of restrictions) {
		for (const id of [fromWayId, toWayId, ...viaWayIds]) if (!pieces.has(id)) pieces.set(id, []);
	}
	return pieces;
}

/** The runs of at least two nodes that the file knows, as ranks of nodes. */
function knownRuns(draft: WayDraft, nodes: RoadNodes, way: number): { pieces: number[][]; isCut: boolean } {
	const first = draft.wayFirst.view();
	const end = way + 1 < first.length ? first[way + 1] : draft.nodeIds.length;
	const ids = draft.nodeIds.view();
	const pieces: number[][] = [];
	let run: number[] = [];
	let isCut = false;
	const close = () => {
		if (run.some((node) => node !== run[0])) pieces.push(run);
		run = [];
	};
	for (let i = first[way]; i < end; i++) {
		const rank = nodes.index.rankOf(ids[i]);
		if (Number.isNaN(nodes.lon[rank])) {
			isCut = true;
			close();
		} else run.push(rank);
	}
	close();
	return { pieces, isCut };
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
