import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInside, type Ring } from '../fixtures/polygons.ts';
import { realData } from '../realdata.ts';
import { assemble, readCsv, rejectedRows, sum, temporaryFolder, type Assembled } from '../territories.ts';
import { territoryLaws } from '../territory-laws.ts';

const communes = realData('isere/isere.geojson');
const matrix = realData('isere/TimeDistCarIsere.csv');
const ministry = realData('ministere/adresses-des-bibliotheques-publiques.csv');
const present = communes !== null && matrix !== null && ministry !== null;

interface RawCommune {
	readonly properties: { readonly id: string; readonly population: number };
	readonly geometry: { readonly coordinates: readonly (readonly Ring[])[] };
}

/**
 * The three libraries of Isère whose position lies in another commune than their address (Le Percy, Les Deux Alpes, Corps):
 * a matrix between communes is then read at the commune of the address.
 */
const COMMUNE_OF_THE_ADDRESS = new Map([
	['LI7794', '38301'],
	['LI1612', '38253'],
	['LI1610', '38128']
]);

describe.skipIf(!present)('Isère, from its communes, a matrix of OSRM and the Ministry’s libraries', () => {
	const root = temporaryFolder();
	let isere: Assembled;

	beforeAll(async () => {
		const files = [
			'--communes',
			communes,
			'--population',
			communes,
			'--sites',
			ministry,
			'--matrix',
			matrix
		] as string[];
		isere = await assemble(root.path, '--name', 'Isère', ...files, '--zone', 'A');
	});
	afterAll(() => root.remove());

	it('holds the 512 communes and all their people, as demand points', () => {
		const people = sum(rawCommunes().map(({ properties }) => properties.population));
		expect(people).toBe(1_263_563);
		expect(isere.indicators.territory).toMatchObject({ communes: 512, school_zone: 'A', epci_code: null });
		expect(isere.indicators.population).toMatchObject({
			kind: 'commune',
			demand_points: 512,
			total: people,
			attached: people,
			unattached: 0,
			municipale: people
		});
		expect(isere.indicators.travel).toMatchObject({ origin: 'matrix', default_mode: 'car' });
		// Not told by the file: absent, not 0.
		expect(isere.indicators.population).toMatchObject({ imputed_people: null, imputed_demand_points: null });
		expect(isere.indicators.coverage_by_age).toEqual([]);
	});

	it('accounts for the 15,702 places of France: kept, neighbours, beyond the margin, left out', () => {
		const { read, kept, margin, rejected, repeated, outside } = isere.indicators.sites;
		expect(read).toBe(15_702);
		expect(kept + margin + rejected + repeated + outside).toBe(15_702);
		// 331 rows of the département, one of them without position.
		const rows = readCsv(ministry ?? '').filter((row) => row.code_departement === '38');
		expect(rows).toHaveLength(331);
		expect(rows.filter(({ Longitude }) => Longitude === '')).toHaveLength(1);
		const keptIds = new Set(isere.sites.filter((row) => row.margin === '0').map(({ id }) => id));
		const missing = rows.filter(({ Code_bib }) => !keptIds.has(Code_bib));
		const told = new Set(rejectedRows(isere.folder, 'sites').map(({ Code_bib }) => Code_bib));
		expect(missing.filter(({ Code_bib }) => !told.has(Code_bib))).toEqual([]);
	});

	it('leaves out exactly the places without a position, row by row with what they said', () => {
		const raw = readCsv(ministry ?? '');
		const rejected = rejectedRows(isere.folder, 'sites');
		const without = raw.flatMap((row, rank) => (row.Longitude === '' || row.Latitude === '' ? [rank + 2] : []));
		expect(rejected.map(({ ligne }) => Number(ligne))).toEqual(without);
		for (const row of rejected) {
			const { ligne, colonne, motif } = row;
			expect([colonne, motif]).toEqual(['Latitude', expect.stringContaining('coordonnées absentes')]);
			expect(row.Code_bib).toBe(raw[Number(ligne) - 2].Code_bib);
		}
	});

	it('covers by car in each cutoff the people it should, computed apart from the raw matrix and rows', () => {
		const places = rawCommunes().map((commune) => ({ ...commune, box: boxOf(commune) }));
		const counted = new Set(['Bâtiment ouvert', '0']);
		const served = new Set<string>();
		for (const row of readCsv(ministry ?? '')) {
			if (!counted.has(row.type_adresse) || row.Longitude === '') continue;
			const at = [Number(row.Longitude), Number(row.Latitude)] as const;
			const commune = places.find(
				({ geometry, box: [west, south, east, north] }) =>
					at[0] >= west &&
					at[0] <= east &&
					at[1] >= south &&
					at[1] <= north &&
					geometry.coordinates.some((rings) => isInside(at, rings))
			);
			const code = COMMUNE_OF_THE_ADDRESS.get(row.Code_bib) ?? commune?.properties.id;
			if (code !== undefined) served.add(code);
		}
		const people = new Map(places.map(({ properties }) => [properties.id, properties.population]));
		const [[, ...to], ...rows] = rawMatrix();
		const columns = to.flatMap((code, column) => (served.has(code) ? [column] : []));
		for (const { cutoff_minutes, people: covered } of isere.indicators.coverage) {
			const within = rows.filter(([, ...seconds]) => {
				const nearest = Math.min(...columns.map((column) => Math.round(Number(seconds[column]))));
				return nearest <= cutoff_minutes * 60;
			});
			expect([cutoff_minutes, covered]).toEqual([cutoff_minutes, sum(within.map(([code]) => people.get(code) ?? NaN))]);
		}
	});

	it('says that no opening hours are known, instead of none open', () => {
		expect(isere.indicators.sites).toMatchObject({ with_hours: 0, hours_not_understood: 0 });
		for (const entry of isere.indicators.openings)
			expect([entry.median_weekly_hours, entry.people_without]).toEqual([null, null]);
		expect(isere.sites.filter(({ weekly_hours_term }) => weekly_hours_term !== '')).toEqual([]);
	});

	territoryLaws(() => isere);

	function rawCommunes(): readonly RawCommune[] {
		return (JSON.parse(readFileSync(communes ?? '', 'utf8')) as { features: RawCommune[] }).features;
	}

	function rawMatrix(): string[][] {
		const lines = readFileSync(matrix ?? '', 'utf8')
			.trim()
			.split(/\r?\n/);
		return lines.map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
	}
});

/** West, south, east, north. */
function boxOf({ geometry }: RawCommune): [number, number, number, number] {
	const corners = geometry.coordinates.flat(2);
	const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
	return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
