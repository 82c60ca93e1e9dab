import { cutoffWord } from '#i18n/sentence-words.ts';
import { weekText } from '#i18n/question-words.ts';
import type { ReportBlock } from '../document.ts';
import { profileWords, questionWords } from '../place-words.ts';
import { siteSheet } from '../site-sheet.ts';
import { numberColumn, table, valueCell, wordCell, wordColumn } from '../tables.ts';
import type { SectionWriter } from '../writer.ts';

/** A sheet for each site, and the table of the communes. */
export function annexes(writer: SectionWriter): ReportBlock[] {
	const { sites } = writer.data;
	const staff = writer.context.audience === 'working' ? 'report_sheets_working' : 'report_sheets_shared';
	return [
		writer.heading('report_heading_sheets'),
		...(sites.length === 0 ? writer.note(writer.words('report_sheet_none')) : writer.paragraph(writer.words(staff))),
		...sites.map((site) => siteSheet(writer, site)),
		writer.heading('report_heading_communes'),
		...communesTable(writer)
	];
}

function communesTable(writer: SectionWriter): ReportBlock[] {
	const { data, locale } = writer;
	const { question, communes } = data;
	if (communes.length === 0) return writer.note(writer.words('report_communes_none'));
	const { Mode } = questionWords(question, locale);
	const columns = [
		wordColumn(writer.text('report_column_commune')),
		wordColumn(writer.text('report_column_code')),
		numberColumn(writer.text('report_column_municipal')),
		numberColumn(writer.text('report_column_located')),
		numberColumn(writer.text('report_column_counted')),
		numberColumn(writer.text('report_column_covered', { cutoff: cutoffWord(question.cutoffMinutes, locale) })),
		numberColumn(writer.text('report_column_median_open')),
		numberColumn(writer.text('report_column_median_usable')),
		numberColumn(writer.text('report_column_without_usable'))
	];
	const rows = communes.map((one) => [
		wordCell(one.name),
		wordCell(one.code),
		valueCell(one.municipalPopulation, 'people', locale),
		valueCell(one.people, 'people', locale),
		valueCell(one.countedSites, 'sites', locale),
		valueCell(one.shareCovered, 'share', locale),
		valueCell(one.medianWeeklyHours, 'hours', locale),
		valueCell(one.medianUsableHours, 'hours', locale),
		valueCell(one.shareWithoutUsable, 'share', locale)
	]);
	const { profile } = profileWords(question.profile, question, locale);
	const note = writer.text('report_communes_note', { Mode, week: weekText(question.week, locale), profile });
	return [table('communes', writer.text('report_communes_caption'), columns, rows, { always: note, empty: '' })];
}
