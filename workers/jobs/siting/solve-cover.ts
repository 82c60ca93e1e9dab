import { CoverBound } from '#core/siting/cover-bound.ts';
import { coverModel } from '#core/siting/cover-model.ts';
import { reducedCover, type ReducedCover } from '#core/siting/cover-reduction.ts';
import { greedyCover, separatePoints } from '#core/siting/cover-search.ts';
import { kept, type CoverSets } from '#core/siting/cover-sets.ts';
import { CoverWeighting } from '#core/siting/cover-weighting.ts';
import type { SitingRun } from './siting-run.ts';

/** The smallest cover found, and how few sites there may be. */
export interface CoverSolution {
	/** Null where none of the size asked for was found. */
	readonly open: readonly number[] | null;
	/** No cover has fewer sites. */
	readonly bound: number;
}

export interface CoverLimits {
	/** Stops at a cover of so many sites, or once it is proved that there is none. */
	readonly enough?: number | null;
	/** Share of the time left that the exact solver may take, 0 for none. */
	readonly exactShare?: number;
	/** Told the smallest cover and the bound, as they get nearer. */
	readonly told?: (open: readonly number[], bound: number) => void;
}

/** Share of the time left that searches and bounds may take before the exact solver. */
const SHARE_OF_SEARCH = 0.4;
/** Turns of the local search before the bound, and after it; between two looks at the clock. */
const FIRST_TURNS = 2000;
const MORE_TURNS = 30_000;
const TURNS_AT_ONCE = 500;
/** Steps of the bound at most, and between two looks at the clock. */
const MOST_STEPS = 2000;
const STEPS_AT_ONCE = 20;
/** A bound that is further below than this after so many steps will not get there. */
const HOPELESS = { steps: 300, share: 0.9 };
/** Coefficients that the exact solver is given at most. */
const MOST_ENTRIES = 1_000_000;
const WHOLE = 1e-6;

/**
 * Fewest sites that cover every point, the fixed ones counted: reductions, local search and the Lagrangian bound, candidates that this bound
 * rules out, then the exact solver on what is left.
 * @param sets every point has a candidate
 */
export async function solveCover(
	sets: CoverSets,
	fixed: readonly number[],
	run: SitingRun,
	{ enough = null, exactShare = 1, told = () => {} }: CoverLimits = {}
): Promise<CoverSolution> {
	const search = new CoverSearch(sets, fixed, run, enough, told);
	await search.closer();
	if (!search.isDone && exactShare > 0) await search.exactly(exactShare);
	return search.solution;
}

class CoverSearch {
	readonly #run: SitingRun;
	readonly #reduced: ReducedCover;
	/** Sites beside those that the reductions open: enough of them, null where as few as there can be are looked for. */
	readonly #enough: number | null;
	readonly #told: (open: readonly number[], bound: number) => void;
	readonly #weighting: CoverWeighting;
	readonly #lagrangian: CoverBound;
	/** Seconds left when searches and bounds are over. */
	readonly #reserve: number;
	#best: readonly number[];
	#bound: number;

	constructor(
		sets: CoverSets,
		fixed: readonly number[],
		run: SitingRun,
		enough: number | null,
		told: (open: readonly number[], bound: number) => void
	) {
		this.#run = run;
		this.#told = told;
		this.#reserve = run.secondsLeft() * (1 - SHARE_OF_SEARCH);
		this.#reduced = reducedCover(sets, fixed, () => this.#isLate());
		const { open, left } = this.#reduced;
		this.#enough = enough === null ? null : enough - open.length;
		this.#best = greedyCover(left);
		this.#bound = separatePoints(left);
		this.#weighting = new CoverWeighting(left, this.#best);
		this.#lagrangian = new CoverBound(left);
	}

	get isDone(): boolean {
		if (this.#best.length <= Math.max(this.#bound, this.#enough ?? 0)) return true;
		return this.#enough !== null && this.#bound > this.#enough;
	}

	get solution(): CoverSolution {
		const { open } = this.#reduced;
		const isFound = this.#enough === null || this.#best.length <= this.#enough;
		// A bound past the best cover known only says that it is the best.
		const bound = Math.min(this.#bound, this.#best.length);
		return { open: isFound ? [...open, ...this.#best] : null, bound: open.length + bound };
	}

	/** Local search, the bound, and local search again, as far as time goes. */
	async closer(): Promise<void> {
		await this.#search(FIRST_TURNS);
		await this.#raise();
		await this.#search(MORE_TURNS);
	}

	/** @param share of the time left */
	async exactly(share: number): Promise<void> {
		const target = this.#enough ?? this.#best.length - 1;
		const useless = this.#lagrangian.useless(target);
		const { open, left } = reducedCover(
			kept(
				this.#reduced.left,
				() => true,
				(site) => useless[site] === 0
			),
			[]
		);
		if (left.site.length > MOST_ENTRIES) return;
		const solver = await this.#run.solver();
		await this.#run.breathe();
		const seconds = this.#run.secondsLeft() * share;
		if (seconds === 0) return;
		const { model, candidates } = coverModel(left);
		const { columns, bound } = solver.solve(model, {
			seconds,
			...(this.#enough !== null && { enough: target - open.length + WHOLE }),
			hopeless: target - open.length + WHOLE,
			onProgress: () => this.#run.solving()
		});
		if (columns !== null) {
			const found = [...open, ...Array.from(candidates).filter((_, column) => columns[column] > 0.5)];
			if (found.length <= target) this.#best = found;
		}
		// Covers that need a candidate ruled out have more than `target` sites.
		const proved = Math.min(target + 1, open.length + Math.ceil(bound - WHOLE));
		this.#bound = Math.max(this.#bound, proved);
	}

	#isLate(): boolean {
		return this.#run.secondsLeft() <= this.#reserve;
	}

	async #search(turns: number): Promise<void> {
		for (let turn = 0; turn < turns && !this.isDone && !this.#isLate(); turn += TURNS_AT_ONCE) {
			this.#weighting.search(Math.max(this.#bound, this.#enough ?? 0), TURNS_AT_ONCE, () => this.#isLate());
			this.#best = this.#weighting.best;
			await this.#breathe();
		}
	}

	async #raise(): Promise<void> {
		let isOver = false;
		for (let step = 0; step < MOST_STEPS && !isOver && !this.isDone && !this.#isLate(); step += STEPS_AT_ONCE) {
			for (let at = 0; at < STEPS_AT_ONCE && !isOver; at++) isOver = this.#lagrangian.step(this.#best.length);
			this.#bound = Math.max(this.#bound, Math.ceil(this.#lagrangian.bound - WHOLE));
			if (step >= HOPELESS.steps && this.#lagrangian.bound < HOPELESS.share * ((this.#enough ?? 0) + 1)) isOver = true;
			await this.#breathe();
		}
	}

	async #breathe(): Promise<void> {
		const { open } = this.#reduced;
		this.#told([...open, ...this.#best], open.length + this.#bound);
		await this.#run.breathe();
	}
}
