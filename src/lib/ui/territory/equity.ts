import type { DensityClass, EquityFigures, SupplyAnswer, SupplyFigures, SupplyGroup } from '#domain/supply-answers.ts';
import type { Question, Who } from '#domain/question.ts';
import { numberText, percentText } from '#i18n/figures.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { whoText } from '#i18n/question-words.ts';
import { supplyAmountText } from '#i18n/supply-words.ts';

const DENSITIES = {
	dense: m.equity_density_dense,
	intermediate: m.equity_density_intermediate,
	sparse: m.equity_density_sparse
} as const satisfies Record<DensityClass, unknown>;

/** A figure of how supply is shared, with its plain meaning. */
export interface EquityRow {
	readonly figure: string;
	readonly value: string;
	readonly meaning: string;
}

const index = (value: number, locale: Locale) =>
	numberText(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }, value);

export function shareText(share: number | null, locale: Locale): string {
	if (share === null) return m.not_known({}, { locale });
	return m.territory_page_percent({ percent: percentText(share, locale) }, { locale });
}

const isMinutes = ({ unit }: Pick<SupplyAnswer, 'unit'>) => unit === 'minutes-to-nth';

/** An amount of supply, or why there is none: not known, or beyond the times that are computed. */
export function amountText(
	value: number | null,
	{ none }: SupplyFigures,
	answer: Pick<SupplyAnswer, 'unit'>,
	locale: Locale
): string {
	if (value !== null) return supplyAmountText(value, answer.unit, locale);
	const isBeyond = isMinutes(answer) && none.people !== null && none.ofPeople > 0;
	return isBeyond ? m.equity_median_beyond({}, { locale }) : m.not_known({}, { locale });
}

/** Why there is no figure at all; null where there are some. */
export function nothingText({ countedSites, sitesWithCapacity, whole }: SupplyAnswer, locale: Locale): string | null {
	if (countedSites === 0) return m.territory_page_equity_no_sites({}, { locale });
	const isUnknown = sitesWithCapacity === 0 || whole.none.people === null;
	return isUnknown ? m.territory_page_equity_unknown({}, { locale }) : null;
}

/** What is to be said beside the figures: of how many sites the capacity is known, and who is in none of them. */
export function notesOf(answer: SupplyAnswer, { who }: Question, locale: Locale): string[] {
	const { countedSites, sitesWithCapacity, whole } = answer;
	const notes: string[] = [];
	if (isMinutes(answer)) notes.push(m.territory_page_equity_minutes({}, { locale }));
	else {
		const params = { known: numberText(locale, {}, sitesWithCapacity), counted: numberText(locale, {}, countedSites) };
		notes.push(m.territory_page_equity_known(params, { locale }));
	}
	const count = Math.round(whole.unknownPeople);
	const households = who.kind === 'poor-households';
	const code = households ? 'territory_page_equity_households_unknown' : 'territory_page_equity_people_unknown';
	if (count > 0) notes.push(writeMessage({ code, params: { count } }, locale));
	return notes;
}

/** Median, none, and the indices that are computed, each with its plain meaning. @param withNeighbours as asked */
export function equityRows(answer: SupplyAnswer, { withNeighbours }: Question, locale: Locale): EquityRow[] {
	const options = { locale };
	const { whole, otherNeighbours: other } = answer;
	const minutes = isMinutes(answer);
	const rows: EquityRow[] = [
		{
			figure: m.equity_median({}, options),
			value: amountText(whole.median, whole, answer, locale),
			meaning: minutes ? m.equity_median_minutes_says({}, options) : m.equity_median_says({}, options)
		},
		{
			figure: minutes ? m.equity_none_minutes({}, options) : m.equity_none({}, options),
			value: shareText(whole.none.share, locale),
			meaning: minutes ? m.equity_none_minutes_says({}, options) : m.equity_none_says({}, options)
		}
	];
	if (other !== null) {
		rows.push({
			figure: withNeighbours ? m.equity_other_without({}, options) : m.equity_other_with({}, options),
			value: amountText(other.median, other, answer, locale),
			meaning: ''
		});
	}
	return [...rows, ...sharingRows(answer, locale)];
}

function sharingRows({ whole, unit }: SupplyAnswer, locale: Locale): EquityRow[] {
	const options = { locale };
	const { gini, palma, lowerHalfShare, fgt } = whole;
	const rows: EquityRow[] = [];
	if (lowerHalfShare !== null) {
		rows.push({
			figure: m.equity_half({}, options),
			value: shareText(lowerHalfShare, locale),
			meaning: m.equity_half_says({}, options)
		});
	}
	if (gini === null) return rows;
	rows.push(
		{ figure: m.equity_gini({}, options), value: index(gini, locale), meaning: m.equity_gini_says({}, options) },
		{
			figure: m.equity_palma({}, options),
			value: palma === null ? m.equity_palma_undefined({}, options) : index(palma, locale),
			meaning: m.equity_palma_says({}, options)
		}
	);
	if (fgt === null) return rows;
	const line = { line: supplyAmountText(fgt.line, unit, locale) };
	return [
		...rows,
		{
			figure: m.equity_fgt_headcount({}, options),
			value: shareText(fgt.headcount, locale),
			meaning: m.equity_fgt_headcount_says(line, options)
		},
		{
			figure: m.equity_fgt_gap({}, options),
			value: index(fgt.gap, locale),
			meaning: m.equity_fgt_gap_says(line, options)
		},
		{
			figure: m.equity_fgt_severity({}, options),
			value: index(fgt.severity, locale),
			meaning: m.equity_fgt_severity_says({}, options)
		}
	];
}

/** One group of people under a measure. */
export interface GroupRow {
	readonly name: string;
	readonly value: string;
	/** 0–1 of the largest median shown; null where there is none. */
	readonly position: number | null;
	readonly none: string;
	/** Null of minutes, of which none is computed. */
	readonly gini: string | null;
}

function groupName(group: SupplyGroup, locale: Locale): string {
	return group.kind === 'density' ? DENSITIES[group.density]({}, { locale }) : whoText(group, locale);
}

/** Everybody asked about, then the groups as far as the data tell them. */
export function groupRows(answer: SupplyAnswer, who: Who, locale: Locale): GroupRow[] {
	const all = m.equity_group_all({ who: whoText(who, locale) }, { locale });
	const of = [
		{ name: all, figures: answer.whole },
		...answer.groups.map((figures) => ({ name: groupName(figures.group, locale), figures }))
	];
	const largest = Math.max(0, ...of.map(({ figures }) => figures.median ?? 0));
	return of.map(({ name, figures }) => ({
		name,
		value: amountText(figures.median, figures, answer, locale),
		position: figures.median === null || largest === 0 ? null : figures.median / largest,
		none: shareText(figures.none.share, locale),
		gini: isMinutes(answer) ? null : figures.gini === null ? m.not_known({}, { locale }) : index(figures.gini, locale)
	}));
}

/** Share of the supply that the people served least have, of a share of people: the curve read between its points. */
export function lorenzAt({ people, amount }: NonNullable<EquityFigures['lorenz']>, share: number): number {
	const after = people.findIndex((one) => one >= share);
	if (after <= 0) return after < 0 ? 1 : amount[0];
	const span = people[after] - people[after - 1];
	const part = span === 0 ? 1 : (share - people[after - 1]) / span;
	return amount[after - 1] + part * (amount[after] - amount[after - 1]);
}
