import { cellToLatLng, isValidCell } from 'h3-js';
import type { Commune } from '#domain/commune.ts';
import { MaillageError, type Message, type Note } from '#domain/notes.ts';
import type { DemandPointKind } from '#domain/population.ts';
import type { InseeCode } from '#domain/units.ts';
import { listedHeadings } from '../tables/column-mapping.ts';
import { cellCentres, parseCellId } from '../geo/grid-cell-id.ts';
import { readInseeCode } from '../communes/insee-code.ts';
import { isMissing } from '../tables/numbers.ts';
import type { PopulationColumns } from './population-columns.ts';
import { pointPlaces } from './population-points.ts';
import { communeCentre } from '../communes/commune-centre.ts';
import type { CrsCode } from '../geo/projection.ts';
import type { Table } from '../tables/table.ts';

/** Where the row of a table lies. */
export interface Place {
	readonly id: string;
	readonly lon: number;
	readonly lat: number;
	/** Null where the place does not tell; the table may. */
	readonly communeCode: InseeCode | null;
	/** What was done to place it, where that is not plain. */
	readonly changed: Message | null;
}

/** Why a row lies nowhere, and the column at fault. */
export interface NoPlace {
	readonly refused: Message;
	readonly column: number;
}

/** How the rows of a table are placed: by grid cell, H3 cell, coordinates or commune. */
export interface Places {
	readonly kind: DemandPointKind;
	readonly column: number;
	/** About the whole file. */
	readonly notes: readonly Note[];
	/** The place of row i of the table. */
	at(i: number): Place | NoPlace;
}

export interface PlacingOptions {
	/** System of x and y when the file has its own statement (a GeoPackage layer); the user's mapping goes before it. */
	readonly crs: CrsCode | null;
	/** Communes that a table of commune codes refers to. */
	readonly communes: readonly Commune[];
}

const SAMPLE_ROWS = 50;

/**
 * The way in which this table says where its rows are, the most exact first: ids of grid cells, H3 ids (in whichever
 * column they stand), coordinates, commune codes.
 * @throws MaillageError `error_population_no_place`, `error_population_crs_needed`
 */
export function placesOf(table: Table, columns: PopulationColumns, options: PlacingOptions): Places {
	const cells = columnHolding(table, columns.id, (text) => parseCellId(text) !== null);
	if (cells !== null) return gridPlaces(table, cells);
	const hexagons = columnHolding(table, columns.id, (text) => isValidCell(text.toLowerCase()));
	if (hexagons !== null) return h3Places(table, hexagons);
	const points = pointPlaces(table, columns, options.crs);
	if (points !== null) return points;
	const known = new Set<string>(options.communes.map(({ code }) => code));
	const isCode = (text: string) => known.has(text) || readInseeCode(text) !== null;
	const codes = columnHolding(table, columns.commune ?? columns.id, isCode);
	if (codes !== null && options.communes.length > 0) return communePlaces(table, codes, options.communes);
	throw new MaillageError('error_population_no_place', { columns: listedHeadings(table.headings) }, table.file);
}

/** The column most of whose first filled cells pass the test: the usual one if it does, else any. */
function columnHolding(table: Table, usual: number | null, test: (text: string) => boolean): number | null {
	const holds = (column: number) => {
		const texts: string[] = [];
		for (const { cells } of table.rows) {
			if (!isMissing(cells[column])) texts.push(cells[column].trim());
			if (texts.length === SAMPLE_ROWS) break;
		}
		return texts.length > 0 && texts.filter(test).length * 2 > texts.length;
	};
	const others = table.headings.map((_, column) => column);
	return [...(usual === null ? [] : [usual]), ...others].find(holds) ?? null;
}

function gridPlaces(table: Table, column: number): Places {
	const parsed = table.rows.map(({ cells }) => parseCellId(cells[column]));
	const found = parsed.filter((cell) => cell !== null);
	const { lon, lat } = cellCentres(found);
	const rank = new Int32Array(parsed.length).fill(-1);
	let next = 0;
	parsed.forEach((cell, i) => {
		if (cell !== null) rank[i] = next++;
	});
	const sizes = new Set(found.map(({ sizeMetres }) => sizeMetres));
	const size = sizes.size === 1 ? found[0].sizeMetres : null;
	return {
		kind: size === 200 ? 'grid-200m' : size === 1000 ? 'grid-1km' : 'point',
		column,
		notes: [],
		at(i) {
			if (rank[i] === -1) return { refused: { code: 'note_population_cell_id', params: {} }, column };
			const id = table.rows[i].cells[column].trim();
			return { id, lon: lon[rank[i]], lat: lat[rank[i]], communeCode: null, changed: null };
		}
	};
}

function h3Places(table: Table, column: number): Places {
	return {
		kind: 'h3',
		column,
		notes: [],
		at(i) {
			const id = table.rows[i].cells[column].trim().toLowerCase();
			if (!isValidCell(id)) return { refused: { code: 'note_population_h3_id', params: {} }, column };
			const [lat, lon] = cellToLatLng(id);
			return { id, lon, lat, communeCode: null, changed: null };
		}
	};
}

function communePlaces(table: Table, column: number, communes: readonly Commune[]): Places {
	const byCode = new Map<string, Commune>(communes.map((commune) => [commune.code, commune]));
	return {
		kind: 'commune',
		column,
		notes: [],
		at(i) {
			const text = table.rows[i].cells[column].trim();
			// As written first: outside France codes are not INSEE's.
			const written = byCode.get(text);
			const read = written === undefined ? readInseeCode(text) : { code: written.code, repaired: false };
			if (read === null) return { refused: { code: 'note_population_commune_code', params: {} }, column };
			const commune = byCode.get(read.code);
			const centre = commune === undefined ? null : communeCentre(commune);
			if (centre === null)
				return { refused: { code: 'note_population_commune_unknown', params: { code: read.code } }, column };
			const changed = read.repaired ? { code: 'note_insee_code_repaired', params: { code: read.code } } : null;
			return { id: read.code, lon: centre[0], lat: centre[1], communeCode: read.code, changed };
		}
	};
}
