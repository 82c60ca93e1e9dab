import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Indicators } from '#domain/indicator.ts';
import { runCliWell } from '../cli.ts';
import { communesGeojson, POPULATION_CSV, SITES_CSV } from '../fixtures/three-communes.ts';
import { expectRejected, expectTold, prepareThreeWell, type PreparedRun } from '../prepare-run.ts';
import { readCsv, readJson, rejectedRows, temporaryFolder } from '../territories.ts';

const folder = temporaryFolder();
let runs = 0;
const root = () => join(folder.path, String((runs += 1)));
afterAll(() => folder.remove());

const sites = (content: string | Uint8Array) => ({ sites: { file: 'lieux.csv', content } });
const population = (content: string) => ({ population: { file: 'carreaux.csv', content } });

/** What `diagnose` makes of it. */
async function diagnosed({ out }: PreparedRun) {
	const results = `${out}-results`;
	await runCliWell('diagnose', out, '--out', results);
	const indicators = readJson(join(results, 'indicators.json')) as Indicators;
	return { indicators, sites: readCsv(join(results, 'sites.csv')) };
}

describe('tables as spreadsheets save them', () => {
	it('reads Windows-1252 and says so', async () => {
		const bytes = Uint8Array.from(SITES_CSV, (one) => (one === '’' ? 0x92 : one.charCodeAt(0)));
		const run = await prepareThreeWell(root(), sites(bytes));
		expect(run.stderr).toContain('lieux.csv : Le texte n’est pas en UTF-8 : il a été lu en Windows-1252');
		expect((await diagnosed(run)).sites.map(({ name }) => name)).toEqual([
			'Médiathèque d’Ambérieu',
			'Bibliothèque d’Ambronay',
			'Bibliothèque de Douvres'
		]);
	});

	it.each([
		['CR', '\r'],
		['CR LF', '\r\n']
	])('reads semicolons, decimal commas and %s line ends', async (_, end) => {
		const lines = ['id;nom;latitude;longitude', '1;Haut;45,96;5,33', '2;Bas;45,95;5,39', ''];
		const run = await prepareThreeWell(root(), sites(lines.join(end)));
		expect(run.stderr).toContain('lieux.csv : 2 positions écrites avec une virgule décimale');
		const read = (await diagnosed(run)).sites.map(({ id, name, lon, lat }) => [id, name, lon, lat]);
		expect(read).toEqual([
			['1', 'Haut', '5.33', '45.96'],
			['2', 'Bas', '5.39', '45.95']
		]);
	});

	it('uses the first of two columns of one title, and says so', async () => {
		const run = await prepareThreeWell(root(), sites('id,nom,latitude,longitude,latitude\n1,Haut,45.96,5.33,12\n'));
		expect(run.notes).toContainEqual(expect.objectContaining({ file: 'lieux.csv', row: 1, column: 'latitude (2)' }));
		expect(run.stderr).toContain('Le titre « latitude » figure plusieurs fois : la première colonne est utilisée');
		expect((await diagnosed(run)).sites[0]).toMatchObject({ lon: '5.33', lat: '45.96' });
	});
});

