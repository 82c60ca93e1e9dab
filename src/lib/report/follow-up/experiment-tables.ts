import type { DiagnosticData } from '#domain/diagnostic.ts';
import type {
	ExpectedChange,
	Experiment,
	ExperimentFigure,
	ExperimentOutcome,
	ExperimentSite,
	FollowUp
} from '#domain/follow-up.ts';
import type { Locale } from '#i18n/locale.ts';
import { writeMessage } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { ReportTable } from '../document.ts';
import { figureText } from '../figure-text.ts';
import { profileWords, questionWords } from '../place-words.ts';
import { numberColumn, table, valueCell, wordCell, wordColumn } from '../tables.ts';
import { amountText, distanceText, followedCell, listed, readsSame, sideHead } from './follow-up-words.ts';
import { changeCell } from './follow-up-tables.ts';

type Question = DiagnosticData['question'];

/** Figures of the whole: before, expected, counted, and the gap in words. */
export function experimentFiguresTable(
	experiment: Experiment,
	{ before, after }: Pick<FollowUp, 'before' | 'after'>,
	question: Question,
	locale: Locale
): ReportTable {
	const options = { locale };
	return table(
		'suivi-prevu-compte',
		m.follow_up_experiment_figures({ name: experiment.scenario }, options),
		[
			wordColumn(m.follow_up_column_figure({}, options)),
			numberColumn(sideHead(before, 'before', locale)),
			numberColumn(m.follow_up_column_expected({}, options)),
			numberColumn(sideHead(after, 'counted', locale)),
			numberColumn(m.follow_up_column_gap_expected({}, options)),
			wordColumn(m.follow_up_column_words({}, options))
		],
		experiment.figures.map((one) => {
			const figure = `follow-up.experiment.${one.id}` as const;
			return [
				wordCell(experimentFigureName(one.id, question, locale)),
				followedCell(one.before, one.unit, locale, figure),
				followedCell(one.expected, one.unit, locale, figure),
				followedCell(one.counted, one.unit, locale, figure),
				changeCell(one.expected, one.counted, one.unit, locale, figure),
				wordCell(gapText(one, locale))
			];
		}),
		{ empty: m.report_not_known({}, options), always: m.follow_up_experiment_lead({}, options) }
	);
}

/** What a figure of an experiment is, as a noun. */
export function experimentFigureName(id: ExperimentFigure['id'], question: Question, locale: Locale): string {
	const options = { locale };
	const { mode, cutoff } = questionWords(question, locale);
	const { profile } = profileWords(question.profile, question, locale);
	switch (id) {
		case 'counted-sites':
			return m.follow_up_figure_sites({}, options);
		case 'weekly-hours':
			return m.follow_up_figure_weekly({}, options);
		case 'coverage':
			return m.follow_up_figure_coverage({ mode, cutoff }, options);
		case 'moment':
			return m.follow_up_figure_moment({}, options);
		case 'median-weekly':
			return m.follow_up_figure_median({}, options);
		case 'median-usable':
			return m.follow_up_figure_usable({ profile }, options);
		case 'without-usable':
			return m.follow_up_figure_without({ profile }, options);
	}
}

function gapText({ expected, counted, unit }: ExperimentFigure, locale: Locale): string {
	if (expected === null || counted === null) return m.follow_up_gap_unknown({}, { locale });
	if (readsSame(expected, counted, unit)) return m.follow_up_gap_none({}, { locale });
	const gap = amountText(counted - expected, unit, locale);
	return counted > expected ? m.follow_up_gap_more({ gap }, { locale }) : m.follow_up_gap_less({ gap }, { locale });
}

const CHANGES = {
	closed: m.follow_up_change_closed,
	added: m.follow_up_change_added,
	moved: m.follow_up_change_moved,
	hours: m.follow_up_change_hours,
	surface: m.follow_up_change_surface
} as const satisfies Record<ExpectedChange, unknown>;

