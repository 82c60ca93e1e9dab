import type { DiagnosticData, DiagnosticSite, FigureUnit } from '#domain/diagnostic.ts';
import type { FollowedFigure, FollowedMeasure, FollowedValue, FollowUp, FollowUpRow } from '#domain/follow-up.ts';
import type { Locale } from '#i18n/locale.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { ReportCell, ReportTable, ToldFigureId } from '../document.ts';
import { figureName } from '../figure-names.ts';
import { capital } from '../place-words.ts';
import { numberColumn, table, valueCell, wordCell, wordColumn } from '../tables.ts';
import { changeText, followedCell, readsSame, sideHead, stateText } from './follow-up-words.ts';

/** What names of figures depend on. */
export type Naming = Pick<DiagnosticData, 'question' | 'momentMinutes' | 'figures'>;

const MEASURES = {
	'weekly-hours': m.follow_up_measure_weekly,
	'year-hours': m.follow_up_measure_year,
	entries: m.follow_up_measure_entries,
	loans: m.follow_up_measure_loans,
	borrowers: m.follow_up_measure_borrowers,
	surface: m.follow_up_measure_surface
} as const satisfies Record<FollowedMeasure['measure'], unknown>;

/** What kept sites add up to, as a noun. */
export const measureName = (measure: FollowedMeasure['measure'], locale: Locale): string =>
	MEASURES[measure]({}, { locale });

const empty = (locale: Locale) => ({ empty: m.report_not_known({}, { locale }) });
/** Of sites, some of which are not there on one side. */
const emptyOrAbsent = (locale: Locale) => ({ empty: m.follow_up_not_known_or_absent({}, { locale }) });

/** A change; empty where one of both is not known. */
export function changeCell(
	before: number | null,
	after: number | null,
	unit: FigureUnit,
	locale: Locale,
	figure: ToldFigureId | null = null
): ReportCell {
	if (before === null || after === null) return wordCell(null);
	const value = readsSame(before, after, unit) ? 0 : after - before;
	return { text: changeText(before, after, unit, locale), value, unit, figure };
}

/** Figures of the whole, with who told them: a change is told only of as many respondents, and the same ones. */
export function figuresTable({ figures, ...sides }: FollowUp, naming: Naming, locale: Locale): ReportTable {
	const options = { locale };
	return table(
		'suivi-ensemble',
		m.follow_up_figures({}, options),
		[
			wordColumn(m.follow_up_column_figure({}, options)),
			numberColumn(sideHead(sides.before, 'before', locale)),
			numberColumn(m.follow_up_column_respondents({}, options)),
			numberColumn(sideHead(sides.after, 'after', locale)),
			numberColumn(m.follow_up_column_respondents({}, options)),
			numberColumn(m.follow_up_column_gap({}, options))
		],
		figures.map((one) => {
			const figure = `follow-up.figure.${one.id}` as const;
			const [before, after] = [one.before.value, one.after.value];
			return [
				wordCell(capital(figureName(one.id, naming, locale), locale)),
				followedCell(before, one.unit, locale, figure),
				wordCell(respondentsText(one.before)),
				followedCell(after, one.unit, locale, figure),
				wordCell(respondentsText(one.after)),
				isComparable(one) ? changeCell(before, after, one.unit, locale, figure) : wordCell(null)
			];
		}),
		{ ...empty(locale), always: m.follow_up_figures_note({}, options) }
	);
}

/** "28/45"; null where that makes no sense. */
export const respondentsText = ({ respondents }: FollowedValue): string | null =>
	respondents && `${respondents.known}/${respondents.of}`;

/** All answered, or as many on both sides and the same ones: a sum over more sites, or over others, is no increase. */
function isComparable(figure: FollowedFigure): boolean {
	const [was, is] = [figure.before.respondents, figure.after.respondents];
	if (was === null || is === null || (was.known === was.of && is.known === is.of)) return true;
	return figure.isOfSameSites && was.known === is.known && was.of === is.of;
}

/** What the sites that are there both times add up to, over the same ones. */
export function measuresTable({ measures, ...sides }: FollowUp, locale: Locale): ReportTable {
	const options = { locale };
	return table(
		'suivi-mesures',
		m.follow_up_measures({}, options),
		[
			wordColumn(m.follow_up_column_figure({}, options)),
			numberColumn(m.follow_up_column_respondents({}, options)),
			numberColumn(sideHead(sides.before, 'before', locale)),
			numberColumn(sideHead(sides.after, 'after', locale)),
			numberColumn(m.follow_up_column_gap({}, options))
		],
		measures.map(({ measure, unit, before, after, known, of }) => {
			const figure = `follow-up.measure.${measure}` as const;
			return [
				wordCell(measureName(measure, locale)),
				wordCell(`${known}/${of}`),
				followedCell(before, unit, locale, figure),
				followedCell(after, unit, locale, figure),
				changeCell(before, after, unit, locale, figure)
			];
		}),
		{ ...empty(locale), always: m.follow_up_measures_note({}, options) }
	);
}

