import type { Answers, Figures } from '#domain/atlas-answers.ts';
import type { UsableAnswer, UsableFigures } from '#domain/hours-answers.ts';
import type { Question } from '#domain/question.ts';
import type { SupplyAnswer, SupplyFigures } from '#domain/supply-answers.ts';
import { besideScope } from '#domain/scope-communes.ts';
import { columnsUnder } from '#domain/table-columns.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Locale } from '#i18n/message.ts';
import { scopeName } from '#i18n/sentence-words.ts';
import { communeHeading, type ColumnOf } from './headings.ts';
import type { CellValue, ColumnKind, TableColumn, TableRow } from './table-model.ts';

type CommuneValues = Readonly<Record<ColumnOf<'communes'>, CellValue>>;

/** The figures of the table; those of the sentence's form where it has some of its own. */
export type TableAnswers = Answers & { readonly usable?: UsableAnswer | null; readonly supply?: SupplyAnswer | null };

/** Columns on screen, the name first, what the sentence alone says before what stands under every form; `epci` only where there are several. */
const SHOWN: readonly (readonly [ColumnOf<'communes'>, ColumnKind])[] = [
	['name', 'text'],
	['code', 'text'],
	['epci', 'text'],
	['municipal-population', 'count'],
	['people', 'count'],
	['median-usable-hours', 'hours'],
	['people-without-usable-hours', 'count'],
	['people-usable-hours-unknown', 'count'],
	['median-supply', 'decimal'],
	['counted-sites', 'count'],
	['people-covered', 'count'],
	['share-covered', 'share'],
	['people-at-moment', 'count'],
	['share-at-moment', 'share'],
	['median-weekly-hours', 'hours'],
	['people-without-hours', 'count'],
	['people-hours-unknown', 'count'],
	['people-unattached', 'count']
];

export function communeColumns(summary: TerritorySummary, question: Question, locale: Locale): TableColumn[] {
	const columns = columnsUnder('communes', question.form);
	return SHOWN.filter(([id]) => columns.includes(id) && (id !== 'epci' || summary.epcis.length > 1)).map(
		([id, kind]) => ({
			id,
			kind,
			heading: communeHeading(id, question, locale)
		})
	);
}

/** Figures as cells; blank while they are computed. */
function figureValues(figures: Figures | null) {
	return {
		'people-covered': figures ? figures.coverage.people : '',
		'share-covered': figures ? figures.coverage.share : '',
		'people-at-moment': figures ? figures.moment.people : '',
		'share-at-moment': figures ? figures.moment.share : '',
		'median-weekly-hours': figures ? figures.medianWeeklyHours : '',
		'people-without-hours': figures ? figures.withoutHours.people : '',
		'people-hours-unknown': figures ? figures.hoursUnknownPeople : '',
		'people-unattached': figures ? figures.unattachedPeople : ''
	};
}

/** The form's own figures as cells; blank while they are computed. */
function formValues(usable: UsableFigures | null, supply: SupplyFigures | null) {
	return {
		'median-usable-hours': usable ? usable.medianHours : '',
		'people-without-usable-hours': usable ? usable.none.people : '',
		'people-usable-hours-unknown': usable ? usable.hoursUnknownPeople : '',
		'median-supply': supply ? supply.median : ''
	};
}

/** One row per commune, by the alphabet of the summary; keys are INSEE codes. */
export function communeRows(summary: TerritorySummary, answers: TableAnswers | null, question: Question): TableRow[] {
	const byCode = new Map(answers?.communes.map((answer) => [answer.code, answer]));
	const usable = new Map(answers?.usable?.communes.map((answer) => [answer.code, answer]));
	const supply = new Map(answers?.supply?.communes.map((answer) => [answer.code, answer]));
	return summary.communes.filter(besideScope(question.scope)).map((commune) => {
		const answer = byCode.get(commune.code) ?? null;
		const values: CommuneValues = {
			code: commune.code,
			name: commune.name,
			epci: commune.epciName,
			'municipal-population': commune.municipalPopulation,
			people: answer ? answer.people : '',
			'counted-sites': answer ? answer.countedSites : '',
			...figureValues(answer),
			...formValues(usable.get(commune.code) ?? null, supply.get(commune.code) ?? null)
		};
		return { key: commune.code, values };
	});
}

/** The sum of a column; null where one value is not known, blank where one is. */
function total(rows: readonly TableRow[], column: ColumnOf<'communes'>): CellValue {
	let sum = 0;
	for (const { values } of rows) {
		const value = values[column];
		if (typeof value !== 'number') return value;
		sum += value;
	}
	return sum;
}

/**
 * The row of the whole scope, above its communes; of one commune, that commune's. What is counted by commune alone is not known of a drawn
 * sector.
 */
export function communeTotal(summary: TerritorySummary, answers: TableAnswers | null, question: Question): TableRow {
	const { scope } = question;
	const rows = communeRows(summary, answers, question).filter(
		({ key }) => scope.kind !== 'commune' || key === scope.code
	);
	const sum = (column: ColumnOf<'communes'>) => (scope.kind === 'drawn' ? null : total(rows, column));
	const wholeTerritory = scope.kind === 'territory';
	const values: CommuneValues = {
		code: '',
		name: scopeName(scope, summary),
		epci: '',
		'municipal-population': wholeTerritory ? summary.population.municipale : sum('municipal-population'),
		people: wholeTerritory ? summary.population.people : sum('people'),
		'counted-sites': sum('counted-sites'),
		...figureValues(answers?.whole ?? null),
		...formValues(answers?.usable?.whole ?? null, answers?.supply?.whole ?? null)
	};
	return { key: '', values };
}
