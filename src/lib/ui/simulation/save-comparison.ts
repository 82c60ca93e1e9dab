import {
	COMPARED_COMMUNES_COLUMNS,
	COMPARED_FIGURES,
	COMPARED_FIGURES_COLUMNS,
	type ComparedFigure
} from '#domain/comparison-columns.ts';
import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import type { Question } from '#domain/question.ts';
import type { ChangeUnit, Comparison } from '#domain/scenario-answers.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { profileText } from '#i18n/profile-words.ts';
import { agesText } from '#i18n/question-words.ts';
import { scopeName } from '#i18n/sentence-words.ts';
import { measureUnitText } from '#i18n/supply-words.ts';
import type { RequestOf } from '../../compute/jobs.ts';
import type { Atlas } from '../../state/atlas.svelte.ts';
import { aboutLines, sourceLines } from '../about-lines.ts';
import { MOMENTS, momentName } from '../hours/moment-words.ts';
import { fileName, saveFile } from '../save-file.ts';

type Asked = Omit<RequestOf<'exportComparison'>, 'headings' | 'words' | 'about'>;
type Writer = (params: object, options: { locale: Locale }) => string;

const COMMUNES: Readonly<Record<(typeof COMPARED_COMMUNES_COLUMNS)[number], Writer>> = {
	scenario: m.simulation_column_scenario,
	code: m.table_code,
	name: m.table_commune,
	people: m.table_people,
	'people-improved': m.simulation_improved,
	'people-reduced': m.simulation_reduced,
	'people-unchanged': m.simulation_unchanged,
	'people-unknown': m.simulation_unknown,
	'people-unattached': m.simulation_unattached,
	'mean-change': m.simulation_column_mean,
	unit: m.simulation_column_unit
};
const FIGURES: Readonly<Record<ComparedFigure, Writer>> = {
	'people-covered': m.simulation_saved_covered,
	'share-covered': m.simulation_saved_covered,
	'people-at-moment': m.simulation_saved_moment,
	'share-at-moment': m.simulation_saved_moment,
	'median-weekly-hours': m.simulation_figure_weekly,
	'median-usable-hours': m.simulation_saved_usable,
	'people-without-usable-hours': m.simulation_saved_without,
	'share-without-usable-hours': m.simulation_saved_without,
	'counted-sites': m.simulation_figure_sites,
	'weekly-open-hours': m.simulation_figure_open_hours,
	'people-below-threshold': m.simulation_figure_sectors,
	'open-hours': m.simulation_saved_open_hours,
	'people-improved': m.simulation_improved,
	'people-reduced': m.simulation_reduced,
	'people-unchanged': m.simulation_unchanged,
	'people-unknown': m.simulation_unknown,
	'people-unattached': m.simulation_unattached,
	'people-times-change': m.simulation_saved_times,
	'largest-gain': m.simulation_saved_gain,
	'largest-loss': m.simulation_saved_loss
};

/** Headings of a table of a comparison, in the order of its columns. */
export function comparisonHeadings(
	{ table, scenarios }: Pick<Asked, 'table' | 'scenarios'>,
	nameOf: (scenarioId: string) => string,
	locale: Locale
): string[] {
	const options = { locale };
	if (table === 'communes') return COMPARED_COMMUNES_COLUMNS.map((column) => COMMUNES[column]({}, options));
	const first: Record<(typeof COMPARED_FIGURES_COLUMNS)[number], string> = {
		figure: m.simulation_figures_what({}, options),
		of: m.simulation_column_of({}, options),
		unit: m.simulation_column_unit({}, options)
	};
	return [
		...COMPARED_FIGURES_COLUMNS.map((column) => first[column]),
		m.simulation_baseline({}, options),
		...scenarios.map(nameOf)
	];
}

/** The words of what a comparison names by identifiers: scenarios, figures, ages, profiles, moments, units. */
export function comparisonWords(
	comparison: Comparison,
	{ editedProfiles, measure }: Question,
	nameOf: (scenarioId: string) => string,
	locale: Locale
): Record<string, string> {
	const options = { locale };
	const ages = comparison.scenarios.at(0)?.change.ages ?? [];
	const unit = comparison.scenarios.at(0)?.change.unit;
	const units: Partial<Record<ChangeUnit | 'people' | 'sites' | 'percent', string>> = {
		people: m.simulation_unit_people({}, options),
		sites: m.simulation_unit_sites({}, options),
		percent: '%',
		hours: m.simulation_unit_hours({}, options),
		minutes: m.simulation_unit_minutes({}, options),
		open: m.simulation_unit_open({}, options)
	};
	return {
		...(unit === undefined ? {} : { [unit]: measureUnitText(measure, locale) }),
		...units,
		...Object.fromEntries(COMPARED_FIGURES.map((figure) => [figure, FIGURES[figure]({}, options)])),
		...Object.fromEntries(MOMENTS.map((moment) => [moment, momentName(moment, locale)])),
		...Object.fromEntries(DEFAULT_PROFILES.map(({ id }) => [id, profileText(id, editedProfiles, locale)])),
		...Object.fromEntries(ages.map((age) => [`age-${age.fromAge}-${age.toAge ?? ''}`, agesText(age, locale)])),
		...Object.fromEntries(comparison.scenarios.map(({ id }) => [id, nameOf(id)]))
	};
}

/** Hands a table of a comparison to the browser's downloads, with what it is of beneath it. */
export async function saveComparison(
	atlas: Atlas,
	summary: TerritorySummary,
	asked: Asked,
	comparison: Comparison,
	nameOf: (scenarioId: string) => string,
	locale: Locale
): Promise<void> {
	const { question } = asked;
	const title = m.simulation_compare_title({}, { locale });
	const about = [
		`${scopeName(question.scope, summary)}. ${title}`,
		...aboutLines(question, summary, locale),
		...sourceLines(summary, locale)
	];
	const file = await atlas.client.run('exportComparison', {
		...asked,
		headings: comparisonHeadings(asked, nameOf, locale),
		words: comparisonWords(comparison, question, nameOf, locale),
		about
	});
	const extension = asked.format === 'csv' ? 'csv' : 'geojson';
	saveFile(file.bytes, fileName([summary.name, title], extension), file.type);
}
