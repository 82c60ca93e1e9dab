import type { Commune } from '#domain/commune.ts';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import type { Imported, Note, RejectedRow } from '#domain/notes.ts';
import type { SiteCorrection } from '#domain/site-correction.ts';
import type { Site } from '#domain/site.ts';
import type { Source } from '#domain/source.ts';
import type { ByteSource } from '#io/bytes/byte-source.ts';
import { importHours } from '#io/sites/sites-hours.ts';
import { importSites, type ImportedSites } from '#io/sites/sites-import.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { correctSites, movesOf } from './correct-sites.ts';

/** A sound record that lies beyond the margin: told apart from the records at fault. */
const OUTSIDE = 'note_site_outside_territory';
/** The same place met again. */
const REPEATED = ['note_site_again', 'note_site_id_again'];

type Read = Pick<Imported<unknown>, 'notes' | 'rejected' | 'rowsRead' | 'rowsKept'>;

export interface PreparedSites {
	readonly sites: readonly Site[];
	/** Rows beyond the margin are not among its rejected rows: they are in `outside`. */
	readonly read: Read;
	readonly outside: readonly RejectedRow[];
	readonly source: Source;
	/** What the file of sites alone says, moves by hand included. */
	readonly imported: ImportedSites;
	/** Null when hours came with the sites, or not at all. */
	readonly hoursRead: Read | null;
	readonly counts: Pick<
		TerritoryManifest,
		'sites_read' | 'sites_rejected' | 'sites_outside' | 'sites_repeated' | 'sites_hours_not_understood'
	>;
}

export interface SitesRequest {
	readonly sites: ByteSource;
	/** Null when it is the same file as `sites`, or none. */
	readonly hours: ByteSource | null;
	/** Headings chosen by hand, by input. */
	readonly columns: ReadonlyMap<string, Readonly<Record<string, string>>>;
	readonly corrections: readonly SiteCorrection[];
	readonly communes: readonly Commune[];
	readonly perimeter: MultiPolygonRings | null;
	readonly marginMetres: number;
}

/** Sites of a territory and its margin, with their hours from the same file or another, as they were put right by hand. */
export async function prepareSites(request: SitesRequest): Promise<PreparedSites> {
	const { communes, perimeter, marginMetres, corrections } = request;
	const hoursColumns = request.columns.get('hours') ?? {};
	const file = request.sites.name;
	const imported = importSites(await request.sites.bytes(), file, {
		mapping: { ...request.columns.get('sites'), ...(request.hours === null ? hoursColumns : {}) },
		territory: { communes, perimeter, marginMetres },
		moves: movesOf(corrections)
	});
	const hours =
		request.hours === null
			? null
			: importHours(await request.hours.bytes(), request.hours.name, imported.value, { mapping: hoursColumns });
	const corrected = correctSites(hours?.value ?? imported.value, imported, corrections, file);
	const isOutside = ({ note }: RejectedRow) => note.message.code === OUTSIDE;
	const places = (...codes: string[]) =>
		codes.reduce((sum, code) => sum + (imported.placesRejectedBy.get(code) ?? 0), 0);
	const rejectedPlaces = [...imported.placesRejectedBy.values()].reduce((sum, count) => sum + count, 0);
	const marginRows = new Set(imported.value.filter(({ margin }) => margin).map(({ origin }) => origin.row));
	const faultsInside = placesOfFaults(imported.notes).filter((row) => !marginRows.has(row));
	const [outside, repeated] = [places(OUTSIDE), places(...REPEATED)];
	return {
		sites: corrected.sites,
		read: {
			notes: [...imported.notes.filter(({ message }) => message.code !== OUTSIDE), ...corrected.notes],
			rejected: [...imported.rejected.filter((row) => !isOutside(row)), ...corrected.rejected],
			rowsRead: imported.rowsRead,
			rowsKept: imported.rowsKept - corrected.rejected.length
		},
		outside: imported.rejected.filter(isOutside),
		source: correctedSource(imported.source, corrected.used),
		imported,
		hoursRead: hours,
		counts: {
			sites_read: imported.value.length + rejectedPlaces,
			sites_rejected: rejectedPlaces - outside - repeated,
			sites_outside: outside,
			sites_repeated: repeated + corrected.mergedCount,
			sites_hours_not_understood: faultsInside.length + placesOfFaults(hours?.notes ?? []).length
		}
	};
}

/** Who reads of a source knows that it was not used as it is. */
function correctedSource(source: Source, corrections: number): Source {
	if (corrections === 0) return source;
	const words = corrections === 1 ? '1 correction de l’utilisateur' : `${corrections} corrections de l’utilisateur`;
	return { ...source, title: `${source.title}, ${words}` };
}

/** Rows whose hours were not understood, each once: both readers may say what stopped them, by an error handed on as a note. */
function placesOfFaults(notes: readonly Note[]): number[] {
	const faults = notes.filter(({ message }) => /^error_(french_)?hours_/.test(message.code));
	return [...new Set(faults.map(({ row }) => row ?? 0))];
}
