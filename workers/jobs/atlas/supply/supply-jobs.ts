import type { Question } from '#domain/question.ts';
import type { SectorsAnswer } from '#domain/sectors-answer.ts';
import type { SupplyAnswer } from '#domain/supply-answers.ts';

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		supply: Job<Question, SupplyAnswer>;
		sectors: Job<Question, SectorsAnswer>;
	}
}
