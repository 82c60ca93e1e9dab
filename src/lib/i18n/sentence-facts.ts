import { BORROW_AND_RETURN_MINUTES } from '#domain/default-profiles.ts';
import type { UsableAnswer, UsableFigures } from '#domain/hours-answers.ts';
import type { Question } from '#domain/question.ts';
import type { SupplyAnswer, SupplyFigures, SupplyUnit } from '#domain/supply-answers.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { hoursText, numberText } from './figures.ts';
import { writeMessage, type Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { percent, shareWord } from './sentence-parts.ts';
import { isShared, supplyAmountText } from './supply-words.ts';

/** What must be read with the sentences of usable hours and of supply: each a short statement without final stop. */

/** "11 h 30 (8 % sans aucune)"; null where it is not known. */
export function usableHeadline({ medianHours, none }: UsableFigures, locale: Locale): string | null {
	if (medianHours === null || none.share === null) return null;
	if (none.share === 1) return m.sentence_context_usable_nobody({}, { locale });
	const hours = hoursText(medianHours, locale);
	if (none.share === 0) return hours;
	return m.sentence_context_usable_figure({ hours, share: percent(none.share, locale) }, { locale });
}

export function usableFacts({ sectors }: Question, { whole, shortVisit }: UsableAnswer, locale: Locale): string[] {
	const options = { locale };
	const facts: string[] = [];
	if (whole.basis === 'everyone') facts.push(m.sentence_context_basis_everyone({}, options));
	if (whole.basis === 'split') facts.push(m.sentence_context_basis_split({}, options));
	facts.push(m.sentence_context_minimum_visit({ minutes: String(whole.minimumVisitMinutes) }, options));
	const short = usableHeadline(shortVisit, locale);
	if (short !== null && whole.minimumVisitMinutes !== BORROW_AND_RETURN_MINUTES)
		facts.push(m.sentence_context_short_visit({ minutes: String(BORROW_AND_RETURN_MINUTES), figure: short }, options));
	const { share } = whole.belowMinimum;
	if (share !== null) {
		const amount = share === 0 ? 'none' : share === 1 ? 'all' : 'some';
		const hours = hoursText(sectors.minimumUsableMinutes / 60, locale);
		facts.push(m.sentence_context_below({ amount, share: shareWord({ share }, locale), hours }, options));
	}
	facts.push(m.sentence_context_overlap({}, options));
	return facts;
}

export function usableCautions({ whole }: UsableAnswer, locale: Locale): string[] {
	return whole.basis === 'not-covered' ? [m.sentence_context_ages_unknown({}, { locale })] : [];
}

/** "18 h"; null where it is not known. */
export function supplyHeadline(figures: SupplyFigures | null, unit: SupplyUnit, locale: Locale): string | null {
	if (figures === null || figures.median === null) return null;
	return supplyAmountText(figures.median, unit, locale);
}

export function supplyFacts({ whole, measure, margin }: SupplyAnswer, locale: Locale): string[] {
	const options = { locale };
	const facts: string[] = [];
	const { share } = whole.none;
	const isSaid = measure.method === 'nearest' || share === null || share === 1 || whole.median === 0;
	if (!isSaid && share > 0) facts.push(m.sentence_context_supply_none({ share: percent(share, locale) }, options));
	if (whole.gini !== null) {
		const gini = numberText(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }, whole.gini);
		facts.push(m.sentence_context_gini({ gini }, options));
	}
	const unknown = Math.round(whole.unknownPeople);
	if (unknown > 0)
		facts.push(writeMessage({ code: 'sentence_context_supply_unknown', params: { count: unknown } }, locale));
	const sharing = Math.round(margin === null ? 0 : margin.people - margin.unattachedPeople);
	if (isShared(measure) && sharing > 0)
		facts.push(writeMessage({ code: 'sentence_context_margin', params: { count: sharing } }, locale));
	return facts;
}

export function supplyCautions(
	{ countedSites, sitesWithCapacity, measure, margin }: SupplyAnswer,
	{ withNeighbours }: Question,
	{ hasMargin }: TerritorySummary,
	locale: Locale
): string[] {
	const options = { locale };
	const cautions: string[] = [];
	if (measure.method !== 'nearest' && sitesWithCapacity < countedSites) {
		const known = { known: String(sitesWithCapacity), counted: String(countedSites) };
		if (measure.capacity === 'hours') cautions.push(m.sentence_context_capacity_hours(known, options));
		else if (measure.capacity === 'surface') cautions.push(m.sentence_context_capacity_surface(known, options));
		else cautions.push(m.sentence_context_capacity_hours_surface(known, options));
	}
	if (isShared(measure) && hasMargin && withNeighbours && margin === null)
		cautions.push(m.sentence_context_margin_unknown({}, options));
	return cautions;
}
