import { describe, expect, it } from 'vitest';
import { schoolZoneOf } from '#domain/school-zones.ts';
import type { EpciCode, InseeCode } from '#domain/units.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readAdminDivision } from '#io/communes/admin-division.ts';
import { readAdminIndex, writeAdminIndex } from '#io/communes/admin-index.ts';
import { recognise, type FileUse } from '#io/intake/recognise.ts';
import { sampleFile } from '#io/intake/sample.ts';
import { prepareTerritory, type PrepareRequest } from '#workers/jobs/prepare/prepare.ts';
import { communesOfArea, searchAreas, zoneOfDepartements } from '../../src/lib/state/intake/area.ts';
import { gapsOf, type Given } from '../../src/lib/state/intake/gaps.ts';
import { expectedSteps, overallShare, remainingSeconds } from '../../src/lib/state/intake/steps.ts';
import { templateCsv } from '../../src/lib/state/intake/templates.ts';
import { failure } from '../fixtures/failure.ts';
import { loadSqlJs } from '../fixtures/geopackage.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => utf8(JSON.stringify(value));
const DIVISION = readAdminDivision(
	json([
		{ code: '38001', nom: 'Amont', type: 'commune-actuelle', population: 100 },
		{ code: '38002', nom: 'Aval', type: 'commune-actuelle', population: 300 },
		{ code: '69003', nom: 'Ailleurs', type: 'commune-actuelle', population: 50 }
	]),
	json([
		{ code: '200000001', nom: 'CC de l’Étang', membres: [{ code: '38001' }, { code: '38002' }] },
		{ code: '200000002', nom: 'CA des Étangs d’en Bas', membres: [{ code: '69003' }] }
	])
);
const INDEX = readAdminIndex(writeAdminIndex(DIVISION, new Map([['38', 'Isère']])), 'index.json');

describe('a territory is chosen by its name', () => {
	it('whatever the case, accents and order of words, or by its number', () => {
		expect(searchAreas(INDEX, 'etang cc').map(({ name }) => name)).toEqual(['CC de l’Étang']);
		expect(searchAreas(INDEX, 'etang')).toHaveLength(2);
		expect(searchAreas(INDEX, '38')[0]).toMatchObject({ kind: 'departement', name: 'Isère' });
		expect(searchAreas(INDEX, '200000002')[0].name).toBe('CA des Étangs d’en Bas');
		expect(searchAreas(INDEX, '  ')).toEqual([]);
	});
	it('gives its communes', () => {
		const [epci] = searchAreas(INDEX, 'cc de l’etang');
		expect(communesOfArea(epci, DIVISION)).toEqual(['38001', '38002']);
		expect(communesOfArea({ kind: 'departement', code: '69', name: '69' }, DIVISION)).toEqual(['69003']);
	});
	it('gives its zone of school holidays where it has one', () => {
		expect([schoolZoneOf('59'), schoolZoneOf('2A'), schoolZoneOf('974')]).toEqual(['B', 'Corse', null]);
		expect(zoneOfDepartements(['38', '69'])).toBe('A');
		expect(zoneOfDepartements(['38', '34'])).toBeNull();
		expect(zoneOfDepartements([])).toBeNull();
	});
});

const SITES = utf8('nom,latitude,longitude,code_insee\nBibliothèque,45.1,5.1,38001\n');
const POINTS = utf8(
	'code_insee,nom,population,latitude,longitude\n38001,Amont,100,45.1,5.1\n38002,Aval,300,45.2,5.2\n'
);
const chosen = ['38001', '38002'] as InseeCode[];
const request = (patch: Partial<PrepareRequest>): PrepareRequest => ({
	name: 'Essai',
	zone: 'A',
	epciCode: null,
	communes: null,
	chosenCommunes: chosen,
	population: bytesSource('population.csv', POINTS),
	sites: bytesSource('sites.csv', SITES),
	hours: null,
	perimeter: null,
	travel: { origin: 'estimated' },
	marginKm: 30,
	columns: new Map(),
	loadSqlJs,
	loadAdminDivision: () => Promise.resolve(DIVISION),
	fictional: false,
	...patch
});
const IDLE = { onStep: () => {}, onProgress: () => {} };

