/**
 * What an import says beside its value. An import never stops at a bad row and never drops one silently:
 * each row that was changed or left out has a note, and a row left out can be downloaded with its reason.
 */

/** A sentence to be written in the reader's language: a message key and what fills its blanks. */
export interface Message {
	readonly code: string;
	readonly params: Readonly<Record<string, string | number>>;
}

/**
 * - `info`: something the user may want to know (a column was not recognised);
 * - `changed`: kept, but not as read (swapped coordinates put right);
 * - `rejected`: left out, and to be found among the rejected rows.
 */
export type NoteSeverity = 'info' | 'changed' | 'rejected';

export interface Note {
	readonly severity: NoteSeverity;
	readonly message: Message;
	/** File name as the user knows it. */
	readonly file: string;
	/** Row of a table (the header is row 1, so the first data row is 2) or rank of a feature (from 1); null for the whole file. */
	readonly row: number | null;
	/** Column heading or property name, as in the file. */
	readonly column: string | null;
	/** What was read there, verbatim. */
	readonly read: string | null;
}

/** A row left out of an import: its cells as read, and the note that says why. */
export interface RejectedRow {
	readonly note: Note;
	readonly cells: Readonly<Record<string, string>>;
}

/** What every importer returns when the file as a whole could be read. */
export interface Imported<Value> {
	readonly value: Value;
	readonly notes: readonly Note[];
	readonly rejected: readonly RejectedRow[];
	/** Data rows or features met: always kept + rejected. */
	readonly rowsRead: number;
	readonly rowsKept: number;
}

/**
 * The file as a whole could not be read, or the command was not given what it needs.
 * `message` names what was read, where, what was expected and what to do.
 */
export class MaillageError extends Error {
	readonly detail: Message;
	readonly file: string | null;

	constructor(code: string, params: Message['params'] = {}, file: string | null = null) {
		super(`${code} ${JSON.stringify(params)}${file === null ? '' : ` (${file})`}`);
		this.name = 'MaillageError';
		this.detail = { code, params };
		this.file = file;
	}
}
