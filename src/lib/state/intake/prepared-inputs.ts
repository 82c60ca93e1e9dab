import type { Note, RejectedRow } from '#domain/notes.ts';
import type { PrepareJobResponse } from '../../compute/prepare-client.ts';

/** What was kept of a file, as one of the things that it serves as. */
export interface InputCount {
	/** Named where the file serves as several things. */
	readonly use: string | null;
	readonly kept: number;
	readonly read: number;
}

/** A file that a territory was prepared of. */
export interface PreparedInput {
	readonly file: string;
	/** One, or one for each thing that the file serves as where they differ: communes that stand for their people are read for both. */
	readonly counts: readonly InputCount[];
	readonly notes: readonly Note[];
	readonly rejected: readonly RejectedRow[];
}

/** Files of a prepared territory, each once, in the order they were read. */
export function preparedInputs({
	manifest,
	notes,
	rejected
}: Pick<PrepareJobResponse, 'manifest' | 'notes' | 'rejected'>): readonly PreparedInput[] {
	const uses = Object.entries(manifest.inputs);
	return [...new Set(uses.map(([, { file }]) => file))].map((file) => {
		const own = uses.filter(([, one]) => one.file === file);
		const [[, first]] = own;
		const isSame = own.every(([, one]) => one.rows_kept === first.rows_kept && one.rows_read === first.rows_read);
		return {
			file,
			counts: (isSame ? own.slice(0, 1) : own).map(([use, one]) => ({
				use: isSame ? null : use,
				kept: one.rows_kept,
				read: one.rows_read
			})),
			notes: notes.filter((note) => note.file === file),
			rejected: rowsOnce(own.flatMap(([use]) => rejected.get(use) ?? []))
		};
	});
}

/** A row that is left out for each thing its file serves as is handed back once. */
function rowsOnce(rows: readonly RejectedRow[]): readonly RejectedRow[] {
	const seen = new Set<number>();
	return rows.filter(({ note: { row } }) => {
		if (row === null) return true;
		const isNew = !seen.has(row);
		seen.add(row);
		return isNew;
	});
}
