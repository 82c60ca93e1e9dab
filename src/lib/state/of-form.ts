import type { Answers, MomentAnswer } from '#domain/atlas-answers.ts';
import type { MapIndicator, Question, QuestionForm } from '#domain/question.ts';

/** What the map shows when the user chose nothing: what the sentence speaks of. */
export const INDICATOR_OF_FORM: Readonly<Record<QuestionForm, MapIndicator>> = {
	coverage: 'nearest',
	moment: 'open-now',
	openings: 'open-hours',
	usable: 'usable-hours',
	supply: 'supply'
};

/** Per site 1 open, 0 closed, 255 hours not known, at the cursor; null where the sentence speaks of no moment. */
export function openAtCursor(
	question: Question | null,
	moment: MomentAnswer | null,
	answers: Answers | null
): Uint8Array | null {
	if (question?.form !== 'moment') return null;
	if (moment !== null) return moment.open;
	return answers && Uint8Array.from(answers.sites, ({ open }) => (open === null ? 255 : open ? 1 : 0));
}
