import { checkedMapping, mappedColumn } from '../tables/column-mapping.ts';
import { propertyText, type FeatureTable } from '../geo/features.ts';
import { readInseeCode } from './insee-code.ts';
import { isMissing } from '../tables/numbers.ts';
import { parseCrs, type CrsCode } from '../geo/projection.ts';
import { columnIndex } from '../tables/table.ts';

/** Property names by field: IGN (ADMIN EXPRESS, BD TOPO), INSEE, OpenStreetMap exports, france-geojson, plain words. */
const HEADINGS = {
	code: [
		'insee_com',
		'code_insee',
		'insee',
		'codgeo',
		'depcom',
		'code_commune',
		'com_code',
		'code_insee_commune',
		'code_geo',
		'ref:insee',
		'com',
		'code',
		'id'
	],
	name: [
		'nom_officiel',
		'nom',
		'name',
		'libgeo',
		'libelle',
		'nom_commune',
		'nom_com',
		'libcom',
		'lib_com',
		'nomcom',
		'commune',
		'com_name'
	],
	population: [
		'population',
		'pmun',
		'population_municipale',
		'pop_municipale',
		'pop_mun',
		'pop',
		'popmun',
		'habitants'
	],
	epci: ['siren_epci', 'codes_siren_des_epci', 'code_epci', 'epci', 'codeepci', 'epci_code', 'siren'],
	epciName: ['nom_epci', 'lib_epci', 'libepci', 'nom_de_l_epci', 'epci_nom', 'epci_name'],
	lon: ['lon', 'lng', 'longitude', 'centre_lon', 'x_centroid'],
	lat: ['lat', 'latitude', 'centre_lat', 'y_centroid']
} as const satisfies Record<string, readonly string[]>;

export type CommuneField = keyof typeof HEADINGS;
const FIELDS = Object.keys(HEADINGS) as CommuneField[];
const SAMPLE = 50;

export interface CommuneColumns {
	/** Property of each field; absent where there is none. */
	readonly properties: Readonly<Partial<Record<CommuneField, string>>>;
	/** Named by the user; null otherwise. */
	readonly crs: CrsCode | null;
}

/** Whether a layer with these columns can be one of communes. */
export function looksLikeCommunes(headings: readonly string[]): boolean {
	const named = { headings };
	const surely = HEADINGS.code.filter((name) => name !== 'code' && name !== 'id');
	return (
		columnIndex(named, surely) !== null ||
		(columnIndex(named, ['code']) !== null && columnIndex(named, HEADINGS.name) !== null)
	);
}

/**
 * Finds the properties of a file of communes. The code is the first known name whose values are INSEE codes: `ID` and
 * `code` mean other things elsewhere.
 * @throws MaillageError `error_mapping_field_unknown`, `error_mapping_column_missing`, `error_crs_unknown`
 */
export function communeColumns(table: FeatureTable, mapping: Readonly<Record<string, string>>): CommuneColumns {
	const fields = checkedMapping(mapping, [...FIELDS, 'crs', 'layer'] as const, table.file);
	const properties: Partial<Record<CommuneField, string>> = {};
	for (const field of FIELDS) {
		const mapped = mappedColumn(table, fields, field, table.file);
		const index = mapped ?? (field === 'code' ? codeColumn(table) : columnIndex(table, HEADINGS[field]));
		if (index !== null) properties[field] = table.headings[index];
	}
	return { properties, crs: fields.crs === undefined ? null : parseCrs(fields.crs, table.file) };
}

function codeColumn(table: FeatureTable): number | null {
	const columns = HEADINGS.code.map((name) => columnIndex(table, [name])).filter((column) => column !== null);
	const holdsCodes = (column: number) => {
		const texts = table.features.slice(0, SAMPLE).map((feature) => propertyText(feature, table.headings[column]));
		const filled = texts.filter((text) => !isMissing(text));
		return filled.filter((text) => readInseeCode(text) !== null).length * 2 > filled.length;
	};
	return columns.find(holdsCodes) ?? null;
}
