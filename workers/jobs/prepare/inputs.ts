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
	readonly #fictional: boolean;

	/** @param fictional every source but the calendar is then said to be invented */
	constructor(fictional: boolean) {
		this.#fictional = fictional;
	}

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
		if (source !== null) this.sources[input] = this.#fictional ? fictionalSource(source) : source;
	}
}

/** An invented file in a real format must not credit those whose format it has. It comes with the programme, under its licence. */
function fictionalSource({ title, file }: Source): Source {
	const format = file.startsWith(title) ? '' : ` au format «\u00a0${title}\u00a0»`;
	return {
		title: `Données fictives${format}`,
		publisher: null,
		licence: 'MIT',
		attribution: 'Données fictives de démonstration',
		vintage: null,
		file
	};
}
