import { MaillageError, type Imported, type Note, type NoteSeverity, type RejectedRow } from '#domain/notes.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import type { TimeMatrix } from '#domain/time-matrix.ts';
import { matrixLayout, type MatrixLayout, type MatrixOptions } from './matrix-columns.ts';
import { splitCells, textLines } from './matrix-lines.ts';
import { MatrixPairs, type Overruled } from './matrix-pairs.ts';
import { uint32List } from '../bytes/growable-list.ts';
import { isMissing, parseNumber } from '../tables/numbers.ts';

/** No trip to a library lasts a week; R5 and others write huge numbers for "cannot be reached". */
const LONGEST_SECONDS = 7 * 86_400;
const MOST_PAIRS = 50_000_000;
const MOST_REJECTED = 200_000;
const PLAIN_NUMBER = /^\d+(?:\.\d+)?$/;
const SECONDS_PER = { seconds: 1, minutes: 60 } as const;
const UNREACHABLE_WORDS = /^(?:[+-]?inf(?:inity)?|unreachable|inaccessible|non accessible)$/i;

/**
 * Reads a travel-time matrix: a list (from, to, time: usual headings of R5, OSRM, INSEE, or a mapping) or a square table
 * (one origin a line, one destination a column), plain or compressed with gzip. What is counted is the pair, in both
 * shapes; a blank time is a pair that cannot be travelled. Times are rounded once to seconds. Of a pair given twice with
 * two times the last counts, the others are rejected.
 * @throws MaillageError `error_matrix_empty`, `error_matrix_layout`, `error_matrix_unit_unknown`, `error_mapping_…`,
 * `error_matrix_gzip`, `error_matrix_too_large`, `error_matrix_line_too_long`, `error_matrix_too_many_pairs`,
 * `error_matrix_too_many_rejected`
 */
export function importMatrix(bytes: Uint8Array, file: string, options: MatrixOptions = {}): Imported<TimeMatrix> {
	const reader = new MatrixReader(file, options);
	let row = 0;
	let header: string | null = null;
	for (const lines of textLines(bytes, file)) {
		for (const line of lines) {
			row++;
			if (line.trim() === '') continue;
			if (header === null) header = line;
			else reader.take(line, row, header);
		}
	}
	return reader.finish();
}

class MatrixReader {
	readonly #file: string;
	readonly #options: MatrixOptions;
	readonly #pairs = new MatrixPairs(uint32List(), UNREACHABLE);
	readonly #rejected: RejectedRow[] = [];
	readonly #notes: Note[] = [];
	#layout: MatrixLayout | null = null;
	#unreachable = 0;

	constructor(file: string, options: MatrixOptions) {
		this.#file = file;
		this.#options = options;
	}

	take(line: string, row: number, header: string): void {
		this.#layout ??= matrixLayout(header, line, this.#file, this.#options);
		const layout = this.#layout;
		const cells = splitCells(line, layout.delimiter);
		if (layout.shape === 'square') this.#takeSquareRow(cells, row, layout);
		else {
			const { from, to, time, headings } = layout;
			this.#takePair(
				(cells[from] ?? '').trim(),
				(cells[to] ?? '').trim(),
				cells[time] ?? '',
				row,
				headings[time],
				layout
			);
		}
		if (this.#pairs.length > MOST_PAIRS) {
			throw new MaillageError('error_matrix_too_many_pairs', { limit: MOST_PAIRS, row: String(row) }, this.#file);
		}
	}

