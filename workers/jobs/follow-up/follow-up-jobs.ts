import type {
	Expected,
	ExpectedScenario,
	Experiment,
	FollowedYear,
	FollowUp,
	MatchDecision
} from '#domain/follow-up.ts';
import type { Question } from '#domain/question.ts';

export interface FollowUpRequest {
	readonly before: FollowedYear;
	readonly after: FollowedYear;
	readonly decisions: readonly MatchDecision[];
}

export interface ExpectedRequest {
	/** Its scenario and its cursor are not read. */
	readonly question: Question;
	/** Null: the territory as it is. */
	readonly scenario: ExpectedScenario | null;
}

export interface ExperimentRequest {
	/** Its name. */
	readonly scenarioName: string;
	readonly expected: Expected;
	readonly counted: Expected;
	readonly decisions: readonly MatchDecision[];
}

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		/** Two times of one territory; needs no open one. */
		followUp: Job<FollowUpRequest, FollowUp>;
		/** The open territory under a scenario that need not be held. */
		expected: Job<ExpectedRequest, Expected>;
		/** What was expected against what was counted; needs no open territory. */
		experiment: Job<ExperimentRequest, Experiment>;
	}
}
