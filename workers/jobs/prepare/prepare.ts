import type { SchoolZone } from '#domain/calendar.ts';
import { MaillageError, type Note, type RejectedRow } from '#domain/notes.ts';
import type { SiteCorrection } from '#domain/site-correction.ts';
import type { Source } from '#domain/source.ts';
import type { InputKind, Territory } from '#domain/territory.ts';
import type { Mode } from '#domain/travel.ts';
import type { ByteSource } from '#io/bytes/byte-source.ts';
import { importPopulation } from '#io/population/population-import.ts';
import { writeCorrections } from '#io/sites/corrections-json.ts';
import { FOLDER_FILES } from '#io/territory-folder/files.ts';
import { unstatedSource } from '#io/unstated-source.ts';
import { MANIFEST_VERSION, type TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { territoryFiles } from '#io/territory-folder/write.ts';
import { SCHOOL_CALENDAR_SOURCE } from '../school-calendars.ts';
import { keptTimes } from '../travel/keep-times.ts';
import { prepareArea, type AreaRequest } from './area.ts';
import { Inputs } from './inputs.ts';
import { locatePopulation, PLACE, populationAt } from './locate.ts';
import { prepareSites } from './sites.ts';
import { prepareTravel, type PrepareSteps, type TravelRequest } from './travel.ts';

type Columns = Readonly<Record<string, string>>;

/** What a territory is made of; see README, "Son propre territoire". */
export interface PrepareRequest extends AreaRequest {
	readonly name: string;
	readonly zone: SchoolZone;
	/** Null when the communes stand for their people. */
	readonly population: ByteSource | null;
	readonly sites: ByteSource;
	/** Null when hours are in the file of sites, or not known. */
	readonly hours: ByteSource | null;
	/** What was put right by hand of the sites; absent where nothing was. */
	readonly corrections?: readonly SiteCorrection[];
	readonly travel: TravelRequest;
	readonly marginKm: number;
	readonly fictional: boolean;
}

export interface PreparedTerritory {
	/** Every file of the folder but the rejected rows, whose reasons are written in the reader's language. */
	readonly files: Map<string, Uint8Array>;
	readonly manifest: TerritoryManifest;
	readonly notes: readonly Note[];
	/** By input. */
	readonly rejected: ReadonlyMap<string, readonly RejectedRow[]>;
}

/**
 * Assembles a territory from its files. Nothing is written: the files of the folder are handed back.
 * @throws MaillageError what an importer throws when a whole file cannot be read, `error_epci_unknown`, `error_no_people_inside`
 */
export async function prepareTerritory(request: PrepareRequest, steps: PrepareSteps): Promise<PreparedTerritory> {
	const inputs = new Inputs(request.fictional);
	inputs.sources.calendar = calendarSource();
	const begin = (source: ByteSource) => {
		steps.signal?.throwIfAborted();
		steps.onStep({ code: 'step_reading', params: { file: source.name } });
	};
	const columns = (input: InputKind) => request.columns.get(input) ?? {};
	const { loadSqlJs } = request;

	const area = await prepareArea(request, inputs, begin);
	const { communes, perimeter, epciCode, completed, communesName } = area;

	const populationFile = request.population ?? request.communes;
	if (populationFile === null) throw new MaillageError('error_no_population_place', { communes: communes.length });
	begin(populationFile);
	const people = await importPopulation(await populationFile.bytes(), populationFile.name, {
		loadSqlJs,
		columns: request.population === null ? communesAsPopulation(columns('communes')) : columns('population'),
		communes,
		communesPopulation: { source: completed.populationSource, vintage: completed.vintage }
	});
	inputs.add('population', populationFile.name, people, people.source);
	const marginMetres = request.marginKm * 1000;
	const located = locatePopulation(people.value, communes, perimeter, marginMetres);
	const population = populationAt(people.value, located, PLACE.inside);
	const marginPopulation = populationAt(people.value, located, PLACE.margin);
	if (population.count === 0) {
		throw new MaillageError(
			'error_no_people_inside',
			{ read: people.value.count, communes: communesName },
			populationFile.name
		);
	}
	noteBeyond(people.value.count - population.count - marginPopulation.count, populationFile.name, marginMetres, inputs);

	begin(request.sites);
	const corrections = request.corrections ?? [];
	const prepared = await prepareSites({
		sites: request.sites,
		hours: request.hours,
		columns: request.columns,
		corrections,
		communes,
		perimeter,
		marginMetres
	});
	inputs.add('sites', request.sites.name, prepared.read, prepared.source);
	inputs.rejected.set('sites-outside', prepared.outside);
	if (request.hours !== null && prepared.hoursRead !== null) {
		inputs.add('hours', request.hours.name, prepared.hoursRead, unstatedSource(request.hours.name));
	}

	if (request.travel.origin === 'roads') begin(request.travel.roads);
	if (request.travel.origin === 'matrix') begin(request.travel.matrix);
	const places = { population, marginPopulation, sites: prepared.sites, communes };
	const travel = await prepareTravel(request.travel, columns('matrix'), places, marginMetres, inputs, steps);

	const territory: Territory = {
		name: request.name,
		zone: request.zone,
		epciCode,
		perimeter,
		communes,
		population,
		sites: prepared.sites,
		sources: inputs.sources,
		fictional: request.fictional
	};
	const manifest: TerritoryManifest = {
		format: 'maillage-territory',
		version: MANIFEST_VERSION,
		name: request.name,
		zone: request.zone,
		epci_code: epciCode,
		fictional: request.fictional,
		population_kind: population.kind,
		municipale_vintage: completed.vintage,
		municipale_source: completed.populationSource,
		margin_km: request.marginKm,
		sources: inputs.sources,
		travel: travel.manifest,
		inputs: inputs.counts,
		...prepared.counts
	};
	const files = territoryFiles({ manifest, territory, marginPopulation, notes: inputs.notes });
	if (corrections.length > 0) files.set(FOLDER_FILES.corrections, writeCorrections(corrections));
	for (const [path, bytes] of travel.files) files.set(path, bytes);
	const onMode = (mode: Mode) => steps.onStep({ code: 'step_times', params: { mode } });
	for (const [path, bytes] of await keptTimes(files, { ...steps, onMode })) files.set(path, bytes);
	return { files, manifest, notes: inputs.notes, rejected: inputs.rejected };
}

/** Cells too far to matter, of a file larger than the territory: said once, not row by row. */
function noteBeyond(count: number, file: string, marginMetres: number, inputs: Inputs): void {
	if (count === 0) return;
	const message = { code: 'note_population_beyond_margin', params: { count, km: marginMetres / 1000 } };
	inputs.notes.push({ severity: 'info', message, file, row: null, column: null, read: null });
}

/** Columns of a file of communes, as those of the people that it stands for. */
function communesAsPopulation({ code, population, ...others }: Columns): Columns {
	return {
		...others,
		...(code === undefined ? {} : { id: code }),
		...(population === undefined ? {} : { people: population })
	};
}

function calendarSource(): Source {
	const { title, licence } = SCHOOL_CALENDAR_SOURCE;
	return {
		title,
		publisher: 'Ministère de l’Éducation nationale',
		licence,
		attribution: null,
		vintage: null,
		file: 'school-holidays.json'
	};
}
