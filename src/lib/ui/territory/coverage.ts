import type { Figures, PeopleShare } from '#domain/atlas-answers.ts';
import { DEFAULT_SECTORS, settledQuestion, type CutoffMinutes, type Question } from '#domain/question.ts';
import type { Mode } from '#domain/travel.ts';
import { percentText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';

/** What is asked for one cell of the table: who is within a time by a mode. What that does not follow is as proposed, so that it asks nothing anew. */
export function coverageQuestion(question: Question, mode: Mode, cutoffMinutes: CutoffMinutes): Question {
	return {
		...settledQuestion(question),
		mode,
		cutoffMinutes,
		week: 'term',
		profile: 'full-time',
		editedProfiles: [],
		measure: { method: 'e2sfca', capacity: 'hours', rank: 1 },
		sectors: DEFAULT_SECTORS
	};
}

/** "86 %"; what cannot be known says so. */
export function shareText(share: PeopleShare, locale: Locale): string {
	if (share.share === null) return m.not_known({}, { locale });
	return m.territory_page_percent({ percent: percentText(share.share, locale) }, { locale });
}

/** The figures with and without the sites of the margin; one of them alone where there is no margin. */
export interface WithAndWithout {
	readonly withNeighbours: Figures | null;
	readonly without: Figures | null;
}

/** Which figures are with neighbours and which without, of an answer that has both. */
export function withAndWithout(whole: Figures, other: Figures | null, { withNeighbours }: Question): WithAndWithout {
	return withNeighbours ? { withNeighbours: whole, without: other } : { withNeighbours: other, without: whole };
}
