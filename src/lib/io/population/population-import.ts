import { MaillageError } from '#domain/notes.ts';
import { binaryKind } from '../bytes/binary-kind.ts';
import { importCommunes } from '../communes/communes-import.ts';
import type { SqlJsLoader } from '../geo/geopackage.ts';
import { populationFromCommunes, type KnownPopulations } from './population-communes.ts';
import { readPopulationLayer } from './population-geopackage.ts';
import { populationFromTable, type PopulationImport, type PopulationTableOptions } from './population-table.ts';
import { readTable } from '../tables/table.ts';

export interface PopulationOptions extends Omit<PopulationTableOptions, 'crs'> {
	readonly loadSqlJs: SqlJsLoader;
	/** Where the populations of `communes` come from; without it they are not used as demand. */
	readonly communesPopulation?: Pick<KnownPopulations, 'source' | 'vintage'>;
}

/**
 * Demand points of any file that holds people and where they are: INSEE grids (CSV or GeoPackage, 200 m or 1 km), tables
 * of H3 cells or of points, communes (GeoJSON, a GeoPackage layer, or a table of codes beside `communes`) with their
 * population, in the file or else in `communes`.
 * @throws MaillageError those of populationFromTable, readPopulationLayer and importCommunes
 */
export async function importPopulation(
	bytes: Uint8Array,
	file: string,
	options: PopulationOptions
): Promise<PopulationImport> {
	const { loadSqlJs, columns = {} } = options;
	const kind = binaryKind(bytes);
	if (kind === 'json') return communesAsPopulation(bytes, file, options);
	if (kind !== 'geopackage') return populationFromTable(readTable(bytes, file), options);
	const layer = await readPopulationLayer(bytes, file, loadSqlJs, columns);
	if (layer === null) return communesAsPopulation(bytes, file, options);
	return populationFromTable(layer.table, { ...options, crs: layer.crs });
}

/**
 * @throws MaillageError `error_population_communes_unknown` when no population is given, in the file or beside it, and
 * `error_population_nothing_kept`
 */
async function communesAsPopulation(
	bytes: Uint8Array,
	file: string,
	{ columns = {}, loadSqlJs, communes, communesPopulation }: PopulationOptions
): Promise<PopulationImport> {
	const { id, people, ...others } = columns;
	const mapping = {
		...others,
		...(id === undefined ? {} : { code: id }),
		...(people === undefined ? {} : { population: people })
	};
	const read = await importCommunes(bytes, file, { columns: mapping, loadSqlJs });
	const known = communes === undefined || communesPopulation === undefined ? null : { communes, ...communesPopulation };
	const imported = populationFromCommunes(read, known);
	if (imported.rowsKept > 0) return imported;
	if (people === undefined && read.value.every(({ municipalPopulation }) => municipalPopulation === null))
		throw new MaillageError('error_population_communes_unknown', { communes: read.rowsKept }, file);
	const params = { rows: imported.rowsRead, row: 1, column: people ?? 'population', read: '' };
	throw new MaillageError('error_population_nothing_kept', params, file);
}
