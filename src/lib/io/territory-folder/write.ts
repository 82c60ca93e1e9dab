import type { Note } from '#domain/notes.ts';
import type { Population } from '#domain/population.ts';
import type { Territory } from '#domain/territory.ts';
import { writeCellsCsv } from './cells-csv.ts';
import { writeCommunesGeojson } from './communes-geojson.ts';
import { FOLDER_FILES } from './files.ts';
import { writeFeatures } from './features.ts';
import { writeManifest, type TerritoryManifest } from './manifest.ts';
import { writeSitesGeojson } from './sites-geojson.ts';

/** What a territory folder is written from, travel times and rejected rows apart. */
export interface TerritoryParts {
	readonly manifest: TerritoryManifest;
	readonly territory: Territory;
	readonly marginPopulation: Population | null;
	readonly notes: readonly Note[];
}

/** The files of a territory folder, travel times and rejected rows apart. readTerritoryFolder reads them back. */
export function territoryFiles({
	manifest,
	territory,
	marginPopulation,
	notes
}: TerritoryParts): Map<string, Uint8Array> {
	const files = new Map<string, Uint8Array>([
		[FOLDER_FILES.manifest, writeManifest(manifest)],
		[FOLDER_FILES.communes, writeCommunesGeojson(territory.communes)],
		[FOLDER_FILES.cells, writeCellsCsv(territory.population)],
		[FOLDER_FILES.sites, writeSitesGeojson(territory.sites)],
		[FOLDER_FILES.notes, new TextEncoder().encode(`${JSON.stringify(notes, null, '\t')}\n`)]
	]);
	if (marginPopulation !== null && marginPopulation.count > 0)
		files.set(FOLDER_FILES.marginCells, writeCellsCsv(marginPopulation));
	if (territory.perimeter !== null) {
		const geometry = { type: 'MultiPolygon', coordinates: territory.perimeter };
		files.set(FOLDER_FILES.perimeter, writeFeatures([{ type: 'Feature', properties: {}, geometry }]));
	}
	return files;
}
