import { columnsUnder } from '#domain/table-columns.ts';
import { writeFeatures } from '#io/territory-folder/features.ts';
import { writeCsv, type Cell } from '#io/tables/csv-writer.ts';
import type { JobContext } from '#workers/protocol.ts';
import { answer } from './answer.ts';
import type { ExportedFile, ExportRequest } from './atlas-jobs.ts';
import { hoursTable } from './hours/hours-table.ts';
import { usable } from './hours/usable.ts';
import type { AtlasSession } from './session.ts';
import { sectors } from './supply/sectors.ts';
import { supply } from './supply/supply.ts';
import { communeRows } from './tables/communes.ts';
import { hoursRows } from './tables/hours.ts';
import type { Row, Value } from './tables/row.ts';
import { sectorRows } from './tables/sectors.ts';
import { siteRows } from './tables/sites.ts';

/** Columns of shares: 0 … 1 in GeoJSON, percent in CSV. */
const SHARES: ReadonlySet<string> = new Set(['share-covered', 'share-at-moment']);
/** Columns of the programme's own words, told in the user's. */
const WORDS: ReadonlySet<string> = new Set(['kind', 'main-cause']);
/** Grids hold fractions of people and sums of them have long tails: a spreadsheet is given one decimal, and two of hours and posts. */
const DECIMALS: Readonly<Record<string, number>> = {
	'share-covered': 1,
	'share-at-moment': 1,
	people: 1,
	'people-covered': 1,
	'people-at-moment': 1,
	'people-without-hours': 1,
	'people-without-usable-hours': 1,
	'people-unattached': 1,
	'people-within': 1,
	'people-only-here': 1,
	'profile-people-within': 1,
	'profile-hours-only-here': 1,
	'people-distance': 1,
	'people-hours': 1,
	'people-capacity': 1,
	'people-taken-in': 1,
	'nearest-minutes': 1,
	deficit: 1,
	'median-weekly-hours': 2,
	'median-usable-hours': 2,
	'median-supply': 2,
	'nearest-weekly-hours': 2,
	'hours-term': 2,
	'hours-small-holidays': 2,
	'hours-summer': 2,
	'hours-week': 2,
	'hours-weekday-daytime': 2,
	'hours-wednesday-afternoon': 2,
	'hours-weekday-evening': 2,
	'hours-saturday-morning': 2,
	'hours-saturday-afternoon': 2,
	'hours-sunday': 2,
	'hours-lunch': 2,
	'year-hours': 2,
	'year-term': 2,
	'year-small-holidays': 2,
	'year-summer': 2,
	'year-hours-known': 2
};

/**
 * A table with the figures that the page shows for the same question, in their order: as CSV for French Excel under the headings given,
 * what it is of after an empty row, or as GeoJSON (outlines of communes, points of sites, grounds of sectors) with the columns' own names,
 * "_" for "-", and what it is of in the member `about`. The columns are those that the table has under the form of the question.
 * @throws RangeError unless there is a heading for each column; what `answer`, `usable`, `supply`, `hoursTable` and `sectors` throw
 */
export async function exportTable(
	session: AtlasSession,
	request: ExportRequest,
	context: JobContext
): Promise<ExportedFile> {
	const { question, table, format, headings, words, about } = request;
	const columns: readonly string[] = columnsUnder(table, question.form);
	if (headings.length !== columns.length) {
		throw new RangeError(`${headings.length} headings for the ${columns.length} columns of ${table}`);
	}
	const rows = await rowsOf(session, request, context);
	if (format === 'geojson') return { bytes: geojson(columns, rows, about), type: 'application/geo+json' };
	const cells = rows.map(({ values }) => columns.map((column) => cellOf(column, values[column], words)));
	return { bytes: writeCsv(headings, cells, 'french-excel', about), type: 'text/csv;charset=utf-8' };
}

async function rowsOf(
	session: AtlasSession,
	{ table, question }: ExportRequest,
	context: JobContext
): Promise<readonly Row[]> {
	if (table === 'hours') return hoursRows(session, await hoursTable(session, question, context));
	if (table === 'sectors') return sectorRows(session, await sectors(session, question, context));
	const answers = await answer(session, question, context);
	if (table === 'sites') return siteRows(session, answers);
	return communeRows(session, answers, {
		usable: question.form === 'usable' ? await usable(session, question, context) : null,
		supply: question.form === 'supply' ? await supply(session, question, context) : null
	});
}

function cellOf(column: string, value: Value, words: ExportRequest['words']): Cell {
	if (typeof value === 'boolean') return wordOf(words, value ? 'yes' : 'no');
	if (typeof value === 'string') return WORDS.has(column) ? wordOf(words, value) : value;
	if (value === null) return null;
	const shown = SHARES.has(column) ? value * 100 : value;
	return Object.hasOwn(DECIMALS, column) ? Number(shown.toFixed(DECIMALS[column])) : shown;
}

/** The user's word; the programme's own where none was given. */
function wordOf(words: ExportRequest['words'], key: string): string {
	return Object.hasOwn(words, key) ? words[key] : key;
}

function geojson(columns: readonly string[], rows: readonly Row[], about: readonly string[]): Uint8Array {
	const features = rows.map(({ values, geometry }) => ({
		type: 'Feature',
		properties: Object.fromEntries(columns.map((column) => [column.replaceAll('-', '_'), values[column]])),
		geometry
	}));
	return writeFeatures(features, { about });
}
