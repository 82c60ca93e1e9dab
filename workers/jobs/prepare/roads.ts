import type { Commune } from '#domain/commune.ts';
import type { Bounds } from '#domain/geometry.ts';
import type { Imported } from '#domain/notes.ts';
import type { Population } from '#domain/population.ts';
import type { Site } from '#domain/site.ts';
import type { Source } from '#domain/source.ts';
import { MODES, type Mode } from '#domain/travel.ts';
import type { ByteSource } from '#io/bytes/byte-source.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { writeBasemap } from '#io/territory-folder/basemap-json.ts';
import { FOLDER_FILES, hierarchyFile, roadGraphFile } from '#io/territory-folder/files.ts';
import { buildRoadGraph, type RoadGraphReport } from '#core/roads/road-graph.ts';
import { encodeRoadGraph } from '#core/roads/graph-file.ts';
import { contractGraph } from '#core/travel/hierarchy/contract.ts';
import type { Hierarchy } from '#core/travel/hierarchy/hierarchy.ts';
import { encodeHierarchy } from '#core/travel/hierarchy/hierarchy-file.ts';
import type { SearchGraph } from '#core/travel/search-graph.ts';
import { readied, type SweepPartner } from '#core/travel/sweep/partner.ts';
import { breather } from '../../breathe.ts';

/** Roads beyond the outermost place that a quickest way may still take, metres. */
const DETOUR_METRES = 10_000;
const METRES_PER_DEGREE = 111_195;

/** Where journeys may start and end. */
export interface Places {
	readonly populations: readonly Population[];
	readonly sites: readonly Site[];
	readonly communes: readonly Commune[];
}

export interface PreparedRoads {
	readonly files: ReadonlyMap<string, Uint8Array>;
	readonly source: Source;
	readonly read: Pick<Imported<unknown>, 'notes' | 'rejected' | 'rowsRead' | 'rowsKept'>;
	readonly reports: Readonly<Record<Mode, RoadGraphReport>>;
}

export interface RoadSteps {
	/** Share of the file read, then of each contraction. */
	readonly onProgress: (share: number) => void;
	readonly onGraph: (mode: Mode) => void;
	readonly onContraction: (mode: Mode) => void;
	readonly signal?: AbortSignal;
	/** A second worker, which contracts the roads of the first mode, the car's and the longest, along with the others'. */
	readonly partner?: SweepPartner | null;
}

/**
 * Reads the roads around the places of a territory, builds the graph of each mode and contracts it.
 * @throws MaillageError what `readRoads` throws; the signal's reason once aborted
 */
export async function prepareRoads(source: ByteSource, bounds: Bounds, steps: RoadSteps): Promise<PreparedRoads> {
	const { onProgress, signal } = steps;
	const pause = breather();
	const roads = await readRoads(source, { bounds, onProgress, ...(signal ? { signal } : {}) });
	const files = new Map<string, Uint8Array>([[FOLDER_FILES.basemap, writeBasemap(roads.basemap)]]);
	const reports = {} as Record<Mode, RoadGraphReport>;
	const contract = async (mode: Mode, graph: SearchGraph, elsewhere: Promise<Hierarchy | null> | null = null) => {
		steps.onContraction(mode);
		const stepsOfOne = { onProgress, pause, ...(signal && { signal }) };
		const hierarchy = (await elsewhere) ?? (await contractGraph(graph, stepsOfOne));
		files.set(hierarchyFile(mode), new Uint8Array(encodeHierarchy(hierarchy, graph)));
	};
	let elsewhere: { mode: Mode; graph: SearchGraph; hierarchy: Promise<Hierarchy | null> } | null = null;
	for (const mode of MODES) {
		await pause();
		signal?.throwIfAborted();
		steps.onGraph(mode);
		const graph = buildRoadGraph(roads.value, mode);
		reports[mode] = graph.report;
		files.set(roadGraphFile(mode), new Uint8Array(encodeRoadGraph(graph)));
		await pause();
		const partner: SweepPartner | null = elsewhere
			? null
			: await readied(steps.partner ?? null, graph.search.nodeCount);
		if (partner === null) {
			await contract(mode, graph.search);
			continue;
		}
		const hierarchy: Promise<Hierarchy | null> = partner
			.contract(graph.search, signal ? { signal } : {})
			.catch(() => null);
		// Its place among the files, which are in the same order with a partner or without.
		files.set(hierarchyFile(mode), new Uint8Array());
		elsewhere = { mode, graph: graph.search, hierarchy };
	}
	if (elsewhere !== null) await contract(elsewhere.mode, elsewhere.graph, elsewhere.hierarchy);
	const { notes, rejected, rowsRead, rowsKept } = roads;
	return { files, source: roads.source, read: { notes, rejected, rowsRead, rowsKept }, reports };
}

/** The box of every place that a journey of the territory may start or end at, and some way around it. */
export function roadBounds({ populations, sites, communes }: Places): Bounds {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	const take = (lon: number, lat: number) => {
		west = Math.min(west, lon);
		east = Math.max(east, lon);
		south = Math.min(south, lat);
		north = Math.max(north, lat);
	};
	for (const { lon, lat } of populations) lon.forEach((value, point) => take(value, lat[point]));
	for (const { position } of sites) take(...position);
	for (const { geometry, margin } of communes) {
		if (!margin) geometry?.forEach(([ring]) => ring.forEach(([lon, lat]) => take(lon, lat)));
	}
	const dLat = DETOUR_METRES / METRES_PER_DEGREE;
	const dLon = dLat / Math.cos((Math.min(89, Math.max(Math.abs(south), Math.abs(north))) * Math.PI) / 180);
	return [west - dLon, south - dLat, east + dLon, north + dLat];
}
