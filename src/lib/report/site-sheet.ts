import type { DiagnosticSite, FigureUnit } from '#domain/diagnostic.ts';
import { communeOfSite } from '#domain/site-commune.ts';
import { isCivilWeek } from '#domain/week-choice.ts';
import type { Locale } from '#i18n/locale.ts';
import { m } from '#i18n/paraglide/messages.js';
import { windowsText } from '#i18n/profile-words.ts';
import { weekText } from '#i18n/question-words.ts';
import { inCommune, siteKindText, siteStatutText } from '#i18n/site-words.ts';
import type { ReportCell, ReportTable } from './document.ts';
import { capital, questionWords, uncapital } from './place-words.ts';
import { numberColumn, table, valueCell, wordCell, wordColumn } from './tables.ts';
import type { SectionWriter } from './writer.ts';

/** Identifier that the sheet of one site begins by. */
const SITE_SHEET = 'site-';

/** Whether a table is the sheet of one site. */
export const isSiteSheet = ({ id, columns }: Pick<ReportTable, 'id' | 'columns'>): boolean =>
	id.startsWith(SITE_SHEET) && columns.length === 2;

/** Words longer than this, in letters, stand under a sheet rather than in a column of it. */
const MOST_LETTERS = 36;

/**
 * A sheet for the eye: headed by its site and commune, the rows that are told; under it what needs a line (its hours), and what is not
 * told. Spreadsheets keep the whole.
 */
export function sheetAsRead(sheet: ReportTable, locale: Locale): ReportTable {
	const options = { locale };
	const ofCommune = m.report_sheet_commune({}, options);
	const commune = sheet.rows.find(([label]) => label.text === ofCommune)?.[1].text ?? '';
	const isHead = (label: string) => label === ofCommune && commune !== '';
	const rows = sheet.rows.filter(([label]) => !isHead(label.text));
	const isLong = ({ text, value }: ReportCell) => value === null && text.length > MOST_LETTERS;
	const long = rows.filter(([, value]) => isLong(value));
	const untold = rows.filter(([, { text }]) => text === '').map(([{ text }]) => uncapital(text, locale));
	const note = [
		...long.map(([label, value]) => m.report_sheet_long({ label: label.text, value: value.text }, options)),
		...(untold.length === 0
			? []
			: [m.report_sheet_untold({ items: untold.join(locale === 'fr' ? '\u202f; ' : '; ') }, options)])
	].join(' ');
	return {
		...sheet,
		caption: inCommune(sheet.caption, commune, locale),
		rows: rows.filter(([, value]) => value.text !== '' && !isLong(value)),
		note: note === '' ? null : note
	};
}

/**
 * Sheets without what none of them tells, which is said once; those of a single site keep all.
 * @returns `untold` the heads of what is left out
 */
export function withoutUntold(sheets: readonly ReportTable[]): {
	readonly sheets: readonly ReportTable[];
	readonly untold: readonly string[];
} {
	if (sheets.length < 2) return { sheets, untold: [] };
	const told = new Set(
		sheets.flatMap(({ rows }) => rows.filter(([, { text }]) => text !== '').map(([{ text }]) => text))
	);
	const untold = new Set(
		sheets.flatMap(({ rows }) => rows.map(([{ text }]) => text).filter((text) => !told.has(text)))
	);
	const kept = sheets.map((sheet): ReportTable => {
		const rows = sheet.rows.filter(([{ text }]) => !untold.has(text));
		return { ...sheet, rows, note: rows.some(([, { text }]) => text === '') ? sheet.note : null };
	});
	return { sheets: kept, untold: [...untold] };
}

/** What one site is, has and is open for. Its staff only where the document is for internal use. */
export function siteSheet(writer: SectionWriter, sheet: DiagnosticSite): ReportTable {
	const { locale, context, data } = writer;
	const { site, counted } = sheet;
	const { figures, weeklyHours } = site;
	const isWorking = context.audience === 'working';
	const { mode, cutoff } = questionWords(data.question, locale);
	const week = weekText(data.question.week, locale);
	const value = (code: string, cell: ReportCell, params: Readonly<Record<string, string>> = {}) => [
		wordCell(writer.text(code, params)),
		cell
	];
	const number = (of: number | null, unit: FigureUnit) => valueCell(of, unit, locale);
	const kind = capital(siteKindText(site.kind, locale), locale);
	const statut = siteStatutText(site.statut, locale);
	const rows = [
		value('report_sheet_kind', wordCell(counted ? kind : writer.text('report_sheet_not_counted', { kind }))),
		value('report_sheet_commune', wordCell(communeOfSite(site, context.summary.communes))),
		value('report_sheet_statut', wordCell(statut)),
		value('report_sheet_class', wordCell(site.serviceClass)),
		value('report_sheet_surface', number(figures.surfaceSquareMetres, 'square-metres')),
		value('report_sheet_seats', number(figures.seats, 'entries')),
		value('report_sheet_books', number(figures.books, 'entries')),
		value('report_sheet_openings', wordCell(openingsText(writer, sheet)), { week }),
		// The three usual weeks are told anyway.
		...(isCivilWeek(data.question.week)
			? [value('report_sheet_weekly', number(sheet.weeklyHours, 'hours'), { week })]
			: []),
		value('report_sheet_term', number(weeklyHours.term, 'hours')),
		value('report_sheet_small_holidays', number(weeklyHours['small-holidays'], 'hours')),
		value('report_sheet_summer', number(weeklyHours.summer, 'hours')),
		value('report_sheet_year', number(sheet.yearHours, 'hours')),
		value('report_sheet_entries', number(figures.entriesPerYear, 'entries')),
		value('report_sheet_loans', number(figures.loansPerYear, 'entries')),
		value('report_sheet_borrowers', number(figures.borrowers, 'entries')),
		value('report_sheet_acquisitions', number(figures.acquisitionsEuros, 'euros')),
		value('report_sheet_people', number(sheet.peopleWithin, 'people'), { cutoff, mode }),
		...(counted ? [value('report_sheet_only_here', number(sheet.peopleOnlyHere, 'people'))] : []),
		...(isWorking
			? [
					value('report_sheet_staff', number(figures.paidStaffFte, 'full-time-equivalents')),
					value('report_sheet_volunteers', number(figures.volunteers, 'volunteers'))
				]
			: [])
	];
	const columns = [wordColumn(writer.text('report_column_item')), numberColumn(writer.text('report_column_value'))];
	return table(`${SITE_SHEET}${site.id}`, site.name, columns, rows, { empty: writer.text('report_sheet_note') });
}

/** "mardi 16 h–18 h ; mercredi 10 h–12 h, 14 h–18 h", "fermé toute la semaine", "ouvert certaines semaines seulement"; "" where it is not known. */
function openingsText(writer: SectionWriter, { openings, weeklyHours }: DiagnosticSite): string {
	if (openings === null) return '';
	// A usual week has hours of every second or fourth one in its mean alone.
	if (openings.length === 0)
		return writer.text((weeklyHours ?? 0) > 0 ? 'report_sheet_some_weeks' : 'report_sheet_closed');
	const windows = windowsText(openings, writer.locale);
	const hasMore = (weeklyHours ?? 0) * 60 > minutesOf(openings) + 0.5;
	return hasMore ? writer.text('report_sheet_more_some_weeks', { windows }) : windows;
}

/** Of flat [start, end) minutes. */
const minutesOf = (windows: readonly number[]): number =>
	windows.reduce((sum, minute, at) => (at % 2 === 0 ? sum - minute : sum + minute), 0);
