import { MaillageError } from '#domain/notes.ts';
import { detectDelimiter } from '../tables/csv.ts';
import { splitCells } from './matrix-lines.ts';
import { parseNumber } from '../tables/numbers.ts';
import { checkedMapping, listedHeadings, mappedColumn, type ColumnMapping } from '../tables/column-mapping.ts';
import { columnIndex } from '../tables/table.ts';

export type TimeUnit = 'seconds' | 'minutes';

const MATRIX_FIELDS = ['from', 'to', 'seconds', 'minutes', 'time'] as const;
type MatrixMapping = ColumnMapping<(typeof MATRIX_FIELDS)[number]>;

export interface MatrixOptions {
	/** Unit of the times, when the headings do not tell it (or tell it wrong). */
	readonly unit?: TimeUnit;
	/** Headings to use instead of those recognised: `--columns 'matrix.from=origine,matrix.minutes=duree'`. */
	readonly mapping?: Readonly<Record<string, string>>;
}

/** One pair a line (`long`), or one origin a line and one destination a column (`square`). */
export type MatrixLayout = {
	readonly delimiter: string;
	readonly headings: readonly string[];
	readonly unit: TimeUnit;
	/** Where the unit comes from: the caller, the heading, R5's habit, or nothing (`assumed`: seconds). */
	readonly unitFrom: 'stated' | 'heading' | 'r5' | 'assumed';
} & (
	| { readonly shape: 'long'; readonly from: number; readonly to: number; readonly time: number }
	| { readonly shape: 'square' }
);

/** Usual headings of the place a pair starts from. */
export const FROM_NAMES = [
	'from',
	'from_id',
	'origin',
	'origin_id',
	'origine',
	'id_origine',
	'source',
	'src',
	'depart',
	'id_depart',
	'de',
	'o',
	'idsrc',
	'i'
];
/** Usual headings of the place a pair leads to. */
export const TO_NAMES = [
	'to',
	'to_id',
	'destination',
	'destination_id',
	'id_destination',
	'dest',
	'target',
	'dst',
	'arrivee',
	'id_arrivee',
	'vers',
	'd',
	'iddst',
	'j'
];
const TIME_HEADING = /second|(?:^|[^a-z])sec|minute|(?:^|[^a-z])mi?n(?![a-z])|dur(?:ation|ee)|temps|time|travel/;
const CLOCK_HEADING = /depart|arriv|window|date/;

/**
 * How the pairs of a travel-time table are laid out, from its first two lines.
 * @throws MaillageError `error_mapping_…` (a heading asked for is not there), `error_matrix_layout` (neither
 * from, to, time nor a square table), `error_matrix_unit_unknown` (a "temps" that could be seconds or minutes)
 */
export function matrixLayout(header: string, secondLine: string, file: string, options: MatrixOptions): MatrixLayout {
	const { unit = null } = options;
	const mapping = checkedMapping(options.mapping ?? {}, MATRIX_FIELDS, file);
	const delimiter = detectDelimiter(header);
	const headings = splitCells(header, delimiter).map((heading) => heading.trim());
	const from = mappedColumn({ headings }, mapping, 'from', file) ?? columnIndex({ headings }, FROM_NAMES);
	const to = mappedColumn({ headings }, mapping, 'to', file) ?? columnIndex({ headings }, TO_NAMES);
	const time = timeColumn(headings, mapping, file, [from, to]);
	if (from !== null && to !== null && time !== null) {
		return { shape: 'long', delimiter, headings, from, to, time, ...timeUnit(headings[time], unit, mapping, file) };
	}
	const cells = splitCells(secondLine, delimiter);
	const figures = cells.slice(1).filter((cell) => cell.trim() !== '');
	const square = headings.length > 1 && figures.length > 0 && figures.every((cell) => parseNumber(cell) !== null);
	if (square && Object.keys(mapping).length === 0) {
		return {
			shape: 'square',
			delimiter,
			headings,
			unit: unit ?? 'seconds',
			unitFrom: unit === null ? 'assumed' : 'stated'
		};
	}
	throw new MaillageError('error_matrix_layout', { columns: listedHeadings(headings) }, file);
}

function timeColumn(
	headings: readonly string[],
	mapping: MatrixMapping,
	file: string,
	taken: readonly (number | null)[]
): number | null {
	for (const field of ['seconds', 'minutes', 'time'] as const) {
		const column = mappedColumn({ headings }, mapping, field, file);
		if (column !== null) return column;
	}
	const candidates = headings
		.map((heading, column) => ({ column, plain: plainHeading(heading) }))
		.filter(({ column, plain }) => !taken.includes(column) && TIME_HEADING.test(plain) && !CLOCK_HEADING.test(plain));
	// Seconds before minutes, and the median before other percentiles of R5.
	const best =
		candidates.find(({ plain }) => writtenUnit(plain) === 'seconds') ??
		candidates.find(({ plain }) => writtenUnit(plain) === 'minutes') ??
		candidates.find(({ plain }) => /p_?50$/.test(plain)) ??
		candidates[0];
	return best?.column ?? null;
}

function timeUnit(
	heading: string,
	unit: TimeUnit | null,
	mapping: MatrixMapping,
	file: string
): Pick<MatrixLayout, 'unit' | 'unitFrom'> {
	if (unit !== null) return { unit, unitFrom: 'stated' };
	if (mapping.seconds !== undefined) return { unit: 'seconds', unitFrom: 'stated' };
	if (mapping.minutes !== undefined) return { unit: 'minutes', unitFrom: 'stated' };
	const plain = plainHeading(heading);
	const written = writtenUnit(plain);
	if (written !== null) return { unit: written, unitFrom: 'heading' };
	if (/^travel_?time(?:_?p\d+)?$/.test(plain)) return { unit: 'minutes', unitFrom: 'r5' };
	if (/^durations?$/.test(plain)) return { unit: 'seconds', unitFrom: 'heading' };
	throw new MaillageError('error_matrix_unit_unknown', { column: heading }, file);
}

function writtenUnit(plain: string): TimeUnit | null {
	if (/second|(?:^|[^a-z])s(?:ec)?(?![a-z])/.test(plain)) return 'seconds';
	return /minute|(?:^|[^a-z])mi?n(?![a-z])/.test(plain) ? 'minutes' : null;
}

/** Lower case without accents, a capital inside a word starting a new one ("travelTime"). */
function plainHeading(heading: string): string {
	return heading
		.replace(/([a-z])([A-Z])/g, '$1_$2')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase();
}
