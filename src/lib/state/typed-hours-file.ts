import type { TerritorySummary } from '#domain/territory-summary.ts';
import { writeOsmHours } from '#io/hours/hours-osm-write.ts';
import { writeCsv } from '#io/tables/csv-writer.ts';
import type { HoursCorrection } from '../compute/jobs.ts';

/** Headings that the import of hours knows a site and its hours by. */
const HEADINGS = ['id', 'nom', 'opening_hours'];

/**
 * The hours that the user typed, a row a site, in the OpenStreetMap syntax: a file that `prepare --hours` reads back. Hours stated to be
 * unknown have no row: the import has no word for them.
 */
export function typedHoursCsv(typed: readonly HoursCorrection[], { sites }: TerritorySummary): Uint8Array {
	const names = new Map(sites.map(({ id, name }) => [id, name]));
	const rows = typed.flatMap(({ siteId, schedule }) =>
		schedule === null ? [] : [[siteId, names.get(siteId) ?? null, writeOsmHours(schedule)]]
	);
	return writeCsv(HEADINGS, rows, 'french-excel');
}
