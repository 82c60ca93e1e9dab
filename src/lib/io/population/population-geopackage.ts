import { MaillageError, type Note } from '#domain/notes.ts';
import type { DemandPointKind } from '#domain/population.ts';
import { looksLikeCommunes } from '../communes/communes-columns.ts';
import { chosenLayer } from '../geo/features.ts';
import { readGeometryBlob } from '../geo/geopackage-geometry.ts';
import { GeoPackage, layerCrs, type GeoPackageLayer, type SqlJsLoader } from '../geo/geopackage.ts';
import { populationColumns } from './population-columns.ts';
import { placesOf } from './population-places.ts';
import type { CrsCode } from '../geo/projection.ts';
import type { Table } from '../tables/table.ts';

/** Rows looked at to tell what a layer holds. */
const SAMPLE_ROWS = 50;
/** The finer the cells the sooner a layer is taken. */
const PREFERENCE: readonly DemandPointKind[] = ['grid-200m', 'grid-1km', 'h3', 'commune', 'point'];

/** The rows of one layer as a table of text, and the system of its x and y. */
export interface LayerTable {
	readonly table: Table;
	readonly crs: CrsCode | null;
}

/**
 * The layer of a GeoPackage that holds demand points, as a table: the one that the mapping's `layer` names, else the one
 * whose columns have people and a place (ids of grid cells first). Null when there is none, or only polygons of communes:
 * they are for importCommunes. Rows are numbered from 1; where nothing but the geometry places them they get `x` and `y`,
 * the middle of each.
 * @throws MaillageError `error_geopackage_layer_missing`, and those of GeoPackage.open
 */
export async function readPopulationLayer(
	bytes: Uint8Array,
	file: string,
	loadSqlJs: SqlJsLoader,
	mapping: Readonly<Record<string, string>>
): Promise<LayerTable | null> {
	const geopackage = await GeoPackage.open(bytes, file, loadSqlJs);
	try {
		const layers =
			mapping.layer === undefined ? geopackage.layers : [chosenLayer(geopackage, () => false, mapping.layer)];
		const candidates = layers.flatMap((layer) => candidateOf(geopackage, layer, mapping) ?? []);
		if (candidates.length === 0) return null;
		const { layer, byGeometry, kind } = candidates.reduce((best, one) => (rankOf(one) < rankOf(best) ? one : best));
		if (kind === 'point' && layer.geometryColumn !== null && looksLikeCommunes(layer.columns)) return null;
		const { table, crs } = readLayer(geopackage, layer, byGeometry, -1);
		const params = { layer: layer.name, layers: geopackage.layers.length };
		const message = { code: 'note_population_layer', params };
		const note: Note = { severity: 'info', message, file, row: null, column: null, read: null };
		return { table: { ...table, notes: [note] }, crs };
	} finally {
		geopackage.close();
	}
}

/** A layer that has people and a place, and whether its geometry alone tells the place. */
interface Candidate {
	readonly layer: GeoPackageLayer;
	readonly kind: DemandPointKind;
	readonly byGeometry: boolean;
}

function rankOf({ kind, byGeometry }: Candidate): number {
	return PREFERENCE.indexOf(kind) + (byGeometry ? PREFERENCE.length : 0);
}

function candidateOf(
	geopackage: GeoPackage,
	layer: GeoPackageLayer,
	mapping: Readonly<Record<string, string>>
): Candidate | null {
	for (const byGeometry of layer.geometryColumn === null ? [false] : [false, true]) {
		try {
			const { table, crs } = readLayer(geopackage, layer, byGeometry, SAMPLE_ROWS);
			const columns = populationColumns(table, mapping);
			if (columns.people === null || table.rows.length === 0) return null;
			return { layer, kind: placesOf(table, columns, { crs, communes: [] }).kind, byGeometry };
		} catch (error) {
			// Not a layer of people, or not one that the mapping speaks of: another may be.
			if (!(error instanceof MaillageError) || error.detail.code === 'error_geopackage_damaged') throw error;
		}
	}
	return null;
}

function readLayer(geopackage: GeoPackage, layer: GeoPackageLayer, byGeometry: boolean, limit: number): LayerTable {
	const { file } = geopackage;
	const geometry = byGeometry && layer.geometryColumn !== null ? [layer.geometryColumn] : [];
	const headings = byGeometry ? [...layer.columns, 'x', 'y'] : layer.columns;
	const rows: { row: number; cells: string[] }[] = [];
	const take = (values: readonly unknown[]) => {
		const cells = layer.columns.map((_, i) => cellText(values[i]));
		if (byGeometry) cells.push(...middle(values[layer.columns.length]));
		rows.push({ row: rows.length + 1, cells });
	};
	geopackage.eachRow(layer, [...layer.columns, ...geometry], take, limit);
	return { table: { file, headings, rows, notes: [] }, crs: byGeometry ? layerCrs(layer, file) : null };
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
