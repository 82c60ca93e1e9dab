import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { recognise } from '#io/intake/recognise.ts';
import { sampleFile } from '#io/intake/sample.ts';
import { failure } from '../fixtures/failure.ts';
import { loadSqlJs } from '../fixtures/geopackage.ts';
import { realData } from '../realdata.ts';

const RAW = join(import.meta.dirname, '../../data/demo/raw');

async function guesses(name: string, bytes: Uint8Array) {
	return recognise(await sampleFile(bytesSource(name, bytes), loadSqlJs)).map(
		({ use, sureness }) => `${use} ${sureness}`
	);
}
const ofFile = (path: string) => guesses(basename(path), new Uint8Array(readFileSync(path)));
const ofText = (text: string, name = 'f.csv') => guesses(name, new TextEncoder().encode(text));

describe('files are recognised by what they hold', () => {
	it.each([
		['bibliotheques_fictif.csv', 'sites sure'],
		['horaires_fictif.csv', 'hours sure'],
		['carreaux_200m_fictif.csv', 'population sure'],
		['communes_fictif.geojson', 'communes sure'],
		['routes_fictif.osm.pbf', 'roads sure']
	])('of the demonstration: %s is %s', async (name, first) => {
		expect((await ofFile(join(RAW, name)))[0]).toBe(first);
	});

	for (const [path, first] of [
		['mel/bibliotheques-mel.json', 'sites sure'],
		['mel/communes.geojson', 'communes sure'],
		['mel/epci.geojson', 'perimeter sure'],
		['mel/lille.gpkg', 'population sure'],
		['isere/isere.geojson', 'communes sure'],
		['isere/TimeDistCarIsere.csv', 'matrix sure'],
		['lot46/pop.csv', 'population likely'],
		['ministere/adresses-des-bibliotheques-publiques.csv', 'sites sure'],
		['communes/communes-42-loire.geojson', 'communes sure'],
		['porto-alegre/poa_hexgrid.csv', 'population sure'],
		['porto-alegre/porto-alegre.osm.pbf', 'roads sure'],
		['bdtopo/troncon_de_route-marseille10.geojson', 'roads sure']
	] as const) {
		const file = realData(path);
		it.skipIf(file === null)(
			`real: ${path} is ${first}${file === null ? ' (skipped: no real data)' : ''}`,
			async () => {
				expect((await ofFile(file ?? ''))[0]).toBe(first);
			}
		);
	}

	it('a GeoPackage of cells and communes is both', async () => {
		const file = realData('mel/lille.gpkg');
		if (file === null) return;
		expect(await ofFile(file)).toEqual(expect.arrayContaining(['population sure', 'communes sure']));
	});
});

describe('misleading files are not taken for what they are not', () => {
	it('districts are no communes and no perimeter', async () => {
		const file = realData('mel/qpv.geojson');
		if (file !== null) expect(await ofFile(file)).toEqual([]);
	});
	it('percentages called IND beside a code are people at most in doubt', async () => {
		expect(await ofText('"INSEE_COM","ACT","IND"\n"46001",99.4,4.9\n"46002",28.7,0\n')).toEqual(['population unsure']);
	});
	it('figures of libraries with the people of their commune are sites, not people', async () => {
		const found = await ofText('nom,population,lat,lon\nMédiathèque A,1200,45.1,5.2\nBibliothèque B,300,45.2,5.3\n');
		expect(found[0]).toBe('sites sure');
		expect(found).not.toContain('population likely');
	});
	it('sites with their hours are sites first', async () => {
		const found = await ofText('nom;lat;lon;opening_hours\nBibliothèque A;45.1;5.2;"Tu 10:00-12:00"\n');
		expect(found).toEqual(['sites sure', 'hours unsure']);
	});
	it('a grid whose other columns are all figures is no square matrix', async () => {
		const rows = 'CRS3035RES200mN2800000E3957600,1,2,3\nCRS3035RES200mN2800200E3957600,4,5,6\n';
		expect(await ofText(`idcar_200m,ind,men,log_av45\n${rows}`)).toEqual(['population sure']);
	});
	it('columns called latitude that hold words place nothing', async () => {
		expect(await ofText('nom;latitude;longitude\nBibliothèque A;nord;est\n')).toEqual([]);
	});
	it('a list of anything is nothing', async () => {
		expect(await ofText('produit;prix\npomme;2\npoire;3\n')).toEqual([]);
	});
});

describe('files of another format are refused with a sentence of their own', () => {
	it.each([
		['a.zip', 'PK\u0003\u0004…', 'error_intake_zip'],
		['a.xlsx', 'PK\u0003\u0004 [Content_Types].xml', 'error_workbook_damaged'],
		['a.pdf', '%PDF-1.7', 'error_table_is_pdf'],
		['a.csv', '<!doctype html><p>Sign in</p>', 'error_table_is_web_page'],
		['a.csv', '', 'error_intake_empty'],
		['s.json', '{"format":"maillage-scenario","schema_version":1}', 'error_intake_scenario']
	])('%s %s', async (name, text, code) => {
		expect((await failure(ofText(text, name))).detail.code).toBe(code);
	});
});
