import { MaillageError, type Imported, type Note, type RejectedRow } from '#domain/notes.ts';
import { float64List } from '../bytes/growable-list.ts';
import { listedHeadings } from '../tables/column-mapping.ts';
import { detectDelimiter } from '../tables/csv.ts';
import { parseNumber } from '../tables/numbers.ts';
import { columnIndex } from '../tables/table.ts';
import { FROM_NAMES, TO_NAMES } from './matrix-columns.ts';
import { saysUnreachable } from './matrix-import.ts';
import { splitCells, textLines } from './matrix-lines.ts';
import { MatrixPairs, type Overruled } from './matrix-pairs.ts';

/**
 * Costs between named places in the unit of their file, which nothing converts or rounds: from place r of `fromIds`, entries
 * first[r] … first[r+1] − 1, by rising `to`, each once. A pair that is not there cannot be travelled.
 */
export interface CostMatrix {
	readonly fromIds: readonly string[];
	readonly toIds: readonly string[];
	/** fromIds.length + 1 offsets. */
	readonly first: Uint32Array;
	/** Indices into toIds. */
	readonly to: Uint32Array;
	/** Finite and ≥ 0. */
	readonly value: Float64Array;
}

const VALUE_NAMES = [
	'value',
	'valeur',
	'cost',
	'cout',
	'travel_time',
	'travel_time_p50',
	'time',
	'temps',
	'duration',
	'duree',
	'minutes',
	'seconds',
	'secondes',
	'distance'
];
const MOST_PAIRS = 50_000_000;
const MOST_REJECTED = 200_000;
const NO_PAIR = Infinity;

interface CostColumns {
	readonly delimiter: string;
	readonly from: number;
	readonly to: number;
	readonly value: number;
	readonly valueHeading: string;
}

/**
 * Reads a list of costs (from, to, value and their usual other names), plain or compressed with gzip. A blank value is a pair that cannot
 * be travelled; of a pair given twice with two values the last counts, the others are rejected.
 * @throws MaillageError `error_cost_matrix_columns`, `error_cost_matrix_empty`, `error_matrix_gzip`, `error_matrix_too_large`,
 * `error_matrix_line_too_long`, `error_matrix_too_many_pairs`, `error_matrix_too_many_rejected`
 */
export function importCostMatrix(bytes: Uint8Array, file: string): Imported<CostMatrix> {
	const pairs = new MatrixPairs(float64List(), NO_PAIR);
	const rejected: RejectedRow[] = [];
	let columns: CostColumns | null = null;
	let row = 0;
	let rowsRead = 0;
	for (const lines of textLines(bytes, file)) {
		for (const line of lines) {
			row++;
			if (line.trim() === '') continue;
			if (columns === null) {
				columns = costColumns(line, file);
				continue;
			}
			rowsRead++;
			const cells = splitCells(line, columns.delimiter);
			const read = (column: number) => (cells[column] ?? '').trim();
			const pair = { from: read(columns.from), to: read(columns.to), value: read(columns.value) };
			const cost = costOf(pair.value);
			const code =
				pair.from === '' || pair.to === '' ? 'note_matrix_id_missing' : typeof cost === 'string' ? cost : null;
			if (code !== null) {
				rejected.push(rejection(file, row, code, {}, columns.valueHeading, pair));
				if (rejected.length > MOST_REJECTED)
					throw new MaillageError('error_matrix_too_many_rejected', { limit: MOST_REJECTED, row: String(row) }, file);
			} else if (typeof cost === 'number') pairs.add(pair.from, pair.to, cost, row);
			if (pairs.length > MOST_PAIRS)
				throw new MaillageError('error_matrix_too_many_pairs', { limit: MOST_PAIRS, row: String(row) }, file);
		}
	}
	if (columns === null || rowsRead === 0) throw new MaillageError('error_cost_matrix_empty', {}, file);
	return laidOut(pairs, rejected, rowsRead, columns.valueHeading, file);
}

function costColumns(header: string, file: string): CostColumns {
	const delimiter = detectDelimiter(header);
	const headings = splitCells(header, delimiter).map((heading) => heading.trim());
	const column = (names: readonly string[]) => {
		const index = columnIndex({ headings }, names);
		if (index === null) {
			const params = { expected: names[0], columns: listedHeadings(headings) };
			throw new MaillageError('error_cost_matrix_columns', params, file);
		}
		return index;
	};
	const [from, to, value] = [column(FROM_NAMES), column(TO_NAMES), column(VALUE_NAMES)];
	return { delimiter, from, to, value, valueHeading: headings[value] };
}

/** The cost that a cell gives, NO_PAIR where it is blank, or the code of what is wrong with it. */
function costOf(text: string): number | string {
	const cost = parseNumber(text);
	if (cost === null) return saysUnreachable(text) ? NO_PAIR : 'note_cost_not_number';
	return cost < 0 ? 'note_cost_negative' : cost;
}

function laidOut(
	pairs: MatrixPairs<Float64Array>,
	rejected: RejectedRow[],
	rowsRead: number,
	valueHeading: string,
	file: string
): Imported<CostMatrix> {
	const pairsTaken = pairs.length;
	const { rows, overruled, repeated } = pairs.build();
	const unreachable = pairsTaken - repeated - overruled.length - rows.to.length;
	for (const one of overruled) rejected.push(overruledRow(one, valueHeading, file));
	const notes: Note[] = rejected.map(({ note }) => note);
	const note = (code: string, count: number) => {
		if (count === 0) return;
		notes.push({ severity: 'info', message: { code, params: { count } }, file, row: null, column: null, read: null });
	};
	note('note_cost_repeated', repeated);
	note('note_cost_unreachable', unreachable);
	const { values, ...places } = rows;
	return {
		value: { ...places, value: values },
		notes,
		rejected,
		rowsRead,
		rowsKept: rowsRead - rejected.length
	};
}

function overruledRow({ row, from, to, value, keptValue }: Overruled, valueHeading: string, file: string): RejectedRow {
	const written = (cost: number) => (cost === NO_PAIR ? '' : String(cost));
	const params = { from, to, kept: written(keptValue) };
	return rejection(file, row, 'note_cost_overruled', params, valueHeading, { from, to, value: written(value) });
}

function rejection(
	file: string,
	row: number,
	code: string,
	params: Note['message']['params'],
	column: string,
	cells: { from: string; to: string; value: string }
): RejectedRow {
	return { note: { severity: 'rejected', message: { code, params }, file, row, column, read: cells.value }, cells };
}
