import {
	COMPARED_COMMUNES_COLUMNS,
	COMPARED_FIGURES_COLUMNS,
	COMPARED_GROUPS_COLUMNS
} from '#domain/comparison-columns.ts';
import type { Comparison } from '#domain/scenario-answers.ts';
import { writeCsv, type Cell } from '#io/tables/csv-writer.ts';
import { writeFeatures } from '#io/territory-folder/features.ts';
import type { ExportedFile } from '../atlas/atlas-jobs.ts';
import type { AtlasSession } from '../atlas/session.ts';
import type { Row } from '../atlas/tables/row.ts';
import { comparedGroups } from './comparison-groups.ts';
import { comparedCommunes, comparedFigures, type ComparedRow } from './comparison-rows.ts';
import type { ComparisonExport } from './scenario-jobs.ts';

type Asked = Pick<ComparisonExport, 'table' | 'format' | 'headings' | 'words' | 'about'>;

/**
 * A comparison in a file: as CSV for French Excel under the headings given, what it is of after an empty row, or as GeoJSON with the
 * columns' own names, "_" for "-", and what it is of in the member `about`. Communes and groups have a row for each scenario, figures a
 * column; figures and groups have no place on the ground. In CSV shares are percent, and identifiers of scenarios, figures, ages, profiles,
 * moments and units are told by `words`.
 * @throws RangeError unless there is a heading for each column
 */
export function exportComparison(session: AtlasSession, comparison: Comparison, asked: Asked): ExportedFile {
	if (asked.table === 'figures') return figuresFile(comparison, asked);
	if (asked.table === 'communes')
		return rowsFile(COMPARED_COMMUNES_COLUMNS, comparedCommunes(session, comparison), asked);
	const groups = comparedGroups(comparison).map((values) => ({ values, geometry: null }));
	return rowsFile(COMPARED_GROUPS_COLUMNS, groups, asked);
}

/** Columns that hold identifiers. */
const TOLD: ReadonlySet<string> = new Set(['scenario', 'by', 'group', 'unit']);
/** Columns of numbers of people: other numbers are of a change, or of hours. */
const PEOPLE: ReadonlySet<string> = new Set([
	'people',
	'people-improved',
	'people-reduced',
	'people-unchanged',
	'people-unknown',
	'people-unattached'
]);

function rowsFile(columns: readonly string[], rows: readonly Row[], asked: Asked): ExportedFile {
	checkHeadings(asked, columns.length);
	if (asked.format === 'geojson') {
		const features = rows.map(({ values, geometry }) => ({
			type: 'Feature',
			properties: Object.fromEntries(columns.map((column) => [column.replaceAll('-', '_'), values[column]])),
			geometry
		}));
		return geojson(features, asked.about);
	}
	const cellOf = (column: string, value: Cell): Cell => {
		if (typeof value === 'string') return TOLD.has(column) ? wordOf(asked, value) : value;
		return value === null ? null : rounded(value, PEOPLE.has(column) ? 1 : 2);
	};
	return csv(
		asked,
		rows.map(({ values }) => columns.map((column) => cellOf(column, values[column] as Cell)))
	);
}

function figuresFile(comparison: Comparison, asked: Asked): ExportedFile {
	const { scenarios } = comparison;
	checkHeadings(asked, COMPARED_FIGURES_COLUMNS.length + 1 + scenarios.length);
	const rows = comparedFigures(comparison);
	if (asked.format === 'geojson') {
		const features = rows.map(({ figure, of, unit, baseline, scenarios: values }) => ({
			type: 'Feature',
			properties: {
				figure,
				of,
				unit,
				baseline,
				scenarios: scenarios.map(({ id }, rank) => ({ id, value: values[rank] }))
			},
			geometry: null
		}));
		return geojson(features, asked.about);
	}
	return csv(
		asked,
		rows.map((row) => figureCells(row, asked))
	);
}

/** Grids hold fractions of people and sums of them have long tails: one decimal of people and percent, two of hours. */
function figureCells({ figure, of, unit, baseline, scenarios }: ComparedRow, asked: Asked): Cell[] {
	const isShare = unit === 'share';
	const shown = (value: number | null) =>
		value === null ? null : rounded(isShare ? value * 100 : value, isShare || unit === 'people' ? 1 : 2);
	const told = [figure, of, isShare ? 'percent' : unit].map((each) => (each === null ? null : wordOf(asked, each)));
	return [...told, shown(baseline), ...scenarios.map(shown)];
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** The user's word; the programme's own where none was given. */
function wordOf({ words }: Asked, key: string): string {
	return Object.hasOwn(words, key) ? words[key] : key;
}

function checkHeadings({ headings, table }: Asked, columns: number): void {
	if (headings.length !== columns)
		throw new RangeError(`${headings.length} headings for ${columns} columns of ${table}`);
}

const csv = ({ headings, about }: Asked, cells: readonly (readonly Cell[])[]): ExportedFile => ({
	bytes: writeCsv(headings, cells, 'french-excel', about),
	type: 'text/csv;charset=utf-8'
});

const geojson = (features: readonly object[], about: readonly string[]): ExportedFile => ({
	bytes: writeFeatures(features, { about }),
	type: 'application/geo+json'
});
