import type { Note, RejectedRow } from '#domain/notes.ts';
import type { SiteCorrection } from '#domain/site-correction.ts';
import type { Site, SiteFigures } from '#domain/site.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';
import type { ImportedSites } from '#io/sites/sites-import.ts';

/** Where the corrections say that places are, by their keys: for the import, which holds them against the territory. */
export function movesOf(corrections: readonly SiteCorrection[]): ReadonlyMap<string, Site['position']> {
	return new Map(corrections.flatMap((one) => (one.kind === 'moved' ? [[one.site, one.position] as const] : [])));
}

export interface CorrectedSites {
	readonly sites: readonly Site[];
	readonly notes: readonly Note[];
	/** The rows of sites that another one stands for. */
	readonly rejected: readonly RejectedRow[];
	/** Places that another one stands for. */
	readonly mergedCount: number;
	/** How many corrections were made, moves included. */
	readonly used: number;
	/** Those whose place the file has no more. */
	readonly unused: readonly SiteCorrection[];
}

/**
 * Hours typed by hand, and places told twice made one: the one kept takes from the other what it does not say itself (hours, figures, address);
 * the other's rows are rejected, with their reason.
 * @param sites those imported, with the hours of the files
 */
export function correctSites(
	sites: readonly Site[],
	{ keys, rowsOf, leftOut }: Pick<ImportedSites, 'keys' | 'rowsOf' | 'leftOut'>,
	corrections: readonly SiteCorrection[],
	file: string
): CorrectedSites {
	const notes: Note[] = [];
	const rejected: RejectedRow[] = [];
	const byKey = new Map(sites.map((site) => [keys.get(site.id) ?? '', site]));
	const refused = new Set(leftOut.map(({ key }) => key));
	const unused = corrections.filter(
		(one) => !byKey.has(one.site) && !(one.kind === 'moved' && refused.has(one.site)) && one.kind !== 'distinct'
	);
	const say = (site: Site, code: string, params: Note['message']['params']) =>
		notes.push({
			severity: 'changed',
			message: { code, params },
			file,
			row: site.origin.row,
			column: null,
			read: null
		});
	for (const one of corrections) {
		const site = byKey.get(one.site);
		if (one.kind !== 'hours' || site === undefined) continue;
		const parsed = parseOsmHours(one.hours);
		if (!('schedule' in parsed)) continue;
		byKey.set(one.site, { ...site, schedule: { ...parsed.schedule, sourceText: one.text || one.hours } });
		say(site, 'note_site_hours_typed', { hours: one.text || one.hours });
	}
	const into = new Map(corrections.flatMap((one) => (one.kind === 'merged' ? [[one.site, one.into] as const] : [])));
	let mergedCount = 0;
	for (const [key, first] of into) {
		const target = lastOf(into, first, key);
		const [left, kept] = [byKey.get(key), target === null ? undefined : byKey.get(target)];
		if (target === null || left === undefined || kept === undefined) continue;
		byKey.set(target, filledFrom(kept, left));
		byKey.delete(key);
		mergedCount += 1;
		for (const { row, cells } of rowsOf(left.id)) {
			const message = { code: 'note_site_merged', params: { name: kept.name, row: String(kept.origin.row) } };
			const note: Note = { severity: 'rejected', message, file, row, column: null, read: left.name };
			notes.push(note);
			rejected.push({ note, cells });
		}
	}
	for (const { name } of unused)
		notes.push({
			severity: 'info',
			message: { code: 'note_correction_unused', params: { name } },
			file,
			row: null,
			column: null,
			read: null
		});
	const kept = sites.flatMap(({ id }) => byKey.get(keys.get(id) ?? '') ?? []);
	const used = corrections.length - unused.length;
	return { sites: kept, notes, rejected, mergedCount, used, unused };
}

/** The place that stands for another after all mergers; null where they run in a circle. */
function lastOf(into: ReadonlyMap<string, string>, first: string, start: string): string | null {
	const seen = new Set([start]);
	let key = first;
	for (let next = into.get(key); next !== undefined; next = into.get(key)) {
		if (seen.has(key)) return null;
		seen.add(key);
		key = next;
	}
	return seen.has(key) ? null : key;
}

/** What one row does not say, from the other of the same place. */
function filledFrom(kept: Site, other: Site): Site {
	const figures = Object.fromEntries(
		Object.entries(kept.figures).map(([figure, value]) => [
			figure,
			(value as number | null) ?? other.figures[figure as keyof SiteFigures]
		])
	) as unknown as SiteFigures;
	return {
		...kept,
		figures,
		schedule: kept.schedule ?? other.schedule,
		address: kept.address ?? other.address,
		postcode: kept.postcode ?? other.postcode,
		serviceClass: kept.serviceClass ?? other.serviceClass
	};
}
