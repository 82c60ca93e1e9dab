import type { Weekday } from '#domain/opening-schedule.ts';
import { checkedMapping, mappedColumn, type ColumnMapping } from '../tables/column-mapping.ts';
import { isMissing } from '../tables/numbers.ts';
import { columnIndex, type Table } from '../tables/table.ts';
import { DAY_FIELDS, weekdayColumns, type DayField, type WeekdayColumns } from './weekday-columns.ts';

/**
 * What a table of sites or of hours may tell, and the headings it is recognised by (any case, accents, spaces): those of
 * the Ministry's file, raw and prepared, of Opendatasoft portals, of OpenStreetMap exports and of our own documents.
 * `crs` is no column: its mapping names the system of x and y ("EPSG:2154").
 */
const HEADINGS = {
	id: [
		'code_bib',
		'id',
		'identifiant',
		'objectid',
		'recordid',
		'id_lieu',
		'id_site',
		'site_id',
		'osm_id',
		'@id',
		'fid',
		'gid',
		'uid'
	],
	name: [
		'nom_de_l_etablissement',
		'nom_etablissement',
		'nom',
		'libelle',
		'name',
		'nom_du_lieu',
		'nom_annuaire',
		'intitule',
		'etablissement',
		'bibliotheque',
		'nom_bibliotheque',
		'libelle1',
		'title',
		'titre'
	],
	type: ['type_adresse', 'type_de_lieu', 'type_lieu', 'type_etablissement', 'nature'],
	statut: ['statut', 'status_juridique', 'statut_juridique'],
	openToAll: ['ouvert_a_tous', 'acces_a_tous'],
	address: ['adresse', 'address', 'voie', 'adresse_postale', 'rue'],
	postcode: ['cp', 'code_postal', 'codepostal', 'postcode', 'postal_code'],
	communeName: ['ville', 'commune', 'nom_commune', 'libelle_commune', 'city', 'ville_propre', 'localite'],
	communeCode: [
		'code_insee_commune',
		'code_insee',
		'insee',
		'insee_com',
		'codgeo',
		'code_commune',
		'code_commune_insee',
		'com_code'
	],
	lat: ['latitude', 'lat', 'y_wgs84', 'coord_lat', 'geo_lat'],
	lon: ['longitude', 'lon', 'lng', 'long', 'x_wgs84', 'coord_lon', 'geo_lon'],
	x: ['x', 'coord_x', 'x_l93', 'x_lambert93', 'lambert_x', 'coordonnee_x', 'coordx'],
	y: ['y', 'coord_y', 'y_l93', 'y_lambert93', 'lambert_y', 'coordonnee_y', 'coordy'],
	point: [
		'geo_point_2d',
		'geopoint',
		'geo_point',
		'coordonnees_geo',
		'coordonnees',
		'geolocalisation',
		'geometry',
		'geom',
		'wkt'
	],
	hours: [
		'opening_hours',
		'horairesosm',
		'horaires_osm',
		'osm_opening_hours',
		'horaires',
		'horaires_ouverture',
		'horaires_d_ouverture'
	],
	day: ['jour', 'day', 'jour_semaine', 'weekday'],
	openMorning: ['ouverture_am', 'ouverture_matin', 'matin_ouverture', 'debut_matin', 'open_morning'],
	closeMorning: ['fermeture_am', 'fermeture_matin', 'matin_fermeture', 'fin_matin', 'close_morning'],
	openAfternoon: ['ouverture_pm', 'ouverture_apres_midi', 'apres_midi_ouverture', 'debut_apres_midi', 'open_afternoon'],
	closeAfternoon: ['fermeture_pm', 'fermeture_apres_midi', 'apres_midi_fermeture', 'fin_apres_midi', 'close_afternoon'],
	period: ['periode', 'categorie', 'period', 'saison'],
	serviceClass: ['classe', 'typologie_abd', 'niveau_abd', 'classe_abd', 'service_class'],
	surface: ['surface', 'surface_m2', 'surface_utile', 'surface_totale'],
	weeklyHours: ['amplitude_horaire', 'amplitude_horaire_hebdomadaire', 'heures_hebdomadaires'],
	seats: ['nombre_de_places', 'places_assises'],
	entries: ['nombre_d_entrees', 'entrees_annuelles'],
	// Neither "inscrits", who may not borrow, nor "emprunts", which may be debts: `--columns` names them.
	loans: [
		'nombre_de_prets',
		'nb_prets',
		'nb_de_prets',
		'prets',
		'prets_annuels',
		'nombre_de_prets_total',
		'nombre_total_de_prets',
		'total_prets',
		'prets_total',
		'loans'
	],
	borrowers: [
		'nombre_d_emprunteurs',
		'nb_emprunteurs',
		'nb_d_emprunteurs',
		'emprunteurs',
		'emprunteurs_actifs',
		'nombre_d_emprunteurs_actifs',
		'nb_emprunteurs_actifs',
		'nombre_total_d_emprunteurs',
		'total_emprunteurs',
		'borrowers',
		'active_borrowers'
	],
	staff: ['etp_salaries'],
	volunteers: ['nombre_de_benevoles', 'benevoles'],
	books: ['nombre_de_livres'],
	acquisitions: ['depenses_documentaires', 'depenses_d_acquisition']
} as const satisfies Record<string, readonly string[]>;

