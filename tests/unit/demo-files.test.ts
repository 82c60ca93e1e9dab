import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzlibSync } from 'fflate';
import OpeningHours from 'opening_hours';
import { describe, expect, it } from 'vitest';
import { civilCalendar } from '#core/hours/calendar.ts';
import { addDays, civilDay } from '#core/hours/civil-date.ts';
import { scheduleReader } from '#core/hours/day-openings.ts';
import { totalMinutes } from '#core/hours/intervals.ts';
import type { LonLat } from '#domain/geometry.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';
import { populationFromTable } from '#io/population/population-table.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { importHours } from '#io/sites/sites-hours.ts';
import { importSites } from '#io/sites/sites-import.ts';
import { columnIndex, readTable } from '#io/tables/table.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';
import { RAW, bytes, communes, memberCodes, members } from '../demo-raw.ts';

const cells = readTable(bytes('carreaux_200m_fictif.csv'), 'carreaux_200m_fictif.csv');
const sites = importSites(bytes('bibliotheques_fictif.csv'), 'bibliotheques_fictif.csv');
const hours = importHours(bytes('horaires_fictif.csv'), 'horaires_fictif.csv', sites.value);

describe('the demo files', () => {
	it('weigh under 12 MB and say in their names that they are fictional', () => {
		const names = readdirSync(RAW);
		expect(names).toHaveLength(5);
		expect(names.filter((name) => !name.includes('fictif'))).toEqual([]);
		expect(names.reduce((sum, name) => sum + statSync(join(RAW, name)).size, 0)).toBeLessThan(12e6);
	});
});

const columnOf = new Map(cells.headings.map((heading, column) => [heading, column]));
const text = (cellsOfRow: readonly string[], column: string) => cellsOfRow[columnOf.get(column) ?? -1];
const number = (cellsOfRow: readonly string[], column: string) => Number(text(cellsOfRow, column));

describe('the cells', () => {
	it('have the very header of Filosofi 2019 (INSEE)', () => {
		expect(cells.headings.join(',')).toBe(
			'idcar_200m,idcar_1km,idcar_nat,i_est_200,i_est_1km,lcog_geo,ind,men,men_pauv,men_1ind,men_5ind,men_prop,men_fmp,' +
				'ind_snv,men_surf,men_coll,men_mais,log_av45,log_45_70,log_70_90,log_ap90,log_inc,log_soc,ind_0_3,ind_4_5,ind_6_10,' +
				'ind_11_17,ind_18_24,ind_25_39,ind_40_54,ind_55_64,ind_65_79,ind_80p,ind_inc'
		);
	});

	it('stand on the grid, each within its kilometre, and are imported without a rejection', () => {
		for (const { cells: row } of cells.rows) {
			const [north, east] = corner(text(row, 'idcar_200m'), 200);
			const [northKm, eastKm] = corner(text(row, 'idcar_1km'), 1000);
			expect([north - (north % 1000), east - (east % 1000)]).toEqual([northKm, eastKm]);
		}
		const { value, rejected } = populationFromTable(cells);
		expect(rejected).toEqual([]);
		expect(value.kind).toBe('grid-200m');
		expect(value.count).toBe(cells.rows.length);
	});

	it('add up: ages to people, flats and houses to households; estimated exactly below eleven households', () => {
		const ages = cells.headings.slice(cells.headings.indexOf('ind_0_3'));
		for (const { cells: row } of cells.rows) {
			const people = number(row, 'ind');
			expect(ages.reduce((sum, column) => sum + number(row, column), 0)).toBeCloseTo(people, 6);
			const households = number(row, 'men');
			expect(number(row, 'men_coll') + number(row, 'men_mais')).toBeCloseTo(households, 6);
			for (const part of ['men_pauv', 'men_1ind', 'men_prop', 'log_soc'])
				expect(number(row, part)).toBeLessThanOrEqual(households);
			expect(number(row, 'i_est_200')).toBe(households < 11 ? 1 : 0);
		}
	});

	it('hold some 104,000 people in some 4,000 cells of the members; border cells name two communes', () => {
		const own = cells.rows.filter(({ cells: row }) => memberCodes.has(text(row, 'lcog_geo').slice(0, 5)));
		expect(own.length).toBeGreaterThan(3_700);
		expect(own.length).toBeLessThan(4_300);
		expect(own.reduce((sum, { cells: row }) => sum + number(row, 'ind'), 0) / 104_000).toBeCloseTo(1, 2);
		const codes = new Set(communes.map(({ properties }) => properties.code));
		const named = cells.rows.map(({ cells: row }) => text(row, 'lcog_geo').match(/.{5}/g) ?? []);
		expect(named.flat().every((code) => codes.has(code))).toBe(true);
		expect(named.filter((list) => list.length > 1).length).toBeGreaterThan(50);
	});

	it('do not give the population municipale, but nearly', () => {
		const grid = new Map<string, number>();
		for (const { cells: row } of cells.rows) {
			const code = text(row, 'lcog_geo').slice(0, 5);
			grid.set(code, (grid.get(code) ?? 0) + number(row, 'ind'));
		}
		for (const { properties } of communes) {
			const ratio = properties.population / (grid.get(properties.code) ?? NaN);
			expect(Math.abs(ratio - 1), properties.nom).toBeLessThan(0.08);
		}
		const total = members.reduce((sum, { properties }) => sum + properties.population, 0);
		expect(total).not.toBe(
			Math.round(members.reduce((sum, { properties }) => sum + (grid.get(properties.code) ?? 0), 0))
		);
	});
});

