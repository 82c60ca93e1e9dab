import { describe, expect, it } from 'vitest';
import { importCommunes } from '#io/communes/communes-import.ts';
import { importPopulation } from '#io/population/population-import.ts';
import { codesOf, feature, readCommunes } from '../fixtures/communes-geojson.ts';
import { failure } from '../fixtures/failure.ts';
import { loadSqlJs, square } from '../fixtures/geopackage.ts';

describe('properties of communes, in the spellings met', () => {
	it.each([
		[
			'IGN',
			{ ID: 'COMMUNE_0000000009727166', NOM: 'Bondues', INSEE_COM: '59090', POPULATION: 9759, SIREN_EPCI: '200093201' }
		],
		[
			'BD TOPO',
			{
				cleabs: 'COMMUNE_1',
				code_insee: '59090',
				nom_officiel: 'Bondues',
				population: 9759,
				codes_siren_des_epci: '200093201/200000000'
			}
		],
		['france-geojson', { code: '59090', nom: 'Bondues', population: '9 759', epci: 200093201 }],
		['plain', { id: '59090', name: 'Bondues', population: 9759, code_epci: '200093201' }],
		['INSEE', { CODGEO: '59090', LIBGEO: 'Bondues', PMUN: 9759, EPCI: '200093201' }],
		['DEPCOM', { DEPCOM: 59090, LIBCOM: 'Bondues', pop_mun: 9759, siren_epci: '200093201' }]
	])('%s', async (_name, properties) => {
		const { value } = await readCommunes([feature(properties)]);
		expect(value[0]).toMatchObject({
			code: '59090',
			name: 'Bondues',
			municipalPopulation: 9759,
			epciCode: '200093201',
			margin: false
		});
	});
	it('named by the user', async () => {
		const { value } = await readCommunes([feature({ truc: '59090', machin: 'Bondues' })], {
			code: 'truc',
			name: 'machin'
		});
		expect(value[0]).toMatchObject({ code: '59090', name: 'Bondues', municipalPopulation: null });
	});
	it('whose "code" is something else are not taken for INSEE codes', async () => {
		const { value } = await readCommunes([feature({ code: 'XZ', id: '59090', nom: 'Bondues' })]);
		expect(value[0]?.code).toBe('59090');
	});
});

describe('INSEE codes', () => {
	it('that lost their zero are put right and said; Corsican ones are text', async () => {
		const { value, notes } = await readCommunes([
			feature({ INSEE_COM: 1001 }),
			feature({ INSEE_COM: '2a004' }),
			feature({ INSEE_COM: '97411' })
		]);
		expect(value.map(({ code }) => code)).toEqual(['01001', '2A004', '97411']);
		expect(notes.map(({ row, message, read: written }) => [row, message.code, written])).toEqual([
			[1, 'note_insee_code_repaired', '1001']
		]);
	});
	it('absent, wrong or twice: that feature is rejected, with its properties', async () => {
		const imported = await readCommunes([
			feature({ INSEE_COM: '59090' }),
			feature({ INSEE_COM: '59091' }),
			feature({ INSEE_COM: '' }),
			feature({ INSEE_COM: 'x' }),
			feature({ INSEE_COM: '59090', NOM: 'again' })
		]);
		expect(imported.rejected.map(({ note }) => [note.row, note.message.code])).toEqual([
			[3, 'note_commune_code_missing'],
			[4, 'note_commune_code_unreadable'],
			[5, 'note_commune_twice']
		]);
		expect({ ...imported.rejected[2]?.cells }).toEqual({ INSEE_COM: '59090', NOM: 'again' });
		expect(imported.rowsRead).toBe(imported.rowsKept + imported.rejected.length);
	});
});

