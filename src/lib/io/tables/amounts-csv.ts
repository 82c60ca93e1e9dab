import { MaillageError, type Imported, type Note, type RejectedRow } from '#domain/notes.ts';
import { listedHeadings } from './column-mapping.ts';
import { isMissing, parseNumber } from './numbers.ts';
import { cellsRecord, columnIndex, readTable } from './table.ts';

/** One amount by place (people, hours a week, m²): parallel arrays. */
export interface Amounts {
	/** Distinct. */
	readonly ids: readonly string[];
	/** Finite and ≥ 0. */
	readonly amount: Float64Array;
}

const ID_NAMES = ['id', 'identifiant', 'code'];
const AMOUNT_NAMES = {
	people: ['people', 'population', 'pop', 'habitants', 'ind'],
	capacity: ['capacity', 'capacite', 'supply', 'offre']
} as const;

/**
 * Reads a table of one amount by place: `id` and `people`, or `id` and `capacity` (and their usual other names).
 * A row without an id of its own or without an amount (blank is not zero) is rejected with its reason.
 * @throws MaillageError `error_amounts_columns` when a column is missing, `error_amounts_nothing_kept`, and what readTable throws
 */
export function importAmounts(bytes: Uint8Array, file: string, kind: keyof typeof AMOUNT_NAMES): Imported<Amounts> {
	const table = readTable(bytes, file);
	const column = (names: readonly string[]) => {
		const index = columnIndex(table, names);
		if (index !== null) return index;
		const params = { expected: names[0], kind, columns: listedHeadings(table.headings) };
		throw new MaillageError('error_amounts_columns', params, file);
	};
	const at = { id: column(ID_NAMES), amount: column(AMOUNT_NAMES[kind]) };
	const amounts = new Map<string, number>();
	const rejected: RejectedRow[] = [];
	for (const row of table.rows) {
		const id = row.cells[at.id].trim();
		const amount = amountOf(row.cells[at.amount]);
		const idFault = id === '' ? 'note_amount_without_id' : amounts.has(id) ? 'note_amount_id_taken' : null;
		if (idFault === null && typeof amount === 'number') {
			amounts.set(id, amount);
			continue;
		}
		const faulty = idFault === null ? at.amount : at.id;
		const note: Note = {
			severity: 'rejected',
			message: { code: idFault ?? String(amount), params: {} },
			file,
			row: row.row,
			column: table.headings[faulty],
			read: row.cells[faulty]
		};
		rejected.push({ note, cells: cellsRecord(table, row) });
	}
	if (amounts.size === 0) {
		const params = { count: table.rows.length, expected: kind };
		throw new MaillageError('error_amounts_nothing_kept', params, file);
	}
	return {
		value: { ids: [...amounts.keys()], amount: Float64Array.from(amounts.values()) },
		notes: [...table.notes, ...rejected.map(({ note }) => note)],
		rejected,
		rowsRead: table.rows.length,
		rowsKept: amounts.size
	};
}

/** The amount of a cell, or the code of what is wrong with it. */
function amountOf(text: string): number | string {
	const amount = parseNumber(text);
	if (amount === null) return isMissing(text) ? 'note_amount_blank' : 'note_amount_not_number';
	return amount < 0 ? 'note_amount_negative' : amount;
}
