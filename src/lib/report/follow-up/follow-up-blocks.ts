import { isOfElsewhere, type ToldFollowUp } from '#domain/follow-up.ts';
import type { Locale } from '#i18n/locale.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { ReportBlock, Words } from '../document.ts';
import type { ReportContext } from '../report-context.ts';
import { joinSentences, plainWords } from '../words.ts';
import { experimentFiguresTable, experimentSentences, experimentSitesTable } from './experiment-tables.ts';
import { followUpWords } from './follow-up-sentences.ts';
import { changedSitesTable, figuresTable, measuresTable, type Naming } from './follow-up-tables.ts';
import { sideText } from './follow-up-words.ts';

/** What a document meant to be shared tells: no closing that a scenario expects, nor an experiment of closings alone. */
export function sharedFollowUp({ followUp, experiment }: ToldFollowUp): ToldFollowUp {
	if (experiment === null) return { followUp, experiment };
	const sites = experiment.sites.filter(({ changes }) => !changes.includes('closed'));
	const isOfClosings = sites.length === 0 && experiment.sites.length > 0;
	return { followUp, experiment: isOfClosings ? null : { ...experiment, sites } };
}

/** What a document tells of another time, for those it is meant for; null where there is none, or it is of another territory. */
export function followUpFor({
	followUp = null,
	audience
}: Pick<ReportContext, 'followUp' | 'audience'>): ToldFollowUp | null {
	if (followUp !== null && isOfElsewhere(followUp.followUp)) return null;
	return followUp !== null && audience === 'shared' ? sharedFollowUp(followUp) : followUp;
}

/** The follow-up in a section of a document: sentences, then tables. */
export function followUpBlocks({ followUp, experiment }: ToldFollowUp, naming: Naming, locale: Locale): ReportBlock[] {
	const sides = { before: sideText(followUp.before, locale), after: sideText(followUp.after, locale) };
	const changed = changedSitesTable(followUp, locale);
	const paragraph = (sentences: readonly Words[]): ReportBlock[] =>
		sentences.length === 0 ? [] : [{ kind: 'paragraph', words: joinSentences(sentences) }];
	return [
		{ kind: 'note', words: plainWords(m.follow_up_sides(sides, { locale })) },
		...paragraph(followUpWords(followUp, locale)),
		measuresTable(followUp, locale),
		...(changed === null ? [] : [changed]),
		figuresTable(followUp, naming, locale),
		...(experiment === null
			? []
			: [
					experimentFiguresTable(experiment, followUp, naming.question, locale),
					...(experiment.sites.length === 0 ? [] : [experimentSitesTable(experiment, locale)]),
					...paragraph(experimentSentences(experiment, locale).map(plainWords))
				])
	];
}
