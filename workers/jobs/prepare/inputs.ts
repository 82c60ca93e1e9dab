import type { Imported, Note, RejectedRow } from '#domain/notes.ts';
import type { Source } from '#domain/source.ts';
import type { InputKind } from '#domain/territory.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';

/** What an import says of its rows. */
export type RowsRead = Pick<Imported<unknown>, 'notes' | 'rejected' | 'rowsRead' | 'rowsKept'>;

/** The inputs of a territory as they are read: what the manifest will say of each. */
export class Inputs {
	readonly notes: Note[] = [];
	readonly rejected = new Map<string, readonly RejectedRow[]>();
	readonly counts: TerritoryManifest['inputs'] = {};
	readonly sources: Partial<Record<InputKind, Source>> = {};

	/** @param source null where it is that of another input (hours of a file that says nothing of itself) */
	add(input: InputKind, file: string, read: RowsRead, source: Source | null): void {
		this.notes.push(...read.notes);
		this.rejected.set(input, read.rejected);
		this.counts[input] = {
			file,
			rows_read: read.rowsRead,
			rows_kept: read.rowsKept,
			rows_rejected: read.rejected.length
		};
		if (source !== null) this.sources[input] = source;
	}
}

/** A file that does not say where it comes from. */
export function unknownSource(file: string): Source {
	return {
		title: file.replace(/\.[^.]+$/, ''),
		publisher: null,
		licence: null,
		attribution: null,
		vintage: null,
		file
	};
}
