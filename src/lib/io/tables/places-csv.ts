import type { Imported, Note, RejectedRow } from '#domain/notes.ts';
import type { CandidatePlace } from '#domain/proposals.ts';
import { binaryKind } from '../bytes/binary-kind.ts';
import { parseCsv } from './csv.ts';
import { namesCoordinates, pointsOfTable } from './points-csv.ts';
import { cellsRecord, readTable, type Table, type TableRow } from './table.ts';
import { decodeText } from './text-encoding.ts';

/** What a line holds where no first line says it. */
const COLUMNS = ['nom', 'longitude', 'latitude'] as const;
const DELIMITERS = [';', '\t', '|', ','] as const;
const NAME = ['nom', 'name', 'libelle', 'label', 'lieu', 'adresse', 'id', 'identifiant', 'code'];

/** What is said of a point, in the words of places. */
const PLACE_CODES: Readonly<Record<string, string>> = {
	note_point_without_id: 'note_place_without_name',
	note_point_id_taken: 'note_place_name_taken'
};

/**
 * Places, one a line: name, longitude, latitude in degrees WGS 84, with or without a first line of headings, which then gives the order.
 * Decimal commas where columns are parted by semicolons, tabs or bars. A line of more cells than there are columns is left out, since a
 * decimal comma may have parted a number in two; each line left out is read whole in its note, and said once.
 * @throws MaillageError what `readTable` and `pointsOfTable` throw
 */
export function importPlaces(bytes: Uint8Array, file: string): Imported<readonly CandidatePlace[]> {
	const table = tableOfPlaces(bytes, file);
	const longRows = new Map(
		table.notes.flatMap((note) => (note.message.code === 'note_row_too_long' ? [[note.row, note] as const] : []))
	);
	const tooLong = table.rows.flatMap((row) => {
		const note = longRows.get(row.row);
		return note === undefined ? [] : [tooLongRow(table, row, note)];
	});
	const points = pointsOfTable({ ...table, rows: table.rows.filter(({ row }) => !longRows.has(row)) }, NAME);
	const rejected = [...tooLong, ...points.rejected.map(inPlaceWords)].sort(
		(one, other) => (one.note.row ?? 0) - (other.note.row ?? 0)
	);
	const rowsRejected = new Set(rejected.map(({ note }) => note.row));
	const { ids, lon, lat } = points.value;
	return {
		value: ids.map((name, rank) => ({ name, position: [lon[rank], lat[rank]] })),
		notes: [
			...table.notes.filter(({ row }) => row === null || !rowsRejected.has(row)),
			...rejected.map(({ note }) => note)
		],
		rejected,
		rowsRead: table.rows.length,
		rowsKept: ids.length
	};
}

/** The table as it is, or under headings of our own where its first line is a place already. */
function tableOfPlaces(bytes: Uint8Array, file: string): Table {
	if (binaryKind(bytes) !== null) return readTable(bytes, file);
	const { text, notes } = decodeText(bytes, file);
	const [first] = parseCsv(text).records;
	if (first === undefined || /^sep=/i.test(text) || namesCoordinates(first.cells)) return readTable(bytes, file);
	const headed = `${COLUMNS.join(delimiterOf(text))}\n${text}`;
	const table = readTable(new TextEncoder().encode(headed), file);
	const asTyped = <Of extends { readonly row: number | null }>(of: Of): Of => ({
		...of,
		row: of.row === null ? null : of.row - 1
	});
	return { ...table, rows: table.rows.map(asTyped), notes: [...notes, ...table.notes.map(asTyped)] };
}

/** What parts most lines in three; all the lines decide, since the first may be the one that is wrong. */
function delimiterOf(text: string): string {
	const lines = text.split(/\r\n?|\n/);
	let best: string = DELIMITERS[0];
	let most = 0;
	for (const delimiter of DELIMITERS) {
		const fitting = lines.filter((line) => line.split(delimiter).length === COLUMNS.length).length;
		if (fitting > most) {
			best = delimiter;
			most = fitting;
		}
	}
	return best;
}

/** @param note what the table says of the row, with the cells beyond the columns */
function tooLongRow(table: Table, row: TableRow, note: Note): RejectedRow {
	const { params } = note.message;
	const read = [...row.cells, note.read ?? ''].join(' | ');
	return {
		note: { ...note, severity: 'rejected', message: { code: 'note_place_cells', params }, read },
		cells: cellsRecord(table, row)
	};
}

function inPlaceWords({ note, cells }: RejectedRow): RejectedRow {
	const { code, params } = note.message;
	const filled = Object.values(cells).filter((cell) => cell.trim() !== '');
	return { note: { ...note, message: { code: PLACE_CODES[code] ?? code, params }, read: filled.join(' | ') }, cells };
}
