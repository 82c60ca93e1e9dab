import { CUTOFF_CHOICES, settledQuestion, type Question } from '#domain/question.ts';
import type { IsochroneRequest } from '../compute/jobs.ts';
import type { IsochroneChoice } from './map-url.ts';

/** The isochrones to draw, up to the cutoff of the question; null when none is. Whom and when the question asks about changes nothing in them. */
export function isochroneRequest(question: Question | null, choice: IsochroneChoice): IsochroneRequest | null {
	if (question === null || choice === null) return null;
	const settled = settledQuestion(question);
	return {
		question: { ...settled, week: 'term', who: { kind: 'everyone' }, scope: { kind: 'territory' } },
		sites: choice === 'counted' ? 'counted' : [choice],
		cutoffs: CUTOFF_CHOICES.filter((minutes) => minutes <= question.cutoffMinutes)
	};
}
