import type { SchoolZone } from '#domain/calendar.ts';
import type { Commune } from '#domain/commune.ts';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import { MaillageError, type Note, type RejectedRow } from '#domain/notes.ts';
import type { Source } from '#domain/source.ts';
import type { InputKind, Territory } from '#domain/territory.ts';
import type { Mode } from '#domain/travel.ts';
import type { InseeCode } from '#domain/units.ts';
import { ADMIN_VINTAGE, type AdminDivision } from '#io/communes/admin-division.ts';
import type { ByteSource } from '#io/bytes/byte-source.ts';
import type { SqlJsLoader } from '#io/geo/geopackage.ts';
import { importPerimeter } from '#io/communes/perimeter.ts';
import { importPopulation } from '#io/population/population-import.ts';
import { unstatedSource } from '#io/unstated-source.ts';
import { MANIFEST_VERSION, type TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { territoryFiles } from '#io/territory-folder/write.ts';
import { SCHOOL_CALENDAR_SOURCE } from '../school-calendars.ts';
import { keptTimes } from '../travel/keep-times.ts';
import { Inputs } from './inputs.ts';
import { locatePopulation, PLACE, populationAt } from './locate.ts';
import { prepareCommunes } from './communes.ts';
import { markEpci, markPerimeter } from './perimeter.ts';
import { prepareSites } from './sites.ts';
import { prepareTravel, type PrepareSteps, type TravelRequest } from './travel.ts';

type Columns = Readonly<Record<string, string>>;

/** What a territory is made of; see README, "Son propre territoire". */
export interface PrepareRequest {
	readonly name: string;
	readonly zone: SchoolZone;
	readonly epciCode: string | null;
	/** Null when the national list alone tells the communes chosen. */
	readonly communes: ByteSource | null;
	/** The communes of the territory, chosen by name; absent or null when the file, the EPCI or the perimeter says which they are. */
	readonly chosenCommunes?: readonly InseeCode[] | null;
	/** Null when the communes stand for their people. */
	readonly population: ByteSource | null;
	readonly sites: ByteSource;
	/** Null when hours are in the file of sites, or not known. */
	readonly hours: ByteSource | null;
	readonly perimeter: ByteSource | null;
	readonly travel: TravelRequest;
	readonly marginKm: number;
	readonly columns: ReadonlyMap<string, Columns>;
	readonly loadSqlJs: SqlJsLoader;
	/** The national list of communes and EPCI, at least of these départements. */
	readonly loadAdminDivision: (departements: readonly string[]) => Promise<AdminDivision>;
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

	if (request.communes !== null) begin(request.communes);
	const completed = await prepareCommunes(
		{
			communes: request.communes,
			chosenCommunes: request.chosenCommunes ?? null,
			columns: columns('communes'),
			loadSqlJs,
			loadAdminDivision: request.loadAdminDivision
		},
		inputs
	);
	const { division } = completed;
	/** For errors about the communes: their file, or the list. */
	const communesName = request.communes?.name ?? ADMIN_VINTAGE.attribution;
	let communes: readonly Commune[] = completed.communes;
	if (request.epciCode !== null) communes = markEpci(communes, request.epciCode, division, communesName);

	const epciCode = request.epciCode === null ? null : (communes.find(({ margin }) => !margin)?.epciCode ?? null);

	let perimeter: MultiPolygonRings | null = null;
	if (request.perimeter !== null) {
		begin(request.perimeter);
		const outline = await importPerimeter(await request.perimeter.bytes(), request.perimeter.name, {
			loadSqlJs,
			columns: columns('perimeter'),
			wanted: null
		});
		inputs.add('perimeter', request.perimeter.name, outline, outline.source);
		perimeter = outline.value;
		communes = markPerimeter(communes, perimeter, request.perimeter.name);
	}

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
	const siteColumns = { ...columns('sites'), ...(request.hours === null ? columns('hours') : {}) };
	const prepared = await prepareSites({
		sites: request.sites,
		hours: request.hours,
		siteColumns,
		hoursColumns: columns('hours'),
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
