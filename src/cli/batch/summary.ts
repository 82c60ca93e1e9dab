import { DIAGNOSTIC_CUTOFFS, type FigureId } from '#domain/diagnostic.ts';
import type { Mode } from '#domain/travel.ts';
import { writeCsv, type Cell } from '#io/tables/csv-writer.ts';
import type { UnitRecord } from './unit-record.ts';
import type { Unit } from './units.ts';

/**
 * What became of each unit: `kept` stood there whole from an earlier run; `failed` has its reason; `not-made` was not come to, because the run
 * was stopped.
 */
export type UnitStatus = 'made' | 'kept' | 'failed' | 'not-made';

export interface SummaryRow {
	readonly unit: Unit;
	readonly status: UnitStatus;
	/** Why it failed, in the reader's language; null otherwise. */
	readonly reason: string | null;
	/** Null where nothing was made. */
	readonly record: UnitRecord | null;
	/** Communes of the EPCI that are not of the territory; null where that is not known or makes no sense. */
	readonly communesOutside: number | null;
}

/** Figures that summaries are read and sorted by, of the mode and the cutoff that the documents are of. */
export function summaryFigures(mode: Mode, profile: 'full-time'): FigureId[] {
	return [
		'population.municipale',
		'population.grid',
		'communes',
		'communes.without-site',
		'sites',
		'sites.surface-per-person',
		'staff.fte',
		'staff.volunteers',
		'budget.acquisitions-per-person',
		'activity.entries-per-person',
		...DIAGNOSTIC_CUTOFFS.map((minutes) => `coverage.${mode}.${minutes}.share` as const),
		...DIAGNOSTIC_CUTOFFS.map((minutes) => `coverage.${mode}.${minutes}.without-neighbours.share` as const),
		'hours.mean-weekly',
		'hours.median-within-reach',
		'hours.without.share',
		'moment.saturday-afternoon.share',
		`usable.${profile}.median`,
		`usable.${profile}.none.share`,
		'sectors',
		'sectors.people'
	];
}

type Column = readonly [name: string, cell: (row: SummaryRow) => Cell];

/** The columns of a summary, in their order. */
function columnsOf(figures: readonly FigureId[]): Column[] {
	return [
		['code', ({ unit }) => unit.code],
		['name', ({ unit }) => unit.name],
		['status', ({ status }) => status],
		['reason', ({ reason }) => reason],
		['folder', ({ unit, record }) => (record === null ? null : unit.folder)],
		['made_on', ({ record }) => record?.made_on ?? null],
		['communes_outside', ({ communesOutside }) => communesOutside],
		...figures.map((id): Column => [id, ({ record }) => withoutNoise(record?.figures[id]?.value ?? null)])
	];
}

/** Sums of decimals have digits that nobody wrote. */
const withoutNoise = (value: number | null) => (value === null ? null : Number(value.toPrecision(12)));

export const summaryColumns = (figures: readonly FigureId[]): string[] => columnsOf(figures).map(([name]) => name);

/** Rows by a column, smallest or first of the alphabet first, what is not known last; those that say the same stay in their order. */
export function sortedRows(
	rows: readonly SummaryRow[],
	column: string,
	isDescending: boolean,
	figures: readonly FigureId[]
): SummaryRow[] {
	const cell = columnsOf(figures).find(([name]) => name === column)?.[1] ?? (() => null);
	const { compare } = new Intl.Collator('fr', { numeric: true });
	const sign = isDescending ? -1 : 1;
	return rows.toSorted((one, other) => {
		const [here, there] = [cell(one), cell(other)];
		if (here === null || there === null) return Number(here === null) - Number(there === null);
		const order = typeof here === 'number' && typeof there === 'number' ? here - there : compare(`${here}`, `${there}`);
		return sign * order;
	});
}

/** What a summary is of. */
export interface SummaryOf {
	readonly territory: string;
	readonly fictional: boolean;
	readonly by: string;
	readonly formats: readonly string[];
	readonly travel: string;
	readonly mode: string;
	/** What must be said beside the figures, in the reader's language. */
	readonly statements: readonly string[];
	/** Codes of communes that are in no unit. */
	readonly communes_left_out: readonly string[];
}

/** summary.csv, as the other tables of the command line, and summary.json, with every figure of every document. */
export function summaryFiles(
	of: SummaryOf,
	rows: readonly SummaryRow[],
	figures: readonly FigureId[]
): ReadonlyMap<string, Uint8Array> {
	const columns = columnsOf(figures);
	const count = (status: UnitStatus) => rows.filter((row) => row.status === status).length;
	const json = {
		...of,
		made: count('made'),
		kept: count('kept'),
		failed: count('failed'),
		not_made: count('not-made'),
		units: rows.map(({ unit, status, reason, record, communesOutside }) => ({
			code: unit.code,
			name: unit.name,
			status,
			reason,
			folder: record === null ? null : unit.folder,
			made_on: record?.made_on ?? null,
			communes_outside: communesOutside,
			title: record?.title ?? null,
			stamps: record?.stamps ?? [],
			files: record?.files ?? [],
			figures: record?.figures ?? {}
		}))
	};
	return new Map([
		[
			'summary.csv',
			writeCsv(
				columns.map(([name]) => name),
				rows.map((row) => columns.map(([, cell]) => cell(row)))
			)
		],
		['summary.json', new TextEncoder().encode(`${JSON.stringify(json, null, '\t')}\n`)]
	]);
}
