import { MaillageError } from '#domain/notes.ts';
import type { OpeningSchedule, ScheduleSyntax } from '#domain/opening-schedule.ts';
import { plainWords } from '#domain/plain-words.ts';
import { SITE_KINDS, type Site, type SiteFigures, type SiteStatut } from '#domain/site.ts';
import { parseOsmHours, writeOsmHours } from '../hours/hours-osm.ts';
import { featuresOf, isPosition, isRecord, numberOrNull, textOrNull, writeFeatures } from './features.ts';

const STATUTS: readonly SiteStatut[] = ['territoriale', 'associative', 'universitaire', 'scolaire', 'autre', 'unknown'];
const SERVICE_CLASSES = ['A', 'B', 'C', 'D', 'E'] as const;
const SYNTAXES: readonly ScheduleSyntax[] = ['osm', 'rows', 'french', 'grid'];

/** sites.geojson of a territory folder: hours in OSM syntax, and the text they were understood from. */
export function writeSitesGeojson(sites: readonly Site[]): Uint8Array {
	return writeFeatures(
		sites.map((site) => ({
			type: 'Feature',
			properties: {
				id: site.id,
				name: plainWords(site.name),
				kind: site.kind,
				statut: site.statut,
				open_to_all: site.openToAll,
				counted: site.counted.counted,
				counted_reason: site.counted.reason,
				counted_by_user: site.counted.byUser,
				address: plainWords(site.address),
				postcode: site.postcode,
				commune_code: site.communeCode,
				commune_name: plainWords(site.communeName),
				opening_hours: site.schedule === null ? null : writeOsmHours(site.schedule),
				hours_source_text: plainWords(site.schedule?.sourceText ?? null),
				hours_syntax: site.schedule?.syntax ?? null,
				service_class: site.serviceClass,
				figures: site.figures,
				margin: site.margin,
				origin: site.origin
			},
			geometry: { type: 'Point', coordinates: site.position }
		}))
	);
}

/**
 * Reads what writeSitesGeojson wrote.
 * @throws MaillageError `error_folder_geojson`, `error_folder_site` naming the feature and the property
 */
export function readSitesGeojson(bytes: Uint8Array, file: string): Site[] {
	const taken = new Set<string>();
	return featuresOf(bytes, file).map(({ properties, geometry }, i) => {
		const fault = (property: string) =>
			new MaillageError(
				'error_folder_site',
				{ feature: String(i + 1), property, read: JSON.stringify(properties[property] ?? null) },
				file
			);
		const id = textOrNull(properties.id);
		if (id === null || taken.has(id)) throw fault('id');
		taken.add(id);
		const coordinates = isRecord(geometry) ? geometry.coordinates : null;
		if (!isPosition(coordinates)) throw fault('geometry');
		const origin = isRecord(properties.origin) ? properties.origin : {};
		return {
			id,
			name: plainWords(textOrNull(properties.name) ?? id),
			kind: SITE_KINDS.find((kind) => kind === properties.kind) ?? 'other',
			statut: STATUTS.find((statut) => statut === properties.statut) ?? 'unknown',
			openToAll: typeof properties.open_to_all === 'boolean' ? properties.open_to_all : null,
			counted: {
				counted: properties.counted === true,
				reason: textOrNull(properties.counted_reason) ?? '',
				byUser: properties.counted_by_user === true
			},
			position: [coordinates[0], coordinates[1]],
			address: plainWords(textOrNull(properties.address)),
			postcode: textOrNull(properties.postcode),
			communeCode: textOrNull(properties.commune_code) as Site['communeCode'],
			communeName: plainWords(textOrNull(properties.commune_name)),
			schedule: scheduleOf(properties, () => fault('opening_hours')),
			serviceClass: SERVICE_CLASSES.find((one) => one === properties.service_class) ?? null,
			figures: figuresOf(isRecord(properties.figures) ? properties.figures : {}),
			margin: properties.margin === true,
			origin: { file: textOrNull(origin.file) ?? file, row: numberOrNull(origin.row) ?? i + 1 }
		};
	});
}

function scheduleOf(properties: Readonly<Record<string, unknown>>, fault: () => MaillageError): OpeningSchedule | null {
	const text = textOrNull(properties.opening_hours);
	if (text === null) return null;
	const parsed = parseOsmHours(text);
	if (!('schedule' in parsed)) throw fault();
	return {
		rules: parsed.schedule.rules,
		sourceText: plainWords(textOrNull(properties.hours_source_text) ?? text),
		syntax: SYNTAXES.find((syntax) => syntax === properties.hours_syntax) ?? 'osm'
	};
}

function figuresOf(read: Readonly<Record<string, unknown>>): SiteFigures {
	return {
		surfaceSquareMetres: numberOrNull(read.surfaceSquareMetres),
		declaredWeeklyHours: numberOrNull(read.declaredWeeklyHours),
		seats: numberOrNull(read.seats),
		entriesPerYear: numberOrNull(read.entriesPerYear),
		// Folders written before these were read have neither.
		loansPerYear: numberOrNull(read.loansPerYear),
		borrowers: numberOrNull(read.borrowers),
		paidStaffFte: numberOrNull(read.paidStaffFte),
		volunteers: numberOrNull(read.volunteers),
		books: numberOrNull(read.books),
		acquisitionsEuros: numberOrNull(read.acquisitionsEuros)
	};
}
