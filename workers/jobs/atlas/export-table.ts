import type { Answers } from '#domain/atlas-answers.ts';
import type { Commune } from '#domain/commune.ts';
import { TABLE_COLUMNS, type TableName } from '#domain/table-columns.ts';
import { writeFeatures } from '#io/territory-folder/features.ts';
import { writeCsv, type Cell } from '#io/tables/csv-writer.ts';
import type { JobContext } from '#workers/protocol.ts';
import { answer } from './answer.ts';
import type { ExportedFile, ExportRequest } from './atlas-jobs.ts';
import type { AtlasSession } from './session.ts';

/** Null is not known: blank, never 0. */
type Value = string | number | boolean | null;
type ValuesOf<Table extends TableName> = Readonly<Record<(typeof TABLE_COLUMNS)[Table][number], Value>>;

/** A row of a table, whatever it is written as. */
interface Row {
	readonly values: Readonly<Record<string, Value>>;
	readonly geometry: object | null;
}

/** Columns of shares: 0 … 1 in GeoJSON, percent in CSV. */
const SHARES: ReadonlySet<string> = new Set(['share-covered', 'share-at-moment']);
/** Grids hold fractions of people and sums of them have long tails: a spreadsheet is given one decimal, and two of hours and posts. */
const DECIMALS: Readonly<Record<string, number>> = {
	'share-covered': 1,
	'share-at-moment': 1,
	people: 1,
	'people-covered': 1,
	'people-at-moment': 1,
	'people-without-hours': 1,
	'people-unattached': 1,
	'people-within': 1,
	'people-only-here': 1,
	'median-weekly-hours': 2,
	'hours-term': 2,
	'hours-small-holidays': 2,
	'hours-summer': 2
};

/**
 * A table with the figures of `answer` for the same question, in its order: as CSV for French Excel under the headings given, what it is of
 * after an empty row, or as
 * GeoJSON (outlines of communes, points of sites) with the columns' own names, "_" for "-", and what it is of in the member `about`.
 * @throws RangeError unless there is a heading for each column; what `answer` throws
 */
export async function exportTable(
	session: AtlasSession,
	{ question, table, format, headings, words, about }: ExportRequest,
	context: JobContext
): Promise<ExportedFile> {
	const columns: readonly string[] = TABLE_COLUMNS[table];
	if (headings.length !== columns.length) {
		throw new RangeError(`${headings.length} headings for the ${columns.length} columns of ${table}`);
	}
	const answers = await answer(session, question, context);
	const rows = table === 'communes' ? communeRows(session, answers) : siteRows(session, answers);
	if (format === 'geojson') return { bytes: geojson(columns, rows, about), type: 'application/geo+json' };
	const cells = rows.map(({ values }) => columns.map((column) => cellOf(column, values[column], words)));
	return { bytes: writeCsv(headings, cells, 'french-excel', about), type: 'text/csv;charset=utf-8' };
}

/** The communes of the perimeter. */
function communeRows({ territory }: AtlasSession, { communes }: Answers): Row[] {
	const byCode = new Map(territory.communes.map((commune) => [commune.code, commune]));
	return communes.map((figures) => {
		const commune = byCode.get(figures.code);
		const values: ValuesOf<'communes'> = {
			code: figures.code,
			name: commune?.name ?? null,
			epci: commune?.epciName ?? null,
			'municipal-population': commune?.municipalPopulation ?? null,
			people: figures.people,
			'counted-sites': figures.countedSites,
			'people-covered': figures.coverage.people,
			'share-covered': figures.coverage.share,
			'people-at-moment': figures.moment.people,
			'share-at-moment': figures.moment.share,
			'median-weekly-hours': figures.medianWeeklyHours,
			'people-without-hours': figures.withoutHours.people,
			'people-unattached': figures.unattachedPeople
		};
		return { values, geometry: outlineOf(commune) };
	});
}

function outlineOf(commune: Commune | undefined): object | null {
	const coordinates = commune?.geometry ?? null;
	return coordinates === null ? null : { type: 'MultiPolygon', coordinates };
}

/** Every site, neighbours of the margin included and told. */
function siteRows({ territory, weeks }: AtlasSession, { sites }: Answers): Row[] {
	return territory.sites.map((site, rank) => {
		const { counted, open, peopleWithin, peopleOnlyHere } = sites[rank];
		const values: ValuesOf<'sites'> = {
			id: site.id,
			name: site.name,
			kind: site.kind,
			'commune-code': site.communeCode,
			commune: site.communeName,
			counted,
			outside: site.margin,
			'hours-term': weeks.term.weeklyHours[rank],
			'hours-small-holidays': weeks['small-holidays'].weeklyHours[rank],
			'hours-summer': weeks.summer.weeklyHours[rank],
			'open-at-moment': open,
			'people-within': peopleWithin,
			'people-only-here': peopleOnlyHere,
			surface: site.figures.surfaceSquareMetres,
			staff: site.figures.paidStaffFte,
			volunteers: site.figures.volunteers
		};
		return { values, geometry: { type: 'Point', coordinates: site.position } };
	});
}

function cellOf(column: string, value: Value, words: ExportRequest['words']): Cell {
	if (typeof value === 'boolean') return wordOf(words, value ? 'yes' : 'no');
	if (typeof value === 'string') return column === 'kind' ? wordOf(words, value) : value;
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
