import { describe, expect, it } from 'vitest';
import type { Commune } from '#domain/commune.ts';
import type { Population } from '#domain/population.ts';
import type { Site } from '#domain/site.ts';
import type { Territory } from '#domain/territory.ts';
import type { EpciCode, InseeCode } from '#domain/units.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';
import { readCellsCsv, writeCellsCsv } from '#io/territory-folder/cells-csv.ts';
import { readCommunesGeojson, writeCommunesGeojson } from '#io/territory-folder/communes-geojson.ts';
import type { FolderReader } from '#io/territory-folder/folder.ts';
import { MANIFEST_VERSION, readManifest, type TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { readMatrixBin, writeMatrixBin } from '#io/territory-folder/matrix-bin.ts';
import { readTerritoryFolder } from '#io/territory-folder/read.ts';
import { territoryFiles } from '#io/territory-folder/write.ts';

const source = {
	title: 'Filosofi',
	publisher: 'INSEE',
	licence: 'Licence Ouverte 2.0',
	attribution: null,
	vintage: '2019',
	file: 'c.csv'
};
const square = [
	[2, 48],
	[2.1, 48],
	[2.1, 48.1],
	[2, 48]
] as const;
const commune: Commune = {
	code: '01004' as InseeCode,
	name: 'Ambérieu; "en" Bugey\n=1+1',
	geometry: [[square]],
	municipalPopulation: null,
	epciCode: '200000172' as EpciCode,
	epciName: 'CC Test',
	centre: [2.05, 48.02],
	margin: false
};
const population: Population = {
	kind: 'grid-200m',
	count: 2,
	ids: ['CRS3035RES200mN1E1', 'CRS3035RES200mN2E2'],
	lon: Float64Array.of(2.01, 2.02),
	lat: Float64Array.of(48.01, 48.02),
	people: Float64Array.of(12.5, 0.1 + 0.2),
	communeCodes: ['01004' as InseeCode, null],
	imputed: Uint8Array.of(0, 1),
	ageBands: [
		{ fromAge: 0, toAge: 3, people: Float64Array.of(1.5, NaN) },
		{ fromAge: 80, toAge: null, people: Float64Array.of(0, 2) }
	],
	households: null,
	poorHouseholds: Float64Array.of(3, 0)
};

function schedule(text: string) {
	const parsed = parseOsmHours(text);
	if (!parsed.ok) throw new Error(text);
	return parsed.schedule;
}

const site: Site = {
	id: 'B1',
	name: '<b>Médiathèque</b>',
	kind: 'library',
	statut: 'territoriale',
	openToAll: true,
	counted: { counted: true, reason: 'counted_reason_public_building', byUser: false },
	position: [2.05, 48.05],
	address: '1 rue',
	postcode: '01500',
	communeCode: '01004' as InseeCode,
	communeName: null,
	schedule: { ...schedule('Tu 16:00-18:30; SH off'), sourceText: 'mardi 16h-18h30' },
	serviceClass: 'B',
	figures: {
		surfaceSquareMetres: null,
		declaredWeeklyHours: 0,
		seats: 12,
		entriesPerYear: null,
		loansPerYear: 0,
		borrowers: null,
		paidStaffFte: 1.5,
		volunteers: null,
		books: null,
		acquisitionsEuros: null
	},
	margin: false,
	origin: { file: 's.csv', row: 7 }
};
const manifest: TerritoryManifest = {
	format: 'maillage-territory',
	version: MANIFEST_VERSION,
	name: 'Essai',
	zone: 'A',
	epci_code: null,
	fictional: true,
	population_kind: 'grid-200m',
	municipale_vintage: null,
	municipale_source: 'communes.geojson',
	margin_km: 20,
	sources: { population: source },
	travel: { origin: 'roads', modes: ['car'], snap_metres: 500 },
	inputs: { population: { file: 'c.csv', rows_read: 2, rows_kept: 2, rows_rejected: 0 } },
	sites_read: 1,
	sites_rejected: 0,
	sites_outside: 0,
	sites_repeated: 0,
	sites_hours_not_understood: 0
};
const territory: Territory = {
	name: 'Essai',
	zone: 'A',
	epciCode: null,
	perimeter: [[square]],
	communes: [commune],
	population,
	sites: [site],
	sources: { population: source },
	fictional: true
};

function folderOf(files: ReadonlyMap<string, Uint8Array>): FolderReader {
	return {
		has: async (path) => files.has(path),
		read: async (path) => files.get(path) ?? new Uint8Array()
	};
}

describe('a territory folder', () => {
	it('reads back what it was written from, blanks and odd texts included', async () => {
		const files = territoryFiles({ manifest, territory, marginPopulation: population, notes: [] });
		const read = await readTerritoryFolder(folderOf(files), 'dossier');
		expect(read.territory).toEqual(territory);
		expect(read.marginPopulation).toEqual(population);
		expect(read.manifest).toEqual(manifest);
	});

	it('of before loans and borrowers were read opens: both are blank', async () => {
		const files = territoryFiles({ manifest, territory, marginPopulation: population, notes: [] });
		const written = JSON.parse(new TextDecoder().decode(files.get('sites.geojson')));
		delete written.features[0].properties.figures.loansPerYear;
		delete written.features[0].properties.figures.borrowers;
		files.set('sites.geojson', new TextEncoder().encode(JSON.stringify(written)));
		const read = await readTerritoryFolder(folderOf(files), 'dossier');
		expect(read.territory.sites[0].figures).toEqual({ ...site.figures, loansPerYear: null, borrowers: null });
	});

	it('keeps the codes of communes outside France, whatever they are', () => {
		for (const code of ['4314902', 'POA', '43-149', 'porto-alegre', '__proto__'] as InseeCode[]) {
			const communes = readCommunesGeojson(writeCommunesGeojson([{ ...commune, code }]), 'communes.geojson');
			expect(communes.map((one) => one.code)).toEqual([code]);
			const cells = writeCellsCsv({ ...population, communeCodes: [code, null] });
			expect(readCellsCsv(cells, 'grid-200m', 'cells.csv').communeCodes).toEqual([code, null]);
		}
		expect(() => readCommunesGeojson(writeCommunesGeojson([{ ...commune, code: '' as InseeCode }]), 'c')).toThrow(
			/error_folder_commune/
		);
	});

	it('is told from any other folder', async () => {
		await expect(readTerritoryFolder(folderOf(new Map()), 'ailleurs')).rejects.toMatchObject({
			detail: { code: 'error_folder_missing', params: { path: 'ailleurs' } }
		});
	});

	it('of a later version is refused as such, a damaged one with the entry at fault', () => {
		const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
		expect(() => readManifest(bytes({ ...manifest, version: MANIFEST_VERSION + 1 }))).toThrow('error_manifest_newer');
		expect(() => readManifest(bytes({ ...manifest, zone: 'Z' }))).toThrow(/error_manifest_invalid.*zone/);
		expect(() => readManifest(bytes(manifest).subarray(0, 40))).toThrow('error_manifest_json');
	});
});

describe('a matrix of the folder', () => {
	const matrix = {
		fromIds: ['01001', 'é'],
		toIds: ['x'],
		first: Uint32Array.of(0, 1, 1),
		to: Uint32Array.of(0),
		seconds: Uint32Array.of(4_000_000_000)
	};

	it('reads back to the bit', () => {
		expect(readMatrixBin(writeMatrixBin(matrix), 'matrix.bin')).toEqual(matrix);
	});

	it('is refused wherever it is cut', () => {
		const whole = writeMatrixBin(matrix);
		for (let length = 0; length < whole.length; length++) {
			expect(() => readMatrixBin(whole.subarray(0, length), 'matrix.bin')).toThrow('error_folder_matrix');
		}
	});
});
