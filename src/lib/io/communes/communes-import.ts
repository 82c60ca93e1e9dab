import type { Commune } from '#domain/commune.ts';
import type { LonLat } from '#domain/geometry.ts';
import {
	MaillageError,
	type Imported,
	type Message,
	type Note,
	type NoteSeverity,
	type RejectedRow
} from '#domain/notes.ts';
import type { Source } from '#domain/source.ts';
import type { EpciCode } from '#domain/units.ts';
import { listedHeadings } from '../tables/column-mapping.ts';
import { communeColumns, looksLikeCommunes, type CommuneField } from './communes-columns.ts';
import { isInFrance } from '../geo/coordinates.ts';
import { propertyRecord, propertyText, readFeatures, type FeatureTable } from '../geo/features.ts';
import type { Feature } from '../geo/geojson.ts';
import type { SqlJsLoader } from '../geo/geopackage.ts';
import { communeCodes, type CommuneCodes } from './commune-codes.ts';
import { unstatedSource } from '../unstated-source.ts';
import { isMissing, parseNumber } from '../tables/numbers.ts';
import { geometryReading, readPolygons } from '../geo/polygons.ts';
import type { CoordinateReading } from '../geo/coordinates.ts';

/** Communes read from a file, and what the file says it is. */
export interface CommunesImport extends Imported<readonly Commune[]> {
	readonly source: Source;
	/** The feature that each commune was read of, counted from 1, by its code. */
	readonly rows: ReadonlyMap<string, number>;
}

export interface CommunesOptions {
	readonly loadSqlJs: SqlJsLoader;
	/** Properties by field, as the user gave them; `layer` and `crs` are no properties. */
	readonly columns?: Readonly<Record<string, string>>;
}

/**
 * Communes of a GeoJSON or GeoPackage of polygons, in degrees whatever the file's system. A feature without geometry is
 * kept (a commune known by name); one without a code, of a code already read, or with a geometry that is no sound polygon
 * is rejected. A code that lost its leading zero is put right. A file without any INSEE code is outside France: its own codes,
 * or ids made of its names, are kept as they are and said (see communeCodes). Nothing is taken from elsewhere (see completeCommunes).
 * @throws MaillageError `error_communes_no_code`, `error_communes_nothing_kept`, and those of readFeatures
 */
export async function importCommunes(
	bytes: Uint8Array,
	file: string,
	options: CommunesOptions
): Promise<CommunesImport> {
	const mapping = options.columns ?? {};
	return communesFromFeatures(
		await readFeatures(bytes, file, options.loadSqlJs, looksLikeCommunes, mapping.layer),
		mapping
	);
}

/** Communes of features already read; see importCommunes. */
function communesFromFeatures(table: FeatureTable, mapping: Readonly<Record<string, string>> = {}): CommunesImport {
	const columns = communeColumns(table, mapping);
	const codes = communeCodes(table, columns);
	if (codes === null) {
		throw new MaillageError('error_communes_no_code', { columns: listedHeadings(table.headings) }, table.file);
	}
	const { reading, notes } = geometryReading(
		table.features.map(({ geometry }) => geometry),
		columns.crs ?? table.crs,
		table.file
	);
	const reader = new CommuneReader(table, columns.properties, codes, reading);
	for (const feature of table.features) reader.read(feature);
	if (reader.communes.length === 0) {
		const first = reader.rejected[0]?.note;
		const params = { features: table.features.length, column: first?.column ?? '', read: first?.read ?? '' };
		throw new MaillageError('error_communes_nothing_kept', params, table.file);
	}
	return {
		value: reader.communes,
		source: communesSource(table),
		rows: reader.rows,
		notes: [...notes, ...codes.notes, ...reader.notes],
		rejected: reader.rejected,
		rowsRead: table.features.length,
		rowsKept: reader.communes.length
	};
}

/** IGN's files are told by their property names and identifiers; others only by the file's name. */
function communesSource(table: FeatureTable): Source {
	const { file } = table;
	const ign = table.features.some((feature) =>
		/^(?:COMMUNE|SURFACTI)_?\d+/.test(
			propertyText(
				feature,
				table.headings.find((one) => /^(?:id|cleabs)$/i.test(one))
			)
		)
	);
	if (ign)
		return {
			title: 'Communes (IGN)',
			publisher: 'IGN',
			licence: 'Licence Ouverte 2.0',
			attribution: '© IGN',
			vintage: null,
			file
		};
	return unstatedSource(file);
}

