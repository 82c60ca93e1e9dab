import { checkedMapping, mappedColumn } from '../tables/column-mapping.ts';
import { parseCrs, type CrsCode } from '../geo/projection.ts';
import { columnIndex, type Table } from '../tables/table.ts';

/**
 * What a table of population may tell, and the headings it is recognised by (any case, accents, spaces, underscores):
 * INSEE's Filosofi of 2015 (IdINSPIRE, Id_carr1km), 2017 (Idcar_200m, Ind) and 2019 or 2021 (idcar_200m, ind), H3
 * grids, tables of communes, and plain words.
 */
const HEADINGS = {
	id: [
		'idcar_200m',
		'idINSPIRE',
		'idcar_1km',
		'id_carr1km',
		'h3',
		'h3_id',
		'h3_index',
		'h3_address',
		'hex_id',
		'grd_id',
		'cell_id',
		'id',
		'identifiant',
		'id_carreau',
		'carreau',
		'code'
	],
	lon: ['lon', 'lng', 'long', 'longitude', 'x_wgs84'],
	lat: ['lat', 'latitude', 'y_wgs84'],
	x: ['x', 'x_laea', 'x_3035', 'x_l93', 'x_lambert93', 'coord_x', 'easting'],
	y: ['y', 'y_laea', 'y_3035', 'y_l93', 'y_lambert93', 'coord_y', 'northing'],
	people: [
		'ind',
		'num_people',
		'population',
		'people',
		'pop',
		'habitants',
		'nb_habitants',
		'pmun',
		'population_municipale',
		'pop_municipale',
		'pop_tot',
		'population_totale',
		'ptot'
	],
	commune: ['lcog_geo', 'depcom', 'code_insee', 'insee_com', 'codgeo', 'code_commune', 'insee', 'com'],
	imputed: ['i_est_200', 'i_est_cr', 'i_est_1km', 'imputed'],
	households: ['men', 'households', 'menages'],
	poorHouseholds: ['men_pauv', 'poor_households', 'menages_pauvres']
} as const satisfies Record<string, readonly string[]>;

export type PopulationField = keyof typeof HEADINGS;
const FIELDS = Object.keys(HEADINGS) as PopulationField[];

/** Age bands of Filosofi, with their headings. */
export const AGE_COLUMNS = [
	{ heading: 'ind_0_3', fromAge: 0, toAge: 3 },
	{ heading: 'ind_4_5', fromAge: 4, toAge: 5 },
	{ heading: 'ind_6_10', fromAge: 6, toAge: 10 },
	{ heading: 'ind_11_17', fromAge: 11, toAge: 17 },
	{ heading: 'ind_18_24', fromAge: 18, toAge: 24 },
	{ heading: 'ind_25_39', fromAge: 25, toAge: 39 },
	{ heading: 'ind_40_54', fromAge: 40, toAge: 54 },
	{ heading: 'ind_55_64', fromAge: 55, toAge: 64 },
	{ heading: 'ind_65_79', fromAge: 65, toAge: 79 },
	{ heading: 'ind_80p', fromAge: 80, toAge: null }
] as const;

export interface AgeColumn {
	readonly fromAge: number;
	readonly toAge: number | null;
	readonly column: number;
}

/** Index of the column of each field, null where there is none. */
export type PopulationColumns = Readonly<Record<PopulationField, number | null>> & {
	readonly ages: readonly AgeColumn[];
	/** System of x and y named by the user (`crs=EPSG:3035` in the mapping). */
	readonly crs: CrsCode | null;
};

/**
 * Finds the columns of a table of population; a mapping { people: 'HEADING', crs: 'EPSG:3035' } goes before headings
 * (its `layer` names the layer of a GeoPackage and is no column).
 * @throws MaillageError `error_mapping_field_unknown`, `error_mapping_column_missing`, `error_crs_unknown`
 */
export function populationColumns(
	table: Pick<Table, 'headings' | 'file'>,
	mapping: Readonly<Record<string, string>> = {}
): PopulationColumns {
	const fields = checkedMapping(mapping, [...FIELDS, 'crs', 'layer'] as const, table.file);
	const columns = Object.fromEntries(
		FIELDS.map((field) => [
			field,
			mappedColumn(table, fields, field, table.file) ?? columnIndex(table, HEADINGS[field])
		])
	) as Record<PopulationField, number | null>;
	const ages = AGE_COLUMNS.flatMap(({ heading, fromAge, toAge }): AgeColumn[] => {
		const column = columnIndex(table, [heading]);
		return column === null ? [] : [{ fromAge, toAge, column }];
	});
	return { ...columns, ages, crs: fields.crs === undefined ? null : parseCrs(fields.crs, table.file) };
}
