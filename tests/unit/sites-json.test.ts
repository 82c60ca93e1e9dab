import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { importSites } from '#io/sites/sites-import.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (value: unknown) => importSites(bytes(JSON.stringify(value)), 'lieux.json');

function failure(text: string) {
	try {
		importSites(bytes(text), 'lieux.json');
	} catch (problem) {
		if (problem instanceof MaillageError) return problem.detail;
		throw problem;
	}
	throw new Error('nothing failed');
}

const fields = {
	objectid: '83',
	libelle: 'Médiathèque',
	adresse: '2 rue Motte',
	code_postal: '59100',
	ville: 'ROUBAIX',
	horairesosm: 'Tu-Sa 10:00-19:00'
};
const expected = [
	{
		id: '83',
		name: 'Médiathèque',
		address: '2 rue Motte',
		postcode: '59100',
		communeName: 'ROUBAIX',
		position: [3.17, 50.69],
		schedule: { sourceText: 'Tu-Sa 10:00-19:00' }
	}
];
const geometry = { type: 'Point', coordinates: [3.17, 50.69] };

describe('sites in JSON', () => {
	it.each([
		[
			'Opendatasoft v1, export',
			[{ datasetid: 'b', recordid: 'f00', fields: { ...fields, geo_point_2d: [50.69, 3.17], geometry }, geometry }]
		],
		[
			'Opendatasoft v1, search',
			{ nhits: 1, records: [{ recordid: 'f00', fields: { ...fields, geo_point_2d: [50.69, 3.17] } }] }
		],
		['Opendatasoft v2, export', [{ ...fields, geo_point_2d: { lon: 3.17, lat: 50.69 } }]],
		['Opendatasoft v2.1, API', { total_count: 1, results: [{ ...fields, geo_point_2d: { lon: 3.17, lat: 50.69 } }] }],
		[
			'Opendatasoft v2.0, API',
			{
				total_count: 1,
				records: [{ links: [], record: { id: 'f00', fields: { ...fields, geo_point_2d: { lon: 3.17, lat: 50.69 } } } }]
			}
		],
		['GeoJSON', { type: 'FeatureCollection', features: [{ type: 'Feature', properties: fields, geometry }] }],
		['a record without geo_point_2d', [{ recordid: 'f00', fields, geometry }]]
	])('%s', (_, value) => {
		const { value: sites, notes, rowsKept } = read(value);
		expect(sites).toMatchObject(expected);
		expect([sites.length, rowsKept, notes.length]).toEqual([1, 1, 0]);
	});

	it('knows features by their rank, and leaves out one that has no point', () => {
		const { value, rejected, rowsRead } = read({
			type: 'FeatureCollection',
			features: [
				{ type: 'Feature', properties: { nom: 'A' }, geometry: null },
				{ type: 'Feature', properties: { nom: 'B' }, geometry: { type: 'Polygon', coordinates: [] } },
				{ type: 'Feature', properties: { nom: 'C', opening_hours: 'Mo 10:00-12:00' }, geometry },
				null
			]
		});
		expect(value).toMatchObject([{ name: 'C', origin: { row: 3 }, schedule: { syntax: 'osm' } }]);
		expect(rejected.map(({ note }) => [note.row, note.read, note.message.code])).toEqual([
			[1, null, 'note_site_without_coordinates'],
			[2, 'Polygon', 'note_site_coordinates_text'],
			[4, null, 'note_site_without_coordinates']
		]);
		expect(rowsRead).toBe(4);
	});

	it('is not fooled by fields called like parts of an object', () => {
		const { value } = importSites(
			bytes('[{"fields":{"__proto__":"x","constructor":"y","nom":"A","geo_point_2d":[50.6,3.1]}}]'),
			'p.json'
		);
		expect(value).toMatchObject([{ name: 'A' }]);
	});

	it('says where a truncated file stops, and what a file without places holds', () => {
		const whole = JSON.stringify([{ fields }]);
		expect(failure(whole.slice(0, 60))).toEqual({
			code: 'error_json_truncated',
			params: { line: '1', column: '61', characters: 60 }
		});
		expect(failure('{"type":"Topology","objects":{}}')).toEqual({
			code: 'error_sites_json_shape',
			params: { read: 'type, objects' }
		});
		expect(failure('{"results":[]}').code).toBe('error_sites_json_empty');
		expect(failure('[{"nom":"A","adresse":"B"}]').code).toBe('error_sites_columns');
	});
});
