import { isValidCell } from 'h3-js';
import { parseInseeCode } from '#domain/units.ts';
import { looksLikeCommunes } from '../communes/communes-columns.ts';
import { parseCellId } from '../geo/grid-cell-id.ts';
import { matrixLayout } from '../matrix/matrix-columns.ts';
import { populationColumns } from '../population/population-columns.ts';
import { tellsHours } from '../sites/site-schedule.ts';
import { SiteColumns, type SiteField } from '../sites/sites-columns.ts';
import { parseNumber } from '../tables/numbers.ts';
import { columnIndex } from '../tables/table.ts';
import type { Sample, Sheet } from './sample.ts';

/** What a file may serve as in a territory. */
export type FileUse = 'communes' | 'population' | 'sites' | 'hours' | 'perimeter' | 'roads' | 'matrix';
/** Of two guesses as sure, the first here is taken: what a territory needs most. */
export const FILE_USES: readonly FileUse[] = [
	'population',
	'communes',
	'sites',
	'hours',
	'roads',
	'matrix',
	'perimeter'
];

export const SURENESSES = ['unsure', 'likely', 'sure'] as const;
export type Sureness = (typeof SURENESSES)[number];

/** One thing that a file may be, and what it is recognised by. */
export interface Guess {
	readonly use: FileUse;
	readonly sureness: Sureness;
	/** Headings, as in the file, that tell it. */
	readonly signs: readonly string[];
	readonly sheet: Sheet | null;
}

/** Words that name libraries and the like in a column of names. */
const LIBRARY = /biblio|m[ée]diath|mediath|ludoth|point[ -]lecture|librar|discoth|archives/i;

/**
 * What a file may be, the likeliest first; none where nothing tells. The same file may be several: a GeoPackage has layers of cells and
 * of communes, a file of communes may give their people.
 */
export function recognise(sample: Sample): readonly Guess[] {
	const { format, sheets } = sample;
	if (format === 'osm-pbf' || format === 'osm-xml' || format === 'bdtopo-geojson')
		return [{ use: 'roads', sureness: 'sure', signs: [], sheet: null }];
	const guesses = sheets.flatMap((sheet) =>
		format === 'csv' || format === 'xlsx' || format === 'json' ? ofTable(sheet, format === 'csv') : ofFeatures(sheet)
	);
	const rank = ({ use, sureness }: Guess) => FILE_USES.indexOf(use) - SURENESSES.indexOf(sureness) * FILE_USES.length;
	return guesses.sort((a, b) => rank(a) - rank(b));
}

function ofTable(sheet: Sheet, isText: boolean): Guess[] {
	return [ofCells(sheet), ofSites(sheet), ofHours(sheet), isText ? ofMatrix(sheet) : null].flatMap(
		(guess) => guess ?? []
	);
}

function ofFeatures(sheet: Sheet): Guess[] {
	const { layer, geometry } = sheet;
	if (geometry === 'point') return [ofSites(sheet) ?? guess('sites', 'unsure', sheet, [])];
	const cells = layer === null ? null : ofCells(sheet);
	if (cells !== null && cells.sureness === 'sure') return [cells];
	return geometry === 'polygon' ? [ofOutlines(sheet)].flatMap((found) => found ?? []) : [];
}

const guess = (use: FileUse, sureness: Sureness, sheet: Sheet, signs: readonly string[]): Guess => ({
	use,
	sureness,
	signs,
	sheet
});

