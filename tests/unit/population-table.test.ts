import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import type { Commune } from '#domain/commune.ts';
import { MaillageError } from '#domain/notes.ts';
import type { InseeCode } from '#domain/units.ts';
import { cellCentre, parseCellId } from '#io/geo/grid-cell-id.ts';
import { populationFromTable, type PopulationTableOptions } from '#io/population/population-table.ts';
import { fromLonLat } from '#io/geo/projection.ts';
import { readTable } from '#io/tables/table.ts';

const read = (text: string, file = 'pop.csv', options: PopulationTableOptions = {}) =>
	populationFromTable(readTable(new TextEncoder().encode(text), file), options);
const failure = (run: () => unknown): string => {
	try {
		run();
	} catch (error) {
		if (error instanceof MaillageError) return error.detail.code;
		throw error;
	}
	return 'no error';
};
const reasons = (imported: ReturnType<typeof read>) =>
	imported.rejected.map(({ note }) => [note.row, note.message.code, note.read]);

const AGES = 'ind_0_3,ind_4_5,ind_6_10,ind_11_17,ind_18_24,ind_25_39,ind_40_54,ind_55_64,ind_65_79,ind_80p,ind_inc';
const MIDDLE =
	'men_1ind,men_5ind,men_prop,men_fmp,ind_snv,men_surf,men_coll,men_mais,log_av45,log_45_70,log_70_90,log_ap90,log_inc,log_soc';
const capital = (headings: string) =>
	headings.replace(/(^|,)(\w)/g, (_, comma: string, letter: string) => comma + letter.toUpperCase());
const VALUES = `34.5,12,3${',1'.repeat(14)},1,2,3,4,5,6,7,3,2,1,0.5`;
const EDITIONS = [
	[
		'2015',
		'IdINSPIRE,Id_carr1km,I_est_cr,Id_carr_n,Groupe,Depcom,I_pauv,Id_car2010,' +
			capital(`ind,men,men_pauv,${MIDDLE},${AGES}`),
		'CRS3035RES200mN2029800E4254200,CRS3035RES1000mN2029000E4254000,1,n,1,2A041,0,x,',
		'Filosofi2015.csv',
		'2015'
	],
	[
		'2017',
		'Idcar_200m,Idcar_1km,Idcar_nat,I_est_200,I_est_1km,lcog_geo,Groupe,' +
			capital(`ind,men,men_pauv,${MIDDLE},${AGES}`),
		'CRS3035RES200mN2029800E4254200,CRS3035RES1000mN2029000E4254000,n,1,0,2A041,7,',
		'grille.csv',
		'2017'
	],
	[
		'2019',
		`idcar_200m,idcar_1km,idcar_nat,i_est_200,i_est_1km,lcog_geo,ind,men,men_pauv,${MIDDLE},${AGES}`,
		'CRS3035RES200mN2029800E4254200,CRS3035RES1000mN2029000E4254000,n,1,0,2A041,',
		'carreaux_200m_met_2019.csv',
		'2019'
	],
	[
		'2021',
		`idcar_200m,idcar_1km,idcar_nat,i_est_200,i_est_1km,lcog_geo,ind,men,men_pauv,${MIDDLE},${AGES}`,
		'CRS3035RES200mN2029800E4254200,CRS3035RES1000mN2029000E4254000,n,1,0,2A041,',
		'Filosofi2021_carreaux_200m.csv',
		'2021'
	]
] as const;

