import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Commune } from '#domain/commune.ts';
import { MaillageError } from '#domain/notes.ts';
import type { EpciCode, InseeCode } from '#domain/units.ts';
import { completeCommunes, departementSlice, findEpci, readAdminDivision } from '#io/communes/admin-division.ts';
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
	it('has every commune of an EPCI among its communes, and a département for each slice', () => {
		for (const { members } of whole.epcis.values())
			for (const code of members) expect(whole.communes.has(code)).toBe(true);
		expect(departementSlice(whole, '2A').communes.has(insee('2A004'))).toBe(true);
	});
});
