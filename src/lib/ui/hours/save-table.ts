import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { weekText } from '#i18n/question-words.ts';
import { scopeName } from '#i18n/sentence-words.ts';
import type { HoursCorrection } from '../../compute/jobs.ts';
import type { Atlas } from '../../state/atlas.svelte.ts';
import { typedHoursCsv } from '../../state/typed-hours-file.ts';
import { aboutLines, sourceLines } from '../about-lines.ts';
import { fileName, saveFile } from '../save-file.ts';
import { tableHeadings, tableWords } from '../tables/headings.ts';

/**
 * Hands the whole table of hours to the browser's downloads, with what it is of beneath it.
 * @param question the one that the table on screen is of
 * @param year the civil year that its totals are of
 */
export async function saveHoursTable(
	atlas: Atlas,
	question: Question,
	year: number,
	summary: TerritorySummary,
	locale: Locale
): Promise<void> {
	const caption = m.hours_page_table_caption({ week: weekText(question.week, locale), year: String(year) }, { locale });
	// Figures of the profile stand in the table, whatever the sentence speaks of.
	const ofProfile: Question = { ...question, form: 'usable' };
	const about = [
		`${scopeName(question.scope, summary)}. ${caption}`,
		...(atlas.typedHours.length > 0 ? [m.hours_page_typed_about({}, { locale })] : []),
		...aboutLines(ofProfile, summary, locale),
		...sourceLines(summary, locale)
	];
	const file = await atlas.exportTable({
		question,
		table: 'hours',
		format: 'csv',
		headings: tableHeadings('hours', question, locale),
		words: tableWords(locale),
		about
	});
	saveFile(file.bytes, fileName([summary.name, m.shell_page_hours({}, { locale })], 'csv'), file.type);
}

/** Hands the hours that the user typed to the browser's downloads. */
export function saveTypedHours(typed: readonly HoursCorrection[], summary: TerritorySummary, locale: Locale): void {
	const name = fileName([summary.name, m.hours_page_typed_file({}, { locale })], 'csv');
	saveFile(typedHoursCsv(typed, summary), name, 'text/csv;charset=utf-8');
}
