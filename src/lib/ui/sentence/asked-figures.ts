import type { Answers } from '#domain/atlas-answers.ts';
import type { UsableAnswer } from '#domain/hours-answers.ts';
import { settledQuestion, type Question } from '#domain/question.ts';
import type { SupplyAnswer } from '#domain/supply-answers.ts';
import type { Atlas } from '../../state/atlas.svelte.ts';

/** The answers of every form, with those of usable hours and of supply. */
export type AskedFigures = Answers & { readonly usable: UsableAnswer | null; readonly supply: SupplyAnswer | null };

type Asked = Pick<Atlas, 'answers' | 'usable' | 'supply'>;

/** The newest figures, maybe of an older question, for what shows that they are (`isPending`). */
export function newestFigures({ answers, usable, supply }: Asked): AskedFigures | null {
	return answers && { ...answers, usable: usable.value, supply: supply.value };
}

/** Whether what the sentence states is of an older question, or not there yet. */
export function isPending({ pending, question, usable, supply }: Atlas): boolean {
	if (question?.form === 'usable') return pending || usable.pending;
	return pending || (question?.form === 'supply' && supply.pending);
}

/**
 * The figures of one question, for what must never stand beside other words: a file, a picture, a table. Those of usable hours or of supply
 * are left out while they are of another. @param said the question that the answers are of
 */
export function figuresOf({ answers, usable, supply }: Asked, said: Question): AskedFigures | null {
	if (answers === null) return null;
	const settled = JSON.stringify(settledQuestion(said));
	const isSaid = (of: Question | undefined) => of !== undefined && JSON.stringify(of) === settled;
	return {
		...answers,
		usable: isSaid(usable.answered?.of) ? usable.value : null,
		supply: isSaid(supply.answered?.of) ? supply.value : null
	};
}

/** Whether the figures that the form of a question states are among these. */
export function hasFormFigures(figures: AskedFigures | null, { form }: Question): boolean {
	if (figures === null) return false;
	if (form === 'usable') return figures.usable !== null;
	return form !== 'supply' || figures.supply !== null;
}
