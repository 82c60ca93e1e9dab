import type { Question } from '#domain/question.ts';
import type { Scenario } from '#domain/scenario.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Locale } from '#i18n/message.ts';

/** One thing that the figures follow, as it is now. */
export interface Parameter {
	readonly name: string;
	readonly value: string;
}

/** What the figures of an opened territory follow under a question. */
export interface InForce {
	readonly question: Question;
	readonly summary: TerritorySummary;
	/** The one that is looked at; null for the baseline. */
	readonly scenario: Scenario | null;
	readonly locale: Locale;
}

/** Says some of it. */
export type Maker = (inForce: InForce) => readonly Parameter[];