/** Share of the filled cells of a column for which a test holds; 0 where none is filled. */
function shareOf({ rows }: Sheet, column: number, test: (text: string) => boolean): number {
	const filled = rows.map((cells) => (cells[column] ?? '').trim()).filter((text) => text !== '');
	return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

/** A column, of whatever name, most of whose cells pass a test; -1 where there is none. */
const columnOf = (sheet: Sheet, test: (text: string) => boolean) =>
	sheet.headings.findIndex((_, column) => shareOf(sheet, column, test) > 0.5);

const isNumber = (text: string) => parseNumber(text) !== null;

/** People and where they are: a grid, hexagons, points, or communes by their codes. */
function ofCells(sheet: Sheet): Guess | null {
	const { headings } = sheet;
	const columns = populationColumns({ headings, file: '' });
	if (columns.people === null || shareOf(sheet, columns.people, isNumber) < 0.5) return null;
	const people = headings[columns.people];
	const cell = columnOf(sheet, (text) => parseCellId(text) !== null || isValidCell(text.toLowerCase()));
	if (cell !== -1) return guess('population', 'sure', sheet, [headings[cell], people]);
	// A place of its own, and a kind or hours: a site, whose column of people says who lives about it.
	const sites = new SiteColumns(tableOf(sheet), {});
	if (sites.has('type') || tellsHours(sites)) return null;
	const named = sites.has('name') && LIBRARY.test(nameText(sites, sheet));
	const [x, y] = columns.x !== null && columns.y !== null ? [columns.x, columns.y] : [columns.lon, columns.lat];
	if (x !== null && y !== null && !named) {
		const sure = sites.has('name') ? 'unsure' : 'likely';
		return guess('population', sure, sheet, [headings[x], headings[y], people]);
	}
	const code = columns.commune ?? columns.id;
	if (code === null || shareOf(sheet, code, (text) => parseInseeCode(text.padStart(5, '0')) !== null) < 0.5)
		return null;
	// "IND" is people in INSEE's grids, and many other things beside a code.
	const whole = shareOf(sheet, columns.people, (text) => Number.isInteger(parseNumber(text)));
	return guess('population', whole > 0.9 && !/^ind$/i.test(people) ? 'likely' : 'unsure', sheet, [
		headings[code],
		people
	]);
}

const tableOf = ({ headings, rows }: Sheet) => ({
	file: '',
	headings,
	rows: rows.map((cells, rank) => ({ row: rank + 2, cells })),
	notes: []
});

/** The names of the first rows, in one text. */
const nameText = (columns: SiteColumns, { rows }: Sheet) => rows.map((cells) => columns.name(cells) ?? '').join('\n');

function ofSites(sheet: Sheet): Guess | null {
	const columns = new SiteColumns(tableOf(sheet), {});
	const places: readonly (readonly SiteField[])[] = [['lat', 'lon'], ['x', 'y'], ['point']];
	const place = places.find((fields) => columns.has(...fields));
	if (place === undefined) return null;
	const isPlaced =
		place[0] === 'point' ||
		place.every((field) => shareOf(sheet, sheet.headings.indexOf(columns.heading(field) ?? ''), isNumber) > 0.5);
	if (!isPlaced) return null;
	const signs = (['id', 'name', 'type', ...place, 'hours'] as const).flatMap((field) => columns.heading(field) ?? []);
	if (!columns.has('name')) return guess('sites', 'unsure', sheet, signs);
	const isMinistry = columnIndex(sheet, ['code_bib']) !== null;
	if (isMinistry || LIBRARY.test(nameText(columns, sheet))) return guess('sites', 'sure', sheet, signs);
	return guess('sites', tellsHours(columns) || columns.has('type') ? 'likely' : 'unsure', sheet, signs);
}

/** Hours of sites that another file places. */
function ofHours(sheet: Sheet): Guess | null {
	const columns = new SiteColumns(tableOf(sheet), {});
	if (!tellsHours(columns) || !(columns.has('id') || columns.has('name'))) return null;
	const signs = (['id', 'name', 'day', 'openMorning', 'hours'] as const).flatMap(
		(field) => columns.heading(field) ?? []
	);
	const isPlaced = columns.has('lat', 'lon') || columns.has('x', 'y') || columns.has('point');
	return guess('hours', isPlaced ? 'unsure' : 'sure', sheet, signs);
}

function ofMatrix(sheet: Sheet): Guess | null {
	const { headings, rows } = sheet;
	// The layout is told from a line of text: a cell that holds the delimiter is no number and no id of a place.
	const line = (cells: readonly string[]) => cells.map((cell) => cell.replaceAll('\t', ' ')).join('\t');
	try {
		const layout = matrixLayout(line(headings), line(rows[0] ?? []), '', {});
		if (layout.shape === 'long')
			return guess('matrix', layout.unitFrom === 'assumed' ? 'likely' : 'sure', sheet, [
				headings[layout.from],
				headings[layout.to],
				headings[layout.time]
			]);
		// A square table has its destinations in its headings.
		const ids = new Set(headings.slice(1));
		const origins = rows.filter(([id]) => ids.has(id)).length;
		return origins * 2 > rows.length ? guess('matrix', 'sure', sheet, headings.slice(1, 4)) : null;
	} catch {
		return null;
	}
}

/** Outlines: of communes, or of what stands round a territory. */
function ofOutlines(sheet: Sheet): Guess | null {
	const { headings } = sheet;
	const coded = columnOf(sheet, (text) => parseInseeCode(text) !== null);
	if (looksLikeCommunes(headings) || coded !== -1) {
		if (coded !== -1) return guess('communes', 'sure', sheet, [headings[coded]]);
		if (sheet.rows.length > 1) return guess('communes', 'unsure', sheet, headings.slice(0, 2));
	}
	const siren = columnOf(sheet, (text) => /^\d{9}$/.test(text));
	const name = columnIndex(sheet, ['nom', 'name', 'nom_epci', 'libelle', 'nom_officiel']);
	const signs = [siren, name ?? -1].filter((column) => column !== -1).map((column) => headings[column]);
	if (sheet.rows.length === 1) return guess('perimeter', siren === -1 ? 'likely' : 'sure', sheet, signs);
	return siren === -1 ? null : guess('perimeter', 'unsure', sheet, signs);
}