describe('Filosofi, cells of 200 m', () => {
	it.each(EDITIONS)('edition %s is read by its headings', (_edition, headings, start, file, vintage) => {
		const { value, source, rejected } = read(`${headings}\n${start}${VALUES}\n`, file);
		expect(rejected).toEqual([]);
		expect(value).toMatchObject({
			kind: 'grid-200m',
			count: 1,
			ids: ['CRS3035RES200mN2029800E4254200'],
			communeCodes: ['2A041']
		});
		expect([value.people[0], value.households?.[0], value.poorHouseholds?.[0], value.imputed?.[0]]).toEqual([
			34.5, 12, 3, 1
		]);
		expect(value.ageBands?.map(({ fromAge, toAge, people }) => [fromAge, toAge, people[0]])).toEqual([
			[0, 3, 1],
			[4, 5, 2],
			[6, 10, 3],
			[11, 17, 4],
			[18, 24, 5],
			[25, 39, 6],
			[40, 54, 7],
			[55, 64, 3],
			[65, 79, 2],
			[80, null, 1]
		]);
		expect(source).toMatchObject({
			publisher: 'INSEE',
			vintage,
			title: `Filosofi ${vintage}, carreaux de 200 m`,
			licence: 'Licence Ouverte 2.0'
		});
	});
	it('places the cell by its centre', () => {
		const { value } = read('idcar_200m,ind\nCRS3035RES200mN2029800E4254200,1');
		const cell = parseCellId('CRS3035RES200mN2029800E4254200');
		expect([value.lon[0], value.lat[0]]).toEqual(cell && [...cellCentre(cell)]);
	});
	it('says that the year is not known when neither headings nor file name give it', () => {
		const { source, notes } = read('idcar_200m,ind\nCRS3035RES200mN2029800E4254200,1', 'carreaux.csv');
		expect(source.vintage).toBe('2019/2021');
		expect(notes.map(({ message }) => message.code)).toContain('note_population_vintage_shared');
	});
	it('leaves the commune of a cell on several communes to the outlines, and counts such cells', () => {
		const text =
			'idcar_200m,lcog_geo,ind\nCRS3035RES200mN2029800E4254200,5935059009,1\nCRS3035RES200mN2029800E4254400,1001,2';
		const { value, notes } = read(text);
		expect(value.communeCodes).toEqual([null, '01001']);
		expect(notes.find(({ message }) => message.code === 'note_population_several_communes')?.message.params).toEqual({
			count: 1
		});
	});
	it('has cells of 1 km too', () => {
		const { value, source } = read(
			'idcar_1km,i_est_1km,lcog_geo,ind\nCRS3035RES1000mN2029000E4254000,0,2A041,5',
			'Filosofi2019_1km.csv'
		);
		expect(value.kind).toBe('grid-1km');
		expect(source.title).toBe('Filosofi 2019, carreaux de 1 km');
	});
});

describe('bad rows of a grid', () => {
	const id = (east: number) => `CRS3035RES200mN2029800E${east}`;
	const text = [
		'idcar_200m;ind;men',
		`${id(4254200)};12,5;5`,
		`${id(4254400)};;1`,
		`${id(4254600)};-3;1`,
		`${id(4254800)};douze;1`,
		`4255000;4;1`,
		`${id(4254200)};7;1`,
		`${id(4255200)};0;`,
		`${id(4255400)};6;beaucoup`
	];
	const imported = read(text.join('\n'));
	it('are rejected with their reason, and nothing else is lost', () => {
		expect(reasons(imported)).toEqual([
			[3, 'note_population_people_missing', ''],
			[4, 'note_population_people_negative', '-3'],
			[5, 'note_population_people_text', 'douze'],
			[6, 'note_population_cell_id', '4255000'],
			[7, 'note_population_cell_twice', id(4254200)]
		]);
		expect([...imported.value.people]).toEqual([12.5, 0, 6]);
		expect(imported.rowsRead).toBe(imported.rowsKept + imported.rejected.length);
	});
	it('can be given back as they were read', () => {
		expect({ ...imported.rejected[0]?.cells }).toEqual({ idcar_200m: id(4254400), ind: '', men: '1' });
	});
	it('blank or unreadable counts beside people are unknown, not zero', () => {
		expect([...(imported.value.households ?? [])]).toEqual([5, NaN, NaN]);
		expect(
			imported.notes
				.filter(({ message }) => message.code === 'note_population_count_ignored')
				.map(({ row, read }) => [row, read])
		).toEqual([[9, 'beaucoup']]);
	});
});

describe('H3 cells', () => {
	const cell = latLngToCell(-30.05, -51.2, 9);
	it('are placed by their centre, whatever else the table says', () => {
		const { value } = read(`id,lon,lat,population\n${cell},0,0,12\n${cell.toUpperCase()},0,0,3\nzzz,0,0,4`, 'hex.csv');
		expect(value).toMatchObject({ kind: 'h3', count: 1, ids: [cell] });
		expect(value.lon[0]).toBeCloseTo(-51.2, 2);
	});
	it('that are none, or twice there, are rejected', () => {
		expect(reasons(read(`id,population\n${cell},12\n${cell},3\n${latLngToCell(0, 0, 9)},1\nzzz,4`))).toEqual([
			[3, 'note_population_cell_twice', cell],
			[5, 'note_population_h3_id', 'zzz']
		]);
	});
});

