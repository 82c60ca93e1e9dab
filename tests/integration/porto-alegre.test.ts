import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realData } from '../realdata.ts';
import { assemble, readCsv, sum, temporaryFolder, type Assembled, type CsvRow } from '../territories.ts';
import { territoryLaws } from '../territory-laws.ts';

const roads = realData('porto-alegre/porto-alegre.osm.pbf');
const hexagons = realData('porto-alegre/poa_hexgrid.csv');
/** INSEE's code of the country: Porto Alegre is no French commune, but some code it must have. */
const BRAZIL = '99416';
const COLUMNS = 'sites.lat=some_y,sites.lon=some_x,sites.name=escola,sites.id=hexagono';

describe.skipIf(roads === null || hexagons === null)(
	'Porto Alegre, from hexagons and OSM roads, schools as sites',
	() => {
		const root = temporaryFolder();
		let city: Assembled;
		let cells: readonly CsvRow[];
		let schools: readonly CsvRow[];

		beforeAll(async () => {
			cells = readCsv(hexagons ?? '');
			schools = cells.filter((cell) => Number(cell.schools) > 0);
			const communes = join(root.path, 'municipio.geojson');
			const sites = join(root.path, 'escolas.csv');
			writeFileSync(communes, JSON.stringify(boxAround(cells)));
			const rows = schools.map(({ id, lon, lat }) => `${id},Escola ${id},${lon},${lat}`);
			writeFileSync(sites, ['hexagono,escola,some_x,some_y', ...rows].join('\n'));
			const files = ['--communes', communes, '--population', hexagons, '--sites', sites, '--roads', roads] as string[];
			city = await assemble(root.path, '--name', 'Porto Alegre', ...files, '--columns', COLUMNS, '--zone', 'A');
		});
		afterAll(() => root.remove());

		it('holds the 1,227 hexagons and their people, on the roads or counted apart', () => {
			const people = sum(cells.map(({ population }) => Number(population)));
			expect(people).toBe(812_935);
			expect(city.indicators.population).toMatchObject({ kind: 'h3', demand_points: 1227, total: people });
			expect(city.indicators.travel.modes.map(({ mode }) => mode)).toEqual(['car', 'bike', 'foot']);
			// The extract holds the whole city: next to nobody lives beyond 1 km of its roads.
			for (const { unattached } of city.indicators.travel.modes) expect(unattached / people).toBeLessThan(0.01);
		});

		it('keeps every school of the mapped columns, with its name and position', () => {
			expect(schools).toHaveLength(177);
			expect(city.indicators.sites).toMatchObject({ read: 177, kept: 177, rejected: 0, counted: 177, with_hours: 0 });
			const byId = new Map(city.sites.map((site) => [site.id, site]));
			for (const { id, lon, lat } of schools)
				expect(byId.get(id)).toMatchObject({ name: `Escola ${id}`, lon, lat, commune_code: BRAZIL });
		});

		it('says nothing of the population municipale, which no French list gives', () => {
			expect(city.indicators.population).toMatchObject({ municipale: null, municipale_communes_known: 0 });
			expect(city.communes).toHaveLength(1);
			expect(city.communes[0]).toMatchObject({ code: BRAZIL, population_municipale: '', epci_code: '' });
		});

		it('takes no one to a school faster than the straight line at the speed of the mode', () => {
			// No road is signed above 110 km/h there; on foot and by bike the profile's own top speeds stay below these.
			const topMetresPerSecond = { car: 36, bike: 9, foot: 2.5 };
			for (const { properties, geometry } of city.cells.features) {
				const ring = (geometry.coordinates as [number, number][][])[0].slice(1);
				const [lon, lat] = [0, 1].map((axis) => sum(ring.map((corner) => corner[axis])) / ring.length);
				const metres = Math.min(
					...schools.map((school) => flatMetres(lon, lat, Number(school.lon), Number(school.lat)))
				);
				for (const [mode, speed] of Object.entries(topMetresPerSecond)) {
					const seconds = properties[`${mode}_nearest_seconds`];
					if (seconds !== null) expect(Number(seconds)).toBeGreaterThanOrEqual(Math.floor((metres - 5) / speed));
				}
			}
		});

		it('is no slower by bike than on foot, nor by car than by bike, for the people as a whole', () => {
			for (const cutoff of [5, 10, 15]) {
				const people = (mode: string) =>
					city.indicators.coverage.find((one) => one.mode === mode && one.cutoff_minutes === cutoff)?.share ?? NaN;
				expect(people('bike')).toBeGreaterThanOrEqual(people('foot'));
				expect(people('car')).toBeGreaterThanOrEqual(people('bike'));
			}
		});

		territoryLaws(() => city);
	}
);

/** One commune, a box around all hexagons. */
function boxAround(cells: readonly CsvRow[]) {
	const lons = cells.map(({ lon }) => Number(lon));
	const lats = cells.map(({ lat }) => Number(lat));
	const [west, east, south, north] = [
		Math.min(...lons) - 0.01,
		Math.max(...lons) + 0.01,
		Math.min(...lats) - 0.01,
		Math.max(...lats) + 0.01
	];
	const ring = [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
	const geometry = { type: 'Polygon', coordinates: [ring] };
	return {
		type: 'FeatureCollection',
		features: [{ type: 'Feature', properties: { code: BRAZIL, nom: 'Porto Alegre' }, geometry }]
	};
}

/** Metres on the local plane: right to 0.1 % within a city. */
function flatMetres(lon1: number, lat1: number, lon2: number, lat2: number): number {
	const perDegree = 111_195;
	return Math.hypot((lon2 - lon1) * Math.cos((lat1 * Math.PI) / 180), lat2 - lat1) * perDegree;
}
