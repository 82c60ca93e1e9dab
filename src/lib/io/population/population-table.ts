import type { Commune } from '#domain/commune.ts';
import {
	MaillageError,
	type Imported,
	type Message,
	type Note,
	type NoteSeverity,
	type RejectedRow
} from '#domain/notes.ts';
import type { AgeBand, Population } from '#domain/population.ts';
import type { Source } from '#domain/source.ts';
import type { InseeCode } from '#domain/units.ts';
import { listedHeadings } from '../tables/column-mapping.ts';
import { readJoinedInseeCodes } from '../communes/insee-code.ts';
import { isMissing, parseNumber } from '../tables/numbers.ts';
import { populationColumns, type PopulationColumns } from './population-columns.ts';
import { placesOf, type PlacingOptions } from './population-places.ts';
import { populationSource, SHARED_VINTAGE } from './population-source.ts';
import { cellsRecord, type Table } from '../tables/table.ts';

/** Demand points read from a file, and what the file says it is. */
export interface PopulationImport extends Imported<Population> {
	readonly source: Source;
}

export interface PopulationTableOptions extends Partial<PlacingOptions> {
	/** Headings by field, as the user gave them; `crs` names the system of x and y. */
	readonly columns?: Readonly<Record<string, string>>;
	readonly communes?: readonly Commune[];
}

/**
 * Demand points of a table: one per row that has a place and a number of people ≥ 0. Rejected with their reason: no
 * people, people that are text or negative, no place, a cell already read. Zero people is kept: somebody counted.
 * @throws MaillageError `error_population_no_people`, `error_population_no_place`, `error_population_crs_needed`,
 * `error_population_nothing_kept`, and those of populationColumns
 */
export function populationFromTable(table: Table, options: PopulationTableOptions = {}): PopulationImport {
	const columns = populationColumns(table, options.columns);
	if (columns.people === null) {
		throw new MaillageError('error_population_no_people', { columns: listedHeadings(table.headings) }, table.file);
	}
	const places = placesOf(table, columns, { crs: options.crs ?? null, communes: options.communes ?? [] });
	const reader = new RowReader(table, columns, columns.people);
	const firstRows = new Map<string, number>();
	table.rows.forEach(({ row, cells }, i) => {
		const place = places.at(i);
		if ('refused' in place) return reader.reject(i, place.refused, place.column);
		const first = firstRows.get(place.id);
		if (first !== undefined)
			return reader.reject(i, { code: 'note_population_cell_twice', params: { first } }, places.column);
		const people = readPeople(cells[reader.peopleColumn]);
		if (typeof people !== 'number') return reader.reject(i, people, reader.peopleColumn);
		firstRows.set(place.id, row);
		if (place.changed !== null) reader.note('changed', place.changed, row, places.column, cells[places.column]);
		reader.keep(i, place, people);
	});
	const source = populationSource(table, places.kind);
	if (source.vintage === SHARED_VINTAGE) reader.note('info', { code: 'note_population_vintage_shared', params: {} });
	const population = reader.population(places.kind);
	if (population.count === 0) {
		const first = reader.rejected[0]?.note;
		const params = {
			rows: table.rows.length,
			row: first?.row ?? 0,
			column: first?.column ?? '',
			read: first?.read ?? ''
		};
		throw new MaillageError('error_population_nothing_kept', params, table.file);
	}
	return {
		value: population,
		source,
		notes: [...table.notes, ...places.notes, ...reader.notes],
		rejected: reader.rejected,
		rowsRead: table.rows.length,
		rowsKept: population.count
	};
}

/** People in a cell, or why they cannot be told. */
function readPeople(text: string): number | Message {
	if (isMissing(text)) return { code: 'note_population_people_missing', params: {} };
	const people = parseNumber(text);
	if (people === null) return { code: 'note_population_people_text', params: {} };
	return people < 0 ? { code: 'note_population_people_negative', params: {} } : people;
}

/** Takes the rows one by one and lays those kept as parallel arrays. */
class RowReader {
	readonly notes: Note[] = [];
	readonly rejected: RejectedRow[] = [];
	readonly peopleColumn: number;
	readonly #table: Table;
	readonly #columns: PopulationColumns;
	readonly #ids: string[] = [];
	readonly #lon: number[] = [];
	readonly #lat: number[] = [];
	readonly #people: number[] = [];
	readonly #communes: (InseeCode | null)[] = [];
	/** Rows of the table kept, in order. */
	readonly #kept: number[] = [];
	#onSeveralCommunes = 0;

	constructor(table: Table, columns: PopulationColumns, peopleColumn: number) {
		this.#table = table;
		this.#columns = columns;
		this.peopleColumn = peopleColumn;
	}

	note(
		severity: NoteSeverity,
		message: Message,
		row: number | null = null,
		column: number | null = null,
		read: string | null = null
	): Note {
		const { file, headings } = this.#table;
		const note: Note = { severity, message, file, row, column: column === null ? null : headings[column], read };
		this.notes.push(note);
		return note;
	}

	reject(i: number, message: Message, column: number): void {
		const row = this.#table.rows[i];
		const note = this.note('rejected', message, row.row, column, row.cells[column]);
		this.rejected.push({ note, cells: cellsRecord(this.#table, row) });
	}

	keep(
		i: number,
		place: { id: string; lon: number; lat: number; communeCode: InseeCode | null },
		people: number
	): void {
		this.#kept.push(i);
		this.#ids.push(place.id);
		this.#lon.push(place.lon);
		this.#lat.push(place.lat);
		this.#people.push(people);
		this.#communes.push(place.communeCode ?? this.#statedCommune(i));
	}

	/** INSEE names every commune of a cell on several and not which holds most of it: unknown, for outlines to decide. */
	#statedCommune(i: number): InseeCode | null {
		if (this.#columns.commune === null) return null;
		const codes = readJoinedInseeCodes(this.#table.rows[i].cells[this.#columns.commune]);
		if (codes.length > 1) this.#onSeveralCommunes++;
		return codes.length === 1 ? codes[0] : null;
	}

	population(kind: Population['kind']): Population {
		const { ages, imputed, households, poorHouseholds, commune } = this.#columns;
		if (this.#onSeveralCommunes > 0) {
			this.note(
				'info',
				{ code: 'note_population_several_communes', params: { count: this.#onSeveralCommunes } },
				null,
				commune
			);
		}
		const ageBands = ages.map(({ fromAge, toAge, column }): AgeBand => ({
			fromAge,
			toAge,
			people: this.#counts(column)
		}));
		return {
			kind,
			count: this.#ids.length,
			ids: this.#ids,
			lon: Float64Array.from(this.#lon),
			lat: Float64Array.from(this.#lat),
			people: Float64Array.from(this.#people),
			communeCodes: this.#communes,
			imputed: imputed === null ? null : Uint8Array.from(this.#counts(imputed), (value) => (value === 1 ? 1 : 0)),
			ageBands: ageBands.length === 0 ? null : ageBands,
			households: households === null ? null : this.#counts(households),
			poorHouseholds: poorHouseholds === null ? null : this.#counts(poorHouseholds)
		};
	}

	/** A column of counts of the rows kept: NaN where blank; text or a negative count is NaN too, with a note. */
	#counts(column: number): Float64Array {
		return Float64Array.from(this.#kept, (i) => {
			const { row, cells } = this.#table.rows[i];
			if (isMissing(cells[column])) return NaN;
			const value = parseNumber(cells[column]);
			if (value !== null && value >= 0) return value;
			this.note('changed', { code: 'note_population_count_ignored', params: {} }, row, column, cells[column]);
			return NaN;
		});
	}
}
