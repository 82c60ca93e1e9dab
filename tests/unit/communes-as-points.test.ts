import { describe, expect, it } from 'vitest';
import { importCommunes } from '#io/communes/communes-import.ts';
import { importPopulation } from '#io/population/population-import.ts';
import { feature, geoJson } from '../fixtures/communes-geojson.ts';
import { failure } from '../fixtures/failure.ts';
import { loadSqlJs } from '../fixtures/geopackage.ts';

it('communes as demand points: people at the town hall, unknown populations rejected', async () => {
	const bytes = geoJson([
		feature({ code: '59001', nom: 'A', population: 12, lon: 3.05, lat: 50.05 }),
		feature({ code: '59002', nom: 'B' }),
		feature({ code: '59003', nom: 'C', population: 5 })
	]);
	const { value, rejected, rowsRead, rowsKept } = await importPopulation(bytes, 'communes.geojson', { loadSqlJs });
	expect(value).toMatchObject({
		kind: 'commune',
		ids: ['59001', '59003'],
		communeCodes: ['59001', '59003'],
		ageBands: null,
		imputed: null
	});
	expect([value.lon[0], value.lat[0]]).toEqual([3.05, 50.05]);
	expect(rejected.map(({ note }) => [note.message.code, note.read, note.row])).toEqual([
		['note_commune_without_people', 'B', 2]
	]);
	expect(rowsRead).toBe(rowsKept + rejected.length);
});

describe('communes as demand points without a population of their own', () => {
	const bytes = geoJson([
		feature({ code: '59001', nom: 'A' }),
		feature({ code: '59002', nom: 'B' }),
		feature({ code: '59003', nom: 'C' })
	]);
	const people = new Map([
		['59001', 12],
		['59002', 0]
	]);
	const completed = async () =>
		(await importCommunes(bytes, 'communes.geojson', { loadSqlJs })).value.map((commune) => ({
			...commune,
			municipalPopulation: people.get(commune.code) ?? null
		}));

	it('take it from the communes completed, with its year; the unknown one is rejected', async () => {
		const imported = await importPopulation(bytes, 'communes.geojson', {
			loadSqlJs,
			communes: await completed(),
			communesPopulation: { source: 'INSEE', vintage: '2023' }
		});
		expect([...imported.value.people]).toEqual([12, 0]);
		expect(imported.rejected.map(({ note }) => [note.message.code, note.read])).toEqual([
			['note_commune_without_people', 'C']
		]);
		expect(imported.notes[0].message).toEqual({
			code: 'note_population_taken',
			params: { count: 2, source: 'INSEE', vintage: '2023' }
		});
		expect(imported.source).toMatchObject({ attribution: 'INSEE', vintage: '2023' });
		expect(imported.rowsRead).toBe(imported.rowsKept + imported.rejected.length);
	});
	it('the file goes before what is known of them', async () => {
		const own = geoJson([feature({ code: '59001', nom: 'A', population: 99 })]);
		const { value, notes } = await importPopulation(own, 'own.geojson', {
			loadSqlJs,
			communes: await completed(),
			communesPopulation: { source: 'INSEE', vintage: '2023' }
		});
		expect([...value.people]).toEqual([99]);
		expect(notes).toEqual([]);
	});
	it('are refused, as having no population, when nothing gives one', async () => {
		const { detail } = await failure(importPopulation(bytes, 'communes.geojson', { loadSqlJs }));
		expect(detail).toEqual({ code: 'error_population_communes_unknown', params: { communes: 3 } });
	});
});