export type SiteField = keyof typeof HEADINGS;
const SITE_FIELDS = Object.keys(HEADINGS) as SiteField[];

/** Column of each field found; where a mapping names one, `others` are those recognised beside it. */
export class SiteColumns {
	readonly table: Table;
	readonly crs: string | null;
	/** Columns of hours, one a day; null where the table has none. */
	readonly week: WeekdayColumns | null;
	readonly #columns = new Map<SiteField, number>();
	readonly #fallbackNames: readonly number[];

	/** @throws MaillageError `error_mapping_field_unknown`, `error_mapping_column_missing` */
	constructor(table: Table, mapping: Readonly<Record<string, string>>) {
		this.table = table;
		const fields: ColumnMapping<SiteField | DayField | 'crs'> = checkedMapping(
			mapping,
			[...SITE_FIELDS, ...DAY_FIELDS, 'crs'],
			table.file
		);
		this.crs = fields.crs ?? null;
		for (const field of SITE_FIELDS) {
			const mapped = mappedColumn(table, fields, field, table.file);
			if (mapped !== null) this.#columns.set(field, mapped);
		}
		const days = new Map<Weekday, number>();
		for (const [day, field] of DAY_FIELDS.entries()) {
			const mapped = mappedColumn(table, fields, field, table.file);
			if (mapped !== null) days.set(day as Weekday, mapped);
		}
		const taken = new Set([...this.#columns.values(), ...days.values()]);
		for (const field of SITE_FIELDS) {
			// A mapping of one way to place a site puts the other ways out of play.
			if (this.#columns.has(field) || placesOtherwise(field, fields)) continue;
			const found = recognised(table, HEADINGS[field], taken);
			if (found !== null) {
				this.#columns.set(field, found);
				taken.add(found);
			}
		}
		this.week = weekdayColumns(table, taken, days);
		this.#fallbackNames = HEADINGS.name.flatMap((heading) => columnIndex(table, [heading]) ?? []);
	}

	has(...fields: readonly SiteField[]): boolean {
		return fields.every((field) => this.#columns.has(field));
	}

	/** The heading as in the file; null where no column tells this. */
	heading(field: SiteField): string | null {
		const column = this.#columns.get(field);
		return column === undefined ? null : this.table.headings[column];
	}

	/** The heading of the first column of a day; null where the table has none. */
	dayHeading(field: DayField): string | null {
		const [column] = this.week?.columns.get(DAY_FIELDS.indexOf(field) as Weekday) ?? [];
		return column === undefined ? null : this.table.headings[column];
	}

	/** The cell as read, trimmed; empty where it is blank, "NA" or where no column tells this. */
	text(cells: readonly string[], field: SiteField): string {
		const column = this.#columns.get(field);
		return column === undefined ? '' : written(cells, column);
	}

	/** As `text`, of a column by its rank. */
	textAt(cells: readonly string[], column: number): string {
		return written(cells, column);
	}

	textOrNull(cells: readonly string[], field: SiteField): string | null {
		return this.text(cells, field) || null;
	}

	/** The name, from another column of names where its own is blank; null where all are. */
	name(cells: readonly string[]): string | null {
		const own = this.text(cells, 'name');
		if (own !== '') return own;
		for (const column of this.#fallbackNames) {
			const other = written(cells, column);
			if (other !== '') return other;
		}
		return null;
	}
}

function placesOtherwise(field: SiteField, mapping: ColumnMapping<SiteField | 'crs'>): boolean {
	const ways: readonly (readonly SiteField[])[] = [['lat', 'lon'], ['x', 'y'], ['point']];
	const own = ways.find((way) => way.includes(field));
	return own !== undefined && ways.some((way) => way !== own && way.some((other) => mapping[other] !== undefined));
}

function recognised(table: Table, headings: readonly string[], taken: ReadonlySet<number>): number | null {
	for (const heading of headings) {
		const column = columnIndex(table, [heading]);
		if (column !== null && !taken.has(column)) return column;
	}
	return null;
}

function written(cells: readonly string[], column: number): string {
	// A portal wrote "L'\u001aAlbatros": control characters mean nothing here.
	const cell = (cells[column] ?? '')
		.replace(/\s+/g, ' ')
		.replace(/\p{Cc}/gu, '')
		.trim();
	return isMissing(cell) ? '' : cell;
}
