import { MaillageError, type Message, type Note, type NoteSeverity } from '#domain/notes.ts';
import type { InseeCode } from '#domain/units.ts';
import { locatePair, usualReading, type CoordinateReading, type UsualReading } from '../geo/coordinates.ts';
import { cellId } from '../geo/grid-cell-id.ts';
import { readInseeCode } from '../communes/insee-code.ts';
import { parseNumber } from '../tables/numbers.ts';
import type { PopulationColumns } from './population-columns.ts';
import type { Places } from './population-places.ts';
import { KNOWN_CRS, type CrsCode } from '../geo/projection.ts';
import type { Table } from '../tables/table.ts';

/** Sides of the squares whose centres INSEE writes as x and y. */
const GRID_SIZES = [1000, 200] as const;

/**
 * Places given by columns of coordinates (lon and lat, or x and y in a named or recognised system); null when there are
 * none. Centres of a regular 200 m or 1 km grid in EPSG:3035 are those cells, with their ids.
 * @throws MaillageError `error_population_crs_needed` when the numbers fit no known system
 */
export function pointPlaces(table: Table, columns: PopulationColumns, fileCrs: CrsCode | null): Places | null {
	const inDegrees = columns.lon !== null && columns.lat !== null;
	const [xColumn, yColumn] = inDegrees ? [columns.lon, columns.lat] : [columns.x, columns.y];
	if (xColumn === null || yColumn === null) return null;
	const numbers = (column: number) => Float64Array.from(table.rows, ({ cells }) => parseNumber(cells[column]) ?? NaN);
	const [x, y] = [numbers(xColumn), numbers(yColumn)];
	const stated = columns.crs ?? fileCrs ?? (inDegrees ? 4326 : null);
	const usual = usualReading(x, y, stated);
	if (usual === null) {
		const params = { x: table.headings[xColumn], y: table.headings[yColumn], expected: KNOWN_CRS };
		throw new MaillageError('error_population_crs_needed', params, table.file);
	}
	const located = Array.from(x, (value, i) => (Number.isNaN(value + y[i]) ? null : locatePair(value, y[i], usual)));
	const asUsual = located.map((found) => found !== null && 'position' in found && found.repaired === null);
	const gridSize = usual.crs === 3035 && !usual.swapped ? gridSizeOf(x, y, asUsual) : null;
	const codes = communeCodes(table, columns.commune);
	return {
		kind: gridSize === 200 ? 'grid-200m' : gridSize === 1000 ? 'grid-1km' : codes === null ? 'point' : 'commune',
		column: xColumn,
		notes: fileNotes(table, [xColumn, yColumn], usual, stated),
		at(i) {
			const found = located[i];
			if (found === null) {
				return {
					refused: { code: 'note_coordinates_missing', params: {} },
					column: Number.isNaN(x[i]) ? xColumn : yColumn
				};
			}
			const written = { x: x[i], y: y[i] };
			if ('fault' in found) return { refused: { code: FAULTS[found.fault], params: written }, column: xColumn };
			const [lon, lat] = found.position;
			const { cells, row } = table.rows[i];
			const given = codes?.[i] ?? (columns.id === null ? '' : cells[columns.id].trim());
			const id = gridSize !== null && asUsual[i] ? gridId(x[i], y[i], gridSize) : given === '' ? `${row}` : given;
			return { id, lon, lat, communeCode: codes?.[i] ?? null, changed: repairMessage(found.repaired, written) };
		}
	};
}

const FAULTS = {
	zero: 'note_coordinates_zero',
	not_on_earth: 'note_coordinates_not_on_earth',
	outside_france: 'note_coordinates_outside_france'
} as const;

function repairMessage(reading: CoordinateReading | null, written: { x: number; y: number }): Message | null {
	if (reading === null) return null;
	if (reading.crs === 4326) return { code: 'note_coordinates_swapped', params: written };
	return { code: 'note_coordinates_converted', params: { ...written, crs: `EPSG:${reading.crs}` } };
}

/** What to say once when the whole file is not written as its headings, or the user, say. */
function fileNotes(table: Table, pair: readonly [number, number], usual: UsualReading, stated: CrsCode | null): Note[] {
	const notes: Note[] = [];
	const column = pair.map((index) => table.headings[index]).join(', ');
	const say = (severity: NoteSeverity, code: string, params: Message['params']) =>
		notes.push({ severity, message: { code, params }, file: table.file, row: null, column, read: null });
	if (usual.crs !== (stated ?? 4326))
		say(stated === null ? 'info' : 'changed', 'note_coordinates_system', { crs: `EPSG:${usual.crs}` });
	if (usual.swapped) say('changed', 'note_coordinates_all_swapped', {});
	return notes;
}

/** The INSEE code of each row where every row has its own: a table of communes; null otherwise. */
function communeCodes(table: Table, column: number | null): readonly InseeCode[] | null {
	if (column === null) return null;
	const codes = table.rows.flatMap(({ cells }) => readInseeCode(cells[column])?.code ?? []);
	return new Set(codes).size === table.rows.length ? codes : null;
}

/** The side of the grid whose cell centres these are, or null: every pair of the usual system must be one. */
function gridSizeOf(x: Float64Array, y: Float64Array, asUsual: readonly boolean[]): number | null {
	const isCentre = (value: number, size: number) => (value - size / 2) % size === 0;
	const fits = (size: number) =>
		asUsual.every((counts, i) => !counts || (isCentre(x[i], size) && isCentre(y[i], size)));
	return GRID_SIZES.find(fits) ?? null;
}

function gridId(x: number, y: number, sizeMetres: number): string {
	return cellId({ crs: 3035, sizeMetres, east: x - sizeMetres / 2, north: y - sizeMetres / 2 });
}