describe('positions at fault', () => {
	const wrong = [
		'4,Lieu inversé,5.34,45.95,',
		'5,Lieu Lambert,6541000,879000,',
		'6,Lieu nul,0,0,',
		'7,Lieu de Brest,48.39,-4.48,"Mo 25:00-26:00"',
		'8,Lieu en lettres,quarante,5.3,',
		'9,Lieu sans,,,',
		''
	];
	const file = 'lieux.csv';
	const column = 'latitude';

	it('puts right what is swapped or in Lambert-93, rejects what is nowhere, sets aside what is far, keeps the rest', async () => {
		const run = await prepareThreeWell(root(), sites(SITES_CSV + wrong.join('\n')));
		const swapped = { row: 5, read: '45.95 ; 5.34', code: 'note_site_coordinates_swapped', says: 'inversées' };
		expectTold(run, { file, column, ...swapped }, 'changed');
		const lambert = { row: 6, read: '879000 ; 6541000', code: 'note_site_coordinates_projected', says: 'EPSG:2154' };
		expectTold(run, { file, column, ...lambert }, 'changed');
		const zero = { row: 7, read: '0 ; 0', code: 'note_site_coordinates_zero', says: 'coordonnées 0, 0' };
		expectRejected(run, 'sites', { file, column, ...zero }, { nom: 'Lieu nul', id: '6' });
		const text = {
			row: 9,
			read: '5.3 ; quarante',
			code: 'note_site_coordinates_text',
			says: 'ne sont pas des nombres'
		};
		expectRejected(run, 'sites', { file, column, ...text }, { nom: 'Lieu en lettres', latitude: 'quarante' });
		const without = { row: 10, read: null, code: 'note_site_without_coordinates', says: 'coordonnées absentes' };
		expectRejected(run, 'sites', { file, column, ...without }, { nom: 'Lieu sans' });
		expect(rejectedRows(run.out, 'sites')).toHaveLength(3);
		const outside = rejectedRows(run.out, 'sites-outside');
		expect(outside).toMatchObject([{ ligne: '8', nom: 'Lieu de Brest' }]);
		expect(outside[0].motif).toContain('km du territoire, au-delà de la marge de 30');

		const { indicators, sites: kept } = await diagnosed(run);
		expect(indicators.sites).toMatchObject({ read: 9, kept: 5, rejected: 3, outside: 1, margin: 0, repeated: 0 });
		expect(kept.map(({ id, commune_code }) => [id, commune_code])).toEqual([
			['1', '01004'],
			['2', '01007'],
			['3', '01149'],
			['4', '01004'],
			['5', '01004']
		]);
		expect([Number(kept[3].lon), Number(kept[3].lat)]).toEqual([5.34, 45.95]);
		// 879 000, 6 541 000 by the formulas of IGN's note NTG_71, computed apart.
		expect(Number(kept[4].lon)).toBeCloseTo(5.3109, 4);
		expect(Number(kept[4].lat)).toBeCloseTo(45.94513, 4);
	});

	it('does not count the unread hours of a neighbour or of a place far away among those of the territory', async () => {
		const neighbour = '10,Lieu voisin,45.96,5.50,"Mo 25:00-26:00"';
		const run = await prepareThreeWell(root(), sites(SITES_CSV + [neighbour, ...wrong].join('\n')));
		const counts = { kept: 5, margin: 1, with_hours: 3, hours_not_understood: 0 };
		expect((await diagnosed(run)).indicators.sites).toMatchObject(counts);
	});
});

describe('codes, people, doubles', () => {
	it('gives back their zero to INSEE codes of communes and of people', async () => {
		const run = await prepareThreeWell(root(), {
			communes: { file: 'communes.geojson', content: communesGeojson([1004, 1007, '1149']) },
			...population('code_insee,population\n1004,10\n01007,20\n1149,30\n')
		});
		const lost = { code: 'note_insee_code_repaired', says: 'Code INSEE corrigé en 01004 (zéro perdu dans un tableur)' };
		expectTold(run, { file: 'communes.geojson', row: 1, column: 'code', read: '1004', ...lost }, 'changed');
		expectTold(run, { file: 'carreaux.csv', row: 2, column: 'code_insee', read: '1004', ...lost }, 'changed');
		const { indicators } = await diagnosed(run);
		expect(indicators.population).toMatchObject({ kind: 'commune', demand_points: 3, total: 60 });
		const people = (code: string) =>
			indicators.coverage_by_commune.find(({ commune, mode }) => commune === code && mode === 'car')?.of_people;
		expect(['01004', '01007', '01149'].map(people)).toEqual([10, 20, 30]);
	});

	it('rejects people that are negative, text or blank, and keeps the others', async () => {
		const wrong = ['g,5.41,45.94,-5', 'h,5.42,45.94,beaucoup', 'i,5.43,45.94,', 'j,5.43,45.95,"1 234,5"', ''];
		const run = await prepareThreeWell(root(), population(POPULATION_CSV + wrong.join('\n')));
		const at = { file: 'carreaux.csv', column: 'population' };
		const negative = { row: 8, read: '-5', code: 'note_population_people_negative', says: 'négatif' };
		expectRejected(run, 'population', { ...at, ...negative }, { id: 'g', population: '-5' });
		const text = { row: 9, read: 'beaucoup', code: 'note_population_people_text', says: 'n’est pas un nombre' };
		expectRejected(run, 'population', { ...at, ...text }, { id: 'h', population: 'beaucoup' });
		const blank = { row: 10, read: '', code: 'note_population_people_missing', says: 'ce qui n’est pas zéro' };
		expectRejected(run, 'population', { ...at, ...blank }, { id: 'i', population: '' });
		expect(run.manifest.inputs.population).toMatchObject({ rows_read: 10, rows_kept: 7, rows_rejected: 3 });
		expect((await diagnosed(run)).indicators.population.total).toBe(600 + 1234.5);
	});

	it('counts once a site that comes twice, under its identifier or its name', async () => {
		const again = '3,Bibliothèque de Douvres,45.96,5.45,\n9,Bibliothèque d’Ambronay,45.9601,5.3901,\n';
		const run = await prepareThreeWell(root(), sites(SITES_CSV + again));
		const at = { file: 'lieux.csv', column: 'nom' };
		const byId = { row: 5, read: 'Bibliothèque de Douvres', code: 'note_site_id_again', says: 'déjà lu ligne 4' };
		expectRejected(run, 'sites', { ...at, ...byId }, { id: '3' });
		const byName = { row: 6, read: 'Bibliothèque d’Ambronay', code: 'note_site_again', says: 'même nom que ligne 3' };
		expectRejected(run, 'sites', { ...at, ...byName }, { id: '9' });
		const { indicators } = await diagnosed(run);
		expect(indicators.sites).toMatchObject({ read: 5, kept: 3, repeated: 2, rejected: 0, with_hours: 3 });
	});
});

