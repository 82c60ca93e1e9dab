import { join, resolve } from 'node:path';
import { SCHOOL_ZONES, type SchoolZone } from '#domain/calendar.ts';
import type { SiteCorrection } from '#domain/site-correction.ts';
import { MODES, type Mode } from '#domain/travel.ts';
import { writeMessage } from '#i18n/message.ts';
import type { TimeUnit } from '#io/matrix/matrix-columns.ts';
import { readCorrections } from '#io/sites/corrections-json.ts';
import { FOLDER_FILES, rejectedFile } from '#io/territory-folder/files.ts';
import { prepareTerritory, type PrepareRequest } from '#workers/jobs/prepare/prepare.ts';
import { numberOption, UsageError } from '../arguments.ts';
import { readColumnOption } from '../column-option.ts';
import type { Command, CommandContext, OptionValues } from '../command.ts';
import { fileSource } from '../file-source.ts';
import { requireTerritoryFolder, writeTerritoryFolder } from '../folder-disk.ts';
import { sayNotes } from '../notes.ts';
import { nodeLoaders } from '../package-files.ts';
import { rejectedFiles } from '../rejected-files.ts';

/** `prepare`: files → territory folder. */
export const command: Command = {
	summary: 'cli_prepare_summary',
	positionals: [],
	options: [
		{ name: 'name', value: 'NAME', required: true, help: 'cli_prepare_name' },
		{ name: 'communes', value: 'FILE', required: true, help: 'cli_prepare_communes' },
		{ name: 'population', value: 'FILE', required: true, help: 'cli_prepare_population' },
		{ name: 'sites', value: 'FILE', required: true, help: 'cli_prepare_sites' },
		{ name: 'hours', value: 'FILE', help: 'cli_prepare_hours' },
		{ name: 'roads', value: 'FILE', help: 'cli_prepare_roads' },
		{ name: 'matrix', value: 'FILE', help: 'cli_prepare_matrix' },
		{ name: 'matrix-mode', value: 'MODE', choices: MODES, fallback: 'car', help: 'cli_prepare_matrix_mode' },
		{ name: 'matrix-unit', value: 'UNIT', choices: ['seconds', 'minutes'], help: 'cli_prepare_matrix_unit' },
		{ name: 'epci', value: 'CODE', help: 'cli_prepare_epci' },
		{ name: 'perimeter', value: 'FILE', help: 'cli_prepare_perimeter' },
		{ name: 'zone', value: 'ZONE', required: true, choices: SCHOOL_ZONES, help: 'cli_prepare_zone' },
		{ name: 'columns', value: 'LIST', help: 'cli_prepare_columns' },
		{ name: 'corrections', value: 'FILE', help: 'cli_prepare_corrections' },
		{ name: 'margin-km', value: 'KM', fallback: '30', help: 'cli_prepare_margin' },
		{ name: 'cutoff-minutes', value: 'MIN', fallback: '30', help: 'cli_prepare_cutoff' },
		{ name: 'snap-metres', value: 'N', fallback: '1000', help: 'cli_travel_snap' },
		{ name: 'fictional', value: null, help: 'cli_prepare_fictional' },
		{ name: 'out', value: 'DIR', required: true, help: 'cli_out_folder' }
	],
	examples: [
		'prepare --name "MEL" --communes communes.geojson --population carreaux.gpkg --sites bibliotheques.json --epci 200093201 --zone B --out mel',
		"prepare --name Essai --communes c.geojson --population p.csv --sites s.csv --columns 'sites.lat=y,sites.lon=x' --zone A --out essai"
	],
	async run(context) {
		const { options, progress, locale, say } = context;
		const out = options.text('out');
		const request = await readRequest(options);
		await requireTerritoryFolder(out);
		const { files, notes, rejected } = await prepareTerritory(request, {
			onStep: (message) => progress.step(writeMessage(message, locale)),
			onProgress: (share) => progress.share(share)
		});
		for (const [path, bytes] of rejectedFiles(rejected, locale)) files.set(path, bytes);
		await writeTerritoryFolder(out, files);
		sayNotes(notes, context, join(out, FOLDER_FILES.notes));
		sayRejected(rejected, out, context);
		say(writeMessage({ code: 'cli_wrote', params: { path: out } }, locale));
	}
};

function sayRejected(
	rejected: ReadonlyMap<string, readonly { note: { file: string } }[]>,
	out: string,
	{ say, locale }: CommandContext
): void {
	for (const [input, rows] of rejected) {
		if (rows.length === 0) continue;
		const params = { file: rows[0].note.file, count: rows.length, path: join(out, rejectedFile(input)) };
		say(writeMessage({ code: input === 'sites-outside' ? 'cli_outside' : 'cli_rejected', params }, locale));
	}
}

async function readRequest(options: OptionValues): Promise<PrepareRequest> {
	if (options.has('roads') && options.has('matrix')) throw new UsageError('error_cli_roads_or_matrix');
	if (options.has('epci') && options.has('perimeter')) throw new UsageError('error_cli_epci_or_perimeter');
	const file = async (name: string) => {
		const path = options.optional(name);
		return path === null ? null : fileSource(path);
	};
	const sitesPath = options.text('sites');
	const hoursPath = options.optional('hours');
	// One file for both is read once: its rows of hours are its rows of sites.
	const sameFile = hoursPath !== null && resolve(hoursPath) === resolve(sitesPath);
	return {
		name: options.text('name'),
		zone: options.text('zone') as SchoolZone,
		epciCode: options.optional('epci'),
		communes: await fileSource(options.text('communes')),
		population: await fileSource(options.text('population')),
		sites: await fileSource(sitesPath),
		hours: sameFile ? null : await file('hours'),
		corrections: await readKept(options.optional('corrections')),
		perimeter: await file('perimeter'),
		travel: await readTravel(options),
		marginKm: numberOption(options, 'margin-km', 0, 200),
		columns: readColumnOption(options.optional('columns')),
		...nodeLoaders,
		fictional: options.has('fictional')
	};
}

/** What was put right by hand in the application, kept in the territory's folder. */
async function readKept(path: string | null): Promise<readonly SiteCorrection[]> {
	if (path === null) return [];
	const { name, bytes } = await fileSource(path);
	return readCorrections(await bytes(), name);
}

async function readTravel(options: OptionValues): Promise<PrepareRequest['travel']> {
	const roads = options.optional('roads');
	if (roads !== null)
		return {
			origin: 'roads',
			roads: await fileSource(roads),
			snapMetres: numberOption(options, 'snap-metres', 0, 100_000),
			cutoffMinutes: numberOption(options, 'cutoff-minutes', 0, 120)
		};
	const matrix = options.optional('matrix');
	if (matrix === null) return { origin: 'estimated' };
	return {
		origin: 'matrix',
		matrix: await fileSource(matrix),
		mode: options.text('matrix-mode') as Mode,
		unit: options.optional('matrix-unit') as TimeUnit | null
	};
}
