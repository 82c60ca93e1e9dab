import type { DiagnosticSite, FigureUnit } from '#domain/diagnostic.ts';
import type { FollowUp, FollowUpRow, MatchDoubt } from '#domain/follow-up.ts';
import { hoursText, lengthText, numberText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/locale.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { ReportCell, ToldFigureId } from '../document.ts';
import { figureText } from '../figure-text.ts';
import { valueCell } from '../tables.ts';

/** A distance between two places, to the ten metres: "80 m", "1,2 km". */
export function distanceText(metres: number, locale: Locale): string {
	return lengthText(Math.round(metres / (metres < 1000 ? 10 : 100)) * (metres < 1000 ? 10 : 100), locale);
}

const DOUBTS = {
	'id-alone': m.follow_up_doubt_id,
	'place-alone': m.follow_up_doubt_place,
	'name-alone': m.follow_up_doubt_name,
	several: m.follow_up_doubt_several
} as const satisfies Record<MatchDoubt, unknown>;

export const doubtText = (doubt: MatchDoubt, locale: Locale): string => DOUBTS[doubt]({}, { locale });

/** What becomes of a site: "maintenu ; déplacé de 320 m ; auparavant « Bibliothèque »". */
export function stateText(row: FollowUpRow, locale: Locale): string {
	const options = { locale };
	switch (row.state) {
		case 'opened':
			return m.follow_up_state_opened({}, options);
		case 'closed':
			return m.follow_up_state_closed({}, options);
		case 'doubtful': {
			const [doubt, after] = [doubtText(row.doubt, locale), row.after.site.name];
			return m.follow_up_state_doubtful({ doubt, after, distance: distanceText(row.metres, locale) }, options);
		}
		case 'kept':
			return listed(
				[
					m.follow_up_state_kept({}, options),
					...(row.moved ? [m.follow_up_state_moved({ distance: distanceText(row.metres, locale) }, options)] : []),
					...(row.renamed ? [m.follow_up_state_renamed({ name: row.before.site.name }, options)] : []),
					...countedText(row.before, row.after, locale)
				],
				locale
			);
	}
}

function countedText({ counted: was }: DiagnosticSite, { counted: is }: DiagnosticSite, locale: Locale): string[] {
	if (was === is) return [];
	return [is ? m.follow_up_state_now_counted({}, { locale }) : m.follow_up_state_not_counted({}, { locale })];
}

/** Words that may hold commas, one after the other. */
export const listed = (words: readonly string[], locale: Locale): string =>
	words.join(locale === 'fr' ? '\u202f; ' : '; ');

/** How much of a unit, without a sign; shares in points: "2,3 pt", "1 h 30". */
export function amountText(amount: number, unit: FigureUnit, locale: Locale): string {
	const size = Math.abs(amount);
	if (unit !== 'share') return figureText(size, unit, locale);
	return m.follow_up_points({ points: numberText(locale, { maximumFractionDigits: 1 }, size * 100) }, { locale });
}

/** Hours of a year are told whole; those of a week to the minute however many sites they add up, so that a change and its sides agree. */
const HOURS_OF_A_YEAR = 2000;

/** A value on one side; empty where it is not known. */
export function followedCell(
	value: number | null,
	unit: FigureUnit,
	locale: Locale,
	figure: ToldFigureId | null = null
): ReportCell {
	const cell = valueCell(value, unit, locale);
	if (value === null) return cell;
	if (unit !== 'hours' || value >= HOURS_OF_A_YEAR) return { ...cell, figure };
	return { ...cell, text: hoursText(value, locale), figure };
}

/** Whether two values read the same once told. */
export function readsSame(one: number, other: number, unit: FigureUnit): boolean {
	const gap = Math.abs(one - other);
	if (unit === 'share') return gap < 0.0005;
	return unit === 'hours' ? gap < 1 / 120 : gap < 1e-9;
}

/** A change with its sign: "+1 h 30", "−2 pt", "0". */
export function changeText(before: number, after: number, unit: FigureUnit, locale: Locale): string {
	if (readsSame(before, after, unit)) return '0';
	return `${after > before ? '+' : '\u2212'}${amountText(after - before, unit, locale)}`;
}

/** Longer ones would widen a column: the tables' own words say them above. */
const MOST_LETTERS_OF_VINTAGE = 10;
const HEADS = {
	before: [m.follow_up_side_before, m.follow_up_column_before_of],
	after: [m.follow_up_side_after, m.follow_up_column_after_of],
	counted: [m.follow_up_column_counted, m.follow_up_column_counted_of]
} as const;

/** The head of a column of one side, with its year: "Avant (2025)". */
export function sideHead(
	{ vintage }: Pick<FollowUp['before'], 'vintage'>,
	side: keyof typeof HEADS,
	locale: Locale
): string {
	const [bare, dated] = HEADS[side];
	const isTold = vintage !== null && vintage.length <= MOST_LETTERS_OF_VINTAGE;
	return isTold ? dated({ vintage }, { locale }) : bare({}, { locale });
}

/** A side of the comparison: its area and the year of its sites. */
export function sideText({ area, vintage }: FollowUp['before'], locale: Locale): string {
	if (vintage === null) return m.follow_up_side_undated({ name: area.name }, { locale });
	return m.follow_up_side({ name: area.name, vintage }, { locale });
}
