import type { MultiPolygonRings } from '#domain/geometry.ts';
import { MaillageError, type Imported, type Note, type RejectedRow } from '#domain/notes.ts';
import type { Source } from '#domain/source.ts';
import { checkedMapping, listedHeadings, mappedColumn } from '../tables/column-mapping.ts';
import { propertyRecord, propertyText, readFeatures, type FeatureTable } from '../geo/features.ts';
import type { Feature } from '../geo/geojson.ts';
import type { SqlJsLoader } from '../geo/geopackage.ts';
import { geometryReading, readPolygons } from '../geo/polygons.ts';
import { parseCrs } from '../geo/projection.ts';
import { unstatedSource } from '../unstated-source.ts';
import { columnIndex, headingKey } from '../tables/table.ts';

const CODES = ['code_siren', 'siren_epci', 'siren', 'code_epci', 'epci', 'code', 'id'];
const NAMES = ['nom', 'name', 'nom_epci', 'libelle', 'libepci', 'nom_officiel'];

/** The outline of a perimeter, and what the file says it is. */
export interface PerimeterImport extends Imported<MultiPolygonRings> {
	readonly source: Source;
}

export interface PerimeterOptions {
	readonly loadSqlJs: SqlJsLoader;
	/** `code` and `name`: properties; `layer`, `crs`: no properties. */
	readonly columns?: Readonly<Record<string, string>>;
	/** SIREN or name of the one feature wanted, in a file of several (all EPCI of a département); null for all of them. */
	readonly wanted: string | null;
}

/**
 * A perimeter drawn as polygons (GeoJSON, GeoPackage): every sound polygon of the file, or those of the feature wanted.
 * @throws MaillageError `error_perimeter_not_found` (the wanted feature is not there), `error_perimeter_no_polygon`, and
 * those of readFeatures
 */
export async function importPerimeter(
	bytes: Uint8Array,
	file: string,
	options: PerimeterOptions
): Promise<PerimeterImport> {
	const mapping = checkedMapping(options.columns ?? {}, ['code', 'name', 'layer', 'crs'], file);
	const isPerimeterLayer = (headings: readonly string[]) => columnIndex({ headings }, CODES) !== null;
	const table = await readFeatures(bytes, file, options.loadSqlJs, isPerimeterLayer, mapping.layer);
	const { reading, notes } = geometryReading(
		table.features.map(({ geometry }) => geometry),
		mapping.crs === undefined ? table.crs : parseCrs(mapping.crs, file),
		file
	);
	const heading = (field: 'code' | 'name', names: readonly string[]) =>
		table.headings[mappedColumn(table, mapping, field, file) ?? columnIndex(table, names) ?? -1];
	const [code, name] = [heading('code', CODES), heading('name', NAMES)];
	const { wanted } = options;
	const features =
		wanted === null ? table.features : table.features.filter((feature) => answersTo(feature, [code, name], wanted));
	if (wanted !== null && features.length === 0) throw notFound(table, wanted, [code, name]);
	const outline: MultiPolygonRings[number][] = [];
	const rejected: RejectedRow[] = [];
	for (const feature of features) {
		const polygons = readPolygons(feature.geometry, reading);
		if ('refused' in polygons) {
			const note: Note = {
				severity: 'rejected',
				message: polygons.refused,
				file,
				row: feature.rank,
				column: null,
				read: null
			};
			rejected.push({ note, cells: propertyRecord(table, feature) });
		} else outline.push(...polygons);
	}
	if (outline.length === 0)
		throw new MaillageError('error_perimeter_no_polygon', { features: table.features.length }, file);
	return {
		value: outline,
		source: perimeterSource(file, features.length === 1 ? propertyText(features[0], name) : ''),
		notes: [...notes, ...rejected.map(({ note }) => note)],
		rejected,
		rowsRead: features.length,
		rowsKept: features.length - rejected.length
	};
}

function perimeterSource(file: string, name: string): Source {
	const source = unstatedSource(file);
	return name === '' ? source : { ...source, title: name };
}

function answersTo(feature: Feature, headings: readonly (string | undefined)[], wanted: string): boolean {
	return headings.some(
		(heading) => heading !== undefined && headingKey(propertyText(feature, heading)) === headingKey(wanted)
	);
}

function notFound(table: FeatureTable, wanted: string, headings: readonly (string | undefined)[]): MaillageError {
	const found = table.features.map((feature) =>
		headings
			.map((heading) => propertyText(feature, heading))
			.filter((text) => text !== '')
			.join(' ')
	);
	return new MaillageError('error_perimeter_not_found', { wanted, found: listedHeadings(found) }, table.file);
}
