import { describe, expect, it } from 'vitest';
import type { Basemap } from '#domain/basemap.ts';
import { readBasemap, writeBasemap } from '#io/territory-folder/basemap-json.ts';

const BASEMAP: Basemap = {
	roads: [
		{
			roadClass: 'motorway',
			line: [
				[2.1, 50.1],
				[2.2, 50.2]
			]
		},
		{
			roadClass: 'tertiary',
			line: [
				[2.1, 50.1],
				[2.15, 50.12345],
				[2.3, 50.1]
			]
		}
	],
	waterLines: [
		[
			[-2, 47],
			[-2.1, 47.1]
		]
	],
	waterAreas: [
		[
			[
				[0, 45],
				[0.1, 45],
				[0.1, 45.1],
				[0, 45]
			]
		]
	],
	places: [
		{ name: 'L’Haÿ « d’En-Haut »', kind: 'hamlet', position: [2, 50], population: null },
		{ name: '__proto__', kind: 'city', position: [2, 51], population: 0 }
	]
};

type Json = Record<string, unknown>;
const valid = (): Json => JSON.parse(new TextDecoder().decode(writeBasemap(BASEMAP))) as Json;
const read = (content: unknown) =>
	readBasemap(
		new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
		'basemap.json'
	);

describe('basemap.json', () => {
	it('is read as it was written', () => {
		expect(readBasemap(writeBasemap(BASEMAP), 'basemap.json')).toEqual(BASEMAP);
	});

	it('is laid flat, under a format and a version', () => {
		expect(valid()).toMatchObject({
			format: 'maillage-basemap',
			version: 1,
			roads: { motorway: [[2.1, 50.1, 2.2, 50.2]], trunk: [], primary: [], secondary: [] },
			water: { lines: [[-2, 47, -2.1, 47.1]], areas: [[[0, 45, 0.1, 45, 0.1, 45.1, 0, 45]]] }
		});
	});

	it('is refused when it is no JSON, or no UTF-8', () => {
		for (const bytes of [new Uint8Array(0), Uint8Array.of(0xff, 0xfe), new TextEncoder().encode('{"format":')]) {
			expect(() => readBasemap(bytes, 'basemap.json')).toThrowError(
				expect.objectContaining({
					file: 'basemap.json',
					detail: expect.objectContaining({ code: 'error_basemap_json' })
				})
			);
		}
	});

	it('is refused when a later version wrote it', () => {
		expect(() => read({ ...valid(), version: 2 })).toThrowError(
			expect.objectContaining({ detail: { code: 'error_basemap_newer', params: { read: '2', known: '1' } } })
		);
	});

	const place = { name: 'Ici', kind: 'village', lon: 2, lat: 50, population: null };
	const roads = { motorway: [], trunk: [], primary: [], secondary: [], tertiary: [] };
	it.each<[entry: string, hostile: Json | null | []]>([
		['–', null],
		['format', []],
		['format', { format: 'autre' }],
		['version', { version: '1' }],
		['roads', { roads: null }],
		['roads.trunk', { roads: { ...roads, trunk: undefined } }],
		['roads.trunk.0', { roads: { ...roads, trunk: [[2, 50, 3]] } }],
		['roads.trunk.0', { roads: { ...roads, trunk: [[2, 50]] } }],
		['roads.trunk.0', { roads: { ...roads, trunk: [{ length: 4, 0: 2, 1: 50, 2: 2, 3: 51 }] } }],
		[
			'roads.trunk.1',
			{
				roads: {
					...roads,
					trunk: [
						[2, 50, 3, 50],
						[2, 50, '3', 50]
					]
				}
			}
		],
		['roads.trunk.0', { roads: { ...roads, trunk: [[2, 50, null, 50]] } }],
		['roads.trunk.0', { roads: { ...roads, trunk: [[2, 50, 3, 90.1]] } }],
		['water.areas.0.0', { water: { lines: [], areas: [[[0, 45, 0.1, 45]]] } }],
		['water.areas.0', { water: { lines: [], areas: [[]] } }],
		['places.0.kind', { places: [{ ...place, kind: 'constructor' }] }],
		['places.0.name', { places: [{ ...place, name: '' }] }],
		['places.0.name', { places: [{ ...place, name: 'x'.repeat(201) }] }],
		['places.0.lat', { places: [{ ...place, lat: 91 }] }],
		['places.0.population', { places: [{ ...place, population: -1 }] }]
	])('names the entry at fault: %s', (entry, hostile) => {
		const content = hostile === null || Array.isArray(hostile) ? hostile : { ...valid(), ...hostile };
		expect(() => read(content)).toThrowError(
			expect.objectContaining({ detail: { code: 'error_basemap_invalid', params: { entry } }, file: 'basemap.json' })
		);
	});

	it('takes nothing from keys named after prototypes', () => {
		const text = JSON.stringify(valid()).replace('{"format"', '{"__proto__":{"polluted":1},"constructor":{},"format"');
		expect(read(text)).toEqual(BASEMAP);
		expect(({} as Json).polluted).toBeUndefined();
	});

	it('is refused, not stuck, when nested beyond reason', () => {
		expect(() => read('['.repeat(200_000) + ']'.repeat(200_000))).toThrowError(/error_basemap_(json|invalid)/);
	});
});