/** Degrees of a place; 0, 0 stands for an unknown one. */
function isOnEarth(lon: number, lat: number): boolean {
	return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && (lon !== 0 || lat !== 0);
}

class CommuneReader {
	readonly communes: Commune[] = [];
	readonly notes: Note[] = [];
	readonly rejected: RejectedRow[] = [];
	readonly #table: FeatureTable;
	readonly #properties: Readonly<Partial<Record<CommuneField, string>>>;
	readonly #codes: CommuneCodes;
	readonly #reading: CoordinateReading;
	readonly rows = new Map<string, number>();

	constructor(
		table: FeatureTable,
		properties: Readonly<Partial<Record<CommuneField, string>>>,
		codes: CommuneCodes,
		reading: CoordinateReading
	) {
		this.#table = table;
		this.#properties = properties;
		this.#codes = codes;
		this.#reading = reading;
	}

	read(feature: Feature): void {
		const written = this.#text(feature, 'code');
		const found = this.#codes.codeOf(feature);
		if (found === null) {
			return this.#reject(
				feature,
				'code',
				isMissing(written) ? 'note_commune_code_missing' : 'note_commune_code_unreadable'
			);
		}
		const { code } = found;
		const first = this.rows.get(code);
		if (first !== undefined) return this.#reject(feature, 'code', 'note_commune_twice', { code, first });
		const geometry = feature.geometry === null ? null : readPolygons(feature.geometry, this.#reading);
		if (geometry !== null && 'refused' in geometry)
			return this.#reject(feature, null, geometry.refused.code, geometry.refused.params);
		this.rows.set(code, feature.rank);
		if (found.repaired) this.#note('changed', feature, 'code', { code: 'note_insee_code_repaired', params: { code } });
		if (geometry === null)
			this.#note('info', feature, null, { code: 'note_commune_without_geometry', params: { code } });
		const name = this.#text(feature, 'name');
		const epciName = this.#text(feature, 'epciName');
		this.communes.push({
			code,
			name: name === '' ? code : name,
			geometry,
			municipalPopulation: this.#population(feature),
			epciCode: this.#epci(feature),
			epciName: epciName === '' ? null : epciName,
			centre: this.#centre(feature),
			margin: false
		});
	}

	#population(feature: Feature): number | null {
		const text = this.#text(feature, 'population');
		if (isMissing(text)) return null;
		const people = parseNumber(text);
		if (people !== null && people >= 0) return people;
		this.#note('changed', feature, 'population', { code: 'note_commune_population_ignored', params: {} });
		return null;
	}

	/** BD TOPO lists several groupings ("200054781/200058519"): the first levies taxes, the others are parts of it. */
	#epci(feature: Feature): EpciCode | null {
		return (/^\d{9}(?!\d)/.exec(this.#text(feature, 'epci'))?.[0] ?? null) as EpciCode | null;
	}

	#centre(feature: Feature): LonLat | null {
		const [lon, lat] = [parseNumber(this.#text(feature, 'lon')), parseNumber(this.#text(feature, 'lat'))];
		if (lon === null || lat === null) return null;
		const likely = this.#codes.foreign ? isOnEarth(lon, lat) : isInFrance([lon, lat]);
		if (likely) return [lon, lat];
		const swapped = !this.#codes.foreign && isInFrance([lat, lon]);
		this.#note('changed', feature, 'lon', {
			code: swapped ? 'note_coordinates_swapped' : 'note_commune_centre_ignored',
			params: { x: lon, y: lat }
		});
		return swapped ? [lat, lon] : null;
	}

	#text(feature: Feature, field: CommuneField): string {
		return propertyText(feature, this.#properties[field]);
	}

	#note(severity: NoteSeverity, feature: Feature, field: CommuneField | null, message: Message): Note {
		const column = field === null ? null : (this.#properties[field] ?? null);
		const read = field === null ? null : this.#text(feature, field);
		const note: Note = { severity, message, file: this.#table.file, row: feature.rank, column, read };
		this.notes.push(note);
		return note;
	}

	#reject(feature: Feature, field: CommuneField | null, code: string, params: Message['params'] = {}): void {
		const note = this.#note('rejected', feature, field, { code, params });
		this.rejected.push({ note, cells: propertyRecord(this.#table, feature) });
	}
}
