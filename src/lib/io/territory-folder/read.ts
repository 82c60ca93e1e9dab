import type { Population } from '#domain/population.ts';
import { MaillageError } from '#domain/notes.ts';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import type { Territory } from '#domain/territory.ts';
import type { EpciCode } from '#domain/units.ts';
import { readCellsCsv } from './cells-csv.ts';
import { readCommunesGeojson } from './communes-geojson.ts';
import { featuresOf, outlineOf } from './features.ts';
import type { FolderReader } from './folder.ts';
import { readManifest, type TerritoryManifest } from './manifest.ts';
import { FOLDER_FILES } from './files.ts';
import { readSitesGeojson } from './sites-geojson.ts';

/** A territory folder, read; its travel times are read apart, as large binaries. */
export interface LoadedTerritory {
	readonly manifest: TerritoryManifest;
	readonly territory: Territory;
	/** Demand points loaded beyond the perimeter; null when there are none. */
	readonly marginPopulation: Population | null;
}

/**
 * Reads a territory folder or the entries of its zip.
 * @param where how the user knows the folder, for the error
 * @throws MaillageError `error_folder_missing` when it is no territory folder, and what its readers throw, naming the file
 */
export async function readTerritoryFolder(folder: FolderReader, where: string): Promise<LoadedTerritory> {
	if (!(await folder.has(FOLDER_FILES.manifest))) throw new MaillageError('error_folder_missing', { path: where });
	const manifest = readManifest(await folder.read(FOLDER_FILES.manifest), FOLDER_FILES.manifest);
	const cells = (path: string) =>
		folder.read(path).then((bytes) => readCellsCsv(bytes, manifest.population_kind, path));
	const territory: Territory = {
		name: manifest.name,
		zone: manifest.zone,
		epciCode: manifest.epci_code as EpciCode | null,
		perimeter: (await folder.has(FOLDER_FILES.perimeter)) ? await readPerimeter(folder) : null,
		communes: readCommunesGeojson(await folder.read(FOLDER_FILES.communes), FOLDER_FILES.communes),
		population: await cells(FOLDER_FILES.cells),
		sites: readSitesGeojson(await folder.read(FOLDER_FILES.sites), FOLDER_FILES.sites),
		// The schema's optional entries are never undefined when present.
		sources: manifest.sources as Territory['sources'],
		fictional: manifest.fictional
	};
	const hasMargin = await folder.has(FOLDER_FILES.marginCells);
	return { manifest, territory, marginPopulation: hasMargin ? await cells(FOLDER_FILES.marginCells) : null };
}

async function readPerimeter(folder: FolderReader): Promise<MultiPolygonRings> {
	const file = FOLDER_FILES.perimeter;
	return featuresOf(await folder.read(file), file).flatMap((feature, i) => outlineOf(feature, i + 1, file) ?? []);
}
