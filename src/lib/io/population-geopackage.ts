import { MaillageError, type Note } from '#domain/notes.ts';
import type { DemandPointKind } from '#domain/population.ts';
import { chosenLayer } from './features.ts';
import { readGeometryBlob } from './geopackage-geometry.ts';
import { GeoPackage, layerCrs, type GeoPackageLayer, type SqlJsLoader } from './geopackage.ts';
import { populationColumns } from './population-columns.ts';
import { placesOf } from './population-places.ts';
import type { CrsCode } from './projection.ts';
import { columnIndex, type Table } from './table.ts';

/** Rows looked at to tell what a layer holds. */
const SAMPLE_ROWS = 50;
/** The finer the cells the sooner a layer is taken; a layer placed by its geometry alone comes last. */
const PREFERENCE: readonly DemandPointKind[] = ['grid-200m', 'grid-1km', 'h3', 'point'];

/** The rows of one layer as a table of text, and the system of its x and y. */
export interface LayerTable {
	readonly table: Table;
	readonly crs: CrsCode | null;
}

/**
 * The layer of a GeoPackage that holds demand points, as a table: the one that `wanted` names, else the one whose columns
 * have people and a place (ids of grid cells first). Null when no layer has. Rows are numbered from 1; a layer without
 * coordinates in its columns gets `x` and `y`, the middle of each geometry.
 * @throws MaillageError `error_geopackage_layer_missing`, and those of GeoPackage.open
 */
export async function readPopulationLayer(
	bytes: Uint8Array,
	file: string,
	loadSqlJs: SqlJsLoader,
	columns: Readonly<Record<string, string>>
): Promise<LayerTable | null> {
	const geopackage = await GeoPackage.open(bytes, file, loadSqlJs);
	try {
		if (columns.layer !== undefined)
			return readLayer(
				geopackage,
				chosenLayer(geopackage, () => false, columns.layer),
				-1
			);
		const ranked = geopackage.layers
			.map((layer) => ({ layer, rank: rankOf(geopackage, layer, columns) }))
			.filter(({ rank }) => rank !== null)
			.sort((a, b) => Number(a.rank) - Number(b.rank));
		if (ranked.length === 0) return null;
		const { table, crs } = readLayer(geopackage, ranked[0].layer, -1);
		const note: Note = {
			severity: 'info',
			message: {
				code: 'note_population_layer',
				params: { layer: ranked[0].layer.name, layers: geopackage.layers.length }
			},
			file,
			row: null,
			column: null,
			read: null
		};
		return { table: { ...table, notes: [note] }, crs };
	} finally {
		geopackage.close();
	}
}

/** How good a source of demand points a layer is, 0 the best; null when it is none. */
function rankOf(
	geopackage: GeoPackage,
	layer: GeoPackageLayer,
	mapping: Readonly<Record<string, string>>
): number | null {
	try {
		const { table, crs } = readLayer(geopackage, layer, SAMPLE_ROWS);
		const columns = populationColumns(table, mapping);
		if (columns.people === null || table.rows.length === 0) return null;
		const rank = PREFERENCE.indexOf(placesOf(table, columns, { crs, communes: [] }).kind);
		return table.headings.length > layer.columns.length ? rank + PREFERENCE.length : rank;
	} catch (error) {
		// Not a layer of people, or not one that these columns name: another may be.
		if (error instanceof MaillageError && error.detail.code !== 'error_geopackage_damaged') return null;
		throw error;
	}
}

function readLayer(geopackage: GeoPackage, layer: GeoPackageLayer, limit: number): LayerTable {
	const { file } = geopackage;
	const placed = columnIndex({ headings: layer.columns }, ['lon', 'longitude', 'x']) !== null;
	const geometry = placed || layer.geometryColumn === null ? null : layer.geometryColumn;
	const headings = geometry === null ? layer.columns : [...layer.columns, 'x', 'y'];
	const rows: { row: number; cells: string[] }[] = [];
	const take = (values: readonly unknown[]) => {
		const cells = layer.columns.map((_, i) => cellText(values[i]));
		if (geometry !== null) cells.push(...middle(values[layer.columns.length]));
		rows.push({ row: rows.length + 1, cells });
	};
	geopackage.eachRow(layer, [...layer.columns, ...(geometry === null ? [] : [geometry])], take, limit);
	return { table: { file, headings, rows, notes: [] }, crs: geometry === null ? null : layerCrs(layer, file) };
}

function cellText(value: unknown): string {
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** Middle of the bounds of a geometry, as text; blanks where there is none to read. */
function middle(blob: unknown): [x: string, y: string] {
	const positions = blob instanceof Uint8Array ? outerPositions(blob) : [];
	if (positions.length === 0) return ['', ''];
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of positions) {
		west = Math.min(west, x);
		east = Math.max(east, x);
		south = Math.min(south, y);
		north = Math.max(north, y);
	}
	return [String((west + east) / 2), String((south + north) / 2)];
}

function outerPositions(blob: Uint8Array): readonly (readonly number[])[] {
	const geometry = readGeometryBlob(blob);
	if (geometry === null || geometry.type === 'Damaged') return [];
	if (geometry.type === 'Point') return [geometry.coordinates];
	return geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
}
