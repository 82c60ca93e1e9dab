import { transposed, type CoverSets } from './cover-sets.ts';

/** Steps without a better bound before steps are shortened, and by how much; what a better one lengthens them by. */
const PATIENCE = 15;
const SHORTER = 0.66;
const LONGER = 1.1;
const SMALLEST_SIZE = 2e-3;
/** Greatest share that the candidates of a step have in the mean of all. */
const MOST_SHARE = 0.1;
/** The mean forgets sooner where the bound has not risen by `RISE` in so many steps. */
const RISE_EVERY = 100;
const RISE = 0.01;
/** How far above the bound steps aim, at most. */
const AIM = 1.05;

/**
 * A bound of the number of candidates that cover every point, by Lagrangian relaxation of the covering (Beasley 1990): with a price for each
 * point, Σ prices + Σ min(0, 1 − prices of the points of a candidate) is never above the smallest cover. The prices climb by the volume
 * algorithm (Barahona and Anbil 2000): from the best ones so far, along what the mean of the candidates chosen leaves uncovered. Its limit is
 * the bound of the linear relaxation.
 */
export class CoverBound {
	readonly #candidates: CoverSets;
	readonly #price: Float64Array;
	readonly #reduced: Float64Array;
	/** By point, how many chosen candidates cover it: at this step, and in the mean. */
	readonly #covered: Float64Array;
	readonly #mean: Float64Array;
	readonly #best: { bound: number; readonly price: Float64Array; readonly reduced: Float64Array };
	#size = 0.1;
	#mostShare = MOST_SHARE;
	#steps = 0;
	#sinceBetter = 0;
	#risenFrom = 0;

	constructor(sets: CoverSets) {
		this.#candidates = transposed(sets);
		const { first, site } = sets;
		const pointCount = first.length - 1;
		const sizeOf = (one: number) => this.#candidates.first[one + 1] - this.#candidates.first[one];
		this.#price = new Float64Array(pointCount).fill(Infinity);
		for (let point = 0; point < pointCount; point++) {
			for (let entry = first[point]; entry < first[point + 1]; entry++) {
				this.#price[point] = Math.min(this.#price[point], 1 / sizeOf(site[entry]));
			}
		}
		this.#reduced = new Float64Array(sets.siteCount);
		this.#covered = new Float64Array(pointCount);
		this.#mean = new Float64Array(pointCount);
		this.#best = { bound: this.#relax(), price: this.#price.slice(), reduced: this.#reduced.slice() };
		this.#mean.set(this.#covered);
	}

	/** The highest bound so far. */
	get bound(): number {
		return this.#best.bound;
	}

	/**
	 * One step.
	 * @param target size of the smallest cover known: how far to step
	 * @returns true once steps no longer raise the bound
	 */
	step(target: number): boolean {
		const isStill = this.#climb(Math.min(target, AIM * this.#best.bound) - this.#best.bound);
		if (isStill) return true;
		const bound = this.#relax();
		const isBetter = bound > this.#best.bound;
		if (isBetter) {
			if (this.#isWithMean()) this.#size = Math.min(2, this.#size * LONGER);
			this.#best.bound = bound;
			this.#best.price.set(this.#price);
			this.#best.reduced.set(this.#reduced);
			this.#sinceBetter = 0;
		} else if (++this.#sinceBetter >= PATIENCE) {
			this.#size *= SHORTER;
			this.#sinceBetter = 0;
		}
		this.#blend();
		if (++this.#steps % RISE_EVERY === 0) {
			if (this.#best.bound < this.#risenFrom * (1 + RISE)) this.#mostShare = Math.max(1e-3, this.#mostShare / 2);
			this.#risenFrom = this.#best.bound;
		}
		return this.#size < SMALLEST_SIZE;
	}

	/**
	 * Candidates that no cover of `most` or fewer opens, each byte 1: opening one raises the bound by its reduced cost, above `most`.
	 */
	useless(most: number): Uint8Array {
		const { bound, reduced } = this.#best;
		return Uint8Array.from(reduced, (one) => (bound + Math.max(0, one) > most + 1e-6 ? 1 : 0));
	}

	/** Chooses candidates at the present prices; returns the bound. */
	#relax(): number {
		const price = this.#price;
		const { first, site: point } = this.#candidates;
		this.#covered.fill(0);
		let bound = 0;
		for (const one of price) bound += one;
		for (let candidate = 0; candidate < this.#reduced.length; candidate++) {
			const end = first[candidate + 1];
			let left = 1;
			for (let entry = first[candidate]; entry < end; entry++) left -= price[point[entry]];
			this.#reduced[candidate] = left;
			if (left >= 0) continue;
			bound += left;
			for (let entry = first[candidate]; entry < end; entry++) this.#covered[point[entry]]++;
		}
		return bound;
	}

	/** Sets prices from the best ones, up where the mean leaves a point uncovered, down where it covers it twice. True where neither is. */
	#climb(distance: number): boolean {
		const { price: from } = this.#best;
		const mean = this.#mean;
		let norm = 0;
		for (let point = 0; point < mean.length; point++) {
			const missing = 1 - mean[point];
			if (missing > 0 || from[point] > 0) norm += missing * missing;
		}
		if (norm < 1e-12) return true;
		const length = (this.#size * distance) / norm;
		for (let point = 0; point < mean.length; point++) {
			this.#price[point] = Math.max(0, from[point] + length * (1 - mean[point]));
		}
		return false;
	}

	/** Whether this step's candidates point the same way as the mean did: longer steps would have done. */
	#isWithMean(): boolean {
		let product = 0;
		for (let point = 0; point < this.#mean.length; point++) {
			product += (1 - this.#mean[point]) * (1 - this.#covered[point]);
		}
		return product >= 0;
	}

	/** Takes this step's candidates into the mean, by the share that leaves it least far from covering each point once. */
	#blend(): void {
		let [along, norm] = [0, 0];
		for (let point = 0; point < this.#mean.length; point++) {
			const difference = this.#covered[point] - this.#mean[point];
			along += difference * (1 - this.#mean[point]);
			norm += difference * difference;
		}
		const best = norm > 0 ? along / norm : 0;
		const share = best <= 0 ? this.#mostShare / 10 : Math.min(this.#mostShare, best);
		for (let point = 0; point < this.#mean.length; point++) {
			this.#mean[point] += share * (this.#covered[point] - this.#mean[point]);
		}
	}
}
