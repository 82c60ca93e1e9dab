import { DEFAULT_SECTORS, type Question } from '#domain/question.ts';
import type { MinuteOfWeek } from '#domain/units.ts';

/** Everybody of the territory, by car within a quarter of an hour, neighbours counted, on Monday at midnight of a week of term, but for what is given. */
export function questionOf(patch: Partial<Question> = {}): Question {
	return {
		form: 'coverage',
		mode: 'car',
		cutoffMinutes: 15,
		week: 'term',
		minute: 0 as MinuteOfWeek,
		who: { kind: 'everyone' },
		scope: { kind: 'territory' },
		withNeighbours: true,
		supply: { kindsLeftOut: [], takenIn: [], leftOut: [] },
		profile: 'full-time',
		editedProfiles: [],
		measure: { method: 'e2sfca', capacity: 'hours', rank: 1 },
		sectors: DEFAULT_SECTORS,
		scenario: null,
		...patch
	};
}
