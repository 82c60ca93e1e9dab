import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Commune } from '#domain/commune.ts';
import { MaillageError } from '#domain/notes.ts';
import type { EpciCode, InseeCode } from '#domain/units.ts';
import { completeCommunes, departementSlice, findEpci, readAdminDivision } from '#io/communes/admin-division.ts';
import { departementOrNull } from '#io/communes/insee-code.ts';
import { importCommunes } from '#io/communes/communes-import.ts';
import { loadSqlJs } from '../fixtures/geopackage.ts';
import { realData } from '../realdata.ts';
import { readAdminSlice, writeAdminSlice } from '#io/communes/admin-slice.ts';

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const insee = (code: string) => code as InseeCode;
const COMMUNES = [
	{ code: '59350', nom: 'Lille', type: 'commune-actuelle', population: 238246, anciensCodes: ['59298'] },
	{ code: '59355', nom: 'Lomme', type: 'commune-associee', chefLieu: '59350' },
	{ code: '62040', nom: 'Arques', type: 'commune-actuelle', population: 9700 },
	{ code: '98411', nom: 'Îles Saint-Paul', type: 'commune-actuelle' },
	{ code: '75056', nom: 'Paris', type: 'commune-actuelle', population: 2103778 },
	{
		code: '75101',
		nom: 'Paris 1er Arrondissement',
		type: 'arrondissement-municipal',
		commune: '75056',
		population: 15114
	}
];
const EPCIS = [
	{ code: '200093201', nom: 'Métropole Européenne de Lille', membres: [{ code: '59350' }, { code: '62040' }] },
	{ code: '200054781', nom: 'Métropole du Grand Paris', membres: [{ code: '75056' }] },
	{ code: '200000001', nom: 'CC des Quatre Rivières', membres: [] },
	{ code: '200000002', nom: 'CC des Quatre Rivières', membres: [] }
];
const division = readAdminDivision(json(COMMUNES), json(EPCIS));
const commune = (code: string, more: Partial<Commune> = {}): Commune => ({
	code: insee(code),
	name: code,
	geometry: null,
	municipalPopulation: null,
	epciCode: null,
	epciName: null,
	centre: null,
	margin: false,
	...more
});

describe('the administrative division', () => {
	it('knows communes and arrondissements with their population and EPCI', () => {
		expect(division.communes.get(insee('59350'))).toEqual({
			code: '59350',
			name: 'Lille',
			municipalPopulation: 238246,
			epciCode: '200093201'
		});
		expect(division.communes.get(insee('75101'))?.epciCode).toBe('200054781');
		expect(division.communes.get(insee('98411'))?.municipalPopulation).toBeNull();
	});
	it('knows what a former code became', () => {
		expect(division.successors.get(insee('59355'))).toBe('59350');
		expect(division.successors.get(insee('59298'))).toBe('59350');
	});
	it('finds an EPCI by SIREN or by name, and none for a shared name', () => {
		expect(findEpci(division, '200093201')?.members).toEqual(['59350', '62040']);
		expect(findEpci(division, 'metropole europeenne de lille')?.code).toBe('200093201');
		expect(findEpci(division, 'CC des Quatre Rivières')).toBeNull();
		expect(findEpci(division, '__proto__')).toBeNull();
	});
	it('is refused when the files are something else', () => {
		expect(() => readAdminDivision(json([{ a: 1 }]), json([]))).toThrow(MaillageError);
		expect(() => readAdminDivision(json({}), json([]))).toThrow(/error_admin_division/);
	});
});

describe('communes completed', () => {
	const complete = (...communes: Commune[]) => completeCommunes(communes, division, 'f.geojson');
	it('the file goes first, the national list second, with its year', () => {
		const { communes, notes } = complete(
			commune('59350', { municipalPopulation: 230000, name: 'Lille' }),
			commune('62040', { epciCode: '999999999' as EpciCode })
		);
		expect(communes[0]).toMatchObject({
			municipalPopulation: 230000,
			epciCode: '200093201',
			epciName: 'Métropole Européenne de Lille'
		});
		expect(communes[1]).toMatchObject({
			name: 'Arques',
			municipalPopulation: 9700,
			epciCode: '999999999',
			epciName: null
		});
		expect(notes.map(({ message }) => message)).toEqual([
			{ code: 'note_population_completed', params: { count: 1, vintage: '2023' } },
			{ code: 'note_epci_completed', params: { count: 1, vintage: '2026' } }
		]);
	});
	it('a commune merged since takes the EPCI of its successor and not its population', () => {
		const { communes, notes } = complete(commune('59355'));
		expect(communes[0]).toMatchObject({ epciCode: '200093201', municipalPopulation: null });
		expect(notes.map(({ message }) => message.code)).toEqual(['note_epci_completed', 'note_communes_merged']);
	});
	it('one that nobody knows stays as it is, and is counted', () => {
		const { communes, notes } = complete(commune('59999'));
		expect(communes).toEqual([commune('59999')]);
		expect(notes.map(({ message }) => message)).toEqual([
			{ code: 'note_communes_unknown', params: { count: 1, vintage: '2026' } }
		]);
	});
});

