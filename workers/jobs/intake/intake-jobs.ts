import type {} from '#workers/protocol.ts';
import type { Message, Note, RejectedRow } from '#domain/notes.ts';
import type { AdminDivision } from '#io/communes/admin-division.ts';
import type { AdminIndex } from '#io/communes/admin-index.ts';
import type { UnderstoodColumn } from '#io/intake/columns.ts';
import type { FileUse, Sureness } from '#io/intake/recognise.ts';
import type { SampleFormat } from '#io/intake/sample.ts';
import type { NamedBlob, PackageAddresses } from '../prepare/worker-job.ts';

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

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		lookAtFile: Job<LookRequest, FileLook>;
		/** The names that a territory is chosen by. */
		adminIndex: Job<PackageAddresses, AdminIndex>;
		/** The national list of some départements. */
		adminDivision: Job<
			{ readonly packages: PackageAddresses; readonly departements: readonly string[] },
			AdminDivision
		>;
	}
}
