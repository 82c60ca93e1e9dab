import type { WeekOpening } from '#domain/cards.ts';
import type { HoursTable, ProfileFigures, SiteSlots, UsableAnswer, WeekHeatAnswer } from '#domain/hours-answers.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';

/** A site's hours as the user stated them, in the place of those of the territory; null: unknown. */
export interface HoursCorrection {
	readonly siteId: string;
	readonly schedule: OpeningSchedule | null;
}

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		usable: Job<Question, UsableAnswer>;
		/** Every profile over the scope, in the order proposed. */
		profiles: Job<Question, readonly ProfileFigures[]>;
		/** Of a cell when given, else of the question's scope. */
		weekHeat: Job<{ readonly question: Question; readonly cell: number | null }, WeekHeatAnswer>;
		hoursTable: Job<Question, HoursTable>;
		/** Of every site, and nothing else: what is asked at each edit of hours. */
		siteOpenings: Job<Question, readonly (readonly WeekOpening[] | null)[]>;
		siteSlots: Job<{ readonly question: Question; readonly site: number }, SiteSlots>;
		/** All corrections together, in the place of former ones: the territory as it was opened, with these. */
		correctHours: Job<readonly HoursCorrection[], TerritorySummary>;
	}
}
