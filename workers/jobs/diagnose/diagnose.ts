import type { Basemap } from '#domain/basemap.ts';
import type { Indicators } from '#domain/indicator.ts';
import type { Territory } from '#domain/territory.ts';
import type { TravelTimes } from '#domain/travel.ts';
import { writeCsv } from '#io/tables/csv-writer.ts';
import { readBasemap } from '#io/territory-folder/basemap-json.ts';
import { FOLDER_FILES } from '#io/territory-folder/files.ts';
import type { FolderReader } from '#io/territory-folder/folder.ts';
import { readTerritoryFolder } from '#io/territory-folder/read.ts';
import { ESTIMATED_MODEL, estimatedError } from '../estimated-model.ts';
import { defaultMode } from '../perimeter-figures.ts';
import { defaultTerms } from '../sectors/evidence.ts';
import { sectorsIndicator } from '../sectors/indicator.ts';
import { territorySectors } from '../sectors/territory-sectors.ts';
import { termWeeksOf } from '../site-weeks.ts';
import { timesOfEveryMode } from '../travel/every-mode.ts';
import { TerritoryTravel } from '../travel/territory-travel.ts';
import { cellsGeojson } from './cells.ts';
import { CAP_SECONDS, DEFAULT_CUTOFF_MINUTES, sitesCounted } from './coverage.ts';
import { indicatorsOf } from './indicators.ts';
import { csvMetadata } from './metadata.ts';
import { termWeeks } from './openings.ts';
import { sectorsGeojson, sectorsTable } from './sectors.ts';
import { communesTable, sitesTable, type FigureTable } from './tables.ts';

export interface Diagnosis {
	readonly indicators: Indicators;
	/** indicators.json, communes.csv, cells.geojson, sites.csv, sectors.csv, sectors.geojson, and what says where the tables come from. */
	readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Computes the indicators of a territory folder.
 * @param where how the user knows the folder, for errors
 * @throws MaillageError what the readers of the folder throw
 */
export async function diagnose(
	folder: FolderReader,
	where: string,
	steps: { readonly onProgress?: (share: number) => void; readonly signal?: AbortSignal } = {}
): Promise<Diagnosis> {
	const { manifest, territory, marginPopulation } = await readTerritoryFolder(folder, where);
	const times = await timesOfEveryMode(new TerritoryTravel(folder, manifest, territory, CAP_SECONDS), steps);
	const estimated = manifest.travel.origin === 'estimated';
	const calibrated = times
		.map(({ mode }) => mode)
		.filter((mode) => !estimated || ESTIMATED_MODEL.modes[mode].calibrated);
	const input = {
		territory,
		times: defaultTimes(territory, times),
		weeks: termWeeksOf(territory),
		counted: sitesCounted(territory, true)
	};
	const found = territorySectors(input, defaultTerms(DEFAULT_CUTOFF_MINUTES * 60), await basemapOf(folder));
	const indicators = indicatorsOf({
		territory,
		marginPopulation,
		times,
		estimatedError: estimated ? estimatedError() : null,
		calibratedModes: new Set(calibrated),
		municipaleVintage: manifest.municipale_vintage,
		municipaleSource: manifest.municipale_source,
		sectors: sectorsIndicator(input, found),
		siteCounts: {
			read: manifest.sites_read,
			rejected: manifest.sites_rejected,
			repeated: manifest.sites_repeated,
			outside: manifest.sites_outside,
			hours_not_understood: manifest.sites_hours_not_understood
		}
	});
	const weeks = termWeeks(territory);
	const files = new Map<string, Uint8Array>([
		['indicators.json', new TextEncoder().encode(`${JSON.stringify(indicators, null, '\t')}\n`)],
		['cells.geojson', cellsGeojson(territory, indicators, times, weeks)],
		['sectors.geojson', sectorsGeojson(indicators, found.sectors)]
	]);
	const addTable = (name: string, { headings, rows }: FigureTable) => {
		files.set(name, writeCsv(headings, rows));
		files.set(`${name}-metadata.json`, csvMetadata(name, headings, indicators));
	};
	addTable('communes.csv', communesTable(territory, indicators));
	addTable('sites.csv', sitesTable(territory, times, weeks));
	addTable('sectors.csv', sectorsTable(indicators));
	return { indicators, files };
}

/** Times of the mode of the headline figures. */
function defaultTimes(territory: Territory, times: readonly TravelTimes[]): TravelTimes {
	const modes = times.map(({ mode }) => mode);
	return times[modes.indexOf(defaultMode(territory, modes))];
}

async function basemapOf(folder: FolderReader): Promise<Basemap | null> {
	const file = FOLDER_FILES.basemap;
	return (await folder.has(file)) ? readBasemap(await folder.read(file), file) : null;
}
