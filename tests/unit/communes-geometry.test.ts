import { describe, expect, it } from 'vitest';
import { communeCentre } from '#io/communes/commune-centre.ts';
import { fromLonLat } from '#io/geo/projection.ts';
import { codesOf, feature, readCommunes } from '../fixtures/communes-geojson.ts';
import { square } from '../fixtures/geopackage.ts';

describe('geometry', () => {
	const bad: [code: string, coordinates: unknown, type?: string][] = [
		[
			'note_ring_open',
			[
				square(3, 50, 0.1)
					.slice(0, 4)
					.concat([[3.01, 50.01]])
			]
		],
		['note_ring_short', [square(3, 50, 0.1).slice(0, 3)]],
		[
			'note_ring_flat',
			[
				[
					[3, 50],
					[3.1, 50],
					[3.2, 50],
					[3, 50]
				]
			]
		],
		[
			'note_ring_positions',
			[
				[
					[3, 50],
					['a', 50],
					[3.1, 50.1],
					[3, 50]
				]
			]
		],
		[
			'note_ring_positions',
			[
				[
					[3, 50],
					[3, 5000],
					[3.1, 50.1],
					[3, 50]
				]
			]
		],
		['note_geometry_missing', []],
		['note_geometry_not_polygon', [3, 50], 'Point']
	];
	it.each(bad)('%s: rejected, the others kept', async (code, coordinates, type = 'Polygon') => {
		const imported = await readCommunes([
			feature({ code: '59001' }),
			feature({ code: '59002' }, coordinates, type),
			feature({ code: '59003' })
		]);
		expect(codesOf(imported)).toEqual(['59001', '59003']);
		expect(imported.rejected.map(({ note }) => note.message.code)).toEqual([code]);
	});
	it('absent: the commune is known by its name', async () => {
		const imported = await readCommunes([feature({ code: '59001' }, null)]);
		expect(imported.value[0]?.geometry).toBeNull();
		expect(imported.notes.map(({ message }) => message.code)).toEqual(['note_commune_without_geometry']);
	});
	const lambert = [square(3, 50, 0.1).map(([lon, lat]) => fromLonLat(2154, lon, lat))];
	it('in Lambert-93 is turned into degrees, named or not', async () => {
		const crs = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } } };
		const named = await readCommunes([feature({ code: '59001' }, lambert)], {}, crs);
		const silent = await readCommunes([feature({ code: '59001' }, lambert)]);
		for (const { value } of [named, silent]) {
			expect(value[0]?.geometry?.[0]?.[0]?.[2]?.[0]).toBeCloseTo(3.1, 8);
			expect(value[0]?.geometry?.[0]?.[0]?.[2]?.[1]).toBeCloseTo(50.1, 8);
		}
		expect(named.notes).toEqual([]);
		expect(silent.notes.map(({ message }) => message)).toEqual([
			{ code: 'note_coordinates_system', params: { crs: 'EPSG:2154' } }
		]);
	});
	it('latitude first is put in order', async () => {
		const { value, notes } = await readCommunes([feature({ code: '59001' }, [square(50, 3, 0.1)])]);
		expect(value[0]?.geometry?.[0]?.[0]?.[1]).toEqual([3, 50.1]);
		expect(notes.map(({ message }) => message.code)).toEqual(['note_coordinates_all_swapped']);
	});
});

describe('the point that stands for a commune', () => {
	it('is the town hall where there is one', () => {
		expect(communeCentre({ centre: [3, 50], geometry: [[square(5, 45, 1)]] })).toEqual([3, 50]);
	});
	it('lies inside the largest polygon, even a crescent, and out of its holes', () => {
		const crescent: [number, number][] = [
			[0, 0],
			[4, 0],
			[4, 1],
			[1, 1],
			[1, 3],
			[4, 3],
			[4, 4],
			[0, 4],
			[0, 0]
		];
		const [x, y] = communeCentre({ centre: null, geometry: [[square(9, 9, 1)], [crescent]] }) ?? [];
		expect(x).toBeGreaterThan(0);
		expect(x).toBeLessThan(1);
		expect(y).toBe(2);
		expect(communeCentre({ centre: null, geometry: [[square(0, 0, 10), square(4, 4, 5)]] })).toEqual([2, 5]);
	});
	it('is unknown without either', () => {
		expect(communeCentre({ centre: null, geometry: null })).toBeNull();
	});
});
