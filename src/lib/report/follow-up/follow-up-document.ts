import type { IsoDate } from '#domain/calendar.ts';
import { dateText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/locale.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { ReportDocument, ReportTable } from '../document.ts';
import { questionWords } from '../place-words.ts';
import { experimentFiguresTable, experimentSitesTable } from './experiment-tables.ts';
import type { ToldFollowUp } from '#domain/follow-up.ts';
import { communesTable, figuresTable, measuresTable, sitesTable, type Naming } from './follow-up-tables.ts';
import { sideText } from './follow-up-words.ts';

/** Every table of a follow-up, in the order that they are shown in. */
export function followUpTables({ followUp, experiment }: ToldFollowUp, naming: Naming, locale: Locale): ReportTable[] {
	return [
		measuresTable(followUp, locale),
		figuresTable(followUp, naming, locale),
		sitesTable(followUp, locale),
		communesTable(followUp, locale),
		...(experiment === null
			? []
			: [
					experimentFiguresTable(experiment, followUp, naming.question, locale),
					...(experiment.sites.length === 0 ? [] : [experimentSitesTable(experiment, locale)])
				])
	];
}

/** A follow-up as a document of tables, for spreadsheets. */
export function followUpDocument(told: ToldFollowUp, naming: Naming, date: IsoDate, locale: Locale): ReportDocument {
	const { before, after } = told.followUp;
	const { Mode, cutoff, week } = questionWords(naming.question, locale);
	const sides = { before: sideText(before, locale), after: sideText(after, locale) };
	return {
		locale,
		title: m.follow_up_title({ area: after.area.name }, { locale }),
		subtitle: m.report_subtitle({ mode: Mode, cutoff, week }, { locale }),
		stamps: [
			m.follow_up_sides(sides, { locale }),
			...(before.area.fictional || after.area.fictional ? [m.shell_fictional({}, { locale })] : [])
		],
		imprint: dateText(date, locale),
		sections: [
			{
				id: 'scenarios',
				title: m.follow_up_page({}, { locale }),
				blocks: followUpTables(told, naming, locale)
			}
		]
	};
}

/** A follow-up as programmes read it: the very answers, nothing worded. */
export function followUpJson({ followUp, experiment }: ToldFollowUp): Uint8Array {
	const document = { format: 'maillage-follow-up', version: 1, ...followUp, experiment };
	return new TextEncoder().encode(`${JSON.stringify(document, null, '\t')}\n`);
}