describe('communes of the national list', () => {
	it('make a territory without a file of outlines, their people placed by a table', async () => {
		const { manifest, files } = await prepareTerritory(request({}), IDLE);
		expect(manifest.sources.communes?.title).toBe('Découpage administratif');
		const communes = JSON.parse(new TextDecoder().decode(files.get('communes.geojson'))) as {
			features: { geometry: unknown; properties: Record<string, unknown> }[];
		};
		expect(communes.features.map(({ geometry }) => geometry)).toEqual([null, null]);
		expect(manifest.inputs.population).toMatchObject({ rows_read: 2, rows_kept: 2 });
	});
	it('say what is missing where nothing tells where people live', async () => {
		const error = await failure(prepareTerritory(request({ population: null }), IDLE));
		expect(error.detail.code).toBe('error_no_population_place');
	});
	it('complete a file that leaves some out, and say so; the others of the file are margin', async () => {
		const square = (lon: number) => [
			[
				[lon, 45],
				[lon + 0.2, 45],
				[lon + 0.2, 45.2],
				[lon, 45.2],
				[lon, 45]
			]
		];
		const feature = (code: string, nom: string, lon: number) => ({
			type: 'Feature',
			properties: { code, nom },
			geometry: { type: 'Polygon', coordinates: square(lon) }
		});
		const outlines = json({
			type: 'FeatureCollection',
			features: [feature('38001', 'Amont', 5), feature('69003', 'Ailleurs', 5.2)]
		});
		const { notes, files } = await prepareTerritory(
			request({ communes: bytesSource('communes.geojson', outlines), population: null }),
			IDLE
		);
		expect(notes.find(({ message }) => message.code === 'note_communes_from_list')?.message.params).toEqual({
			count: 1,
			names: 'Aval'
		});
		const text = new TextDecoder().decode(files.get('communes.geojson'));
		const margins = (JSON.parse(text) as { features: { properties: { code: string; margin: boolean } }[] }).features;
		expect(margins.map(({ properties }) => [properties.code, properties.margin])).toEqual([
			['38001', false],
			['69003', true],
			['38002', false]
		]);
	});
	it('none of which is in the file is refused', async () => {
		const outlines = json({
			type: 'FeatureCollection',
			features: [{ type: 'Feature', properties: { code: '69003', nom: 'Ailleurs' }, geometry: null }]
		});
		const error = await failure(
			prepareTerritory(
				request({ communes: bytesSource('c.geojson', outlines), chosenCommunes: ['38001' as InseeCode] }),
				IDLE
			)
		);
		expect(error.detail.code).toBe('error_chosen_communes_absent');
	});
	it('belong to the EPCI of the index', () => {
		expect(DIVISION.epcis.get(INDEX.epcis[0].code as EpciCode)?.members).toHaveLength(INDEX.epcis[0].communes);
	});
});

describe('what is missing is told, what stops first', () => {
	const given = (uses: readonly FileUse[], patch: Partial<Given> = {}) =>
		gapsOf({
			uses: new Set(uses),
			sitesTellHours: false,
			chosenByName: false,
			name: 'A',
			zone: 'A',
			...patch
		});
	const codes = (gaps: ReturnType<typeof gapsOf>, blocking: boolean) =>
		gaps.filter((gap) => gap.blocking === blocking).map(({ what }) => what.code);

	it('communes and sites alone are enough', () => {
		const gaps = given(['communes', 'sites']);
		expect(codes(gaps, true)).toEqual([]);
		expect(codes(gaps, false)).toEqual(['intake_gap_population', 'intake_gap_hours', 'intake_gap_roads']);
	});
	it('nothing at all lacks sites, communes, a name and a zone', () => {
		expect(codes(given([], { name: ' ', zone: null }), true)).toEqual([
			'intake_gap_sites',
			'intake_gap_communes',
			'intake_gap_name',
			'intake_gap_zone'
		]);
	});
	it('communes chosen by name need a place for their people', () => {
		expect(codes(given(['sites'], { chosenByName: true }), true)).toEqual(['intake_gap_places']);
		expect(codes(given(['sites', 'population'], { chosenByName: true }), true)).toEqual([]);
	});
	it('nothing is missing where all is there', () => {
		expect(given(['sites', 'communes', 'population', 'roads'], { sitesTellHours: true })).toEqual([]);
	});
});

it('the share of a preparation only grows, from none to all', () => {
	const steps = expectedSteps([
		{ name: 'c.geojson', bytes: 1e6, isRoads: false },
		{ name: 'r.pbf', bytes: 5e6, isRoads: true }
	]);
	const keys = steps.map(({ key }) => key);
	let before = -1;
	for (let told = 1; told <= keys.length; told++) {
		for (const share of [0, 0.5]) {
			const whole = overallShare(steps, keys.slice(0, told), share);
			expect(whole).toBeGreaterThan(before);
			before = whole;
		}
	}
	expect(overallShare(steps, keys, 1)).toBeCloseTo(1, 12);
	expect(overallShare(steps, ['step_unknown '], 0.5)).toBe(0);
	expect(remainingSeconds(10, 0.25)).toBe(30);
	expect(remainingSeconds(10, 0.01)).toBeNull();
});

it.each([
	['sites', 'sites'],
	['hours', 'hours'],
	['communes', 'population']
] as const)('the template of %s is recognised as %s', async (name, use) => {
	const [guess] = recognise(await sampleFile(bytesSource('modele.csv', templateCsv(name)), loadSqlJs));
	expect(guess.use).toBe(use);
});
