import type { Experiment, FollowUp } from '#domain/follow-up.ts';
import type { Locale } from '#i18n/locale.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { ReportBlock } from '../document.ts';
import { plainWords } from '../words.ts';
import { experimentFiguresTable, experimentSentences, experimentSitesTable } from './experiment-tables.ts';
import { followUpSentences } from './follow-up-sentences.ts';
import { changedSitesTable, figuresTable, measuresTable, type Naming } from './follow-up-tables.ts';
import { sideText } from './follow-up-words.ts';

/** What a document tells of two times of its area. */
export interface ReportFollowUp {
	readonly followUp: FollowUp;
	/** What a scenario promised against what was counted; null where none was chosen. */
	readonly experiment: Experiment | null;
}

/** What a document meant to be shared tells: no closing that a scenario expects, nor an experiment of closings alone. */
export function sharedFollowUp({ followUp, experiment }: ReportFollowUp): ReportFollowUp {
	if (experiment === null) return { followUp, experiment };
	const sites = experiment.sites.filter(({ changes }) => !changes.includes('closed'));
	const isOfClosings = sites.length === 0 && experiment.sites.length > 0;
	return { followUp, experiment: isOfClosings ? null : { ...experiment, sites } };
}

/** The follow-up in a section of a document: sentences, then tables. */
export function followUpBlocks(
	{ followUp, experiment }: ReportFollowUp,
	naming: Naming,
	locale: Locale
): ReportBlock[] {
	const sides = { before: sideText(followUp.before, locale), after: sideText(followUp.after, locale) };
	const changed = changedSitesTable(followUp, locale);
	const paragraph = (sentences: readonly string[]): ReportBlock[] =>
		sentences.length === 0 ? [] : [{ kind: 'paragraph', words: plainWords(sentences.join(' ')) }];
	return [
		{ kind: 'note', words: plainWords(m.follow_up_sides(sides, { locale })) },
		...paragraph(followUpSentences(followUp, locale)),
		measuresTable(followUp, locale),
		...(changed === null ? [] : [changed]),
		figuresTable(followUp, naming, locale),
		...(experiment === null
			? []
			: [
					experimentFiguresTable(experiment, naming.question, locale),
					...(experiment.sites.length === 0 ? [] : [experimentSitesTable(experiment, locale)]),
					...paragraph(experimentSentences(experiment, locale))
				])
	];
}
