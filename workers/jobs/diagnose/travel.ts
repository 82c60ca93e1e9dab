import type { Population } from '#domain/population.ts';
import type { Site } from '#domain/site.ts';
import type { Territory } from '#domain/territory.ts';
import { MODES, type TravelTimes } from '#domain/travel.ts';
import { roadGraphFile, FOLDER_FILES } from '#io/territory-folder/files.ts';
import type { FolderReader } from '#io/territory-folder/folder.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { readMatrixBin } from '#io/territory-folder/matrix-bin.ts';
import { decodeRoadGraph } from '#core/roads/graph-file.ts';
import { estimatedTravelTimes } from '#core/travel/estimated/estimated-travel-times.ts';
import { travelTimesFromMatrix } from '#core/travel/matrix-times.ts';
import { snapIndex, snapPoints } from '#core/travel/snap.ts';
import { travelTimesToSites } from '#core/travel/travel-times.ts';
import { ESTIMATED_MODEL } from '../estimated-model.ts';

export interface TravelOptions {
	/** Times beyond are not kept. */
	readonly capSeconds: number;
	readonly onProgress?: (share: number) => void;
	readonly signal?: AbortSignal;
}

/** Travel times between the demand points and the sites of a territory, for every mode its folder has. */
export async function territoryTravelTimes(
	folder: FolderReader,
	{ travel }: TerritoryManifest,
	territory: Territory,
	options: TravelOptions
): Promise<TravelTimes[]> {
	const { population, sites } = territory;
	switch (travel.origin) {
		case 'roads':
			return routedTimes(folder, travel, population, sites, options);
		case 'matrix': {
			const matrix = readMatrixBin(await folder.read(FOLDER_FILES.matrix), FOLDER_FILES.matrix);
			const named = new Set([...matrix.fromIds, ...matrix.toIds]);
			const siteIds = sites.map((site) => matrixIdOfSite(site, named));
			return [
				travelTimesFromMatrix(matrix, demandIdsInMatrix(population, named), siteIds, options.capSeconds, travel.mode)
			];
		}
		case 'estimated': {
			const { lon, lat } = positions(sites);
			return MODES.map((mode) =>
				estimatedTravelTimes(ESTIMATED_MODEL, mode, population.lon, population.lat, lon, lat, options.capSeconds)
			);
		}
	}
}

async function routedTimes(
	folder: FolderReader,
	travel: Extract<TerritoryManifest['travel'], { origin: 'roads' }>,
	population: Population,
	sites: readonly Site[],
	{ capSeconds, onProgress, signal }: TravelOptions
): Promise<TravelTimes[]> {
	const { lon, lat } = positions(sites);
	const times: TravelTimes[] = [];
	for (const mode of travel.modes) {
		signal?.throwIfAborted();
		const file = roadGraphFile(mode);
		const graph = decodeRoadGraph(wholeBuffer(await folder.read(file)), file);
		const index = snapIndex(graph);
		const demand = snapPoints(graph, population.lon, population.lat, travel.snap_metres, index);
		const places = snapPoints(graph, lon, lat, travel.snap_metres, index);
		const done = times.length;
		times.push(
			travelTimesToSites(graph, demand, places, { capSeconds }, (share) =>
				onProgress?.((done + share) / travel.modes.length)
			)
		);
	}
	return times;
}

/** The buffer of bytes that fill it, else of a copy of them. */
function wholeBuffer(bytes: Uint8Array): ArrayBuffer {
	const whole =
		bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
	return whole ? (bytes.buffer as ArrayBuffer) : new Uint8Array(bytes).buffer;
}

function positions(sites: readonly Site[]): { lon: Float64Array; lat: Float64Array } {
	return {
		lon: Float64Array.from(sites, ({ position }) => position[0]),
		lat: Float64Array.from(sites, ({ position }) => position[1])
	};
}

/** A site is in a matrix under its own identifier, or under that of its commune. */
function matrixIdOfSite({ id, communeCode }: Site, named: ReadonlySet<string>): string | null {
	if (named.has(id)) return id;
	return communeCode !== null && named.has(communeCode) ? communeCode : null;
}

/** A demand point is in a matrix under its own identifier, or under that of its commune. */
function demandIdsInMatrix({ ids, communeCodes }: Population, named: ReadonlySet<string>): string[] {
	return ids.map((id, point) => (named.has(id) ? id : (communeCodes[point] ?? id)));
}
