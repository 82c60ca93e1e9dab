import { MaillageError } from '#domain/notes.ts';
import { binaryKind } from '../bytes/binary-kind.ts';
import { importCommunes } from '../communes/communes-import.ts';
import type { SqlJsLoader } from '../geo/geopackage.ts';
import { populationFromCommunes } from './population-communes.ts';
import { readPopulationLayer } from './population-geopackage.ts';
import { populationFromTable, type PopulationImport, type PopulationTableOptions } from './population-table.ts';
import { readTable } from '../tables/table.ts';

export interface PopulationOptions extends Omit<PopulationTableOptions, 'crs'> {
	readonly loadSqlJs: SqlJsLoader;
}

/**
 * Demand points of any file that holds people and where they are: INSEE grids (CSV or GeoPackage, 200 m or 1 km), tables
 * of H3 cells or of points, communes with their population (GeoJSON, a GeoPackage layer, or a table of codes beside
 * `communes`).
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

/** @throws MaillageError `error_population_nothing_kept` when no commune has a population */
async function communesAsPopulation(
	bytes: Uint8Array,
	file: string,
	{ columns = {}, loadSqlJs }: PopulationOptions
): Promise<PopulationImport> {
	const { id, people, ...others } = columns;
	const mapping = {
		...others,
		...(id === undefined ? {} : { code: id }),
		...(people === undefined ? {} : { population: people })
	};
	const imported = populationFromCommunes(await importCommunes(bytes, file, { columns: mapping, loadSqlJs }));
	if (imported.rowsKept > 0) return imported;
	const params = { rows: imported.rowsRead, row: 1, column: people ?? 'population', read: '' };
	throw new MaillageError('error_population_nothing_kept', params, file);
}
