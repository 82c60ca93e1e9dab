import type { SitingProblem } from '#domain/proposals.ts';
import type { AccessPairs } from '#core/access/pairs.ts';

/**
 * Where to open sites. Candidates and demand points are ranks; who asks holds their names. Limits hold in all four problems:
 *
 * | | `mclp` | `lscp` | `pmedian` | `pcenter` |
 * | --- | --- | --- | --- | --- |
 * | `p` | needed¹ | refused: it is the answer | needed¹ | needed¹ |
 * | `cutoff` | needed | needed | only counts who is covered | only counts who is covered |
 * | `fixed`, `closures`, `mostOpened`, `budget` | yes | yes | yes | yes |
 * | `minimumPeople` | of the people within the cutoff | of the people within the cutoff | of everybody | of everybody |
 *
 * ¹ may be null where `mostOpened` or a budget limits instead. What is refused, and with which error: see `checkSiting`.
 */
export interface SitingRequest {
	readonly problem: SitingProblem;
	/** From demand points to candidate sites; `pairsFromCandidates` makes them of rows by candidate. */
	readonly pairs: AccessPairs;
	/** By demand point, what is to be covered or brought near: people, people of an age, people × hours that they lack; finite, ≥ 0. */
	readonly weight: Float64Array;
	/** By demand point, for `minimumPeople` and `coveredPeople`; finite, ≥ 0. */
	readonly people: Float64Array;
	/** Sites open in the answer, the fixed ones and those that stay open among them; exactly so many where nothing else limits them. */
	readonly p: number | null;
	/** Sites opened at most: neither fixed nor closable. Null: as many as the rest allows. */
	readonly mostOpened: number | null;
	/** Inclusive. Where it only counts who is covered, null: who reaches a site. */
	readonly cutoff: number | null;
	/** Candidates open in every answer. */
	readonly fixed: readonly number[];
	/** Candidates open today that the answer may close; null: none. */
	readonly closures: SitingClosures | null;
	readonly budget: SitingBudget | null;
	/**
	 * Least people that each site opened (neither fixed nor closable) is the nearest open site of; of equally near ones the first candidate
	 * has them. 0: no minimum.
	 */
	readonly minimumPeople: number;
	/** Of the whole search, the loading of the exact solver included; > 0. */
	readonly timeLimitSeconds: number;
}

export interface SitingClosures {
	/** Distinct, none of them fixed. */
	readonly sites: readonly number[];
	/** How many of them may be closed at most. */
	readonly most: number;
}

export interface SitingBudget {
	/** Of each candidate when it is open, fixed and closable ones too (0 where what exists costs nothing more); finite, ≥ 0. */
	readonly cost: Float64Array;
	/** Of each closable site that is closed; negative: saved. */
	readonly perClosure: number;
	/** Sum of the costs of sites open and of closures, at most. */
	readonly most: number;
}

export interface SitingAnswer {
	/** Weight covered (mclp), sites (lscp), Σ weight × value (pmedian), largest value (pcenter). */
	readonly objective: number;
	/** Candidates open in the answer, rising, the fixed ones among them. */
	readonly sites: readonly number[];
	/** Those that are neither fixed nor open today. */
	readonly opened: readonly number[];
	/** Sites open today that are not in the answer. */
	readonly closed: readonly number[];
	/** People with an open site at the cutoff or nearer. */
	readonly coveredPeople: number;
	/** Demand points without one. */
	readonly uncoveredPoints: number;
	/** True where it is proved that no other sites do better: the bound is the objective. */
	readonly optimal: boolean;
	/** No sites do better than it: a highest value for `mclp`, a lowest one for the others. */
	readonly bound: number;
	/** |objective − bound| over the larger of the two; 0 where both are 0. */
	readonly gap: number;
}

/** How a search stands. */
export interface SitingProgress {
	/** Share of the time limit gone, 0 … 1. */
	readonly done: number;
	/** As `SitingAnswer.bound`; null before the first. */
	readonly bound: number | null;
	/** Objective of the best sites known; null before the first. */
	readonly best: number | null;
}

/** What a search tells as it goes, and when it must stop. */
export interface SitingWatch {
	progress(progress: SitingProgress): void;
	/** Told the best answer so far now and then, and before the exact solver runs: it stands should the worker be ended. */
	known?(answer: SitingAnswer): void;
	/**
	 * Looked at between steps of the search: within 50 ms on most territories, a second or so on the largest, and never while the exact solver
	 * runs, which holds its worker until its time is over. To cancel at once, end the worker (`timedSearch`).
	 */
	readonly signal: AbortSignal;
}