describe('tables of points', () => {
	it('centres of 1 km cells in EPSG:3035 are those cells', () => {
		const { value, notes } = read('"x","y","Ind"\n3630500,2383500,23\n3629500,2384500,25');
		expect(value).toMatchObject({
			kind: 'grid-1km',
			ids: ['CRS3035RES1000mN2383000E3630000', 'CRS3035RES1000mN2384000E3629000']
		});
		expect(value.lat[0]).toBeCloseTo(44.2, 1);
		expect(notes.map(({ message }) => message.params)).toEqual([{ crs: 'EPSG:3035' }]);
	});
	it('a system named by the user says nothing more', () => {
		const { value, notes } = read('x;y;hab\n3630500;2383500;23', 'f.csv', {
			columns: { people: 'hab', crs: 'EPSG:3035' }
		});
		expect([value.people[0], notes]).toEqual([23, []]);
	});
	it('swapped, projected, at 0,0 and far pairs are put right or rejected, each for itself', () => {
		const [x, y] = fromLonLat(2154, 3.06, 50.63).map(Math.round);
		const text = [
			'id;longitude;latitude;population',
			'a;3,06;50,63;1',
			'b;3,10;50,60;2',
			'c;50,61;3,11;4',
			`d;${x};${y};8`,
			'e;0;0;16',
			'f;-51,2;-30;32',
			'g;;50;64',
			'h;3,2;50,7;128'
		];
		const imported = read(text.join('\n'));
		expect([...imported.value.ids]).toEqual(['a', 'b', 'c', 'd', 'h']);
		expect(imported.value.lon[2]).toBe(3.11);
		expect(imported.value.lon[3]).toBeCloseTo(3.06, 4);
		expect(
			imported.notes.filter(({ severity }) => severity === 'changed').map(({ row, message }) => [row, message.code])
		).toEqual([
			[4, 'note_coordinates_swapped'],
			[5, 'note_coordinates_converted']
		]);
		expect(reasons(imported).map(([row, code]) => [row, code])).toEqual([
			[6, 'note_coordinates_zero'],
			[7, 'note_coordinates_outside_france'],
			[8, 'note_coordinates_missing']
		]);
	});
	it('latitude first throughout is said once', () => {
		const { value, notes } = read('lon,lat,pop\n50.63,3.06,1\n45.76,4.83,2');
		expect([...value.lon]).toEqual([3.06, 4.83]);
		expect(notes.map(({ row, message }) => [row, message.code])).toEqual([[null, 'note_coordinates_all_swapped']]);
	});
	it('abroad are left as they are', () => {
		const { value, notes } = read('lon,lat,pop\n-51.2,-30.05,1\n-51.1,-30.1,2');
		expect([value.kind, value.count, notes]).toEqual(['point', 2, []]);
	});
});

describe('tables of communes', () => {
	const commune = (code: string): Commune => ({
		code: code as InseeCode,
		name: code,
		geometry: null,
		municipalPopulation: null,
		epciCode: null,
		epciName: null,
		centre: [5.1, 46.2],
		margin: false
	});
	it('are placed by the communes given beside them, lost zeros put right', () => {
		const { value, notes, rejected } = read('code;population\n1001;860\n01002;270\n01999;1', 'c.csv', {
			communes: ['01001', '01002'].map(commune)
		});
		expect(value).toMatchObject({ kind: 'commune', ids: ['01001', '01002'], communeCodes: ['01001', '01002'] });
		expect(notes[0]?.message).toEqual({ code: 'note_insee_code_repaired', params: { code: '01001' } });
		expect(rejected.map(({ note }) => note.message.code)).toEqual(['note_population_commune_unknown']);
	});
});

it('a table of communes with their coordinates is one of communes, under their codes', () => {
	const { value } = read('INSEE_COM,lon,lat,population\n1001,5.1,46.2,860\n01002,5.2,46.1,270');
	expect(value).toMatchObject({ kind: 'commune', ids: ['01001', '01002'], communeCodes: ['01001', '01002'] });
});

describe('files that cannot be read', () => {
	it.each([
		['no people', 'idcar_200m,men\nCRS3035RES200mN2029800E4254200,1', 'error_population_no_people'],
		['no place', 'nom,population\nA,1', 'error_population_no_place'],
		['unknown system', 'x,y,population\n90000000,5,1', 'error_population_crs_needed'],
		['no usable row', 'idcar_200m,ind\nCRS3035RES200mN2029800E4254200,NA', 'error_population_nothing_kept']
	])('%s', (_name, text, code) => {
		expect(failure(() => read(text))).toBe(code);
	});
	it('a mapping to a column that is not there', () => {
		expect(failure(() => read('id,n\n1,2', 'f.csv', { columns: { people: 'habitants' } }))).toBe(
			'error_mapping_column_missing'
		);
	});
});
