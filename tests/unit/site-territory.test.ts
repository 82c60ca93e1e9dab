import { describe, expect, it } from 'vitest';
import type { Commune } from '#domain/commune.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { InseeCode } from '#domain/units.ts';
import { importSites } from '#io/sites/sites-import.ts';
import type { SiteTerritory } from '#io/sites/site-territory.ts';

const square = (west: number, south: number, side: number): LonLat[] => [
	[west, south],
	[west + side, south],
	[west + side, south + side],
	[west, south + side],
	[west, south]
];
const commune = (code: string, name: string, west: number, margin = false): Commune => ({
	code: code as InseeCode,
	name,
	geometry: [[square(west, 49, 0.1)]],
	municipalPopulation: null,
	epciCode: null,
	epciName: null,
	centre: null,
	margin
});
/** Three communes side by side, 0.1° (7.3 km) each; the last is a neighbour. */
const communes = [
	commune('27229', 'Évreux', 1.1),
	commune('27299', 'Gravigny', 1.2),
	commune('28218', 'Marchezais', 1.3, true)
];
const territory: SiteTerritory = { communes, perimeter: null, marginMetres: 5000 };

const header = 'nom,cp,ville,code_insee,lat,lon';
const read = (rows: string[], within: SiteTerritory = territory) =>
	importSites(new TextEncoder().encode([header, ...rows].join('\n')), 'lieux.csv', { territory: within });

describe('a site held against its territory', () => {
	it('is inside, in the margin or left out; its commune is that of its position where the file names none', () => {
		const { value, rejected, rowsRead, rowsKept } = read([
			'A,,,,49.05,1.15',
			'B,,,,49.05,1.25',
			'C,,,,49.05,1.34',
			'D,,,,49.05,1.39',
			'E,,,,49.05,1.36',
			'F,,,,49.05,1.05'
		]);
		expect(value.map(({ name, margin, communeCode, communeName }) => [name, margin, communeCode, communeName])).toEqual(
			[
				['A', false, '27229', 'Évreux'],
				['B', false, '27299', 'Gravigny'],
				['C', true, '28218', 'Marchezais'],
				['E', true, '28218', 'Marchezais'],
				['F', true, null, null]
			]
		);
		expect(rejected.map(({ note, cells }) => [cells.nom, note.message])).toEqual([
			['D', { code: 'note_site_outside_territory', params: { km: 7, margin: 5 } }]
		]);
		expect(rowsRead).toBe(rowsKept + rejected.length);
	});

	it('keeps the commune of its address where its door is just over the boundary, and says so beyond a kilometre', () => {
		const { value, notes } = read(['A,27930,GRAVIGNY,,49.05,1.195', 'B,,,27299,49.05,1.16']);
		expect(value.map(({ communeCode, margin }) => [communeCode, margin])).toEqual([
			['27299', false],
			['27299', false]
		]);
		expect(notes.map(({ row, message }) => [row, message])).toEqual([
			[3, { code: 'note_site_far_from_commune', params: { commune: 'Gravigny', km: 2.9 } }]
		]);
	});

	it('is left out where its position contradicts its address: an Eure address at 2.17, 49.13', () => {
		const { rejected } = read(['A,27000,Évreux,,49.13,2.17']);
		expect(rejected.map(({ note }) => [note.read, note.message])).toEqual([
			['2.17 ; 49.13', { code: 'note_site_contradicts_commune', params: { commune: 'Évreux', km: 71 } }]
		]);
	});

	it('is left out where neither name nor département agree with the commune it falls in', () => {
		const { value, rejected } = read([
			'A,95690,Nesles-la-Vallée,,49.05,1.15',
			'B,28000,Évreux,,49.05,1.15',
			'C,27000,Évreux (Navarre),,49.05,1.15'
		]);
		expect(value.map(({ name }) => name)).toEqual(['B', 'C']);
		expect(rejected.map(({ note }) => note.message)).toEqual([
			{
				code: 'note_site_contradicts_address',
				params: { address: '95690 Nesles-la-Vallée', commune: 'Évreux', departement: '27' }
			}
		]);
	});

	it('is kept where the outline is wider than any commune: a département drawn by hand says nothing of addresses', () => {
		const drawn = (side: number): SiteTerritory => ({
			communes: [{ ...communes[0], geometry: [[square(1.1, 49, side)]] }],
			perimeter: null,
			marginMetres: 5000
		});
		const row = ['A,95690,Nesles-la-Vallée,,49.05,1.15'];
		// At 49° north a square of 0.3° has 730 km², one of 0.5° 2,030 km².
		expect(read(row, drawn(0.3)).rejected.map(({ note }) => note.message.code)).toEqual([
			'note_site_contradicts_address'
		]);
		expect(read(row, drawn(0.5)).value.map(({ name, communeCode }) => [name, communeCode])).toEqual([['A', '27229']]);
	});

	it('is kept in a commune whose code is not of INSEE: its figures are no département', () => {
		const abroad = { communes: [commune('4314902', 'Porto Alegre', 1.1)], perimeter: null, marginMetres: 0 };
		expect(read(['A,90010,Centro,,49.05,1.15'], abroad).value).toMatchObject([{ communeCode: '4314902' }]);
	});

	it('follows a perimeter where one is given, communes or not', () => {
		const perimeter = [[square(1.15, 49, 0.1)]];
		const { value } = read(['A,,,,49.05,1.16', 'B,,,,49.05,1.12'], { communes, perimeter, marginMetres: 5000 });
		expect(value.map(({ margin }) => margin)).toEqual([false, true]);
		expect(read(['A,,,,49.05,1.16'], { communes: [], perimeter, marginMetres: 0 }).value).toMatchObject([
			{ margin: false, communeCode: null }
		]);
	});

	it('keeps every site where the territory has no outline', () => {
		const bare = communes.map((one) => ({ ...one, geometry: null }));
		expect(read(['A,,,,43.3,5.4'], { communes: bare, perimeter: null, marginMetres: 0 }).value).toMatchObject([
			{ margin: false }
		]);
	});
});