describe('the libraries', () => {
	const counted = hours.value.filter((site) => site.counted.counted);
	const own = counted.filter(({ communeCode }) => communeCode !== null && memberCodes.has(communeCode));

	it('are forty-five counted places of the members, and neighbours; offices and the bus itself do not count', () => {
		expect(own).toHaveLength(45);
		expect(counted.length - own.length).toBeGreaterThanOrEqual(8);
		const kinds = new Set(own.map(({ kind }) => kind));
		expect([...kinds].toSorted()).toEqual(['book-point', 'bookmobile-stop', 'branch', 'library']);
		const other = sites.value.filter(({ counted: { counted: yes } }) => !yes).map(({ kind }) => kind);
		expect(other.toSorted()).toEqual(['bookmobile', 'departmental', 'library']);
	});

	it('lose one row alone: the office that has no coordinates', () => {
		expect(sites.rejected).toHaveLength(1);
		expect(sites.rejected[0].cells['type_adresse']).toBe('Lieu uniquement administratif');
		expect(hours.rejected).toHaveLength(0);
	});

	it('stand in the commune their row names', () => {
		for (const { position, communeCode, name } of sites.value) {
			const commune = communes.find(({ properties }) => properties.code === communeCode);
			expect(commune && inside(position, commune.geometry.coordinates[0]), name).toBe(true);
		}
	});

	it('leave questions blank, and every kind of question answered somewhere', () => {
		const figures = own.map((site) => site.figures);
		for (const question of [
			'surfaceSquareMetres',
			'seats',
			'entriesPerYear',
			'loansPerYear',
			'borrowers',
			'paidStaffFte',
			'volunteers',
			'books'
		] as const) {
			const answers = figures.filter((figure) => figure[question] !== null).length;
			expect(answers, question).toBeGreaterThan(15);
			expect(answers, question).toBeLessThan(own.length);
		}
		expect(new Set(own.map(({ serviceClass }) => serviceClass))).toEqual(new Set(['A', 'B', 'C', 'D', 'E', null]));
	});
});

