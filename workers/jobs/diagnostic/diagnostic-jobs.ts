import type { CostSettings } from '#domain/cost.ts';
import type { DiagnosticData } from '#domain/diagnostic.ts';
import type { Question } from '#domain/question.ts';
import type { CostRequest } from '../scenario/scenario-jobs.ts';

export interface DiagnosticRequest {
	/** Its scope is the area; its scenario is told against the territory as it is, which all the rest is of. */
	readonly question: Question;
	/** What the scenario costs; null where nobody said: its euros are then not known. */
	readonly costs: { readonly settings: CostSettings; readonly modifications: CostRequest['costs'] } | null;
}

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		/** Everything that a diagnostic of an area is written from. Some seconds: told and cancelled. */
		diagnosticData: Job<DiagnosticRequest, DiagnosticData>;
	}
}