/** Each site that the scenario changes: its hours before, expected, counted, and what became of it. */
export function experimentSitesTable({ scenario, sites }: Experiment, locale: Locale): ReportTable {
	const options = { locale };
	// What came of an experiment, where it was counted: no scenario tells it beforehand.
	const hasEntries = sites.some(({ entries }) => entries.before !== null || entries.after !== null);
	return table(
		'suivi-prevu-lieux',
		m.follow_up_experiment_sites({ name: scenario }, options),
		[
			wordColumn(m.follow_up_column_site({}, options)),
			wordColumn(m.follow_up_column_promised({}, options)),
			numberColumn(m.follow_up_column_hours_before({}, options)),
			numberColumn(m.follow_up_column_hours_expected({}, options)),
			numberColumn(m.follow_up_column_hours_counted({}, options)),
			...(hasEntries
				? [
						numberColumn(m.follow_up_column_entries_before({}, options)),
						numberColumn(m.follow_up_column_entries_after({}, options))
					]
				: []),
			wordColumn(m.follow_up_column_words({}, options))
		],
		sites.map((site) => [
			wordCell(site.name),
			wordCell(
				listed(
					site.changes.map((change) => CHANGES[change]({}, options)),
					locale
				)
			),
			valueCell(site.before, 'hours', locale),
			valueCell(site.expected, 'hours', locale),
			valueCell(site.counted, 'hours', locale),
			...(hasEntries ? [site.entries.before, site.entries.after].map((one) => valueCell(one, 'entries', locale)) : []),
			wordCell(outcomeText(site, locale))
		]),
		{ empty: m.follow_up_not_known_or_absent({}, options) }
	);
}

const OUTCOMES = {
	'as-expected': m.follow_up_outcome_as_expected,
	'not-opened': m.follow_up_outcome_not_opened,
	'not-closed': m.follow_up_outcome_not_closed,
	gone: m.follow_up_outcome_gone,
	unknown: m.follow_up_outcome_unknown
} as const satisfies Record<
	Exclude<ExperimentOutcome, 'fewer-hours' | 'more-hours' | 'not-moved' | 'other-surface' | 'doubtful'>,
	unknown
>;

function outcomeText({ outcome, expected, counted, metres, surface, maybe }: ExperimentSite, locale: Locale): string {
	const gap = amountText((counted ?? 0) - (expected ?? 0), 'hours', locale);
	if (outcome === 'fewer-hours') return m.follow_up_outcome_fewer({ gap }, { locale });
	if (outcome === 'more-hours') return m.follow_up_outcome_more({ gap }, { locale });
	if (outcome === 'not-moved')
		return m.follow_up_outcome_not_moved({ distance: distanceText(metres ?? 0, locale) }, { locale });
	if (outcome === 'other-surface') {
		const [promised, is] = [surface.expected ?? 0, surface.counted ?? 0];
		const areas = {
			expected: figureText(promised, 'square-metres', locale),
			counted: figureText(is, 'square-metres', locale)
		};
		return m.follow_up_outcome_surface(areas, { locale });
	}
	if (outcome === 'doubtful') return m.follow_up_outcome_doubtful({ name: maybe ?? '' }, { locale });
	return OUTCOMES[outcome]({}, { locale });
}

/** What must be said beside: changes that could not be applied, places that opened or closed besides. */
export function experimentSentences({ sites, others, notApplied }: Experiment, locale: Locale): string[] {
	const options = { locale };
	const besides = [...others.opened, ...others.closed];
	const why = listed(
		notApplied.map((message) => writeMessage(message, locale)),
		locale
	);
	return [
		...(sites.length === 0 ? [m.follow_up_experiment_empty({}, options)] : []),
		...(notApplied.length === 0
			? []
			: [m.follow_up_experiment_not_applied({ count: notApplied.length, why }, options)]),
		...(besides.length === 0 ? [] : [m.follow_up_experiment_others({ names: listed(besides, locale) }, options)])
	];
}
