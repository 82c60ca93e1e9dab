import { DEFAULT_SECTORS, type Question } from './question.ts';
import type { TerritorySummary } from './territory-summary.ts';
import type { MinuteOfWeek } from './units.ts';

/** Saturday, 15 h: the moment that councils ask about first. */
const SATURDAY_AFTERNOON = ((5 * 24 + 15) * 60) as MinuteOfWeek;

/** Whose free time, and how supply is measured, when nobody chose. */
export const DEFAULT_MEASURES = {
	profile: 'full-time',
	measure: { method: 'e2sfca', capacity: 'hours', rank: 1 }
} as const satisfies Pick<Question, 'profile' | 'measure'>;

/** The question a territory opens on. */
export function defaultQuestion({ travel }: TerritorySummary): Question {
	return {
		form: 'coverage',
		mode: travel.defaultMode,
		cutoffMinutes: travel.defaultCutoffMinutes,
		week: 'term',
		minute: SATURDAY_AFTERNOON,
		who: { kind: 'everyone' },
		scope: { kind: 'territory' },
		withNeighbours: true,
		supply: { kindsLeftOut: [], takenIn: [], leftOut: [] },
		...DEFAULT_MEASURES,
		editedProfiles: [],
		sectors: DEFAULT_SECTORS,
		scenario: null
	};
}
