import { fixedSites, greedySites } from '#core/siting/greedy.ts';
import { medianCase, within } from '#core/siting/median-case.ts';
import type { NearFirst } from '#core/siting/near-first.ts';
import { solveCover } from './solve-cover.ts';
import type { SitingRun } from './siting-run.ts';

/** The sites whose farthest point is nearest, as found, and how near it could be. */
export interface CenterSolution {
	readonly open: readonly number[];
	readonly bound: number;
}

/** Share of the time left that one value tried may take of the exact solver. */
const SHARE_OF_ONE = 0.5;

/**
 * p-center: the smallest of the values of the matrix within which p sites cover every point (Minieka 1970). Values are halved with quick
 * searches first; the exact solver then tries the value just under the one reached, and halves what is left.
 * @param start p sites that serve every point
 */
export async function solveCenter(
	pairs: NearFirst,
	fixed: Uint8Array,
	p: number,
	start: readonly number[],
	run: SitingRun
): Promise<CenterSolution> {
	const search = new CenterSearch(pairs, fixed, p, start, run);
	await search.quickly();
	await search.exactly();
	return { open: search.best, bound: search.bound };
}

class CenterSearch {
	best: readonly number[];
	readonly #pairs: NearFirst;
	readonly #fixed: Uint8Array;
	readonly #p: number;
	readonly #run: SitingRun;
	readonly #values: Float64Array;
	/** Values of a lower rank are proved too small. */
	#proved = 0;
	/** Rank of the value that `best` reaches. */
	#reached: number;

	constructor(pairs: NearFirst, fixed: Uint8Array, p: number, start: readonly number[], run: SitingRun) {
		this.best = start;
		this.#pairs = pairs;
		this.#fixed = fixed;
		this.#p = p;
		this.#run = run;
		this.#values = valuesToTry(pairs, farthest(pairs, fixed.length, start));
		this.#reached = this.#values.length - 1;
	}

	get bound(): number {
		return this.#values[this.#proved];
	}

	async quickly(): Promise<void> {
		let low = this.#proved;
		while (low < this.#reached && !this.#run.isPast(0.5)) {
			const rank = (low + this.#reached) >> 1;
			if ((await this.#try(rank, 0)) !== 'reached') low = rank + 1;
		}
	}

	async exactly(): Promise<void> {
		let unknown = Infinity;
		let rank = this.#reached - 1;
		while (this.#proved < Math.min(this.#reached, unknown) && this.#run.secondsLeft() > 0) {
			if ((await this.#try(rank, SHARE_OF_ONE)) === 'unknown') unknown = rank;
			rank = (this.#proved + Math.min(this.#reached, unknown) - 1) >> 1;
		}
	}

	/** Looks for p sites that cover every point within the value of that rank. */
	async #try(rank: number, exactShare: number): Promise<'reached' | 'impossible' | 'unknown'> {
		const siteCount = this.#fixed.length;
		const sets = { siteCount, ...within(this.#pairs, this.#values[rank]) };
		const limits = { enough: this.#p, exactShare };
		const { open, bound } = await solveCover(sets, fixedSites(this.#fixed), this.#run, limits);
		if (open !== null) {
			this.best = this.#filled(open);
			this.#reached = this.#values.indexOf(farthest(this.#pairs, siteCount, this.best));
			return 'reached';
		}
		if (bound <= this.#p) return 'unknown';
		this.#proved = Math.max(this.#proved, rank + 1);
		return 'impossible';
	}

	/** A cover of fewer sites, completed to p by those that bring most points nearer. */
	#filled(open: readonly number[]): readonly number[] {
		if (open.length >= this.#p) return open;
		const points = new Float64Array(this.#pairs.first.length - 1).fill(1);
		return greedySites(medianCase(this.#pairs, points, this.#fixed, this.#p), open).open;
	}
}

/** Largest value to the nearest of the sites, every point being served. */
function farthest({ first, site, value }: NearFirst, siteCount: number, open: readonly number[]): number {
	const isOpen = new Uint8Array(siteCount);
	for (const one of open) isOpen[one] = 1;
	let most = 0;
	for (let point = 0; point + 1 < first.length; point++) {
		let entry = first[point];
		while (isOpen[site[entry]] === 0) entry++;
		most = Math.max(most, value[entry]);
	}
	return most;
}

/** The distinct values that the answer can be, rising: from that of the point whose own nearest candidate is farthest, up to `most`. */
function valuesToTry({ first, value }: NearFirst, most: number): Float64Array {
	let least = 0;
	for (let point = 0; point + 1 < first.length; point++) least = Math.max(least, value[first[point]]);
	const sorted = value.filter((one) => one >= least && one <= most).sort();
	return sorted.filter((one, rank) => rank === 0 || one !== sorted[rank - 1]);
}
