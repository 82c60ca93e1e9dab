import type {} from '#workers/protocol.ts';
import type { Bounds, LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import type { Message, Note, RejectedRow } from '#domain/notes.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import type { SiteCorrection } from '#domain/site-correction.ts';
import type { AdminDivision } from '#io/communes/admin-division.ts';
import type { AdminIndex } from '#io/communes/admin-index.ts';
import type { UnderstoodColumn } from '#io/intake/columns.ts';
import type { FileUse, Sureness } from '#io/intake/recognise.ts';
import type { SampleFormat } from '#io/intake/sample.ts';
import type { TerritorySource } from '../atlas/atlas-jobs.ts';
import type { NamedBlob, PackageAddresses, PrepareJobRequest } from '../prepare/worker-job.ts';

/** A guess, as the page shows it: its sheet apart. */
export interface FileGuess {
	readonly use: FileUse;
	readonly sureness: Sureness;
	readonly signs: readonly string[];
	readonly layer: string | null;
}

export interface LookRequest {
	readonly file: NamedBlob;
	/** What the user says it is: null where they say nothing, `none` where it is to be left aside. */
	readonly use: FileUse | 'none' | null;
	/** Headings by field, chosen by hand. */
	readonly columns: Readonly<Record<string, string>>;
	/** The file of sites that hours are of, the file of communes that people are of; null where there is none. */
	readonly beside: NamedBlob | null;
	readonly packages: PackageAddresses;
}

/** What was read of a file alone, before it meets the others. */
export interface FileReading {
	readonly rowsRead: number;
	readonly rowsKept: number;
	/** The first of them. */
	readonly notes: readonly Note[];
	readonly noteCount: number;
	readonly rejected: readonly RejectedRow[];
}

/** EPCI that a file of communes names. */
export interface NamedEpci {
	readonly code: string;
	readonly name: string;
	readonly communes: number;
}

export interface FileLook {
	readonly format: SampleFormat;
	readonly guesses: readonly FileGuess[];
	/** What it is taken for: the user's word, else the best guess; null when it is nothing known. */
	readonly use: FileUse | null;
	/** Of the sheet that serves: null for roads. */
	readonly preview: {
		readonly headings: readonly string[];
		readonly rows: readonly (readonly string[])[];
		readonly rowCount: number | null;
	} | null;
	readonly columns: readonly UnderstoodColumn[];
	/** Null where the file is read only with the others (roads, matrices), or could not be. */
	readonly reading: FileReading | null;
	/** Why it cannot serve as this. */
	readonly failure: Message | null;
	readonly epcis: readonly NamedEpci[];
	/** INSEE codes of the départements of a file of communes. */
	readonly departements: readonly string[];
}

/** What a review of sites is made of: as a preparation, without what only the preparation needs. */
export type ReviewSitesRequest = Pick<
	PrepareJobRequest,
	'communes' | 'chosenCommunes' | 'epciCode' | 'perimeter' | 'sites' | 'hours' | 'marginKm' | 'columns' | 'packages'
> & { readonly corrections: readonly SiteCorrection[] };

/** A site as its reader puts it right. */
export interface ReviewedSite {
	/** How corrections name it. */
	readonly key: string;
	/** As the file has it; empty where it has none. */
	readonly id: string;
	readonly name: string;
	readonly communeCode: string | null;
	readonly communeName: string | null;
	readonly address: string | null;
	/** Null where none could be read. */
	readonly position: LonLat | null;
	readonly margin: boolean;
	readonly counted: boolean;
	/** Null where its hours are not known. */
	readonly schedule: OpeningSchedule | null;
	/** Square metres. */
	readonly surface: number | null;
	readonly row: number;
	/** Why it is left out, or what is doubtful of it. */
	readonly problem: Message | null;
	readonly isLeftOut: boolean;
}

/** Two sites that may be one place, by their keys. */
export interface ReviewedPair {
	readonly one: string;
	readonly other: string;
	readonly metres: number;
	readonly why: 'identifier' | 'name' | 'place';
}

/** A commune of the list, drawn with few points. */
export interface ReviewedCommune {
	readonly code: string;
	readonly name: string;
	readonly margin: boolean;
	readonly centre: LonLat | null;
	readonly geometry: MultiPolygonRings;
}

export interface SitesReview {
	/** Those left out first. */
	readonly sites: readonly ReviewedSite[];
	/** Of the territory's communes; not all are among the sites where they are many. */
	readonly leftOutCount: number;
	readonly pairs: readonly ReviewedPair[];
	/** Those whose outlines are known. */
	readonly communes: readonly ReviewedCommune[];
	readonly bounds: Bounds | null;
}

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		lookAtFile: Job<LookRequest, FileLook>;
		reviewSites: Job<ReviewSitesRequest, SitesReview>;
		/** What was put right by hand of the sites of a prepared territory; none where nothing was. */
		keptCorrections: Job<TerritorySource, readonly SiteCorrection[]>;
		/** The names that a territory is chosen by. */
		adminIndex: Job<PackageAddresses, AdminIndex>;
		/** The national list of some départements. */
		adminDivision: Job<
			{ readonly packages: PackageAddresses; readonly departements: readonly string[] },
			AdminDivision
		>;
	}
}
