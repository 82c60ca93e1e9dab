import type { AccessPairs } from '#core/access/pairs.ts';

export const SITING_PROBLEMS = ['mclp', 'lscp', 'pmedian', 'pcenter'] as const;
export type SitingProblem = (typeof SITING_PROBLEMS)[number];

/** Where to open sites. Candidates and demand points are ranks; who asks holds their names. */
export interface SitingRequest {
	readonly problem: SitingProblem;
	/** From demand points to candidate sites. */
	readonly pairs: AccessPairs;
	/** By demand point: people, people of an age, people × usable hours; ≥ 0. */
	readonly people: Float64Array;
	/** Sites open in the answer, the fixed ones among them; null for `lscp`, which looks for the fewest. */
	readonly p: number | null;
	/** Inclusive; needed by `mclp` and `lscp`. Elsewhere it only counts who is covered; null: who reaches a site. */
	readonly cutoff: number | null;
	/** Candidates open in every answer. */
	readonly fixed: readonly number[];
	readonly timeLimitSeconds: number;
}

export interface SitingAnswer {
	/** People covered (mclp), sites (lscp), Σ people × value (pmedian), largest value (pcenter). */
	readonly objective: number;
	/** Candidates to open, rising, the fixed ones among them. */
	readonly sites: readonly number[];
	/** People with an open site at the cutoff or nearer. */
	readonly coveredPeople: number;
	/** Demand points without one. */
	readonly uncoveredPoints: number;
	/** True where no other sites do better: the bound is the objective. */
	readonly optimal: boolean;
	/** No sites do better than it: a highest value for `mclp`, a lowest one for the others. */
	readonly bound: number;
	/** |objective − bound| over the larger of the two; 0 where both are 0. */
	readonly gap: number;
}

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		/**
		 * The exact solver cannot be paused: to cancel at once, end the worker (`WorkerClient.close`), the next job starts another.
		 */
		chooseSites: Job<SitingRequest, SitingAnswer>;
	}
}
