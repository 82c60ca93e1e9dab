import type { FileLook } from '../../compute/prepare-client.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { dayText } from '#i18n/week-words.ts';
import type { GivenFile } from '../../state/intake/given-file.svelte.ts';

type Word = typeof m.intake_sure;
type FileUse = NonNullable<FileLook['use']>;

export const USE_WORDS: Readonly<Record<FileUse, Word>> = {
	communes: m.intake_use_communes,
	population: m.intake_use_population,
	sites: m.intake_use_sites,
	hours: m.intake_use_hours,
	roads: m.intake_use_roads,
	matrix: m.intake_use_matrix,
	perimeter: m.intake_use_perimeter
};
export const USES = Object.keys(USE_WORDS) as FileUse[];

const SURENESS_WORDS: Readonly<Record<FileLook['guesses'][number]['sureness'], Word>> = {
	sure: m.intake_sure,
	likely: m.intake_likely,
	unsure: m.intake_unsure
};
const FORMAT_WORDS: Readonly<Record<FileLook['format'], Word>> = {
	csv: m.intake_format_text,
	xlsx: m.intake_format_workbook,
	json: m.intake_format_json,
	geojson: m.intake_format_geojson,
	geopackage: m.intake_format_geopackage,
	'osm-pbf': m.intake_format_osm_pbf,
	'osm-xml': m.intake_format_osm_xml,
	'bdtopo-geojson': m.intake_format_bdtopo
};

const FIELD_WORDS: Readonly<Record<string, Word | undefined>> = {
	id: m.intake_field_id,
	code: m.intake_field_commune_code,
	name: m.intake_field_name,
	lat: m.intake_field_lat,
	lon: m.intake_field_lon,
	x: m.intake_field_x,
	y: m.intake_field_y,
	point: m.intake_field_point,
	commune: m.intake_field_commune_code,
	communeCode: m.intake_field_commune_code,
	communeName: m.intake_field_commune_name,
	postcode: m.intake_field_postcode,
	address: m.intake_field_address,
	type: m.intake_field_type,
	statut: m.intake_field_statut,
	openToAll: m.intake_field_open_to_all,
	hours: m.intake_field_hours,
	day: m.intake_field_day,
	openMorning: m.intake_field_open_morning,
	closeMorning: m.intake_field_close_morning,
	openAfternoon: m.intake_field_open_afternoon,
	closeAfternoon: m.intake_field_close_afternoon,
	period: m.intake_field_period,
	serviceClass: m.intake_field_service_class,
	surface: m.intake_field_surface,
	weeklyHours: m.intake_field_weekly_hours,
	staff: m.intake_field_staff,
	volunteers: m.intake_field_volunteers,
	entries: m.intake_field_entries,
	books: m.intake_field_books,
	loans: m.intake_field_loans,
	borrowers: m.intake_field_borrowers,
	acquisitions: m.intake_field_acquisitions,
	people: m.intake_field_people,
	population: m.intake_field_people,
	households: m.intake_field_households,
	poorHouseholds: m.intake_field_poor_households,
	epci: m.intake_field_epci,
	epciName: m.intake_field_epci_name,
	from: m.intake_field_from,
	to: m.intake_field_to,
	seconds: m.intake_field_seconds,
	minutes: m.intake_field_minutes
};

/** Monday first, as the fields of columns of days are called. */
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export function fieldText(field: string, locale: Locale): string {
	const day = DAYS.indexOf(field);
	return day === -1 ? (FIELD_WORDS[field]?.({}, { locale }) ?? field) : dayText(day, locale);
}

/** "CSV, 45 lignes, colonnes code_bib, latitude… : adresses des bibliothèques (certain)". */
export function recognisedText({ look, use, stated }: GivenFile, locale: Locale): string {
	if (look === null) return '';
	const options = { locale };
	const count = look.preview?.rowCount ?? null;
	const rows =
		count === null
			? m.intake_rows_begun({}, options)
			: writeMessage({ code: 'intake_rows', params: { count } }, locale);
	const guess = look.guesses.find((one) => one.use === use);
	const layer = guess?.layer ?? null;
	const format =
		FORMAT_WORDS[look.format]({}, options) + (layer === null ? '' : `, ${m.intake_layer({ layer }, options)}`);
	if (use === null)
		return stated === 'none' ? m.intake_aside({}, options) : m.intake_unknown({ format, rows }, options);
	const words = USE_WORDS[use]({}, options);
	const sureness =
		guess === undefined || stated !== null
			? m.intake_stated_by_you({}, options)
			: SURENESS_WORDS[guess.sureness]({}, options);
	if (look.preview === null) return m.intake_recognised_plain({ format, use: words, sureness }, options);
	const signs = guess?.signs ?? [];
	if (signs.length === 0) return m.intake_recognised_rows({ format, rows, use: words, sureness }, options);
	const columns = signs.slice(0, 4).join(', ') + (signs.length > 4 ? '…' : '');
	return writeMessage(
		{ code: 'intake_recognised', params: { count: signs.length, format, rows, columns, use: words, sureness } },
		locale
	);
}

/** "environ 2 minutes encore"; empty while nothing can be told. */
export function remainingText(seconds: number | null, locale: Locale): string {
	if (seconds === null) return '';
	if (seconds < 90)
		return writeMessage(
			{ code: 'intake_remaining_seconds', params: { count: Math.max(1, Math.ceil(seconds / 5) * 5) } },
			locale
		);
	return writeMessage({ code: 'intake_remaining_minutes', params: { count: Math.round(seconds / 60) } }, locale);
}
