import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completeCommunes, readAdminDivision } from '#io/communes/admin-division.ts';
import { CommuneIndex } from '#io/communes/commune-index.ts';
import { importCommunes } from '#io/communes/communes-import.ts';
import { importPerimeter } from '#io/communes/perimeter.ts';
import { importPopulation } from '#io/population/population-import.ts';
import { loadSqlJs } from '../fixtures/geopackage.ts';
import { realData } from '../realdata.ts';

const files = {
	lille: realData('mel/lille.gpkg'),
	melCommunes: realData('mel/communes.geojson'),
	melEpci: realData('mel/epci.geojson'),
	lot: realData('lot46/pop.csv'),
	porto: realData('porto-alegre/poa_hexgrid.csv'),
	isere: realData('isere/isere.geojson'),
	loire: realData('communes/communes-42-loire.geojson'),
	meuse: realData('communes/communes-55-meuse.geojson'),
	nord: realData('communes/communes-59-nord.geojson')
};
const bytesOf = (path: string | null) => new Uint8Array(readFileSync(path ?? ''));
const population = (path: string | null) => importPopulation(bytesOf(path), basename(path ?? ''), { loadSqlJs });
const communes = (path: string | null) => importCommunes(bytesOf(path), basename(path ?? ''), { loadSqlJs });
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

/** Counts of the files' own makers, or made apart with sqlite3 and awk. */
describe('demand points of real files', () => {
	it.skipIf(files.lille === null)(
		'MEL: 9,096 cells of 200 m, 1,099,836.5 people, 3,564 cells imputed, all within the outline of MEL',
		async () => {
			const { value, rejected } = await population(files.lille);
			expect([value.kind, value.count, rejected.length]).toEqual(['grid-200m', 9096, 0]);
			expect(sum(value.people)).toBe(1099836.5);
			expect(sum(value.imputed ?? [])).toBe(3564);
			const perimeter = await importPerimeter(bytesOf(files.melEpci), 'epci.geojson', {
				loadSqlJs,
				wanted: '200093201'
			});
			expect(perimeter.rowsKept).toBe(1);
			const read = await communes(files.melCommunes);
			const ranks = new CommuneIndex(read.value).ranksOf(value.lon, value.lat);
			const inside = Array.from(ranks, (rank) => rank !== -1 && read.value[rank].epciCode === '200093201');
			expect(inside.filter(Boolean).length).toBe(9096);
		}
	);
	it.skipIf(files.lot === null)('Lot: 4,595 cells of 1 km by x and y, 175,098 people', async () => {
		const { value, rejected } = await population(files.lot);
		expect([value.kind, value.count, rejected.length, sum(value.people)]).toEqual(['grid-1km', 4595, 0, 175098]);
		// The département lies between 44.2 and 45.05° N, 0.98 and 2.21° E.
		for (const lat of value.lat) expect(lat > 44.15 && lat < 45.1).toBe(true);
		for (const lon of value.lon) expect(lon > 0.95 && lon < 2.25).toBe(true);
	});
	it.skipIf(files.porto === null)('Porto Alegre: 1,227 H3 cells, their centres as the file has them', async () => {
		const { value, rejected } = await population(files.porto);
		expect([value.kind, value.count, rejected.length, sum(value.people)]).toEqual(['h3', 1227, 0, 812935]);
		expect(value.lon[0]).toBeCloseTo(-51.1582459, 5);
		expect(value.lat[0]).toBeCloseTo(-30.053846, 5);
	});
	it.skipIf(files.isere === null)('Isère: 512 communes at their town halls, 1,263,563 people', async () => {
		const { value } = await population(files.isere);
		expect([value.kind, value.count, sum(value.people)]).toEqual(['commune', 512, 1263563]);
		expect([value.ids[0], value.lon[0], value.lat[0]]).toEqual(['38539', 5.3676858, 45.8726851]);
	});
});

describe('communes of real files', () => {
	it.skipIf(files.lille === null)(
		'MEL: the same 121 communes from the GeoPackage (Lambert-93) and the GeoJSON (degrees), 95 of them in MEL, 1,182,250 people',
		async () => {
			const [layer, geojson] = [await communes(files.lille), await communes(files.melCommunes)];
			expect(layer.value.map(({ code }) => code)).toEqual(geojson.value.map(({ code }) => code));
			for (const { value } of [layer, geojson]) {
				const mel = value.filter(({ epciCode }) => epciCode === '200093201');
				expect([value.length, mel.length, sum(mel.map(({ municipalPopulation }) => municipalPopulation ?? 0))]).toEqual(
					[121, 95, 1182250]
				);
			}
			layer.value.forEach(({ geometry }, i) => {
				const [lon, lat] = geometry?.[0]?.[0]?.[0] ?? [];
				const [otherLon, otherLat] = geojson.value[i].geometry?.[0]?.[0]?.[0] ?? [];
				expect(lon).toBeCloseTo(otherLon ?? 0, 5);
				expect(lat).toBeCloseTo(otherLat ?? 0, 5);
			});
		}
	);
	it.skipIf(files.loire === null)('Loire, Meuse, Nord: every commune kept, nine of them merged since', async () => {
		const data = join(import.meta.dirname, '../../node_modules/@etalab/decoupage-administratif/data');
		const division = readAdminDivision(
			readFileSync(join(data, 'communes.json')),
			readFileSync(join(data, 'epci.json'))
		);
		const counts = [];
		let merged = 0;
		for (const path of [files.loire, files.meuse, files.nord]) {
			const { value, rejected } = await communes(path);
			const completed = completeCommunes(value, division, basename(path ?? ''));
			const note = completed.notes.find(({ message }) => message.code === 'note_communes_merged');
			merged += Number(note?.message.params.count ?? 0);
			counts.push([
				value.length,
				rejected.length,
				completed.communes.filter(({ epciCode }) => epciCode === null).length
			]);
		}
		expect(counts).toEqual([
			[326, 0, 0],
			[501, 0, 0],
			[648, 0, 0]
		]);
		expect(merged).toBe(9);
	});
});
