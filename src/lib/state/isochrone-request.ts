import { DEFAULT_MEASURES } from '#domain/default-question.ts';
import { CUTOFF_CHOICES, DEFAULT_SECTORS, type Question } from '#domain/question.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import type { IsochroneRequest } from '../compute/jobs.ts';
import type { IsochroneChoice } from './map-url.ts';

/** The rest of the question changes nothing in isochrones, and asks for no new ones. */
const NOTHING_ELSE: Omit<Question, 'mode' | 'cutoffMinutes' | 'withNeighbours' | 'supply' | 'scenario'> = {
	...DEFAULT_MEASURES,
	form: 'coverage',
	week: 'term',
	minute: 0 as MinuteOfWeek,
	who: { kind: 'everyone' },
	scope: { kind: 'territory' },
	editedProfiles: [],
	sectors: DEFAULT_SECTORS
};

/** The isochrones to draw, up to the cutoff of the question; null when none is. */
export function isochroneRequest(question: Question | null, choice: IsochroneChoice): IsochroneRequest | null {
	if (question === null || choice === null) return null;
	const { mode, cutoffMinutes, withNeighbours, supply, scenario } = question;
	return {
		question: { ...NOTHING_ELSE, mode, cutoffMinutes, withNeighbours, supply, scenario },
		sites: choice === 'counted' ? 'counted' : [choice],
		cutoffs: CUTOFF_CHOICES.filter((minutes) => minutes <= question.cutoffMinutes)
	};
}
