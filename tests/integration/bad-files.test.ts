import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { plainSpaces, runCli } from '../cli.ts';
import { blob, geoPackage, polygonWkb, square } from '../fixtures/geopackage.ts';
import { writePbf } from '../fixtures/osm-writer.ts';
import { communesGeojson, COMMUNES, SITES_CSV, type InputName } from '../fixtures/three-communes.ts';
import { prepareThreeFails, prepareThreeWell } from '../prepare-run.ts';
import { temporaryFolder } from '../territories.ts';

const folder = temporaryFolder();
let runs = 0;
const root = () => join(folder.path, String((runs += 1)));
afterAll(() => folder.remove());

/** A road through the three communes. */
const ROADS = writePbf({
	nodes: [5.31, 5.37, 5.45].map((lon, rank) => ({ id: rank + 1, lon, lat: 45.96 })),
	ways: [{ id: 1, nodes: [1, 2, 3], tags: { highway: 'primary' } }],
	relations: []
});

/** The three communes as a GeoPackage, WGS 84. */
const communesPackage = () =>
	geoPackage([
		{
			name: 'communes',
			epsg: 4326,
			columns: { code: 'TEXT', nom: 'TEXT' },
			rows: COMMUNES.map(({ code, nom, west }) => [[code, nom], blob(polygonWkb([square(west, 45.93, 0.06)]))])
		}
	]);

function overwritten(bytes: Uint8Array, from: number, to: number): Uint8Array {
	return bytes.slice().fill(0xff, from, to);
}

/** [what, input, file, content, what the sentence says] */
type Case = readonly [string, InputName, string, () => Uint8Array | string | Promise<Uint8Array>, string];

const CASES: readonly Case[] = [
	['a truncated PBF', 'roads', 'routes.osm.pbf', () => ROADS.slice(0, -7), 'incomplet : il s’arrête au milieu du bloc'],
	[
		'a corrupt PBF',
		'roads',
		'routes.osm.pbf',
		() => overwritten(ROADS, ROADS.length - 40, ROADS.length),
		'altéré : le bloc'
	],
	['a web page as roads', 'roads', 'routes.osm.pbf', () => '<!doctype html><p>404</p>', 'il commence par'],
	['an empty file of roads', 'roads', 'routes.osm.pbf', () => '', '0 octet'],
	[
		'a truncated GeoPackage',
		'communes',
		'communes.gpkg',
		async () => (await communesPackage()).slice(0, 3000),
		'Le GeoPackage est incomplet : 3 000 octets lus sur'
	],
	[
		'a corrupt GeoPackage',
		'communes',
		'communes.gpkg',
		async () => overwritten(await communesPackage(), 100, 4000),
		'Le GeoPackage est endommagé'
	],
	[
		'a truncated GeoJSON',
		'communes',
		'communes.geojson',
		() => communesGeojson().slice(0, 300),
		'tronqué : il s’arrête ligne 1, colonne 301'
	],
	[
		'a corrupt GeoJSON',
		'communes',
		'communes.geojson',
		() => communesGeojson().replace('"Feature",', '"Feature" oups'),
		'ce n’est pas du JSON lisible : ligne 1, colonne'
	],
	['a truncated JSON of sites', 'sites', 'lieux.json', () => '[{"fields": {"libelle": "A", "geo', 'tronqué'],
	['a JSON without sites', 'sites', 'lieux.json', () => '{"lieux": 3}', 'aucune liste de lieux dans ce JSON'],
	['sites without positions', 'sites', 'lieux.csv', () => 'id,nom,rue\n1,A,B\n', 'Colonnes lues : id, nom, rue'],
	[
		'people without a count',
		'population',
		'carreaux.csv',
		() => 'id,lon,lat\na,5.3,45.9\n',
		'Colonnes lues : id, lon, lat'
	],
	[
		'people without a place',
		'population',
		'carreaux.csv',
		() => 'nom,population\na,5\n',
		'Rien ne situe les habitants'
	],
	['a table of titles alone', 'sites', 'lieux.csv', () => 'id,nom,latitude,longitude\n', 'aucune ligne de données'],
	['an empty table', 'sites', 'lieux.csv', () => '', 'Le fichier est vide'],
	[
		'people of somewhere else',
		'population',
		'carreaux.csv',
		() => 'id,lon,lat,population\na,-4.4,48.4,5\n',
		'dans le périmètre'
	],
	[
		'a matrix that is none',
		'matrix',
		'temps.csv',
		() => 'a,b\nx,y\n',
		'ce n’est pas une matrice de temps d’accès connue'
	]
];

describe('a file that cannot be read as a whole', () => {
	it.each(CASES)('stops at %s, names the file and writes nothing', async (_, input, file, content, says) => {
		const stderr = await prepareThreeFails(root(), { [input]: { file, content: await content() } });
		expect(stderr.split('\n')).toHaveLength(2);
		expect(stderr.startsWith(`${file} : `)).toBe(true);
		expect(stderr).toContain(says);
	});

	it('reads the same files when they are whole', async () => {
		const run = await prepareThreeWell(root(), {
			roads: { file: 'routes.osm.pbf', content: ROADS },
			communes: { file: 'communes.gpkg', content: await communesPackage() }
		});
		expect(run.manifest.travel.origin).toBe('roads');
		expect(run.manifest.inputs.communes).toMatchObject({ rows_read: 3, rows_kept: 3 });
	});

	it('says it in English when asked', async () => {
		const stderr = await prepareThreeFails(root(), { sites: { file: 'lieux.csv', content: '' } }, '--lang', 'en');
		expect(stderr).toMatch(/^lieux\.csv: The file is empty/);
	});

	it('stops at a missing file, a folder in its place, and a territory that is none', async () => {
		const run = async (...args: string[]) => {
			const { code, stderr } = await runCli(...args);
			return [code, plainSpaces(stderr)];
		};
		const travel = [
			'travel-times',
			'--to',
			'absent.csv',
			'--out',
			join(folder.path, 'temps.csv'),
			'--from',
			'absent.csv'
		];
		const missing = await run(...travel, '--roads', join(folder.path, 'absent.pbf'));
		expect(missing).toEqual([1, expect.stringContaining('Fichier introuvable : ')]);
		const directory = await run(...travel, '--roads', folder.path);
		expect(directory).toEqual([1, expect.stringContaining('est un dossier ; un fichier est attendu')]);
		const noTerritory = await run('diagnose', folder.path, '--out', join(folder.path, 'results'));
		expect(noTerritory).toEqual([1, expect.stringContaining('n’est pas un dossier de territoire')]);
	});
});

describe('columns named by the user', () => {
	it('stops at a column that is not there, or a field that does not exist', async () => {
		const content = SITES_CSV;
		const given = { sites: { file: 'lieux.csv', content } };
		const column = await prepareThreeFails(root(), given, '--columns', 'sites.lat=y_inconnu');
		expect(column).toContain('la colonne « y_inconnu », demandée pour « lat », n’est pas dans le fichier');
		const field = await prepareThreeFails(root(), given, '--columns', 'sites.latitude=latitude');
		expect(field).toContain('le champ « latitude » n’existe pas');
	});
});
