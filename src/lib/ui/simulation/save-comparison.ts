import {
	ageGroup,
	COMPARED_COMMUNES_COLUMNS,
	COMPARED_FIGURES,
	COMPARED_FIGURES_COLUMNS,
	COMPARED_GROUPS_COLUMNS,
	GROUPED_BY,
	type ComparedFigure,
	type GroupedBy
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
const GROUPS: Readonly<Record<(typeof COMPARED_GROUPS_COLUMNS)[number], Writer>> = {
	scenario: m.simulation_column_scenario,
	by: m.simulation_column_by,
	group: m.simulation_group,
	'people-improved': m.simulation_improved,
	'people-reduced': m.simulation_reduced,
	'people-unchanged': m.simulation_unchanged,
	'people-unknown': m.simulation_unknown,
	'people-unattached': m.simulation_unattached,
	'people-times-change': m.simulation_saved_times,
	before: m.simulation_before,
	after: m.simulation_after,
	difference: m.simulation_difference,
	unit: m.simulation_column_unit
};
const BY: Readonly<Record<GroupedBy, Writer>> = {
	'by-age': m.simulation_by_age,
	'by-profile': m.simulation_by_profile,
	'by-moment': m.simulation_by_moment
};
const FIGURES: Readonly<Record<ComparedFigure, Writer>> = {
	'people-covered': m.simulation_saved_covered,
	'share-covered': m.simulation_saved_covered,
	'people-at-moment': m.simulation_saved_moment,
	'share-at-moment': m.simulation_saved_moment,
	'median-weekly-hours': m.simulation_figure_weekly,
	'people-hours-unknown': m.simulation_saved_hours_unknown,
	'median-usable-hours': m.simulation_saved_usable,
	'people-without-usable-hours': m.simulation_saved_without,
	'share-without-usable-hours': m.simulation_saved_without,
	'people-usable-hours-unknown': m.simulation_saved_usable_unknown,
	'counted-sites': m.simulation_figure_sites,
	'weekly-open-hours': m.simulation_figure_open_hours,
	'people-below-threshold': m.simulation_figure_sectors,
	'people-not-classed': m.simulation_figure_not_classed,
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
	if (table === 'groups') return COMPARED_GROUPS_COLUMNS.map((column) => GROUPS[column]({}, options));
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

/** The words of what a comparison names by identifiers: scenarios, figures, groups, ages, profiles, moments, units. */
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
		...Object.fromEntries(GROUPED_BY.map((by) => [by, BY[by]({}, options)])),
		...Object.fromEntries(MOMENTS.map((moment) => [moment, momentName(moment, locale)])),
		...Object.fromEntries(DEFAULT_PROFILES.map(({ id }) => [id, profileText(id, editedProfiles, locale)])),
		...Object.fromEntries(ages.map((age) => [ageGroup(age), agesText(age, locale)])),
		...Object.fromEntries(comparison.scenarios.map(({ id }) => [id, nameOf(id)]))
	};
}

/** What must be said of groups: ages that are not known, profiles that overlap. */
function groupsLines({ scenarios }: Comparison, locale: Locale): string[] {
	const hasAges = scenarios.some(({ change }) => change.ages !== null);
	return [...(hasAges ? [] : [m.simulation_no_ages({}, { locale })]), m.simulation_profiles_overlap({}, { locale })];
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
	const isOfGroups = asked.table === 'groups';
	const title = isOfGroups ? m.simulation_groups_title({}, { locale }) : m.simulation_compare_title({}, { locale });
	const about = [
		`${scopeName(question.scope, summary)}. ${title}`,
		...(isOfGroups ? groupsLines(comparison, locale) : []),
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
