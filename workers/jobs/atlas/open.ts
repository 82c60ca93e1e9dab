import type { Basemap } from '#domain/basemap.ts';
import { MaillageError } from '#domain/notes.ts';
import type { WeekKind } from '#domain/question.ts';
import { readBasemap } from '#io/territory-folder/basemap-json.ts';
import { FOLDER_FILES } from '#io/territory-folder/files.ts';
import type { FolderReader } from '#io/territory-folder/folder.ts';
import { readTerritoryFolder } from '#io/territory-folder/read.ts';
import type { SweepPartner } from '#core/travel/sweep/partner.ts';
import { CAP_SECONDS } from '../diagnose/coverage.ts';
import { siteWeeks, territoryCalendar } from '../site-weeks.ts';
import { TerritoryTravel } from '../travel/territory-travel.ts';
import type { TravelSteps } from '../travel/travel-source.ts';
import { cellMesh, gatherInHexagons, type GatheredHexagons } from './meshes.ts';
import type { AtlasSession } from './session.ts';
import { summaryOf } from './summary.ts';

/** Share of the work done after each step, in the order of the steps, from the demo territory in Node. */
const DONE = {
	territory: 0.3,
	basemap: 0.35,
	term: 0.6,
	'small-holidays': 0.65,
	summer: 0.7,
	cells: 0.85,
	hexagons: 0.95
} as const;

/** Files that describe a territory at most, its travel times and base map apart. */
const TERRITORY_FILES = 6;

/**
 * Opens a territory folder for the map. Travel times are not computed here: the first figures ask for them.
 * @param where how the user knows the folder, for errors
 * @param steps told the share done; once the signal is aborted, ends at the next step or file with its reason
 * @param partner a second worker for its travel times
 * @throws MaillageError what the readers of the folder throw, `error_folder_cell_id`, `error_manifest_invalid` (no mode of travel)
 */
export async function openSession(
	folder: FolderReader,
	where: string,
	steps: TravelSteps = {},
	partner: SweepPartner | null = null
): Promise<AtlasSession> {
	const after = stepper(steps);
	const files = followed(folder, steps);
	const { manifest, territory, marginPopulation } = await readTerritoryFolder(files, where);
	const travel = new TerritoryTravel(folder, manifest, territory, CAP_SECONDS, partner);
	if (travel.modes.length === 0) {
		const params = { entry: 'travel.modes', expected: '≥ 1', read: '[]' };
		throw new MaillageError('error_manifest_invalid', params, FOLDER_FILES.manifest);
	}
	await after('territory');
	const basemap = await basemapOf(files);
	await after('basemap');
	const dates = territoryCalendar(territory);
	const weekOf = (kind: WeekKind) => siteWeeks(territory, { kind, year: dates.year }, dates.calendar);
	const term = weekOf('term');
	await after('term');
	const smallHolidays = weekOf('small-holidays');
	await after('small-holidays');
	const weeks = { term, 'small-holidays': smallHolidays, summer: weekOf('summer') };
	await after('summer');
	const cells = cellMesh(territory.population);
	await after('cells');
	const gathered: GatheredHexagons[] = [];
	for (const level of gatherInHexagons(territory.population)) {
		gathered.push(level);
		await after('cells');
	}
	await after('hexagons');
	const hexagons = gathered.map(({ level }) => level);
	const { modes } = travel;
	return {
		territory,
		marginPopulation,
		travel,
		...dates,
		weeks,
		basemap,
		hexagons: gathered.map(({ cells: ofHexagons }) => ofHexagons),
		summary: summaryOf({ manifest, territory, marginPopulation, modes, weeks, dates, basemap, cells, hexagons }),
		baseline: null
	};
}

async function basemapOf(folder: FolderReader): Promise<Basemap | null> {
	const file = FOLDER_FILES.basemap;
	return (await folder.has(file)) ? readBasemap(await folder.read(file), file) : null;
}

/** Tells that a step is done, and lets a cancel in. */
function stepper({ onProgress, signal }: TravelSteps): (step: keyof typeof DONE) => Promise<void> {
	return async (step) => {
		onProgress?.(DONE[step]);
		// A turn of the event loop: a cancel is a message, heard between two.
		await new Promise<void>((resume) => setTimeout(resume));
		signal?.throwIfAborted();
	};
}

/** A folder whose reading is told as the first step, file by file, and ends once the signal is aborted. */
function followed(folder: FolderReader, { onProgress, signal }: TravelSteps): FolderReader {
	let filesRead = 0;
	return {
		has: (path) => folder.has(path),
		read: async (path) => {
			signal?.throwIfAborted();
			const bytes = await folder.read(path);
			signal?.throwIfAborted();
			filesRead++;
			onProgress?.(DONE.territory * Math.min(1, filesRead / TERRITORY_FILES));
			return bytes;
		}
	};
}