describe('hours at fault', () => {
	it('keeps a site whose hours it cannot read, and counts them as unknown, not closed', async () => {
		const wrong = '4,Bas,45.95,5.46,"Mo 25:00-12:00"\n5,Haut,45.95,5.44,"ouvert quand il fait beau"\n';
		const run = await prepareThreeWell(root(), sites(SITES_CSV + wrong));
		const at = { file: 'lieux.csv', column: 'opening_hours' };
		const late = { row: 5, read: 'Mo 25:00-12:00', code: 'error_hours_start_after_midnight', says: 'lu : « 25 »' };
		expectTold(run, { ...at, ...late }, 'changed');
		const word = {
			row: 6,
			read: 'ouvert quand il fait beau',
			code: 'error_hours_unknown_word',
			says: 'lu : « quand »'
		};
		expectTold(run, { ...at, ...word }, 'changed');
		const { indicators, sites: kept } = await diagnosed(run);
		expect(indicators.sites).toMatchObject({ kept: 5, counted: 5, with_hours: 3, hours_not_understood: 2 });
		expect(indicators.openings[0].sites_without_known_hours).toBe(2);
		expect(kept.slice(3).map(({ weekly_hours_term }) => weekly_hours_term)).toEqual(['', '']);
	});

	it('reads one file of rows by site and day as sites and as hours', async () => {
		const rows = [
			'lieu,some_y,some_x,categorie,jour,ouverture_am,fermeture_am,ouverture_pm,fermeture_pm',
			'Haut,45.96,5.33,scolaire,mardi,10:00:00,12:00:00,14:00:00,18:00:00',
			'Haut,45.96,5.33,scolaire,mercredi,NA,NA,14:00:00,18:00:00',
			'Haut,45.96,5.33,été,mardi,10:00:00,12:00:00,NA,NA',
			'Bas,45.96,5.39,scolaire,samedi,10:00:00,12:00:00,,',
			'Bas,45.96,5.39,scolaire,jeudi,10:00:00,9:00:00,NA,NA',
			'Loin,NA,NA,scolaire,jeudi,10:00:00,12:00:00,NA,NA',
			''
		].join('\n');
		const file = 'horaires.csv';
		const both = { sites: { file, content: rows }, hours: { file, content: rows } };
		const columns = 'sites.lat=some_y,sites.lon=some_x,sites.name=lieu';
		const run = await prepareThreeWell(root(), both, '--columns', columns);
		const reversed = { row: 6, column: 'fermeture_am', read: '10:00:00 – 9:00:00', code: 'note_hours_row_reversed' };
		expectRejected(run, 'sites', { file, ...reversed, says: 'La fermeture ne suit pas' }, { lieu: 'Bas' });
		const nowhere = { row: 7, column: 'some_y', read: null, code: 'note_site_without_coordinates' };
		expectRejected(run, 'sites', { file, ...nowhere, says: 'coordonnées absentes' }, { lieu: 'Loin', some_y: 'NA' });
		expect(run.manifest.inputs.sites).toMatchObject({ rows_read: 6, rows_kept: 4, rows_rejected: 2 });

		const { indicators, sites: kept } = await diagnosed(run);
		// Places, not rows; term hours leave the summer's out: 2 + 4 on Tuesday and 4 on Wednesday.
		expect(indicators.sites).toMatchObject({ read: 3, kept: 2, rejected: 1, with_hours: 2 });
		expect(kept.map(({ name, weekly_hours_term }) => [name, weekly_hours_term])).toEqual([
			['Haut', '10'],
			['Bas', '2']
		]);
	});
});

describe('what stands in the files of rejected rows', () => {
	it('opens in French Excel and runs no formula', async () => {
		const run = await prepareThreeWell(root(), sites(`${SITES_CSV}4,"=HYPERLINK(""http://x"")",0,0,\n`));
		const text = readFileSync(join(run.out, 'rejected/sites.csv'), 'utf8');
		expect(text.startsWith('\ufeffligne;colonne;motif;id;nom;')).toBe(true);
		expect(rejectedRows(run.out, 'sites')[0].nom).toBe('\'=HYPERLINK("http://x")');
	});
});
