import type { CoverSets } from '#core/siting/cover-sets.ts';
import { within } from '#core/siting/median-case.ts';
import type { NearFirst } from '#core/siting/near-first.ts';
import type { CoverSolution } from './solve-cover.ts';
import type { SitingRun } from './siting-run.ts';

/** The sites whose farthest point is nearest, as found, and how near it could be. */
export interface CenterSolution {
	readonly open: readonly number[];
	readonly bound: number;
}

/** Share of the time left that one value tried may take of the exact solver. */
const SHARE_OF_ONE = 0.5;

/** Shares of the time limit after which quick searches, and the quick bounds below them, are over. */
const SHARE_OF_SEARCH = 0.5;
const SHARE_OF_BOUNDS = 0.75;

/** How sites that cover every point within a value are looked for. */
export interface CenterCovers {
	/** Most sites. */
	readonly most: number;
	/**
	 * @param sets candidates of each point within the value
	 * @param exactShare share of the time left that the exact solver may take, 0 for none
	 * @returns a bound above `most` where it is proved that there is no such cover
	 */
	cover(sets: CoverSets, exactShare: number): Promise<CoverSolution>;
	/** A cover as it is answered: more sites may bring points nearer. */
	filled(open: readonly number[]): readonly number[];
}

/**
 * p-center: the smallest of the values of the matrix within which p sites cover every point (Minieka 1970). Values are halved with quick
 * searches first, then, below those that they tell nothing of, with bounds alone (Elloumi, Labbé and Pochet 2004); the exact solver then tries
 * the value just under the one reached, and halves what is left.
 * @param start sites that serve every point
 */
export async function solveCenter(
	pairs: NearFirst,
	siteCount: number,
	start: readonly number[],
	covers: CenterCovers,
	run: SitingRun
): Promise<CenterSolution> {
	const search = new CenterSearch(pairs, siteCount, start, covers, run);
	await search.quickly();
	await search.provingQuickly();
	await search.exactly();
	return { open: search.best, bound: search.bound };
}

class CenterSearch {
	best: readonly number[];
	readonly #pairs: NearFirst;
	readonly #siteCount: number;
	readonly #covers: CenterCovers;
	readonly #run: SitingRun;
	readonly #values: Float64Array;
	/** Values of a lower rank are proved too small. */
	#proved = 0;
	/** Rank of the value that `best` reaches. */
	#reached: number;
	/** The lowest rank of which a quick search told nothing. */
	#untold = Infinity;

	constructor(pairs: NearFirst, siteCount: number, start: readonly number[], covers: CenterCovers, run: SitingRun) {
		this.best = start;
		this.#pairs = pairs;
		this.#siteCount = siteCount;
		this.#covers = covers;
		this.#run = run;
		this.#values = valuesToTry(pairs, farthest(pairs, siteCount, start));
		this.#reached = this.#values.length - 1;
	}

	get bound(): number {
		return this.#values[this.#proved];
	}

	async quickly(): Promise<void> {
		let low = this.#proved;
		while (low < this.#reached && !this.#run.isPast(SHARE_OF_SEARCH)) {
			const rank = (low + this.#reached) >> 1;
			const found = await this.#try(rank, 0);
			if (found === 'unknown') this.#untold = Math.min(this.#untold, rank);
			if (found !== 'reached') low = rank + 1;
		}
	}

	/** Raises the bound below the values of which quick searches tell nothing. */
	async provingQuickly(): Promise<void> {
		while (this.#proved < Math.min(this.#untold, this.#reached) && !this.#run.isPast(SHARE_OF_BOUNDS)) {
			const rank = (this.#proved + Math.min(this.#untold, this.#reached) - 1) >> 1;
			if ((await this.#try(rank, 0)) === 'unknown') this.#untold = rank;
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

	/** Looks for sites that cover every point within the value of that rank. */
	async #try(rank: number, exactShare: number): Promise<'reached' | 'impossible' | 'unknown'> {
		const sets = { siteCount: this.#siteCount, ...within(this.#pairs, this.#values[rank]) };
		const { open, bound } = await this.#covers.cover(sets, exactShare);
		if (open !== null) {
			this.best = this.#covers.filled(open);
			this.#reached = this.#values.indexOf(farthest(this.#pairs, this.#siteCount, this.best));
		} else if (bound > this.#covers.most) this.#proved = Math.max(this.#proved, rank + 1);
		this.#run.reached({ open: this.best, total: this.#values[this.#reached] }, this.#values[this.#proved]);
		if (open !== null) return 'reached';
		return bound > this.#covers.most ? 'impossible' : 'unknown';
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