describe('communes of which the code is not INSEE’s', () => {
	const complete = (...communes: Commune[]) => completeCommunes(communes, division, 'f.geojson');
	const outline = (west: number, south: number): Commune['geometry'] => [
		[
			[
				[west, south],
				[west + 0.1, south],
				[west + 0.1, south + 0.1],
				[west, south]
			]
		]
	];
	it('but looks like one of the list: nothing is taken, and it is said with both names', () => {
		const stranger = commune('59350', { name: 'Porto Alegre' });
		const { communes, notes } = complete(stranger);
		expect(communes).toEqual([stranger]);
		expect(notes.map(({ message }) => message)).toEqual([
			{
				code: 'note_communes_strangers',
				params: { count: 1, code: '59350', read: 'Porto Alegre', listed: 'Lille' }
			}
		]);
	});
	it('nothing is taken either for an outline outside France, whatever its name', () => {
		const lille = commune('59350', { name: 'Lille', geometry: outline(-51.2, -30.1) });
		expect(complete(lille).communes).toEqual([lille]);
		const french = commune('59350', { name: 'Lille', geometry: outline(3, 50.6) });
		expect(complete(french).communes[0].municipalPopulation).toBe(238246);
	});
	it('codes that are not of its shape are not counted as missing from the list', () => {
		expect(complete(commune('4314902', { name: 'Porto Alegre' })).notes).toEqual([]);
	});
	it('names that agree but for an article, an accent or a suffix are the same commune', () => {
		for (const name of ['LILLE', 'Le Lille', 'Lille-en-Flandre']) {
			expect(complete(commune('59350', { name })).communes[0].municipalPopulation).toBe(238246);
		}
		expect(complete(commune('59350', { name: 'Lill' })).communes[0].municipalPopulation).toBeNull();
	});
	it('in a file where most names agree, the others are renamed communes: codes are trusted', () => {
		const { communes, notes } = complete(
			commune('59350', { name: 'Lille' }),
			commune('62040', { name: 'Arques' }),
			commune('75056', { name: 'Lutèce' })
		);
		expect(communes[2].municipalPopulation).toBe(2103778);
		expect(notes.at(-1)?.message).toEqual({
			code: 'note_communes_renamed',
			params: { count: 1, code: '75056', read: 'Lutèce', listed: 'Paris' }
		});
	});
	it('where fewer than half agree nothing is taken, even for a name that does', () => {
		const { communes } = complete(
			commune('59350', { name: 'Lille' }),
			commune('62040', { name: 'Canoas' }),
			commune('75056', { name: 'Viamão' })
		);
		expect(communes.map(({ municipalPopulation }) => municipalPopulation)).toEqual([null, null, null]);
	});
	it('where half do, each answers for itself', () => {
		const { communes } = complete(commune('59350', { name: 'Lille' }), commune('62040', { name: 'Canoas' }));
		expect(communes.map(({ municipalPopulation }) => municipalPopulation)).toEqual([238246, null]);
	});
	it('have no département, nor its holidays', () => {
		expect([departementOrNull(insee('57463')), departementOrNull(insee('97411'))]).toEqual(['57', '974']);
		for (const code of ['5746301', 'POA', '57-463']) expect(departementOrNull(insee(code))).toBeNull();
	});
});

describe('slices', () => {
	it('hold the communes of one département and the whole of their EPCI', () => {
		const nord = departementSlice(division, '59');
		expect([...nord.communes.keys()]).toEqual(['59350']);
		expect(findEpci(nord, '200093201')?.members).toEqual(['59350', '62040']);
		expect(nord.successors.size).toBe(2);
	});
	it('are read back as they were written', () => {
		for (const departement of ['59', '75', '984']) {
			const slice = departementSlice(division, departement);
			expect(readAdminSlice(writeAdminSlice(slice), 's.json')).toEqual(slice);
		}
	});
	it('that are none are refused, with the place of the fault', () => {
		expect(() => readAdminSlice(json({ format: 'maillage-admin', version: 2 }), 's.json')).toThrow(
			/error_admin_slice.*version/
		);
	});
});

describe('the package itself', () => {
	const data = join(import.meta.dirname, '../../node_modules/@etalab/decoupage-administratif/data');
	const whole = readAdminDivision(readFileSync(join(data, 'communes.json')), readFileSync(join(data, 'epci.json')));
	it('gives MEL its 95 communes (SIREN 200093201)', () => {
		expect(findEpci(whole, '200093201')?.members.length).toBe(95);
	});
	it('carries the populations of 2023 (INSEE: Paris 2,103,778)', () => {
		expect(whole.communes.get(insee('75056'))?.municipalPopulation).toBe(2103778);
	});
	const files = [
		'mel/communes',
		'isere/isere',
		'communes/communes-42-loire',
		'communes/communes-55-meuse',
		'communes/communes-59-nord'
	];
	const present = files.flatMap((name) => realData(`${name}.geojson`) ?? []);
	it.skipIf(present.length < files.length)(
		'loses no commune of the real French files (skipped: no real data)',
		async () => {
			// Renamed since 2018 and still under the same code: 4 in Loire, 3 in Meuse (Arrancy-sur-Crusnes took an s), 1 in Nord.
			const renamed = [0, 0, 4, 3, 1];
			for (const [rank, path] of present.entries()) {
				const { value } = await importCommunes(readFileSync(path), path, { loadSqlJs });
				const { communes, notes } = completeCommunes(value, whole, path);
				const listed = communes.filter(({ code }) => whole.communes.has(code));
				expect(listed.length).toBeGreaterThan(100);
				for (const one of listed) {
					expect(one.municipalPopulation).not.toBeNull();
					expect(one.epciCode).not.toBeNull();
				}
				const said = notes.find(({ message }) => message.code === 'note_communes_renamed');
				expect(said?.message.params.count ?? 0).toBe(renamed[rank]);
				expect(notes.some(({ message }) => message.code === 'note_communes_strangers')).toBe(false);
			}
		}
	);
	it('has every commune of an EPCI among its communes, and a département for each slice', () => {
		for (const { members } of whole.epcis.values())
			for (const code of members) expect(whole.communes.has(code)).toBe(true);
		expect(departementSlice(whole, '2A').communes.has(insee('2A004'))).toBe(true);
	});
});
