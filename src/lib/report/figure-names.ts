import { SITE_KINDS, type SiteKind } from '#domain/site.ts';
import { DEFAULT_PROFILES, type DefaultProfileId } from '#domain/default-profiles.ts';
import type { DiagnosticData, DiagnosticFigure, FigureId } from '#domain/diagnostic.ts';
import type { Moment } from '#domain/moments.ts';
import { MODES, type Mode } from '#domain/travel.ts';
import type { Locale } from '#i18n/locale.ts';
import { writeTemplate } from '#i18n/message.ts';
import { modeText } from '#i18n/question-words.ts';
import { siteKindText, siteKindsText } from '#i18n/site-words.ts';
import { cutoffWord } from '#i18n/sentence-words.ts';
import { figureNumber } from './figure-text.ts';
import {
	ageGroupText,
	MOMENTS_IN_ORDER,
	momentTime,
	profileWords,
	questionWords,
	whoCompared,
	whoNoun
} from './place-words.ts';

/** Figures of which there is one each, and not one for a mode, a moment, a profile, a kind or an age. */
type SingleFigureId = Exclude<
	FigureId,
	`${'coverage' | 'moment' | 'usable' | 'sites.kind' | 'population.ages'}.${string}`
>;

const NAMES: Readonly<Record<SingleFigureId, string>> = {
	communes: 'report_name_communes',
	'communes.without-site': 'report_name_communes_without',
	'population.municipale': 'report_name_municipale',
	'population.grid': 'report_name_grid',
	'population.imputed-share': 'report_name_imputed',
	'population.density': 'report_name_density',
	'population.in-equipped-communes.share': 'report_name_equipped',
	'population.poor-households.share': 'report_name_poor',
	sites: 'report_name_sites',
	'sites.surface': 'report_name_surface',
	'sites.surface-per-person': 'report_name_surface_per_person',
	'sites.of-class-a-to-c': 'report_name_classes',
	'staff.fte': 'report_name_fte',
	'staff.volunteers': 'report_name_volunteers',
	'staff.sites-without-paid': 'report_name_without_paid',
	'budget.acquisitions-per-person': 'report_name_acquisitions',
	'activity.entries': 'report_name_entries',
	'activity.entries-per-person': 'report_name_entries_per_person',
	'activity.loans-per-person': 'report_name_loans',
	'activity.borrowers-per-person': 'report_name_borrowers',
	'hours.mean-weekly': 'report_name_hours_mean',
	'hours.network-weekly': 'report_name_hours_network',
	'hours.year': 'report_name_hours_year',
	'hours.weekly.term': 'report_name_hours_term',
	'hours.weekly.small-holidays': 'report_name_hours_small_holidays',
	'hours.weekly.summer': 'report_name_hours_summer',
	'hours.median-within-reach': 'report_name_hours_reach',
	'hours.without.share': 'report_name_hours_without',
	sectors: 'report_name_sectors',
	'sectors.people': 'report_name_sectors_people',
	'sectors.not-individualised': 'report_name_sectors_rest',
	'scenario.improved': 'report_name_improved',
	'scenario.reduced': 'report_name_reduced',
	'scenario.unchanged': 'report_name_unchanged',
	'scenario.coverage.share': 'report_name_scenario_coverage',
	'scenario.usable.median': 'report_name_scenario_usable',
	'scenario.moment.saturday-afternoon.share': 'report_name_scenario_moment',
	'scenario.yearly-euros': 'report_name_yearly',
	'scenario.own-euros-first-year': 'report_name_own',
	'scenario.state-euros': 'report_name_state',
	'scenario.own-euros-without-aid': 'report_name_own_after',
	'scenario.euros-per-usable-hour': 'report_name_per_hour'
};

const COVERAGE = { share: 'report_name_coverage', people: 'report_name_coverage_people' } as const;
const USABLE = {
	median: 'report_name_usable_median',
	'none.share': 'report_name_usable_none',
	people: 'report_name_usable_people'
} as const;

/** What names depend on. */
type NamingData = Pick<DiagnosticData, 'question' | 'momentMinutes' | 'figures'>;

/** A message and its blanks. */
interface Named {
	readonly code: string;
	readonly params: Readonly<Record<string, string>>;
}

/**
 * What a figure is, as a noun ("part des habitants à 15 min au plus d’un lieu, en voiture"): in tables, and where it is missing.
 * The same for every document of a question.
 */
export function figureName(id: FigureId, data: NamingData, locale: Locale): string {
	const kind = siteKindOf(id);
	if (kind) return siteKindsText(kind, locale);
	const { code, params } = named(id, data, locale);
	return writeTemplate(code, { ...params, form: 'name', count: 2, whoCounted: params.who }, locale);
}

/** What stands after the figure when it is told large: "habitants", "des habitants à 15 min au plus d’un lieu, en voiture". */
export function figureLabel(
	{ id, unit, value }: Pick<DiagnosticFigure, 'id' | 'unit'> & { readonly value: number },
	data: NamingData,
	locale: Locale
): string {
	const count = figureNumber(value, unit);
	const kind = siteKindOf(id);
	if (kind) return isOne(count, locale) ? siteKindText(kind, locale) : siteKindsText(kind, locale);
	const { code, params } = named(id, data, locale);
	const who = id.startsWith('scenario.') ? whoCompared(data) : data.question.who;
	const whoCounted = whoNoun(count, who, locale);
	return writeTemplate(code, { ...params, form: 'after', count, whoCounted }, locale);
}

const isOne = (count: number, locale: Locale) => new Intl.PluralRules(locale).select(count) === 'one';

function siteKindOf(id: FigureId): SiteKind | undefined {
	return id.startsWith('sites.kind.') ? SITE_KINDS.find((kind) => id === `sites.kind.${kind}`) : undefined;
}

function named(id: FigureId, { question, momentMinutes, figures }: NamingData, locale: Locale): Named {
	const words = questionWords(question, locale);
	const profile = profileWords(question.profile, question, locale, figures);
	const parts = id.split('.');
	if (parts[0] === 'coverage') {
		const mode = modeText(modeOf(parts[1]), locale);
		const code = parts[3] === 'without-neighbours' ? 'report_name_coverage_without' : COVERAGE[parts[3] as 'share'];
		return { code, params: { who: words.who, mode, cutoff: cutoffWord(Number(parts[2]), locale) } };
	}
	if (parts[0] === 'moment') {
		const moment = momentTime(momentMinutes[momentOf(parts[1])], locale);
		const code = parts[2] === 'share' ? 'report_name_moment_share' : 'report_name_moment_open';
		return { code, params: { who: words.who, moment } };
	}
	if (parts[0] === 'usable') {
		const code = USABLE[parts.slice(2).join('.') as keyof typeof USABLE];
		return { code, params: profileWords(profileOf(parts[1]), question, locale, figures) };
	}
	if (id.startsWith('population.ages.'))
		return { code: 'report_name_ages', params: { ages: ageGroupText(parts[2], locale) } };
	const moment = momentTime(momentMinutes['saturday-afternoon'], locale);
	return { code: NAMES[id as SingleFigureId], params: { ...words, ...profile, moment } };
}

// Identifiers are of the domain's lists: the fallbacks are never taken.
const modeOf = (name: string): Mode => MODES.find((mode) => mode === name) ?? MODES[0];
const momentOf = (name: string): Moment => MOMENTS_IN_ORDER.find((moment) => moment === name) ?? MOMENTS_IN_ORDER[0];
const profileOf = (name: string): DefaultProfileId =>
	DEFAULT_PROFILES.find(({ id }) => id === name)?.id ?? DEFAULT_PROFILES[0].id;
