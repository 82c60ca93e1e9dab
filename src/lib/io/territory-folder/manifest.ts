import * as v from 'valibot';
import { SCHOOL_ZONES } from '#domain/calendar.ts';
import { MaillageError } from '#domain/notes.ts';
import { heldQuotes, plainWords } from '#domain/plain-words.ts';
import { MODES } from '#domain/travel.ts';

/**
 * territory.json: what a territory folder is and how it was made. The folder holds
 * communes.geojson, cells.csv, cells-margin.csv, sites.geojson, perimeter.geojson (when one was given),
 * notes.json, rejected/*.csv, and its travel times: roads/MODE.graph, or matrix.bin, or nothing (estimated).
 */
export const MANIFEST_VERSION = 1;

const words = v.pipe(v.string(), v.transform(plainWords));
const source = v.object({
	title: v.pipe(words, v.transform(heldQuotes)),
	publisher: v.nullable(words),
	licence: v.nullable(words),
	attribution: v.nullable(words),
	vintage: v.nullable(words),
	file: words
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const mode = v.picklist(MODES);

const manifestSchema = v.object({
	format: v.literal('maillage-territory'),
	version: v.literal(MANIFEST_VERSION),
	name: words,
	zone: v.picklist(SCHOOL_ZONES),
	epci_code: v.nullable(v.string()),
	fictional: v.boolean(),
	population_kind: v.picklist(['grid-200m', 'grid-1km', 'h3', 'commune', 'point']),
	municipale_vintage: v.nullable(v.string()),
	municipale_source: v.string(),
	margin_km: v.pipe(v.number(), v.minValue(0)),
	sources: v.partial(
		v.object({
			communes: source,
			population: source,
			sites: source,
			hours: source,
			roads: source,
			matrix: source,
			calendar: source,
			perimeter: source
		})
	),
	travel: v.variant('origin', [
		v.object({
			origin: v.literal('roads'),
			modes: v.array(mode),
			snap_metres: v.pipe(v.number(), v.minValue(0)),
			/** The longest journeys that no missing road makes longer; a folder made before it was kept does not tell. */
			cutoff_minutes: v.optional(v.pipe(v.number(), v.minValue(0)))
		}),
		v.object({ origin: v.literal('matrix'), mode }),
		v.object({ origin: v.literal('estimated') })
	]),
	/** Of each input: rows met, kept, left out with their reason. */
	inputs: v.record(
		v.string(),
		v.object({ file: v.string(), rows_read: count, rows_kept: count, rows_rejected: count })
	),
	/** Places met; left out for a fault; beyond the margin; met again; whose stated hours were not understood. */
	sites_read: count,
	sites_rejected: count,
	sites_outside: count,
	sites_repeated: count,
	sites_hours_not_understood: count
});

export type TerritoryManifest = v.InferOutput<typeof manifestSchema>;

/**
 * Reads territory.json.
 * @throws MaillageError `error_manifest_json`, `error_manifest_newer` (made by a later Maillage), `error_manifest_invalid` (names the entry)
 */
export function readManifest(bytes: Uint8Array, file = 'territory.json'): TerritoryManifest {
	let parsed: unknown;
	try {
		parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch (error) {
		throw new MaillageError('error_manifest_json', { reason: error instanceof Error ? error.message : '' }, file);
	}
	const version = (parsed as { version?: unknown } | null)?.version;
	if (typeof version === 'number' && version > MANIFEST_VERSION) {
		throw new MaillageError('error_manifest_newer', { read: String(version), known: String(MANIFEST_VERSION) }, file);
	}
	const result = v.safeParse(manifestSchema, parsed);
	if (!result.success) {
		const [issue] = result.issues;
		const params = { entry: v.getDotPath(issue) ?? '–', expected: issue.expected ?? '–', read: issue.received };
		throw new MaillageError('error_manifest_invalid', params, file);
	}
	return result.output;
}

export function writeManifest(manifest: TerritoryManifest): Uint8Array {
	return new TextEncoder().encode(`${JSON.stringify(manifest, null, '\t')}\n`);
}
