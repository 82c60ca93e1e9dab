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

/** The legal limit of motorways: the profile of BD TOPO is capped at it, that of OSM goes at four fifths of what is signed. */
const TOP_METRES_PER_MINUTE = 130_000 / 60;
/** Beyond the outermost place, whatever the cutoff: the road a place is attached to, and the bend that this road makes. */
const AROUND_PLACES_METRES = 10_000;
const METRES_PER_DEGREE = 111_195;

/** Where journeys may start and end. */
export interface Places {
	readonly population: Population;
	readonly marginPopulation: Population;
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

/** How far around a territory roads matter. */
export interface RoadReach {
	/** The longest journeys that will be asked for. */
	readonly cutoffMinutes: number;
	/** How far from the territory places are kept. */
	readonly marginMetres: number;
	/** How far from its road a place may be. */
	readonly snapMetres: number;
}

/**
 * How far beyond the territory a journey of its people goes at most. Gone out to d, it has d less the margin to come back to a place that
 * is kept: 2 d − margin ≤ cutoff × top speed, and a place is attached to a road
 * up to `snapMetres` away.
 */
export function roadMarginMetres({ cutoffMinutes, marginMetres, snapMetres }: RoadReach): number {
	return snapMetres + Math.max(marginMetres, (cutoffMinutes * TOP_METRES_PER_MINUTE + marginMetres) / 2);
}

/**
 * The box of the roads to keep: no road is missing to the journeys, as long as the cutoff at most, of the people of the territory to any
 * place kept. The margin's places are in it with some way around them.
 */
export function roadBounds({ population, marginPopulation, sites, communes }: Places, reach: RoadReach): Bounds {
	const inside = new Box();
	inside.takePeople(population);
	for (const { margin, position } of sites) if (!margin) inside.take(...position);
	for (const { geometry, margin } of communes) {
		if (!margin) geometry?.forEach(([ring]) => ring.forEach(([lon, lat]) => inside.take(lon, lat)));
	}
	const all = new Box();
	all.takePeople(marginPopulation);
	for (const { position } of sites) all.take(...position);
	const box = new Box();
	box.takeBounds(inside.widened(roadMarginMetres(reach)));
	if (!all.isEmpty) box.takeBounds(all.widened(AROUND_PLACES_METRES));
	return box.widened(0);
}

class Box {
	#west = Infinity;
	#south = Infinity;
	#east = -Infinity;
	#north = -Infinity;

	get isEmpty(): boolean {
		return this.#west > this.#east;
	}

	take(lon: number, lat: number): void {
		this.#west = Math.min(this.#west, lon);
		this.#east = Math.max(this.#east, lon);
		this.#south = Math.min(this.#south, lat);
		this.#north = Math.max(this.#north, lat);
	}

	takePeople({ lon, lat }: Population): void {
		lon.forEach((value, point) => this.take(value, lat[point]));
	}

	takeBounds([west, south, east, north]: Bounds): void {
		this.take(west, south);
		this.take(east, north);
	}

	widened(metres: number): Bounds {
		const dLat = metres / METRES_PER_DEGREE;
		const farthest = Math.min(89, Math.max(Math.abs(this.#south), Math.abs(this.#north)) + dLat);
		const dLon = dLat / Math.cos((farthest * Math.PI) / 180);
		return [this.#west - dLon, this.#south - dLat, this.#east + dLon, this.#north + dLat];
	}
}