describe('codes that are not of INSEE', () => {
	const brazil = (properties: Parameters<typeof feature>[0], west = -51.2) =>
		feature(properties, [square(west, -30.1, 0.05)]);
	const codesSaid = (imported: Awaited<ReturnType<typeof readCommunes>>) =>
		imported.notes.map(({ message, row, column }) => [message.code, row, column]);

	it.each([
		['of IBGE', { code_muni: 4314902, name_muni: 'Porto Alegre' }, 'code_muni', '4314902'],
		['initials', { id: 'POA', name: 'Porto Alegre' }, 'id', 'POA'],
		['with a dash', { code: '43-149', nom: 'Porto Alegre' }, 'code', '43-149']
	])('%s are kept as they are, and said once', async (_name, properties, column, code) => {
		const imported = await readCommunes([brazil(properties)]);
		expect(imported.value).toMatchObject([{ code, name: 'Porto Alegre', municipalPopulation: null }]);
		expect(codesSaid(imported)).toEqual([['note_commune_codes_foreign', null, column]]);
	});
	it('in a property named by the user', async () => {
		const imported = await readCommunes([brazil({ geocodigo: '4314902' }), brazil({ geocodigo: '4304606' }, -51.1)], {
			code: 'geocodigo'
		});
		expect(codesOf(imported)).toEqual(['4314902', '4304606']);
	});
	it('twice or blank: that feature is rejected', async () => {
		const imported = await readCommunes(
			[brazil({ code: 'A' }), brazil({ code: 'B' }), brazil({ code: 'A' }), brazil({})],
			{
				code: 'code'
			}
		);
		expect(codesOf(imported)).toEqual(['A', 'B']);
		expect(imported.rejected.map(({ note }) => note.message.code)).toEqual([
			'note_commune_twice',
			'note_commune_code_missing'
		]);
		expect(imported.rowsRead).toBe(imported.rowsKept + imported.rejected.length);
	});
	it('keep the town hall, which is not in France', async () => {
		const { value } = await readCommunes([brazil({ code: 'POA', lon: -51.18, lat: -30.08 })]);
		expect(value[0].centre).toEqual([-51.18, -30.08]);
	});
	it('absent: ids are made of the names, each once and none like a code of INSEE', async () => {
		const imported = await readCommunes([
			brazil({ nom: 'Porto Alegre' }),
			brazil({ nom: 'Viamão' }),
			brazil({ nom: 'Viamão' }),
			brazil({ nom: '43149' })
		]);
		expect(codesOf(imported)).toEqual(['porto-alegre', 'viamao', 'viamao-3', 'commune-43149']);
		expect(codesSaid(imported)).toEqual([['note_commune_codes_made', null, 'nom']]);
	});
	it('absent with the names: one polygon needs none, several cannot be told apart', async () => {
		expect(codesOf(await readCommunes([brazil({})]))).toEqual(['commune-1']);
		expect((await failure(readCommunes([brazil({}), brazil({})]))).detail.code).toBe('error_communes_no_code');
	});
	it('beside a few of INSEE are no foreign file: refused as before', async () => {
		const mixed = [
			feature({ code: '59090', nom: 'A' }),
			feature({ code: 'x', nom: 'B' }),
			feature({ code: 'y', nom: 'C' })
		];
		expect((await failure(readCommunes(mixed))).detail.code).toBe('error_communes_no_code');
	});
	it('are found by a table of population of the same codes', async () => {
		const { value: communes } = await readCommunes([brazil({ code: '43-149', nom: 'Porto Alegre' })]);
		const table = new TextEncoder().encode('code,population\n43-149,1332845');
		const { value } = await importPopulation(table, 'pop.csv', { loadSqlJs, communes });
		expect(value).toMatchObject({ kind: 'commune', ids: ['43-149'], communeCodes: ['43-149'] });
	});
});

describe('other properties', () => {
	it('a population that is no count is unknown, not zero', async () => {
		const { value, notes } = await readCommunes([
			feature({ code: '59001', population: -4 }),
			feature({ code: '59002', population: 'NA' }),
			feature({ code: '59003', population: 0 })
		]);
		expect(value.map(({ municipalPopulation }) => municipalPopulation)).toEqual([null, null, 0]);
		expect(notes.map(({ row }) => row)).toEqual([1]);
	});
	it('a swapped town hall is put right, one at 0,0 is not used', async () => {
		const { value, notes } = await readCommunes([
			feature({ code: '59001', lon: 50.05, lat: 3.05 }),
			feature({ code: '59002', lon: 0, lat: 0 })
		]);
		expect(value.map(({ centre }) => centre)).toEqual([[3.05, 50.05], null]);
		expect(notes.map(({ message }) => message.code)).toEqual([
			'note_coordinates_swapped',
			'note_commune_centre_ignored'
		]);
	});
	it('called __proto__ change nothing', async () => {
		const bytes = new TextEncoder().encode(
			'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":{"polluted":1},"code":"x"},"geometry":null},{"type":"Feature","properties":{"code":"59001"},"geometry":null},{"type":"Feature","properties":{"code":"59002"},"geometry":null}]}'
		);
		const imported = await importCommunes(bytes, 'f', { loadSqlJs });
		expect(Object.keys(imported.rejected[0]?.cells ?? {})).toContain('__proto__');
		expect({}).not.toHaveProperty('polluted');
	});
});

describe('files that cannot be read', () => {
	const of = async (text: string) =>
		(await failure(importCommunes(new TextEncoder().encode(text), 'f', { loadSqlJs }))).detail;
	it.each([
		['truncated', '{"type":"FeatureCollection",\n"features":[{"type":', 'error_json_truncated'],
		['a table', 'code;nom\n1;2', 'error_json'],
		['another JSON', '{"total":3,"rows":[]}', 'error_geojson_not_features'],
		['no feature', '{"type":"FeatureCollection","features":[]}', 'error_geojson_empty'],
		['a web page', '<!doctype html><html>', 'error_features_other_format'],
		[
			'no code',
			JSON.stringify({
				type: 'FeatureCollection',
				features: [feature({ nom: 'A' }, null), feature({ nom: 'B' }, null)]
			}),
			'error_communes_no_code'
		],
		[
			'nothing usable',
			JSON.stringify({ type: 'FeatureCollection', features: [feature({ code: '59001' }, [])] }),
			'error_communes_nothing_kept'
		],
		[
			'an unknown system',
			JSON.stringify({ type: 'FeatureCollection', features: [feature({ code: '59001' }, [square(9e6, 9e6, 5)])] }),
			'error_geometry_crs_needed'
		]
	])('%s', async (_name, text, code) => {
		expect((await of(text)).code).toBe(code);
	});
	it('a truncated one says where', async () => {
		expect((await of('{"type":"FeatureCollection",\n"features":[{"type":')).params).toMatchObject({ line: '2' });
	});
});
