import { describe, expect, it } from 'vitest';
import type { SiteCorrection } from '#domain/site-correction.ts';
import type { InseeCode } from '#domain/units.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readAdminDivision } from '#io/communes/admin-division.ts';
import { likelySame } from '#io/sites/likely-same.ts';
import { readCorrections, writeCorrections } from '#io/sites/corrections-json.ts';
import { importSites } from '#io/sites/sites-import.ts';
import { readSitesGeojson } from '#io/territory-folder/sites-geojson.ts';
import { reviewSites } from '#workers/jobs/intake/review.ts';
import { prepareTerritory, type PrepareRequest } from '#workers/jobs/prepare/prepare.ts';
import { pastedCommunes, searchCommunes } from '../../src/lib/state/intake/area.ts';
import {
	corrected,
	NO_CORRECTION,
	redone,
	undone,
	withoutCorrection
} from '../../src/lib/state/intake/correction-history.ts';
import { communeAt, pastedPosition, typedPosition } from '../../src/lib/state/intake/typed-place.ts';
import { sitesNamed, sitesSeen } from '../../src/lib/state/intake/site-list.ts';
import { failure } from '../fixtures/failure.ts';
import { loadSqlJs } from '../fixtures/geopackage.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => utf8(JSON.stringify(value));
const DIVISION = readAdminDivision(
	json([
		{ code: '38001', nom: 'Amont', type: 'commune-actuelle', population: 100 },
		{ code: '38002', nom: 'Aval', type: 'commune-actuelle', population: 300 }
	]),
	json([])
);
const square = (code: string, nom: string, west: number) => ({
	type: 'Feature',
	properties: { code, nom, population: 100 },
	geometry: {
		type: 'Polygon',
		coordinates: [
			[
				[west, 45],
				[west + 0.1, 45],
				[west + 0.1, 45.1],
				[west, 45.1],
				[west, 45]
			]
		]
	}
});
const COMMUNES = json({
	type: 'FeatureCollection',
	features: [square('38001', 'Amont', 5), square('38002', 'Aval', 5.1)]
});
/** One far from its commune, one without any position, two that are one place, one sound. */
const ROWS = [
	'identifiant,nom,latitude,longitude,code_insee,surface,horaires',
	'A,Bibliothèque d’Amont,48.9,2.3,38001,50,',
	'B,Médiathèque du Pont,,,38002,,',
	'C,Médiathèque Colette,45.0501,5.1501,38002,,',
	'D,Bibliothèque Colette,45.0502,5.1502,38002,120,sa 10h-12h',
	'E,Bibliothèque du Lac,45.02,5.02,38001,80,'
];
const csv = (rows: readonly string[]) => bytesSource('lieux.csv', utf8(rows.join('\n')));
const keys = new Map(
	['A', 'B', 'C', 'D', 'E'].map((id, rank) => {
		const [, nom, , , insee] = ROWS[rank + 1].split(',');
		const name = nom
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.toLowerCase()
			.replace(/[^a-z]+/g, ' ');
		return [id, JSON.stringify([id, name, insee])] as const;
	})
);
const key = (id: string) => keys.get(id) ?? '';
const CORRECTIONS: readonly SiteCorrection[] = [
	{ kind: 'moved', site: key('A'), name: 'Bibliothèque d’Amont', position: [5.05, 45.05] },
	{ kind: 'moved', site: key('B'), name: 'Médiathèque du Pont', position: [5.12, 45.03] },
	{ kind: 'merged', site: key('D'), name: 'Bibliothèque Colette', into: key('C'), intoName: 'Médiathèque Colette' },
	{ kind: 'hours', site: key('E'), name: 'Bibliothèque du Lac', hours: 'We 14:00-18:00', text: 'mercredi 14h-18h' }
];
const request = (corrections: readonly SiteCorrection[], rows: readonly string[] = ROWS): PrepareRequest => ({
	name: 'Essai',
	zone: 'A',
	epciCode: null,
	communes: bytesSource('communes.geojson', COMMUNES),
	population: null,
	sites: csv(rows),
	hours: null,
	perimeter: null,
	corrections,
	travel: { origin: 'estimated' },
	marginKm: 30,
	columns: new Map(),
	loadSqlJs,
	loadAdminDivision: () => Promise.resolve(DIVISION),
	fictional: false
});
const IDLE = { onStep: () => {}, onProgress: () => {} };

async function prepared(corrections: readonly SiteCorrection[], rows?: readonly string[]) {
	const { files, manifest, notes, rejected } = await prepareTerritory(request(corrections, rows), IDLE);
	const bytes = files.get('sites.geojson');
	if (bytes === undefined) throw new Error('no sites');
	const sites = new Map(readSitesGeojson(bytes, 'sites.geojson').map((site) => [site.id, site]));
	const codes = notes.map(({ message }) => message.code);
	return { files, manifest, notes, codes, sites, rejected: rejected.get('sites') ?? [] };
}

