import { CLOSED_BY_SCENARIO, countingRule } from '#domain/supply.ts';
import type { Paint } from '#domain/atlas-answers.ts';
import type { DiagnosticData, DiagnosticSite } from '#domain/diagnostic.ts';
import type { SiteSummary, TerritorySummary } from '#domain/territory-summary.ts';
import type { Locale } from '#i18n/locale.ts';
import { paintsAsked, type PaintAsked, type PaintedPicture, type PictureInput } from './pictures/picture-input.ts';
import { isKnown } from './words.ts';

/** What the map of the elected officials' page may show. */
export type ElectedMap = Extract<PaintedPicture, 'map-hours' | 'map-access'>;

/**
 * The map of the elected officials' page: the hours that open within reach; how near the nearest site is where no hours are known. A scenario
 * may add hours: its maps are of them, before and after.
 */
export function electedMapOf({ question, figures }: Pick<DiagnosticData, 'question' | 'figures'>): ElectedMap {
	return question.scenario !== null || isKnown(figures['hours.median-within-reach']) ? 'map-hours' : 'map-access';
}

/** What the job `paint` is asked for: the territory as it is, and under the scenario of the question where there is one. */
export interface ElectedPaints {
	readonly before: PaintAsked;
	readonly after: PaintAsked | null;
}

export function electedPaints(
	summary: TerritorySummary,
	data: Pick<DiagnosticData, 'question' | 'area' | 'figures'>
): ElectedPaints | null {
	const map = electedMapOf(data);
	const before = paintsAsked(summary, data).find(({ picture }) => picture === map)?.asked;
	if (before === undefined) return null;
	const { question } = data;
	return { before, after: question.scenario === null ? null : { ...before, question } };
}

/** What the map before the scenario, or without one, is drawn from. @param summary the territory as it is */
export function mapBefore(summary: TerritorySummary, data: DiagnosticData, paint: Paint, locale: Locale): PictureInput {
	return { summary, data, paints: { [electedMapOf(data)]: paint }, locale };
}

/** The same of the map under the scenario: what it closes is not drawn. @param summary the territory with the scenario's sites */
export function mapAfter(summary: TerritorySummary, data: DiagnosticData, paint: Paint, locale: Locale): PictureInput {
	const sites = summary.sites.filter(({ counted }) => counted.reason !== CLOSED_BY_SCENARIO);
	const under: DiagnosticData = { ...data, sites: sitesUnder(sites, data) };
	return { summary: { ...summary, sites }, data: under, paints: { [electedMapOf(data)]: paint }, locale };
}

/** Those of the area as they then are; a new one stands in it with its commune. */
function sitesUnder(
	sites: readonly SiteSummary[],
	{ question, area, sites: before }: DiagnosticData
): DiagnosticSite[] {
	const isCounted = countingRule(question);
	const knownIds = new Set(before.map(({ site }) => site.id));
	const codes = new Set<string>(area.communeCodes);
	const isNew = ({ id, communeCode }: SiteSummary) =>
		id.startsWith('new-') && communeCode !== null && codes.has(communeCode);
	return sites
		.filter((site) => knownIds.has(site.id) || isNew(site))
		.map((site) => ({
			site,
			counted: isCounted(site),
			weeklyHours: site.weeklyHours.term,
			yearHours: null,
			openings: null,
			peopleWithin: null,
			peopleOnlyHere: null
		}));
}
