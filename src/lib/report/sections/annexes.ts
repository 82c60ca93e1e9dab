import type { DiagnosticCommune, FigureId, FigureUnit } from '#domain/diagnostic.ts';
import { cutoffWord } from '#i18n/sentence-words.ts';
import { weekText } from '#i18n/question-words.ts';
import type { ReportBlock, ReportCell } from '../document.ts';
import { profileWords, questionWords, uncapital } from '../place-words.ts';
import { siteSheet, withoutUntold } from '../site-sheet.ts';
import { leftOutWords, numberColumn, table, valueCell, wordCell, wordColumn, type Column } from '../tables.ts';
import { sentence, type SectionWriter } from '../writer.ts';

/** A sheet for each site, and the table of the communes. */
export function annexes(writer: SectionWriter): ReportBlock[] {
	const { sites } = writer.data;
	const staff = writer.context.audience === 'working' ? 'report_sheets_working' : 'report_sheets_shared';
	const { sheets, untold } = withoutUntold(sites.map((site) => siteSheet(writer, site)));
	const items = untold.map((label) => uncapital(label, writer.locale)).join(writer.locale === 'fr' ? '\u202f; ' : '; ');
	return [
		writer.heading('report_heading_sheets'),
		...(sites.length === 0
			? writer.note(writer.words('report_sheet_none'))
			: writer.paragraph(writer.words(staff), items === '' ? [] : writer.words('report_sheets_untold', { items }))),
		...sheets,
		writer.heading('report_heading_communes'),
		...communesTable(writer)
	];
}

/** A column of the table of communes. */
interface CommuneColumn {
	readonly column: Column;
	readonly cell: (one: DiagnosticCommune) => ReportCell;
	/** The figure of the whole area that says why, where no commune tells it. */
	readonly figure?: FigureId;
}

function communesTable(writer: SectionWriter): ReportBlock[] {
	const { data, locale } = writer;
	const { question, communes, figures } = data;
	if (communes.length === 0) return writer.note(writer.words('report_communes_none'));
	const all = communeColumns(writer);
	const titles = all.map(({ column }) => column.title);
	const why = (column: number) => {
		const { figure } = all[column];
		const reason = figure === undefined ? null : (figures[figure]?.why ?? null);
		return reason === null ? '' : sentence(writer.message(reason), locale);
	};
	const isTold = (tell: (one: DiagnosticCommune) => number | null) => communes.some((one) => tell(one) !== null);
	const hours = isTold(({ medianWeeklyHours }) => medianWeeklyHours) ? 'hours' : 'access';
	const always = writer.text('report_communes_note', {
		Mode: questionWords(question, locale).Mode,
		week: weekText(question.week, locale),
		profile: profileWords(question.profile, question, locale).profile,
		toldIs: isTold(({ medianUsableHours }) => medianUsableHours) ? 'usable' : hours
	});
	return [
		table(
			'communes',
			writer.text('report_communes_caption'),
			all.map(({ column }) => column),
			communes.map((one) => all.map(({ cell }) => cell(one))),
			{ always, empty: writer.text('report_not_known'), leftOut: leftOutWords(titles, why, writer) }
		)
	];
}

function communeColumns(writer: SectionWriter): CommuneColumn[] {
	const { question } = writer.data;
	const { mode, cutoffMinutes, profile } = question;
	const number = (
		title: string,
		tell: (one: DiagnosticCommune) => number | null,
		unit: FigureUnit,
		figure?: FigureId
	): CommuneColumn => ({
		column: numberColumn(title),
		cell: (one) => valueCell(tell(one), unit, writer.locale),
		...(figure === undefined ? {} : { figure })
	});
	const text = (code: string) => writer.text(code);
	const covered = writer.text('report_column_covered', { cutoff: cutoffWord(cutoffMinutes, writer.locale) });
	return [
		{ column: wordColumn(text('report_column_commune')), cell: ({ name }) => wordCell(name) },
		{ column: wordColumn(text('report_column_code')), cell: ({ code }) => wordCell(code) },
		number(text('report_column_municipal'), (one) => one.municipalPopulation, 'people', 'population.municipale'),
		number(text('report_column_located'), (one) => one.people, 'people', 'population.grid'),
		number(text('report_column_counted'), (one) => one.countedSites, 'sites'),
		number(covered, (one) => one.shareCovered, 'share', `coverage.${mode}.${cutoffMinutes}.share`),
		number(text('report_column_median_open'), (one) => one.medianWeeklyHours, 'hours', 'hours.median-within-reach'),
		number(text('report_column_median_usable'), (one) => one.medianUsableHours, 'hours', `usable.${profile}.median`),
		number(text('report_column_without_usable'), (one) => one.shareWithoutUsable, 'share', `usable.${profile}.median`)
	];
}