/** A row for each site of either time. */
export function sitesTable({ rows }: FollowUp, locale: Locale): ReportTable {
	return tableOfSites(
		{ id: 'suivi-lieux', caption: m.follow_up_sites({}, { locale }), withSurfaces: true },
		rows,
		locale
	);
}

/** Those of which something changed; null where nothing did. */
export function changedSitesTable({ rows }: FollowUp, locale: Locale): ReportTable | null {
	const changed = rows.filter(hasChanged);
	if (changed.length === 0) return null;
	// Room is short in a document, and surfaces seldom change.
	const withSurfaces = changed.some(({ before, after }) => {
		const [was, is] = [before && surface(before), after && surface(after)];
		return was !== null && is !== null && was !== is;
	});
	const caption = m.follow_up_sites_changed({}, { locale });
	return tableOfSites({ id: 'suivi-lieux-changes', caption, withSurfaces }, changed, locale);
}

function hasChanged(row: FollowUpRow): boolean {
	if (row.state !== 'kept' || row.moved || row.renamed || row.before.counted !== row.after.counted) return true;
	const [was, is] = [row.before.weeklyHours, row.after.weeklyHours];
	return was === null || is === null ? was !== is : !readsSame(was, is, 'hours');
}

function tableOfSites(
	{ id, caption, withSurfaces }: { readonly id: string; readonly caption: string; readonly withSurfaces: boolean },
	rows: readonly FollowUpRow[],
	locale: Locale
): ReportTable {
	const options = { locale };
	const number = (site: DiagnosticSite | null, of: (site: DiagnosticSite) => number | null, unit: FigureUnit) =>
		valueCell(site === null ? null : of(site), unit, locale);
	const columns = [
		[m.follow_up_column_hours_before, m.follow_up_column_hours_after, 'hours', weekly],
		[m.follow_up_column_entries_before, m.follow_up_column_entries_after, 'entries', entries],
		...(withSurfaces
			? ([[m.follow_up_column_surface_before, m.follow_up_column_surface_after, 'square-metres', surface]] as const)
			: [])
	] as const;
	return table(
		id,
		caption,
		[
			wordColumn(m.follow_up_column_site({}, options)),
			wordColumn(m.follow_up_column_commune({}, options)),
			wordColumn(m.follow_up_column_state({}, options)),
			...columns.flatMap(([before, after]) => [numberColumn(before({}, options)), numberColumn(after({}, options))])
		],
		rows.map((row) => {
			const { site } = row.state === 'kept' ? row.after : (row.before ?? row.after);
			return [
				wordCell(site.name),
				wordCell(site.communeName),
				wordCell(stateText(row, locale)),
				...columns.flatMap(([, , unit, of]) => [number(row.before, of, unit), number(row.after, of, unit)])
			];
		}),
		emptyOrAbsent(locale)
	);
}

const weekly = ({ weeklyHours }: DiagnosticSite) => weeklyHours;
const entries = ({ site }: DiagnosticSite) => site.figures.entriesPerYear;
const surface = ({ site }: DiagnosticSite) => site.figures.surfaceSquareMetres;

/** Sites, coverage and hours within reach of each commune. */
export function communesTable({ communes }: FollowUp, locale: Locale): ReportTable {
	const options = { locale };
	return table(
		'suivi-communes',
		m.follow_up_communes({}, options),
		[
			wordColumn(m.follow_up_column_commune({}, options)),
			numberColumn(m.follow_up_column_sites_before({}, options)),
			numberColumn(m.follow_up_column_sites_after({}, options)),
			numberColumn(m.follow_up_column_covered_before({}, options)),
			numberColumn(m.follow_up_column_covered_after({}, options)),
			numberColumn(m.follow_up_column_gap({}, options)),
			numberColumn(m.follow_up_column_hours_before({}, options)),
			numberColumn(m.follow_up_column_hours_after({}, options))
		],
		communes.map(({ name, before, after }) => [
			wordCell(name),
			valueCell(before?.countedSites ?? null, 'sites', locale),
			valueCell(after?.countedSites ?? null, 'sites', locale),
			valueCell(before?.shareCovered ?? null, 'share', locale),
			valueCell(after?.shareCovered ?? null, 'share', locale),
			changeCell(before?.shareCovered ?? null, after?.shareCovered ?? null, 'share', locale),
			valueCell(before?.medianWeeklyHours ?? null, 'hours', locale),
			valueCell(after?.medianWeeklyHours ?? null, 'hours', locale)
		]),
		empty(locale)
	);
}