describe('the hours', () => {
	const rows = readTable(bytes('horaires_fictif.csv'), 'horaires_fictif.csv');
	const expressions = rows.rows
		.map(({ cells: row }) => row[columnIndex(rows, ['horairesosm']) ?? -1])
		.filter((one) => one !== '');

	it('are of the syntax of OpenStreetMap: opening_hours.js finds nothing to say', () => {
		const place = { lat: 48.4, lon: 5, address: { country_code: 'fr', state: 'Grand Est' } };
		for (const expression of expressions) {
			const read = new OpeningHours(expression, place as unknown as ConstructorParameters<typeof OpeningHours>[1]);
			expect(read.getWarnings(), expression).toEqual([]);
			expect(parseOsmHours(expression).ok, expression).toBe(true);
		}
	});

	it('hold school holidays, public holidays, summers, alternate weeks and days of the month', () => {
		for (const pattern of [/SH /, /PH off/, /Jul|Aug/, /week 1-53\/2/, /week 2-52\/2/, /Sa\[1\]/, /Su\[1\]/]) {
			expect(expressions.filter((expression) => pattern.test(expression)).length, String(pattern)).toBeGreaterThan(0);
		}
	});

	it('are unknown for three or four of the counted places', () => {
		const unknown = hours.value.filter(({ counted, schedule }) => counted.counted && schedule === null);
		expect(unknown.length).toBeGreaterThanOrEqual(3);
		expect(unknown.length).toBeLessThanOrEqual(4);
	});

	it('agree with the hours declared, but for a few', () => {
		const calendar = civilCalendar({ school: schoolCalendar('B'), departement: '96' });
		// Two school weeks of zone B, odd then even, without a first weekend of the month: 9 to 22 March 2026.
		const first = civilDay(2026, 3, 9);
		let apart = 0;
		let compared = 0;
		for (const { schedule, figures } of hours.value) {
			if (schedule === null || figures.declaredWeeklyHours === null) continue;
			const reader = scheduleReader(schedule);
			let minutes = 0;
			for (let k = 0; k < 14; k++) minutes += totalMinutes(reader.day(addDays(first, k), calendar).open);
			compared++;
			if (Math.abs(minutes / 120 - figures.declaredWeeklyHours) > 0.9) apart++;
		}
		expect(compared).toBeGreaterThan(40);
		expect(apart).toBeGreaterThan(0);
		expect(apart).toBeLessThan(8);
	});
});

describe('the roads', () => {
	it('are read by the road reader: 40,000 nodes and more, of every class, with turn rules', async () => {
		const { value, notes } = await readRoads(bytesSource('routes_fictif.osm.pbf', bytes('routes_fictif.osm.pbf')));
		expect(value.nodeLon.length).toBeGreaterThan(40_000);
		expect(value.restrictions.length).toBeGreaterThan(5);
		expect(notes.filter(({ severity }) => severity !== 'info')).toEqual([]);
		const classes = new Set(value.tagSets.map(({ highway }) => highway));
		for (const road of 'motorway motorway_link primary secondary tertiary unclassified residential living_street service track path footway'.split(
			' '
		)) {
			expect(classes.has(road), road).toBe(true);
		}
	});

	it('say in their header that they are fictional', () => {
		const file = bytes('routes_fictif.osm.pbf');
		// Four bytes of length, the blob's header, then the blob, whose zlib data begin with 78 da.
		const start = file.findIndex((byte, i) => byte === 0x78 && file[i + 1] === 0xda);
		expect(new TextDecoder().decode(unzlibSync(file.subarray(start)))).toContain('territoire fictif de démonstration');
	});
});

function corner(id: string, side: number): [north: number, east: number] {
	const match = new RegExp(`^CRS3035RES${side}mN(\\d+)E(\\d+)$`).exec(id);
	const [north, east] = [Number(match?.[1]), Number(match?.[2])];
	expect([north % side, east % side], id).toEqual([0, 0]);
	return [north, east];
}

function inside([x, y]: LonLat, ring: readonly LonLat[]): boolean {
	return ring.reduce((within, [xi, yi], i) => {
		const [xj, yj] = ring[(i + ring.length - 1) % ring.length];
		return yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi ? !within : within;
	}, false);
}
