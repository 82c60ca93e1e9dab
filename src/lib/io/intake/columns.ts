import { communeColumns } from '../communes/communes-columns.ts';
import { FROM_NAMES, matrixLayout, TO_NAMES } from '../matrix/matrix-columns.ts';
import { populationColumns } from '../population/population-columns.ts';
import { SiteColumns, type SiteField } from '../sites/sites-columns.ts';
import { DAY_FIELDS } from '../sites/weekday-columns.ts';
import { columnIndex } from '../tables/table.ts';
import type { FileUse } from './recognise.ts';
import type { Sheet } from './sample.ts';

/** A thing that a file may tell, and the column that tells it: null where none was recognised or chosen. */
export interface UnderstoodColumn {
	readonly field: string;
	readonly heading: string | null;
}

const SITE_FIELDS = [
	'id',
	'name',
	'lat',
	'lon',
	'x',
	'y',
	'point',
	'communeCode',
	'communeName',
	'postcode',
	'address',
	'type',
	'statut',
	'openToAll',
	'hours',
	'serviceClass',
	'surface',
	'weeklyHours',
	'staff',
	'volunteers',
	'entries',
	'loans',
	'borrowers',
	'books',
	'acquisitions'
] as const satisfies readonly SiteField[];
const HOURS_FIELDS = [
	'id',
	'name',
	'communeName',
	'hours',
	'day',
	'openMorning',
	'closeMorning',
	'openAfternoon',
	'closeAfternoon',
	'period'
] as const satisfies readonly SiteField[];
const POPULATION_FIELDS = ['id', 'people', 'lon', 'lat', 'x', 'y', 'commune', 'households', 'poorHouseholds'] as const;
const COMMUNE_FIELDS = ['code', 'name', 'population', 'epci', 'epciName', 'lon', 'lat'] as const;
const MATRIX_FIELDS = ['from', 'to', 'seconds', 'minutes'] as const;

/**
 * Which column tells what, for a file of this use; a mapping goes before what is recognised. Nothing for roads and outlines, whose
 * properties are not chosen.
 * @throws MaillageError those of checkedMapping and mappedColumn
 */
export function understoodColumns(
	use: FileUse,
	sheet: Sheet,
	mapping: Readonly<Record<string, string>>,
	file: string
): readonly UnderstoodColumn[] {
	const { headings, rows } = sheet;
	const table = { file, headings, rows: rows.map((cells, rank) => ({ row: rank + 2, cells })), notes: [] };
	switch (use) {
		case 'sites':
		case 'hours': {
			const columns = new SiteColumns(table, mapping);
			const fields: readonly SiteField[] = use === 'sites' ? SITE_FIELDS : HOURS_FIELDS;
			const told = fields.map((field) => ({ field, heading: columns.heading(field) }));
			// Sites may tell no hours: there, days are told where some are recognised.
			if (use === 'sites' && columns.week === null) return told;
			return [...told, ...DAY_FIELDS.map((field) => ({ field, heading: columns.dayHeading(field) }))];
		}
		case 'population': {
			const columns = populationColumns(table, mapping);
			return POPULATION_FIELDS.map((field) => ({ field, heading: headingAt(headings, columns[field]) }));
		}
		case 'communes': {
			const features = rows.map((cells, rank) => ({
				rank: rank + 1,
				properties: Object.assign(
					Object.create(null),
					Object.fromEntries(headings.map((heading, column) => [heading, cells[column]]))
				) as Record<string, unknown>,
				geometry: null
			}));
			const { properties } = communeColumns({ file, layer: null, headings, features, crs: null }, mapping);
			return COMMUNE_FIELDS.map((field) => ({ field, heading: properties[field] ?? null }));
		}
		case 'matrix':
			return matrixColumns(headings, rows, mapping, file);
		case 'roads':
		case 'perimeter':
			return [];
	}
}

const headingAt = (headings: readonly string[], column: number | null) => (column === null ? null : headings[column]);

function matrixColumns(
	headings: readonly string[],
	rows: Sheet['rows'],
	mapping: Readonly<Record<string, string>>,
	file: string
): readonly UnderstoodColumn[] {
	const found = new Map<string, string>(Object.entries(mapping));
	const [from, to] = [columnIndex({ headings }, FROM_NAMES), columnIndex({ headings }, TO_NAMES)];
	try {
		const line = (cells: readonly string[]) => cells.map((cell) => cell.replaceAll('\t', ' ')).join('\t');
		const layout = matrixLayout(line(headings), line(rows[0] ?? []), file, { mapping });
		// A square table has no columns to choose.
		if (layout.shape === 'square') return [];
		found.set('from', headings[layout.from]).set('to', headings[layout.to]).set(layout.unit, headings[layout.time]);
	} catch {
		// Not yet a matrix: the columns are to be chosen.
		if (from !== null && !found.has('from')) found.set('from', headings[from]);
		if (to !== null && !found.has('to')) found.set('to', headings[to]);
	}
	return MATRIX_FIELDS.map((field) => ({ field, heading: found.get(field) ?? null }));
}