	#takeSquareRow(cells: readonly string[], row: number, layout: MatrixLayout): void {
		const { headings } = layout;
		const from = (cells[0] ?? '').trim();
		if (from === '') {
			this.#reject('note_matrix_id_missing', {}, row, headings[0], '', {
				from,
				row: cells.slice(1).join(layout.delimiter)
			});
			return;
		}
		if (cells.length !== headings.length) {
			this.#note('info', 'note_matrix_row_length', { found: cells.length, expected: headings.length }, row, null);
		}
		for (let column = 1; column < headings.length; column++) {
			this.#takePair(from, headings[column], cells[column] ?? '', row, headings[column], layout);
		}
	}

	#takePair(from: string, to: string, time: string, row: number, column: string, { unit }: MatrixLayout): void {
		const cells = { from, to, time };
		if (from === '' || to === '') return this.#reject('note_matrix_id_missing', {}, row, null, time, cells);
		const read = PLAIN_NUMBER.test(time) ? Number(time) : parseNumber(time);
		if (read === null) {
			if (!saysUnreachable(time)) {
				return this.#reject('note_matrix_time_not_number', {}, row, column, time, cells);
			}
			this.#unreachable++;
			return this.#pairs.add(from, to, UNREACHABLE, row);
		}
		if (read < 0) return this.#reject('note_matrix_time_negative', {}, row, column, time, cells);
		const seconds = Math.round(read * SECONDS_PER[unit]);
		if (seconds > LONGEST_SECONDS)
			return this.#reject('note_matrix_time_too_long', { days: LONGEST_SECONDS / 86_400 }, row, column, time, cells);
		this.#pairs.add(from, to, seconds, row);
	}

	#note(
		severity: NoteSeverity,
		code: string,
		params: Note['message']['params'],
		row: number | null,
		column: string | null,
		read: string | null = null
	): Note {
		const note: Note = { severity, message: { code, params }, file: this.#file, row, column, read };
		this.#notes.push(note);
		return note;
	}

	#reject(
		code: string,
		params: Note['message']['params'],
		row: number,
		column: string | null,
		read: string,
		cells: Record<string, string>
	): void {
		const note = this.#note('rejected', code, params, row, column, read);
		this.#rejected.push({ note, cells });
		if (this.#rejected.length > MOST_REJECTED) {
			throw new MaillageError('error_matrix_too_many_rejected', { limit: MOST_REJECTED, row: String(row) }, this.#file);
		}
	}

	finish(): Imported<TimeMatrix> {
		const layout = this.#layout;
		if (layout === null) throw new MaillageError('error_matrix_empty', {}, this.#file);
		const pairsTaken = this.#pairs.length;
		const { rows, overruled, repeated } = this.#pairs.build();
		const { values, ...places } = rows;
		const matrix: TimeMatrix = { ...places, seconds: values };
		for (const pair of overruled) this.#rejectOverruled(pair);
		if (repeated > 0) this.#note('info', 'note_matrix_repeated', { count: repeated }, null, null);
		if (this.#unreachable > 0) this.#note('info', 'note_matrix_unreachable', { count: this.#unreachable }, null, null);
		if (layout.unitFrom !== 'stated' && layout.unitFrom !== 'heading' && matrix.seconds.length > 0) {
			const column = layout.shape === 'long' ? layout.headings[layout.time] : null;
			const code = layout.unit === 'seconds' ? 'note_matrix_unit_seconds' : 'note_matrix_unit_minutes';
			this.#note('info', code, { minutes: Math.round(median(matrix.seconds) / 60) }, null, column);
		}
		return {
			value: matrix,
			notes: this.#notes,
			rejected: this.#rejected,
			rowsRead: pairsTaken + this.#rejected.length - overruled.length,
			rowsKept: pairsTaken - overruled.length
		};
	}

	#rejectOverruled({ row, from, to, value, keptValue }: Overruled): void {
		const written = (time: number) => (time === UNREACHABLE ? '' : String(time));
		const cells = { from, to, seconds: written(value) };
		this.#reject(
			'note_matrix_pair_overruled',
			{ from, to, kept: written(keptValue) },
			row,
			null,
			written(value),
			cells
		);
	}
}

/** A blank cell, or what programmes write of a pair that cannot be travelled ("Inf", "NA"). */
export function saysUnreachable(text: string): boolean {
	return isMissing(text) || UNREACHABLE_WORDS.test(text.trim());
}

function median(values: Uint32Array): number {
	return values.slice().sort()[values.length >> 1];
}
