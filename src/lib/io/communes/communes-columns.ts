import { parseInseeCode } from '#domain/units.ts';
import { checkedMapping, mappedColumn } from '../tables/column-mapping.ts';
import { propertyText, type FeatureTable } from '../geo/features.ts';
import { readInseeCode } from './insee-code.ts';
import { isMissing } from '../tables/numbers.ts';
import { parseCrs, type CrsCode } from '../geo/projection.ts';
import { columnIndex } from '../tables/table.ts';

/** Property names by field: IGN (ADMIN EXPRESS, BD TOPO), INSEE, OpenStreetMap exports, france-geojson, IBGE, plain words. */
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
		'code_muni',
		'cd_mun',
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
		'com_name',
		'name_muni',
		'nm_mun'
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
	/** Whether a property named like one of codes holds an INSEE code, though too few to be taken for it. */
	readonly someInseeCode: boolean;
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
 * `code` mean other things elsewhere. Where none of them holds a single one, the first that tells most features apart.
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
	const someInseeCode = codeCandidates(table).some((column) => holdsInseeCode(table, column));
	return { properties, someInseeCode, crs: fields.crs === undefined ? null : parseCrs(fields.crs, table.file) };
}

function codeColumn(table: FeatureTable): number | null {
	const columns = codeCandidates(table);
	const holdsCodes = (column: number) => {
		const filled = filledTexts(table, column, SAMPLE);
		return filled.filter((text) => readInseeCode(text) !== null).length * 2 > filled.length;
	};
	const insee = columns.find(holdsCodes);
	if (insee !== undefined) return insee;
	if (columns.some((column) => holdsInseeCode(table, column))) return null;
	const tellsApart = (column: number) => new Set(filledTexts(table, column)).size * 2 > table.features.length;
	return columns.find(tellsApart) ?? null;
}

/** Columns named like one of codes, the surest names first. */
function codeCandidates(table: FeatureTable): number[] {
	return HEADINGS.code.map((name) => columnIndex(table, [name])).filter((column) => column !== null);
}

function holdsInseeCode(table: FeatureTable, column: number): boolean {
	return filledTexts(table, column).some((text) => parseInseeCode(text) !== null);
}

function filledTexts(table: FeatureTable, column: number, most?: number): string[] {
	const heading = table.headings[column];
	return table.features
		.slice(0, most)
		.map((feature) => propertyText(feature, heading))
		.filter((text) => !isMissing(text));
}