describe('sites put right by hand', () => {
	it('without any correction are as their file says', async () => {
		const { sites, files, manifest } = await prepared([]);
		expect([...sites.keys()].sort()).toEqual(['C', 'D', 'E']);
		expect(files.has('corrections.json')).toBe(false);
		expect(manifest.sources.sites?.title).not.toContain('correction');
	});
	it('stand where they were put, have what was typed, and say so; every row is kept or rejected', async () => {
		const { sites, manifest, notes, codes, rejected, files } = await prepared(CORRECTIONS);
		expect([...sites.keys()].sort()).toEqual(['A', 'B', 'C', 'E']);
		expect(sites.get('A')).toMatchObject({ position: [5.05, 45.05], communeCode: '38001', margin: false });
		expect(sites.get('B')).toMatchObject({ position: [5.12, 45.03], communeCode: '38002' });
		// What is kept takes from its double what it does not say.
		expect(sites.get('C')?.figures.surfaceSquareMetres).toBe(120);
		expect(sites.get('C')?.schedule).not.toBeNull();
		expect(sites.get('E')?.schedule?.sourceText).toBe('mercredi 14h-18h');
		expect(codes).toEqual(
			expect.arrayContaining(['note_site_moved', 'note_site_placed', 'note_site_merged', 'note_site_hours_typed'])
		);
		expect(notes.find(({ message }) => message.code === 'note_site_placed')?.row).toBe(3);
		expect(rejected.map(({ cells }) => cells.identifiant)).toEqual(['D']);
		expect(manifest.inputs.sites).toMatchObject({ rows_read: 5, rows_kept: 4, rows_rejected: 1 });
		expect(manifest.sources.sites?.title).toContain('4 corrections de l’utilisateur');
		const { sites_read, sites_rejected, sites_outside, sites_repeated } = manifest;
		expect(sites_read).toBe(sites.size + sites_rejected + sites_outside + sites_repeated);
		expect(readCorrections(files.get('corrections.json') ?? utf8(''), 'corrections.json')).toEqual(CORRECTIONS);
	});
	it('stay put right where the file is given again with other rows and other hours', async () => {
		const [headings, ...rows] = ROWS;
		const again = [
			headings,
			'Z,Bibliothèque neuve,45.07,5.07,38001,30,',
			...rows.toReversed().map((row) => row.replace(',80,', ',81,'))
		];
		const { sites, codes } = await prepared(CORRECTIONS, again);
		expect([...sites.keys()].sort()).toEqual(['A', 'B', 'C', 'E', 'Z']);
		expect(sites.get('A')?.position).toEqual([5.05, 45.05]);
		expect(sites.get('E')?.schedule?.sourceText).toBe('mercredi 14h-18h');
		expect(codes).not.toContain('note_correction_unused');
	});
	it('say which correction is of no place of the file, and which is put outside the territory', async () => {
		const { notes } = await prepared([
			...CORRECTIONS.slice(1),
			{ kind: 'hours', site: '["gone"]', name: 'Disparue', hours: 'We 14:00-18:00', text: '' },
			{ kind: 'moved', site: key('A'), name: 'Amont', position: [2.3, 48.9] }
		]);
		const unused = notes.filter(({ message }) => message.code === 'note_correction_unused');
		expect(unused.map(({ message }) => message.params.name)).toEqual(['Disparue']);
		expect(notes.some(({ message }) => message.code === 'note_site_outside_territory')).toBe(false);
	});
	it('mergers that run in a circle lose no place', async () => {
		const circle = (one: string, other: string): SiteCorrection => ({
			kind: 'merged',
			site: key(one),
			name: one,
			into: key(other),
			intoName: other
		});
		const { sites } = await prepared([circle('C', 'D'), circle('D', 'C')]);
		expect([...sites.keys()].sort()).toEqual(['C', 'D', 'E']);
		const chain = await prepared([circle('C', 'D'), circle('D', 'E')]);
		expect([...chain.sites.keys()]).toEqual(['E']);
		expect(chain.manifest.inputs.sites.rows_rejected).toBe(4);
	});
});

