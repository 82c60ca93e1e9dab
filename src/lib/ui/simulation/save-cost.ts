import type { CostAnswer } from '#domain/cost.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { RequestOf } from '../../compute/jobs.ts';
import { frenchCsv } from '../../state/french-csv.ts';
import { aboutLines, sourceLines } from '../about-lines.ts';
import { costRows } from '../cost/cost-rows.ts';
import type { SaidModification } from '../cost/cost-words.ts';
import { fileName, saveFile } from '../save-file.ts';

/** What a scenario costs, and what was asked. */
export interface CostedScenario {
	readonly name: string;
	readonly modifications: readonly SaidModification[];
	readonly of: Pick<RequestOf<'cost'>, 'question'>;
	readonly value: CostAnswer;
}

/** The costs of a scenario as CSV for French Excel: each figure with its formula, then what must be said beside and where data comes from. */
export function costCsv(
	{ name, modifications, of, value }: CostedScenario,
	summary: TerritorySummary,
	locale: Locale
): Uint8Array {
	const options = { locale };
	const headings = [
		m.simulation_column_part({}, options),
		m.simulation_figures_what({}, options),
		m.simulation_column_value({}, options),
		m.simulation_column_unit({}, options),
		m.cost_where_from({}, options)
	];
	const rows = costRows(value, modifications, locale).map((row) => [
		row.of,
		row.figure,
		row.value,
		row.unit,
		row.formula
	]);
	// The cost of a usable hour is of the profile, whatever the sentence speaks of.
	const ofProfile: Question = { ...of.question, form: 'usable' };
	return frenchCsv(headings, rows, [
		`${name}. ${m.cost_title({}, options)}`,
		...value.statements.map((statement) => writeMessage(statement, locale)),
		...aboutLines(ofProfile, summary, locale),
		...sourceLines(summary, locale)
	]);
}

/** Hands the costs of a scenario to the browser's downloads. */
export function saveCost(costed: CostedScenario, summary: TerritorySummary, locale: Locale): void {
	const name = fileName([summary.name, costed.name, m.cost_title({}, { locale })], 'csv');
	saveFile(costCsv(costed, summary, locale), name, 'text/csv;charset=utf-8');
}
