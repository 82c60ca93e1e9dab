import { parseNumber } from '../tables/numbers.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { Message } from '#domain/notes.ts';
import { metresBetween } from '../geo/polygon-distance.ts';
import { readPositions, type WrittenPosition } from './position-check.ts';
import { parseCrs, type CrsCode } from '../geo/projection.ts';
import { normalisedName } from './site-names.ts';
import type { SiteColumns } from './sites-columns.ts';
import type { TableRow } from '../tables/table.ts';

/** Two places of one name nearer than this are one. */
export const SAME_PLACE_METRES = 50;

/** A row with the position its cells mean; `message` says what was changed, or why there is none. */
export interface PlacedRow {
	readonly row: TableRow;
	readonly position: LonLat | null;
	readonly message: Message | null;
	/** The column of that message, and what was read there. */
	readonly column: string | null;
	readonly read: string | null;
}

export interface PlacedRows {
	readonly rows: readonly PlacedRow[];
	/** What was understood of the file as a whole without being any row's fault. */
	readonly messages: readonly Message[];
}

/** The rows of a table, each with its position. */
export function placeRows(columns: SiteColumns): PlacedRows {
	const stated = columns.crs === null ? null : parseCrs(columns.crs, columns.table.file);
	const pairs = columns.table.rows.map(({ cells }) => writtenPosition(columns, cells));
	const { positions, usual } = readPositions(
		pairs.map(({ written }) => written),
		stated
	);
	const rows = columns.table.rows.map((row, i): PlacedRow => {
		const { column, read } = pairs[i];
		return { row, ...positions[i], column, read: read === '' ? null : read };
	});
	const placed = rows.filter(({ position }) => position !== null);
	const commas = pairs.filter(({ written }, i) => rows[i].position !== null && written.lat.includes(',')).length;
	const messages: Message[] = [];
	if (commas > 0) messages.push({ code: 'note_sites_decimal_commas', params: { count: commas } });
	if (usual !== null && usual.crs !== (stated ?? (4326 satisfies CrsCode)))
		messages.push({ code: 'note_sites_projected', params: { count: placed.length, crs: `EPSG:${usual.crs}` } });
	if (usual?.swapped === true) messages.push({ code: 'note_sites_swapped', params: { count: placed.length } });
	return { rows, messages };
}

interface Pair {
	readonly written: WrittenPosition;
	/** The column to speak of, and what stands there: both cells of a pair, or the one of a point. */
	readonly column: string | null;
	readonly read: string;
}

/** The pair of cells that says where a row is: degrees, else a point in one cell, else x and y. */
function writtenPosition(columns: SiteColumns, cells: readonly string[]): Pair {
	const bothRead = (lon: string, lat: string) => [lon, lat].filter((cell) => cell !== '').join(' ; ');
	const [lon, lat] = [columns.text(cells, 'lon'), columns.text(cells, 'lat')];
	if (lon !== '' || lat !== '') {
		return { written: { lon, lat }, column: columns.heading(lon === '' ? 'lon' : 'lat'), read: bothRead(lon, lat) };
	}
	const point = columns.text(cells, 'point');
	if (point !== '') return { written: splitPoint(point), column: columns.heading('point'), read: point };
	const [x, y] = [columns.text(cells, 'x'), columns.text(cells, 'y')];
	const asked = (['lat', 'point', 'y'] as const).find((field) => columns.has(field));
	return {
		written: { lon: x, lat: y },
		column: asked === undefined ? null : columns.heading(asked),
		read: bothRead(x, y)
	};
}

/**
 * "lat, lon" as Opendatasoft writes it, or "POINT (lon lat)". What is neither goes on to be refused: words as they are, a lone
 * number as half a pair, never as both halves.
 */
function splitPoint(text: string): { lon: string; lat: string } {
	const wkt = /^(?:srid=\d+;)?\s*point\s*z?\s*\(\s*([^\s()]+)\s+([^\s()]+)[^()]*\)$/i.exec(text);
	if (wkt !== null) return { lon: wkt[1], lat: wkt[2] };
	const pair = /^[[(]?\s*([^\s,;]+)\s*[,;\s]\s*([^\s,;]+?)\s*[\])]?$/.exec(text);
	if (pair !== null) return { lon: pair[2], lat: pair[1] };
	return parseNumber(text) === null ? { lon: text, lat: text } : { lon: '', lat: text };
}

/** The rows of one place, the first one with a position first. */
export interface RowGroup {
	readonly rows: readonly PlacedRow[];
	readonly position: LonLat | null;
}

/**
 * Rows gathered by place, where a table has one row a place and day: rows of the same name, commune and identifier within
 * 50 m of each other. An identifier that no two rows share numbers rows, not places, and is not looked at. Rows without
 * a position join the place of their name when there is only one.
 */
export function groupRows(columns: SiteColumns, rows: readonly PlacedRow[]): RowGroup[] {
	if (!columns.has('day')) return rows.map((row) => ({ rows: [row], position: row.position }));
	const ids = rows.map(({ row }) => columns.text(row.cells, 'id')).filter((id) => id !== '');
	const idsNumberRows = new Set(ids).size === ids.length;
	const groups: { rows: PlacedRow[]; position: LonLat | null }[] = [];
	const byKey = new Map<string, typeof groups>();
	const keyOf = ({ row: { cells } }: PlacedRow) =>
		JSON.stringify([
			normalisedName(columns.name(cells) ?? ''),
			normalisedName(columns.text(cells, 'communeName')),
			columns.text(cells, 'communeCode'),
			idsNumberRows ? '' : columns.text(cells, 'id')
		]);
	const placeless: PlacedRow[] = [];
	for (const row of rows) {
		const { position } = row;
		if (position === null) {
			placeless.push(row);
			continue;
		}
		const key = keyOf(row);
		const namesakes = byKey.get(key) ?? [];
		const group = namesakes.find(
			(other) => other.position !== null && metresBetween(other.position, position) <= SAME_PLACE_METRES
		);
		if (group !== undefined) group.rows.push(row);
		else {
			const created = { rows: [row], position };
			groups.push(created);
			byKey.set(key, [...namesakes, created]);
		}
	}
	for (const row of placeless) {
		const key = keyOf(row);
		const namesakes = byKey.get(key) ?? [];
		if (namesakes.length === 1) namesakes[0].rows.push(row);
		else {
			const created = { rows: [row], position: null };
			groups.push(created);
			if (namesakes.length === 0) byKey.set(key, [created]);
		}
	}
	return groups;
}