describe('a review of the sites', () => {
	it('tells those left out of the territory’s communes, those that may be one, and draws the communes', async () => {
		const review = await reviewSites({ ...request([]), corrections: [] });
		expect(review.leftOutCount).toBe(2);
		expect(review.sites.filter(({ isLeftOut }) => isLeftOut).map(({ key: one }) => one)).toEqual([key('A'), key('B')]);
		expect(review.pairs).toMatchObject([{ one: key('C'), other: key('D'), why: 'place' }]);
		expect(review.communes.map(({ name }) => name)).toEqual(['Amont', 'Aval']);
		expect(review.bounds).toEqual([5, 45, 5.1 + 0.1, 45.1]);
		expect(sitesSeen(review.sites)).toMatchObject({ inside: 3, around: 0 });
		expect(sitesNamed(review.sites, 'colette bib').map(({ id }) => id)).toEqual(['D']);
	});
	it('has nothing left to say once all is put right', async () => {
		const review = await reviewSites({ ...request(CORRECTIONS), corrections: CORRECTIONS });
		expect([review.leftOutCount, review.pairs.length]).toEqual([0, 0]);
		expect(sitesSeen(review.sites)).toMatchObject({ inside: 4, doubtful: [] });
	});
	it('proposes no more two sites that are said to be two', async () => {
		const distinct: SiteCorrection = { kind: 'distinct', site: key('D'), name: 'D', other: key('C'), otherName: 'C' };
		expect((await reviewSites({ ...request([distinct]), corrections: [distinct] })).pairs).toEqual([]);
	});
	it('finds the commune of a point, and none beyond them', async () => {
		const { communes } = await reviewSites({ ...request([]), corrections: [] });
		expect(communeAt(communes, [5.15, 45.05])?.name).toBe('Aval');
		expect(communeAt(communes, [5.05, 45.2])).toBeNull();
	});
});

it('likely doubles: the same identifier or alike names, never a network’s identifier or other names', () => {
	const rows = [
		'id,nom,latitude,longitude,ville',
		'1,Médiathèque Prévert,45.000,5.000,Amont',
		'2,Bibliothèque Jacques Prévert,45.002,5.000,Amont',
		'3,Bibliothèque Hugo,45.002,5.003,Amont',
		'N,Annexe Nord,45.05,5.05,Amont',
		'N,Annexe Sud,45.01,5.09,Amont',
		'R,Un,46,5,Aval',
		'R,Deux,46.1,5,Aval',
		'R,Trois,46.2,5,Aval'
	];
	const { value, keys: read } = importSites(utf8(rows.join('\n')), 'lieux.csv');
	const written = (id: string) => (JSON.parse(read.get(id) ?? '[""]') as string[])[0];
	const pairs = likelySame(value, ({ id }) => written(id)).map(({ one, other, why }) => [one.name, other.name, why]);
	expect(pairs).toEqual([
		['Médiathèque Prévert', 'Bibliothèque Jacques Prévert', 'name'],
		['Annexe Nord', 'Annexe Sud', 'identifier']
	]);
});

describe('corrections', () => {
	const moved = (lat: number): SiteCorrection => ({ kind: 'moved', site: 'a', name: 'A', position: [5, lat] });
	it('the last one of a place holds; each is undone and done again', () => {
		const made = corrected(corrected(NO_CORRECTION, [moved(45)]), [moved(46)]);
		expect(made.list).toEqual([moved(46)]);
		const before = undone(made);
		expect(before.list).toEqual([moved(45)]);
		expect(undone(undone(before)).list).toEqual([]);
		expect(redone(redone(undone(before)))).toEqual(made);
		expect(redone(made)).toEqual(made);
		expect(withoutCorrection(made, made.list[0]).list).toEqual([]);
		expect(undone(withoutCorrection(made, made.list[0])).list).toEqual(made.list);
	});
	it('of a harmed file are refused, naming what is wrong', async () => {
		const written = JSON.parse(new TextDecoder().decode(writeCorrections([moved(45)]))) as { corrections: object[] };
		const harmed = json({ ...written, corrections: [{ ...written.corrections[0], position: [5, 95] }] });
		const error = await failure(Promise.resolve().then(() => readCorrections(harmed, 'corrections.json')));
		expect(error.detail.code).toBe('error_corrections');
		expect(error.detail.params.path).toBe('corrections.0.position.1');
	});
});

it('positions are read as people write them', () => {
	expect(typedPosition('45,1885', ' 5.7245° ')).toEqual([5.7245, 45.1885]);
	expect(typedPosition('95', '5')).toBeNull();
	expect(typedPosition('', '5')).toBeNull();
	expect(pastedPosition('45.1885, 5.7245')).toEqual(['45.1885', '5.7245']);
	expect(pastedPosition('45,1885 5,7245')).toEqual(['45,1885', '5,7245']);
	expect(pastedPosition('45,1885')).toBeNull();
});

it('communes are found by name or code, and lists pasted; what is none is handed back', () => {
	const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
	expect(names(searchCommunes(DIVISION, '38', 'a', []))).toEqual(['Amont', 'Aval']);
	const [amont] = searchCommunes(DIVISION, '38', '38001', []);
	expect(amont.code).toBe('38001' as InseeCode);
	expect(names(searchCommunes(DIVISION, '38', 'a', [amont]))).toEqual(['Aval']);
	const { communes, unknown } = pastedCommunes(DIVISION, '38', 'AVAL\n38001; Nulle-Part\nAmont');
	expect([names(communes), unknown]).toEqual([['Aval', 'Amont'], ['Nulle-Part']]);
});
