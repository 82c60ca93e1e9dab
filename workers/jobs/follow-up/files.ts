import type { Experiment, FollowUp, ToldFollowUp } from '#domain/follow-up.ts';
import { writeCsv, type Cell } from '#io/tables/csv-writer.ts';

/** A follow-up in tables for programmes: sites.csv, figures.csv, communes.csv, and with an experiment experiment.csv. */
export function followUpTables({ followUp, experiment }: ToldFollowUp): Map<string, Uint8Array> {
	return new Map([
		['sites.csv', sitesCsv(followUp)],
		['figures.csv', figuresCsv(followUp)],
		['communes.csv', communesCsv(followUp)],
		...(experiment === null ? [] : ([['experiment.csv', experimentCsv(experiment)]] as const))
	]);
}

/** Each site of either time in one row. */
function sitesCsv({ rows }: FollowUp): Uint8Array {
	const cells = rows.map((row): Cell[] => {
		const { state, before, after } = row;
		const isPair = state === 'kept' || state === 'doubtful';
		return [
			state,
			state === 'kept' ? row.match : null,
			state === 'doubtful' ? row.doubt : null,
			isPair ? Math.round(row.metres) : null,
			state === 'kept' ? Number(row.moved) : null,
			state === 'kept' ? Number(row.renamed) : null,
			...[before, after].flatMap((one): Cell[] => [
				one?.site.id ?? null,
				one?.site.name ?? null,
				one?.site.communeCode ?? null,
				one === null ? null : Number(one.counted),
				one?.weeklyHours ?? null,
				one?.yearHours ?? null,
				one?.site.figures.entriesPerYear ?? null,
				one?.site.figures.loansPerYear ?? null,
				one?.site.figures.borrowers ?? null,
				one?.site.figures.surfaceSquareMetres ?? null
			])
		];
	});
	const ofSide = [
		...['id', 'name', 'commune', 'counted', 'weekly_hours', 'year_hours'],
		...['entries', 'loans', 'borrowers', 'surface_m2']
	];
	const headings = [
		...['state', 'match', 'doubt', 'metres', 'moved', 'renamed'],
		...['before', 'after'].flatMap((side) => ofSide.map((column) => `${column}_${side}`))
	];
	return writeCsv(headings, cells);
}

/** Figures of the whole, then what kept sites add up to. */
function figuresCsv({ figures, measures }: FollowUp): Uint8Array {
	return writeCsv(
		['figure', 'over', 'unit', 'before', 'known_before', 'of_before', 'after', 'known_after', 'of_after'],
		[
			...figures.map(({ id, unit, before, after }): Cell[] => [
				id,
				'area',
				unit,
				before.value,
				before.respondents?.known ?? null,
				before.respondents?.of ?? null,
				after.value,
				after.respondents?.known ?? null,
				after.respondents?.of ?? null
			]),
			...measures.map(({ measure, unit, before, after, known, of }): Cell[] => [
				measure,
				'kept-sites',
				unit,
				before,
				known,
				of,
				after,
				known,
				of
			])
		]
	);
}

function communesCsv({ communes }: FollowUp): Uint8Array {
	const ofSide = ['people', 'counted_sites', 'share_covered', 'median_weekly_hours', 'median_usable_hours'];
	return writeCsv(
		['code', 'name', ...['before', 'after'].flatMap((side) => ofSide.map((column) => `${column}_${side}`))],
		communes.map(({ code, name, before, after }): Cell[] => [
			code,
			name,
			...[before, after].flatMap((one): Cell[] => [
				one?.people ?? null,
				one?.countedSites ?? null,
				one?.shareCovered ?? null,
				one?.medianWeeklyHours ?? null,
				one?.medianUsableHours ?? null
			])
		])
	);
}

/** Figures of the whole, then each site that the scenario changes by its weekly hours. */
function experimentCsv({ figures, sites }: Experiment): Uint8Array {
	return writeCsv(
		['what', 'name', 'unit', 'before', 'expected', 'counted', 'outcome', 'entries_before', 'entries_after'],
		[
			...figures.map(({ id, unit, before, expected, counted }): Cell[] => [
				'figure',
				id,
				unit,
				before,
				expected,
				counted,
				null,
				null,
				null
			]),
			...sites.map(({ name, before, expected, counted, outcome, entries }): Cell[] => [
				'site',
				name,
				'hours',
				before,
				expected,
				counted,
				outcome,
				entries.before,
				entries.after
			])
		]
	);
}
