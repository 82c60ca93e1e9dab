import type { Population } from '#domain/population.ts';
import type { Mode } from '#domain/travel.ts';
import { hierarchyFile, roadGraphFile } from '#io/territory-folder/files.ts';
import type { FolderReader } from '#io/territory-folder/folder.ts';
import { decodeRoadGraph } from '#core/roads/graph-file.ts';
import { contractGraph } from '#core/travel/hierarchy/contract.ts';
import type { Hierarchy } from '#core/travel/hierarchy/hierarchy.ts';
import { decodeHierarchy } from '#core/travel/hierarchy/hierarchy-file.ts';
import type { SearchGraph } from '#core/travel/search-graph.ts';
import { breather } from '../../breathe.ts';
import { searchableRoads, snapped } from './searchable-roads.ts';
import type { ModeRoads, TravelSteps } from './travel-source.ts';

/**
 * Reads the roads of one mode of a territory folder and hangs the demand points on them.
 * @param graphFile the bytes of its graph
 * @throws MaillageError what `decodeRoadGraph` throws; the signal's reason once aborted
 */
export async function readModeRoads(
	folder: FolderReader,
	mode: Mode,
	graphFile: ArrayBuffer,
	population: Population,
	snapMetres: number,
	steps: TravelSteps
): Promise<ModeRoads> {
	const pause = breather();
	const graph = decodeRoadGraph(graphFile, roadGraphFile(mode));
	const hierarchy = await readHierarchy(folder, mode, graph.search, pause, steps);
	const roads = searchableRoads(graph, snapMetres);
	await pause();
	steps.signal?.throwIfAborted();
	return { ...roads, hierarchy, demand: snapped(roads, population) };
}

/** The hierarchy kept beside a graph; built again where it is missing, or another graph's, or an earlier version's. */
async function readHierarchy(
	folder: FolderReader,
	mode: Mode,
	graph: SearchGraph,
	pause: () => Promise<void>,
	steps: TravelSteps
): Promise<Hierarchy> {
	const file = hierarchyFile(mode);
	const kept = (await folder.has(file)) ? decodeHierarchy(wholeBuffer(await folder.read(file)), graph) : null;
	return kept ?? contractGraph(graph, { ...steps, pause });
}

/** The buffer of bytes that fill it, else of a copy of them: views of 32-bit numbers begin on a boundary. */
export function wholeBuffer(bytes: Uint8Array): ArrayBuffer {
	const whole =
		bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
	return whole ? (bytes.buffer as ArrayBuffer) : new Uint8Array(bytes).buffer;
}
