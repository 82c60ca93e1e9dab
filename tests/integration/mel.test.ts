import { readFileSync } from 'node:fs';
import initSqlJs from 'sql.js';
import proj4 from 'proj4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ESTIMATED_MODEL } from '#workers/jobs/estimated-model.ts';
import { plainSpaces } from '../cli.ts';
import { realData } from '../realdata.ts';
import { assemble, sum, temporaryFolder, type Assembled } from '../territories.ts';
import { territoryLaws } from '../territory-laws.ts';

const communes = realData('mel/communes.geojson');
const cells = realData('mel/lille.gpkg');
const libraries = realData('mel/bibliotheques-mel.json');
const present = communes !== null && cells !== null && libraries !== null;

describe.skipIf(!present)('MEL, from cells of 200 m and the portal’s libraries, without roads', () => {
	const root = temporaryFolder();
	let mel: Assembled;

	beforeAll(async () => {
		const files = [
			'--communes',
			communes,
			'--population',
			cells,
			'--sites',
			libraries,
			'--hours',
			libraries
		] as string[];
		mel = await assemble(root.path, '--name', 'MEL', ...files, '--epci', '200093201', '--zone', 'B');
	});
	afterAll(() => root.remove());

	it('holds the 95 communes of the EPCI, and both populations', () => {
		const { territory, population } = mel.indicators;
		expect(territory).toMatchObject({ name: 'MEL', epci_code: '200093201', school_zone: 'B', communes: 95 });
		// DESIGN §4.10; the file's own sums.
		expect(population).toMatchObject({ kind: 'grid-200m', demand_points: 9096, total: 1_099_836.5, margin: 0 });
		expect(population.municipale).toBe(1_182_250);
		expect(population.municipale_communes_known).toBe(95);
	});

	it('says which cells are imputed: 39 % of them, 3.5 % of the people', () => {
		const { imputed_demand_points, imputed_people, total, demand_points } = mel.indicators.population;
		expect(imputed_demand_points).toBe(3564);
		expect((imputed_demand_points ?? 0) / demand_points).toBeCloseTo(0.39, 2);
		expect((imputed_people ?? 0) / total).toBeCloseTo(0.035, 3);
	});

	it('keeps the 133 records, reads the hours of 124 and reports the one it cannot read', () => {
		expect(mel.indicators.sites).toMatchObject({
			read: 133,
			kept: 133,
			rejected: 0,
			repeated: 0,
			outside: 0,
			margin: 0
		});
		expect(mel.indicators.sites).toMatchObject({ with_hours: 124, hours_not_understood: 1 });
		const reported = mel.notes.filter(({ message }) => message.code.startsWith('error_hours_'));
		expect(reported).toHaveLength(1);
		const [{ row, file, column, read }] = reported;
		expect([file, column]).toEqual(['bibliotheques-mel.json', 'horairesosm']);
		const record = records()[(row ?? 0) - 1];
		expect(record.fields.horairesosm).toContain(read);
		expect(plainSpaces(mel.prepared.stderr)).toContain(
			`bibliotheques-mel.json, ligne ${row}, colonne « horairesosm » : Horaires non lus`
		);
		expect(mel.sites.find(({ id }) => id === record.fields.objectid)).toMatchObject({ opening_hours: '' });
	});

	it('covers by foot in 15 minutes the people it should, computed apart from the raw files', async () => {
		const sites = countedPlaces();
		const people = await rawCells();
		const {
			terminalSeconds,
			detour,
			startMetresPerSecond: start,
			topMetresPerSecond: top
		} = ESTIMATED_MODEL.modes.foot;
		const { halfSpeedMetres: half } = ESTIMATED_MODEL.modes.foot;
		const seconds = (metres: number) => {
			const speed = start + ((top - start) * metres) / (metres + half);
			return Math.round(terminalSeconds + (detour * metres) / speed);
		};
		const within = people.filter((cell) => sites.some((site) => seconds(haversine(cell, site)) <= 900));
		const figure = mel.indicators.coverage.find((one) => one.mode === 'foot' && one.cutoff_minutes === 15);
		expect(figure?.people).toBeCloseTo(sum(within.map((cell) => cell.people)), 6);
	});

	it('takes the bike as default mode of a dense city, where by car half of the people reach more than 10 libraries', () => {
		expect(mel.indicators.travel).toMatchObject({ origin: 'estimated', default_mode: 'bike' });
		const reached = mel.cells.features
			.map(({ properties }) => [properties.car_sites_15min as number, properties.people as number])
			.sort(([a], [b]) => a - b);
		let before = 0;
		const median = reached.find(([, people]) => (before += people) >= mel.indicators.population.total / 2);
		expect(median?.[0]).toBeGreaterThan(10);
	});

	territoryLaws(() => mel);

	/** The records of the portal as they stand. */
	function records(): { fields: { objectid: string; horairesosm?: string; geo_point_2d: [number, number] } }[] {
		return JSON.parse(readFileSync(libraries ?? '', 'utf8')) as ReturnType<typeof records>;
	}

	/** Positions of the raw file; of the result, only which of them are counted in the supply. */
	function countedPlaces(): Place[] {
		const counted = new Set(mel.sites.filter((row) => row.counted === '1').map(({ id }) => id));
		return records()
			.filter(({ fields }) => counted.has(fields.objectid))
			.map(({ fields: { geo_point_2d } }) => ({ lat: geo_point_2d[0], lon: geo_point_2d[1] }));
	}

	/** Centres of the cells, from their identifiers, with their people. */
	async function rawCells(): Promise<(Place & { people: number })[]> {
		const sql = await initSqlJs();
		const database = new sql.Database(readFileSync(cells ?? ''));
		const [{ values }] = database.exec('SELECT id, num_people FROM enriched_grid');
		database.close();
		const laea = proj4('+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m');
		return values.map(([id, people]) => {
			const [, y, x] = /N(\d+)E(\d+)$/.exec(String(id)) ?? [];
			const [lon, lat] = laea.inverse([Number(x) + 100, Number(y) + 100]);
			return { lon, lat, people: Number(people) };
		});
	}
});

interface Place {
	readonly lon: number;
	readonly lat: number;
}

/** Metres along a sphere of the Earth's mean radius. */
function haversine(a: Place, b: Place): number {
	const radians = Math.PI / 180;
	const half = (degrees: number) => Math.sin((degrees * radians) / 2) ** 2;
	const h = half(b.lat - a.lat) + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * half(b.lon - a.lon);
	return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
}
